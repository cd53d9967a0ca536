// The map of the explorer with the keyboard alone: to a district, into it, out again, and to the table that says the same.
import { describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { newWindow } from './browser.mjs';
import { focused, tabTo } from './keys.mjs';
import { demo } from './site.mjs';

const set = 'Ambleford’s invented neighbours', of = 'Household waste recycled, reused and composted';
const ofMap = `/explore?set=${encodeURIComponent(set)}&of=${encodeURIComponent(of)}&as=map`;

async function openMap(more = '') {
  const page = await newWindow();
  await page.goto((await demo()).address + ofMap + more);
  return page;
}

// Fails when what has the focus is not to be seen, or not to be told from what has it not.
async function mustBeSeen(page) {
  const now = await focused(page);
  assert.ok(now?.inView, `${now?.name} "${now?.text}" has the focus out of sight`);
  assert.ok(now.marked, `${now.name} "${now.text}" does not show its focus`);
}

const isDistrict = (one) => one.name === 'a' && one.isDrawn;
const reach = (page) => page.evaluate(() => {
  const box = document.querySelector('svg .map-own, svg [class*=own]')?.getBoundingClientRect() ?? { width: 0 };
  return box.width;
});

describe('the map with the keyboard alone', () => {
  it('every district is reached by Tab, each says its name and figure, and the focus is always seen', async () => {
    const page = await openMap();
    const districts = await page.locator('svg a').count();
    assert.ok(districts > 20, 'the map has districts');
    await tabTo(page, isDistrict);
    for (let i = 0; i < districts; ++i) {
      const now = await focused(page);
      assert.ok(isDistrict(now), `after ${i} districts Tab leads to ${now?.name} "${now?.text}"`);
      assert.match(now.label, /\d|no figure/, 'a district says its figure');
      await mustBeSeen(page);
      await page.keyboard.press('Tab');
    }
    assert.ok(!isDistrict(await focused(page)), 'one leaves the map by Tab');
    await page.shut();
  });

  it('Enter on a district goes close to it, and a link out again', async () => {
    const page = await openMap();
    const far = await reach(page);
    const district = await tabTo(page, (one) => isDistrict(one) && /Ambleford/.test(one.label));
    await page.keyboard.press('Enter');
    await page.waitForURL(/[?&]zoom=E\d+/);
    assert.ok(await reach(page) > 1.5 * far, 'the district is drawn larger');
    assert.match(await page.locator('main').innerText(), /Around Ambleford/);
    assert.match(district.label, /39\.8%/);
    await tabTo(page, (one) => one.name === 'a' && one.text === 'Everywhere');
    await mustBeSeen(page);
    await page.keyboard.press('Enter');
    await page.waitForURL((address) => !address.searchParams.get('zoom'));
    assert.equal(Math.round(await reach(page)), Math.round(far), 'and as large as before');
    await page.shut();
  });

  it('the zooms and the hexes are reached by Tab too', async () => {
    const page = await openMap();
    await tabTo(page, (one) => one.name === 'a' && /^Around /.test(one.text));
    await mustBeSeen(page);
    await page.keyboard.press('Enter');
    await page.waitForURL(/[?&]zoom=own/);
    await tabTo(page, (one) => one.name === 'a' && /^A hex for each/.test(one.text));
    await mustBeSeen(page);
    await page.keyboard.press('Enter');
    await page.waitForURL(/[?&]layout=hex/);
    await tabTo(page, isDistrict);
    await mustBeSeen(page);
    await page.shut();
  });

  it('one leaps over the map instead of through every district', async () => {
    const page = await openMap();
    await tabTo(page, (one) => one.name === 'a' && /^Leap over the map/.test(one.text));
    await mustBeSeen(page);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const next = await focused(page);
    assert.equal(next.name, 'summary');
    assert.match(next.text, /table/, 'what comes after it is the table');
    await page.shut();
  });

  it('the table with every figure of the map is opened by Enter', async () => {
    const page = await openMap();
    await tabTo(page, (one) => one.name === 'summary' && /table/.test(one.text));
    await mustBeSeen(page);
    await page.keyboard.press('Enter');
    const table = page.locator('details[open] table');
    assert.ok(await table.isVisible());
    assert.match(await table.innerText(), /Ambleford\s+Midlands\s+39\.8%/);
    assert.ok(await table.locator('tbody tr').count() >= await page.locator('svg a').count(), 'the table has every district of the map');
    await page.shut();
  });
});
