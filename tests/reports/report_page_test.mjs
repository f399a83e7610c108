// report.html of three drills as people see it: in both languages, light and dark, on a desk, a phone and paper.
// The pictures are left in MAYDAY_LOOK for a person to look at.
import assert from 'node:assert';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {crowded, inaccessible, isTooWide, launch, open, playDrill, settings} from './look.mjs';

const pictures = process.env.MAYDAY_LOOK;
const out = mkdtempSync(join(tmpdir(), 'mayday-page-'));
const drills = {'hesi-approval-timeout': 'middling', 'hesi-auth-upgrade': 'middling', 'two-faults': 'gold'};
let browser;

before(async () => {
  mkdirSync(pictures, {recursive: true});
  for (const [scenario, responder] of Object.entries(drills)) for (const seed of ['5', '6']) playDrill(scenario, responder, seed, join(out, scenario));
  browser = await launch();
});
after(async () => {
  await browser.close();
  rmSync(out, {recursive: true, force: true});
});

describe('report.html', () => {
  for (const scenario of Object.keys(drills)) {
    const file = join(out, scenario, 'report.html');

    test(`${scenario} is one file of less than 600 KB`, () => assert(statSync(file).size < 600_000));

    for (const setting of settings) for (const [place, width] of [['desk', 1280], ['phone', 390]])
      test(`${scenario} ${setting.language} ${setting.scheme} ${place}`, async () => {
        const {page, trouble} = await open(browser, file, {...setting, width});
        await page.screenshot({path: join(pictures, `${scenario}-${setting.language.slice(0, 2)}-${setting.scheme}-${place}.png`), fullPage: true});
        assert.deepEqual(await crowded(page), []);
        assert.equal(await isTooWide(page), false);
        assert.deepEqual(await inaccessible(page), []);
        assert.deepEqual(trouble, []);
        await page.close();
      });

    for (const language of ['zh-CN', 'en-GB'])
      test(`${scenario} ${language} on paper`, async () => {
        const {page, trouble} = await open(browser, file, {language, scheme: 'dark'});
        const name = join(pictures, `${scenario}-${language.slice(0, 2)}-paper`);
        await page.pdf({path: `${name}.pdf`, preferCSSPageSize: true, printBackground: true});
        await page.emulateMediaType('print');
        await page.setViewport({width: 703, height: 1000});
        await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
        await page.screenshot({path: `${name}.png`, fullPage: true});
        assert.deepEqual(await crowded(page), []);
        assert.equal(await page.$$eval('details:not([open])', (folded) => folded.length), 0);
        assert.deepEqual(trouble, []);
        await page.close();
      });
  }
});

describe('the page', () => {
  const file = join(out, 'hesi-approval-timeout', 'report.html');
  const shown = (page, selector) => page.$eval(selector, (element) => element.checkVisibility());

  test('speaks the language that its reader chooses', async () => {
    const {page} = await open(browser, file);
    assert.equal(await page.$eval('html', (root) => root.lang), 'en');
    await page.click('label:has(#speak-zh)');
    assert.equal(await page.$eval('html', (root) => root.lang), 'zh-CN');
    assert.equal(await shown(page, 'h1 .zh'), true);
    assert.equal(await shown(page, 'h1 .en'), false);
    assert.equal(await page.$eval('svg.timeline .lane-name', (name) => name.textContent), '真相');
    await page.close();
  });

  test('zooms by its buttons and keys, and steps through what happened', async () => {
    const {page} = await open(browser, file);
    const firstTick = () => page.$eval('.axis .tick text', (tick) => tick.textContent);
    assert.equal(await firstTick(), '0:00');
    await page.click('.tools button:nth-child(2)');
    assert.notEqual(await firstTick(), '0:00');
    await page.focus('#chart');
    await page.keyboard.press('0');
    assert.equal(await firstTick(), '0:00');
    for (let i = 0; i < 6; ++i) await page.keyboard.press('+');
    assert.deepEqual(await crowded(page), []);
    for (let i = 0; i < 3; ++i) await page.keyboard.press('ArrowRight');
    assert.match(await page.$eval('.readout', (card) => card.innerText), /^\d+:\d\d/);
    await page.keyboard.press('Escape');
    assert.equal(await page.$eval('.readout', (card) => card.hidden), true);
    await page.close();
  });

  test('tells what is under the pointer', async () => {
    const {page} = await open(browser, file);
    await page.$eval('rect.truth', (bar) => bar.scrollIntoView({block: 'center'}));
    const truth = await page.$eval('rect.truth', (bar) => ({...bar.getBoundingClientRect().toJSON()}));
    await page.mouse.move(truth.left + 40, truth.top + 8);
    const told = await page.$eval('.readout', (card) => card.innerText);
    const card = await page.$eval('.readout', (one) => ({...one.getBoundingClientRect().toJSON()}));
    assert(Math.abs(card.top - (truth.top + 8)) < 40, 'beside the pointer');
    assert.match(told, /hesi\.approval · upstream-timeout · hesi/);
    await page.screenshot({path: join(pictures, 'pointing.png')});
    await page.close();
  });

  test('reads without script, in both languages', async () => {
    const page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.goto(`file://${file}`);
    assert.equal(await shown(page, '#story table'), true);
    assert.equal(await shown(page, '#chart'), false);
    assert.equal(await shown(page, 'h1 .zh'), true);
    await page.click('label:has(#speak-en)');
    assert.equal(await shown(page, 'h1 .en'), true);
    assert.equal(await shown(page, 'h1 .zh'), false);
    await page.screenshot({path: join(pictures, 'without-script.png'), fullPage: true});
    await page.close();
  });

  test('compares with the run before it in the same folder', async () => {
    const {page} = await open(browser, file);
    const text = await page.$eval('section[aria-labelledby=comparison]', (section) => section.innerText);
    assert.match(text, /earlier\/1\/score\.json/);
    const {score} = JSON.parse(readFileSync(join(out, 'hesi-approval-timeout', 'earlier/1/score.json')));
    assert(text.includes(score.toFixed(2)));
    await page.close();
  });
});
