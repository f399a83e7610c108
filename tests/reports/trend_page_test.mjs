// The page of drills over time as people see it: in both languages, light and dark, on a desk, a phone and paper.
// The pictures are left in MAYDAY_LOOK for a person to look at.
import assert from 'node:assert';
import {execFileSync} from 'node:child_process';
import {cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, utimesSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {crowded, inaccessible, isTooWide, launch, open, playDrill, settings} from './look.mjs';

const pictures = process.env.MAYDAY_LOOK;
const out = mkdtempSync(join(tmpdir(), 'mayday-trend-'));
const drills = join(out, '历次 #1 "演练"');  // a name that a link must spell out
const file = join(out, 'trend.html');
let browser;

/** A drill whose ledger was written on that day. */
function play(scenario, responder, day) {
  const folder = join(drills, scenario, day);
  playDrill(scenario, responder, day.replaceAll('-', ''), folder);
  dated(folder, day);
}

const dated = (folder, day) => utimesSync(join(folder, 'ledger.jsonl'), new Date(`${day}T09:00:00Z`), new Date(`${day}T09:00:00Z`));

const trend = (...more) => execFileSync(process.env.MAYDAY, ['trend', drills, '--html', file, ...more], {stdio: 'pipe'});

before(async () => {
  mkdirSync(pictures, {recursive: true});
  for (const day of ['2026-01-12', '2026-02-10', '2026-03-09']) play('hesi-auth-upgrade', 'middling', day);
  for (const day of ['2026-06-01', '2026-06-02', '2026-09-14']) play('hesi-auth-upgrade', 'gold', day);
  for (const day of ['2026-01-13', '2026-02-11', '2026-03-10', '2026-04-20']) play('hesi-approval-timeout', 'middling', day);
  for (const day of ['2026-04-21', '2026-04-22']) play('hesi-approval-timeout', 'null', day);
  for (const day of ['2026-05-05', '2026-05-06']) play('two-faults', 'gold', day);
  play('nothing-is-wrong', 'gold', '2026-05-05');
  const again = join(drills, 'hesi-auth-upgrade/again');
  cpSync(join(drills, 'hesi-auth-upgrade/2026-02-10'), again, {recursive: true});
  rmSync(join(again, 'report.html'));
  dated(again, '2026-04-01');
  trend();
  browser = await launch();
});
after(async () => {
  await browser.close();
  rmSync(out, {recursive: true, force: true});
});

describe('the page of drills over time', () => {
  test('is one file, and the same for the same drills', () => {
    assert(statSync(file).size < 600_000);
    renameSync(file, join(out, 'first.html'));
    trend();
    assert.deepEqual(readFileSync(file), readFileSync(join(out, 'first.html')));
  });

  for (const setting of settings) for (const [place, width] of [['desk', 1280], ['phone', 390]])
    test(`${setting.language} ${setting.scheme} ${place}`, async () => {
      const {page, trouble} = await open(browser, file, {...setting, width});
      await page.screenshot({path: join(pictures, `trend-${setting.language.slice(0, 2)}-${setting.scheme}-${place}.png`), fullPage: true});
      assert.equal(await page.$$eval('svg.trend', (all) => all.length), 4);
      assert.deepEqual(await crowded(page, 'svg.trend'), []);
      assert.equal(await isTooWide(page), false);
      if (place === 'desk') assert.deepEqual(await inaccessible(page), []);
      assert.deepEqual(trouble, []);
      await page.close();
    });

  for (const language of ['zh-CN', 'en-GB'])
    test(`${language} on paper`, async () => {
      const {page, trouble} = await open(browser, file, {language, scheme: 'dark'});
      const name = join(pictures, `trend-${language.slice(0, 2)}-paper`);
      await page.pdf({path: `${name}.pdf`, preferCSSPageSize: true, printBackground: true});
      await page.emulateMediaType('print');
      await page.setViewport({width: 703, height: 1000});
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      await page.screenshot({path: `${name}.png`, fullPage: true});
      assert.deepEqual(await crowded(page, 'svg.trend'), []);
      assert.equal(await page.$$eval('details:not([open])', (folded) => folded.length), 0);
      assert.deepEqual(trouble, []);
      await page.close();
    });

  test('draws every drill, and open what was not reached', async () => {
    const {page} = await open(browser, file);
    const marks = (kind) => page.$$eval(`#dots-1 .mark.${kind}`, (all) => all.length);
    assert.equal(await marks('fail') + await marks('pass'), 6);
    assert.equal(await marks('open') > 0, true);
    assert.equal(await marks('open') + await marks('reached'), 24);
    assert.equal(await page.$$eval('#dots-2 .mark.pass.apart', (all) => all.length), 1);
    await page.close();
  });

  test('tells of a drill under the pointer and of each from the keyboard', async () => {
    const {page} = await open(browser, file);
    await page.$eval('#dots-2', (dots) => dots.scrollIntoView({block: 'center'}));
    const mark = await page.$eval('#dots-2 .mark.apart', (one) => ({...one.getBoundingClientRect().toJSON()}));
    await page.mouse.move(mark.left + 1, mark.top + 1);
    const told = () => page.$eval('#dots-2 .readout', (card) => card.innerText);
    assert.match(await told(), /^2026-04-01 09:00\n[^]*not compared: the same drill/);
    await page.screenshot({path: join(pictures, 'trend-pointing.png')});
    await page.focus('#dots-2');
    await page.keyboard.press('End');
    assert.match(await told(), /^2026-09-14/);
    await page.keyboard.press('ArrowLeft');
    assert.match(await told(), /^2026-06-02/);
    await page.keyboard.press('Escape');
    assert.equal(await page.$eval('#dots-2 .readout', (card) => card.hidden), true);
    await page.close();
  });

  test('leads to the reports that are there', async () => {
    const {page} = await open(browser, file);
    const ways = await page.$$eval('#scenario-2 ~ details a', (links) => links.map((link) => link.href));
    assert.equal(ways.length, 6);  // of seven drills
    await page.goto(ways[0]);
    assert.match(await page.title(), /hesi-auth-upgrade/);
    await page.close();
  });

  test('reads without script, in both languages', async () => {
    const page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.goto(`file://${file}`);
    const shown = (selector) => page.$eval(selector, (element) => element.checkVisibility());
    assert.equal(await shown('#dots-1'), false);
    assert.equal(await shown('#legend'), false);
    assert.equal(await shown('#drills-1'), true);
    assert.equal(await shown('h1 .zh'), true);
    await page.click('label:has(#speak-en)');
    assert.equal(await shown('h1 .zh'), false);
    await page.screenshot({path: join(pictures, 'trend-without-script.png'), fullPage: true});
    await page.close();
  });
});
