// Runs all tests in a browser: `node tests/browser/run.mjs`, or one file of them: `node tests/browser/run.mjs keyboard`.
import { after } from 'node:test';
import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { closeBrowser } from './browser.mjs';
import { stopAll } from './council.mjs';

const [only = ''] = process.argv.slice(2);
const tests = readdirSync(dirname(fileURLToPath(import.meta.url))).filter((name) => name.endsWith('.test.mjs') && name.startsWith(only));
for (const name of tests) await import(`./${name}`);

after(async () => {
  await closeBrowser();
  await stopAll();
});
