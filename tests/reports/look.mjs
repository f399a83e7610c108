// A browser for the tests that look at reports: the distribution's Chromium, driven by puppeteer; and what makes a page
// hard to read.
import {execFileSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import axe from 'axe-core';
import puppeteer from 'puppeteer-core';

const chromium = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync);

export const launch = () => puppeteer.launch({
  executablePath: chromium,
  timeout: 0, // a busy machine is slow, not wrong: the whole test's own limit is enough
  protocolTimeout: 0,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--no-first-run'],
});

/**
 * Opens a file as a reader with these settings would and keeps what went wrong: errors of the page and its console,
 * dialogs, and requests for anything but the file itself.
 */
export async function open(browser, file, {language = 'en-GB', scheme = 'light', width = 1280, height = 900} = {}) {
  const page = await browser.newPage();
  page.setDefaultTimeout(0);
  const trouble = [];
  page.on('console', (message) => trouble.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => trouble.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    trouble.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on('request', (request) => {
    if (request.url() !== `file://${file}` && !request.url().startsWith('data:')) trouble.push(`request: ${request.url()}`);
  });
  await page.evaluateOnNewDocument((speaks) => {
    Object.defineProperty(navigator, 'language', {get: () => speaks});
  }, language);
  await page.setViewport({width, height, deviceScaleFactor: 1});
  await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: scheme}]);
  await page.goto(`file://${file}`);
  return {page, trouble};
}

/** Runs a drill of the library; whether it passes its gates is not the question. */
export function playDrill(scenario, responder, seed, out) {
  const file = join(process.env.MAYDAY_SCENARIOS, `${scenario}.yaml`);
  try {
    execFileSync(process.env.MAYDAY, ['run', file, '--responder', responder, '--seed', seed, '--out', out], {stdio: 'pipe'});
  } catch (error) {
    if (error.status !== 1) throw error;
  }
}

export const settings = [];
for (const language of ['zh-CN', 'en-GB']) for (const scheme of ['light', 'dark']) settings.push({language, scheme});

/** Words of a picture that cover other words, and those that stand outside it. */
export const crowded = (page, picture = 'svg.timeline') => page.$$eval(picture, (pictures) => pictures.flatMap((one) => {
  const frame = one.getBoundingClientRect();
  const words = [...one.querySelectorAll('text')].map((text) => ({text: text.textContent, at: text.getBoundingClientRect()}));
  const found = words.filter(({at}) => at.left < frame.left - 1 || at.right > frame.right + 1).map(({text}) => `outside: ${text}`);
  words.forEach((a, i) => words.slice(i + 1).forEach((b) => {
    const across = Math.min(a.at.right, b.at.right) - Math.max(a.at.left, b.at.left);
    const down = Math.min(a.at.bottom, b.at.bottom) - Math.max(a.at.top, b.at.top);
    if (across > 1 && down > 3) found.push(`${a.text} / ${b.text}`);
  }));
  return found;
}));

export const isTooWide = (page) => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

export async function inaccessible(page) {
  await page.evaluate(axe.source);
  const {violations} = await page.evaluate(() => globalThis.axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']}));
  return violations.map(({id, nodes}) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).slice(0, 3).join(' | ')}`);
}
