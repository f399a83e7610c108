// report.html of three drills as people see it: in both languages, light and dark, on a desk, a phone and paper.
// The pictures are left in MAYDAY_LOOK for a person to look at.
import assert from 'node:assert';
import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import axe from 'axe-core';
import {launch, open} from './look.mjs';

const mayday = process.env.MAYDAY;
const pictures = process.env.MAYDAY_LOOK;
const out = mkdtempSync(join(tmpdir(), 'mayday-page-'));
const drills = {'hesi-approval-timeout': 'middling', 'hesi-auth-upgrade': 'middling', 'two-faults': 'gold'};
let browser;

/** Runs a drill; whether it passes its gates is not the question here. */
function run(scenario, responder, seed) {
  const file = join(process.env.MAYDAY_SCENARIOS, `${scenario}.yaml`);
  try {
    execFileSync(mayday, ['run', file, '--responder', responder, '--seed', seed, '--out', join(out, scenario)], {stdio: 'pipe'});
  } catch (error) {
    if (error.status !== 1) throw error;
  }
}

before(async () => {
  mkdirSync(pictures, {recursive: true});
  for (const [scenario, responder] of Object.entries(drills)) for (const seed of ['5', '6']) run(scenario, responder, seed);
  browser = await launch();
});
after(async () => {
  await browser.close();
  rmSync(out, {recursive: true, force: true});
});

/** Words of the timeline that cover other words, and those that stand outside it. */
const crowded = (page) => page.evaluate(() => {
  const picture = document.querySelector('svg.timeline').getBoundingClientRect();
  const words = [...document.querySelectorAll('svg.timeline text')].map((text) => ({text: text.textContent, at: text.getBoundingClientRect()}));
  const found = words.filter(({at}) => at.left < picture.left - 1 || at.right > picture.right + 1).map(({text}) => `outside: ${text}`);
  words.forEach((a, i) => words.slice(i + 1).forEach((b) => {
    const across = Math.min(a.at.right, b.at.right) - Math.max(a.at.left, b.at.left);
    const down = Math.min(a.at.bottom, b.at.bottom) - Math.max(a.at.top, b.at.top);
    if (across > 1 && down > 3) found.push(`${a.text} / ${b.text}`);
  }));
  return found;
});

const isTooWide = (page) => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

async function inaccessible(page) {
  await page.evaluate(axe.source);
  const {violations} = await page.evaluate(() => globalThis.axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']}));
  return violations.map(({id, nodes}) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).slice(0, 3).join(' | ')}`);
}

const settings = [];
for (const language of ['zh-CN', 'en-GB']) for (const scheme of ['light', 'dark']) settings.push({language, scheme});

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
