// The pages that reports_test made of every hostile text, in a browser: nothing runs, nothing is asked for, and the
// script still draws its timeline.
import assert from 'node:assert';
import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {launch, open} from './look.mjs';

const folder = process.env.MAYDAY_WRITTEN;
const pages = readdirSync(folder).filter((name) => /^hostile-\d+\.html$/.test(name));
let browser;

before(async () => (browser = await launch()));
after(() => browser.close());

test('there is a page for each of the sixty texts', () => assert.equal(pages.length, 60));

test('hostile texts do nothing in a browser', async () => {
  for (const name of pages) {
    const {page, trouble} = await open(browser, join(folder, name));
    const drawn = await page.$$eval('#chart svg .lane', (lanes) => lanes.length);
    assert.deepEqual([name, trouble, drawn > 5], [name, [], true]);
    await page.close();
  }
});

test('nor do they in a page of drills over time', async () => {
  const {page, trouble} = await open(browser, join(folder, 'hostile-trend.html'));
  const drawn = await page.$$eval('svg.trend', (pictures) => pictures.length);
  assert.deepEqual([trouble, drawn], [[], 60]);
  await page.close();
});
