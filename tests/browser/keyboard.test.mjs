// Everything can be done with the keyboard alone, and one always sees where one is.
import { describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { newWindow } from './browser.mjs';
import { noFaults } from './faults.mjs';
import { focused, tabTo } from './keys.mjs';
import { demo, everyState } from './site.mjs';

describe('with the keyboard alone', () => {
  it('the first Tab offers to skip to the content', async () => {
    const page = await newWindow();
    await page.goto((await demo()).address);
    await page.keyboard.press('Tab');
    const skip = await focused(page);
    assert.match(skip.text, /Skip to/);
    assert.ok(skip.inView && skip.marked, 'the skip link is seen when it has the focus');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    assert.ok(await page.evaluate(() => document.querySelector('main').contains(document.activeElement)));
    await page.shut();
  });

  it('the focus is always seen, in order, and never caught', async () => {
    const page = await newWindow();
    const faults = [];
    for (const [what, address] of await everyState()) {
      if (!what.startsWith('Ambleford')) continue;
      await page.goto(address);
      const stopping = 'a[href], button, summary, select, input:not([type=hidden])';
      const stops = await page.evaluate((all) => document.querySelectorAll(all).length, stopping);
      for (let i = 0; i < Math.min(stops, 40); ++i) {
        await page.keyboard.press('Tab');
        const now = await focused(page);
        if (!now) break;
        if (!now.marked || !now.inView) faults.push([what, `${now.name} "${now.text}" does not show its focus`]);
      }
    }
    await page.shut();
    noFaults(faults);
  });

  it('one goes from the board to an indicator and along its thread', async () => {
    const page = await newWindow();
    await page.goto((await demo()).address);
    await tabTo(page, (one) => /^\/indicators\/[^/?.]+$/.test(one.href ?? ''));
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/indicators\//);
    await tabTo(page, (one) => /^\/thread/.test(one.href ?? ''));
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/thread/);
    await page.shut();
  });

  it('one filters the board, and the address keeps the choice', async () => {
    const page = await newWindow();
    await page.goto((await demo()).address);
    await tabTo(page, (one) => one.name === 'summary' && /what this page shows/i.test(one.text));
    await page.keyboard.press('Enter');
    await tabTo(page, (one) => one.name === 'select' && one.field === 'kind');
    await page.keyboard.press('ArrowDown');
    await tabTo(page, (one) => one.name === 'button' && /Show/.test(one.text));
    await page.keyboard.press('Enter');
    await page.waitForURL(/[?&]kind=\w+/);
    const shown = page.url();
    await page.reload();
    assert.equal(page.url(), shown);
    await page.shut();
  });

  it('one opens and closes what is folded away', async () => {
    const page = await newWindow();
    await page.goto((await demo()).address);
    await tabTo(page, (one) => one.name === 'summary');
    const isOpen = () => page.evaluate(() => document.activeElement.closest('details').open);
    const before = await isOpen();
    await page.keyboard.press('Enter');
    assert.equal(await isOpen(), !before);
    await page.keyboard.press('Enter');
    assert.equal(await isOpen(), before);
    await page.shut();
  });
});
