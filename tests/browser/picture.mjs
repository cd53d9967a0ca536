// Takes the picture of the board that README.md shows, from the demo council: node tests/browser/picture.mjs
import { join } from 'node:path';
import { closeBrowser, newWindow } from './browser.mjs';
import { demoCouncil, root, stopAll } from './council.mjs';

const { address } = await demoCouncil();
const page = await newWindow({ width: 1200, height: 1180 });
await page.goto(address);
await page.screenshot({ path: join(root, 'docs/pictures/board.png') });
await closeBrowser();
await stopAll();
