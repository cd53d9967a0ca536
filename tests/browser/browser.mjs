// Debian's Chromium, driven by playwright-core. Every page it opens is watched: what the page's own policy refused, errors of
// its scripts and anything asked of another machine are kept, for a test to find none.
import { chromium } from 'playwright-core';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update',
  '--disable-dev-shm-usage', '--no-first-run'];

let browser;

export async function openBrowser() {
  browser ??= await chromium.launch({ executablePath, args, headless: true });
  return browser;
}

export async function closeBrowser() {
  await browser?.close();
}

// A window of a width, in which pages are opened one after the other.
export async function newWindow({ width = 1200, height = 900, script = true } = {}) {
  const options = { viewport: { width, height }, javaScriptEnabled: script, reducedMotion: 'reduce' };
  const context = await (await openBrowser()).newContext(options);
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (said) => {
    if (said.type() === 'error' && !/status of (403|404|409|422)/.test(said.text())) complaints.push(said.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (asked) => {
    const host = new URL(asked.url()).hostname;
    if (host !== '127.0.0.1' && !asked.url().startsWith('data:')) complaints.push(`asked another machine: ${asked.url()}`);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`policy refused ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));
  });
  page.complaints = complaints;
  page.shut = () => context.close();
  return page;
}

// What a reader sees in the main part of the page, in words, without regard to line breaks.
export async function words(page, part = 'body') {
  const text = await page.locator(part).first().innerText();
  return text.replace(/\s+/g, ' ').trim();
}
