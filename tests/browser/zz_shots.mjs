import { newWindow, closeBrowser } from './browser.mjs';
import { windowOf } from './people.mjs';
const address = 'http://127.0.0.1:8115';
const person = process.argv[2] === '-' ? null : process.argv[2];
const width = Number(process.argv[3]);
const media = process.argv[4];
for (let i = 5; i + 1 < process.argv.length; i += 2) {
  const page = person ? await windowOf(address, person, { width, height: 900 }) : await newWindow({ width, height: 900 });
  if (media === 'print') await page.emulateMedia({ media: 'print' });
  await page.goto(address + process.argv[i]);
  if (media === 'grey') await page.evaluate(() => { document.documentElement.style.filter = 'grayscale(1)'; });
  const high = await page.evaluate(() => document.documentElement.scrollHeight);
  const [top, most] = (process.argv[i + 1].match(/@(\d+)\+(\d+)/) ?? [0, 0, 3000]).slice(1).map(Number);
  await page.screenshot({ path: process.argv[i + 1].replace(/@.*$/, ''), fullPage: true, clip: { x: 0, y: top, width, height: Math.min(most, high - top) } });
  if (page.complaints.length) console.log(process.argv[i], page.complaints);
}
await closeBrowser();
