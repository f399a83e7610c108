// A browser for the tests that look at reports: the distribution's Chromium, driven by puppeteer.
import {existsSync} from 'node:fs';
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
