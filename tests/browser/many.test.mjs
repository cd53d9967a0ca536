// The grid of figures and the workbook, in the browser: with a block that is pasted from a spreadsheet and keys that move between
// cells, without scripts, on a phone; what is wrong, and what someone else saved first.
import { before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { axeViolations } from './axe.mjs';
import { words } from './browser.mjs';
import { demoCouncil } from './council.mjs';
import { windowOf } from './people.mjs';

let address;  // of a demo of its own, for it changes
const grid = '/my-figures/many';

async function isFine(page) {
  assert.deepEqual(await axeViolations(page), [], page.url());
  assert.deepEqual(page.complaints.splice(0), [], page.url());
  const fits = await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
  assert.equal(fits, true, `no scrolling sideways on ${page.url()}`);
}
const fieldOf = (page, code, field) => page.locator('.field-grid tr', { hasText: code }).locator(`[name^="${field}-"]`);
const focused = (page) => page.evaluate(() => document.activeElement.name);
const send = async (page) => {
  await Promise.all([page.waitForEvent('framenavigated'), page.getByRole('button', { name: 'Save all' }).click()]);
  return page.waitForLoadState('load');
};

async function paste(page, text) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((one) => navigator.clipboard.writeText(one), text);
  await page.keyboard.press('Control+V');
}

describe('many figures', () => {
  before(async () => { ({ address } = await demoCouncil()); });

  it('are pasted as a block, worked out, and can be taken back', async () => {
    const page = await windowOf(address, 't.hallam');
    await page.goto(address + grid);
    await isFine(page);
    const numerator = fieldOf(page, 'AFL04', 'numerator');
    await numerator.click();
    await paste(page, '40\t44\t90.9%\t"The team worked\nthrough the ""old"" enquiries."\tMore of it\r\n\t\t31\tAs in September\r\n');
    assert.equal(await numerator.inputValue(), '40');
    assert.equal(await fieldOf(page, 'AFL04', 'denominator').inputValue(), '44');
    assert.equal(await page.locator('.field-grid tr', { hasText: 'AFL04' }).locator('.made').textContent(), '90.9%');
    assert.equal(await fieldOf(page, 'AFL04', 'note').inputValue(), 'The team worked\nthrough the "old" enquiries.');
    assert.equal(await fieldOf(page, 'AFL04', 'next').inputValue(), 'More of it');
    assert.equal(await fieldOf(page, 'AFL06', 'value').inputValue(), '31');
    assert.equal(await fieldOf(page, 'AFL06', 'note').inputValue(), 'As in September');
    assert.match(await words(page, '#grid-said'), /6 cells pasted\. 1 had no field here and was left out\. 2 rows are changed/);
    await isFine(page);
    await page.getByRole('button', { name: 'Undo the paste' }).click();
    assert.equal(await numerator.inputValue(), '');
    assert.equal(await fieldOf(page, 'AFL06', 'value').inputValue(), '');
    await page.shut();
  });

  it('are moved between by Enter and arrow keys, and sent by the button alone', async () => {
    const page = await windowOf(address, 't.hallam');
    await page.goto(address + grid);
    const first = await fieldOf(page, 'AFL04', 'expected_on').getAttribute('name');
    const second = await fieldOf(page, 'AFL06', 'expected_on').getAttribute('name');
    await fieldOf(page, 'AFL04', 'expected_on').focus();
    for (const [key, name] of [['ArrowDown', second], ['ArrowUp', first], ['Enter', second], ['Shift+Enter', first]]) {
      await page.keyboard.press(key);
      assert.equal(await focused(page), name, key);
    }
    await fieldOf(page, 'AFL04', 'numerator').focus();
    await page.keyboard.type('12');
    await page.keyboard.press('ArrowRight');
    assert.match(await focused(page), /^denominator-/);
    await page.keyboard.press('ArrowLeft');
    assert.equal(await page.evaluate(() => getSelection().toString() || document.activeElement.value), '12');
    for (let i = 0; i < 30; ++i) await page.keyboard.press('Enter');
    assert.equal(page.url(), address + grid);
    await page.shut();
  });

  it('are refused together, each fault beside its cell and at the top, with all that was typed', async () => {
    const page = await windowOf(address, 't.hallam');
    await page.goto(address + grid);
    await fieldOf(page, 'AFL04', 'numerator').fill('50');
    await fieldOf(page, 'AFL04', 'denominator').fill('44');
    await fieldOf(page, 'AFL06', 'value').fill('3o');
    await fieldOf(page, 'AFL06', 'note').fill('As in September.');
    await send(page);
    const summary = page.locator('.govuk-error-summary a');
    assert.ok(await summary.count() >= 3, await words(page, '.govuk-error-summary'));
    const hrefs = await summary.evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    for (const href of hrefs) assert.equal(await page.locator(href).count(), 1, href);
    assert.match(await words(page, '.govuk-error-summary'), /AFL06, October 2025: Found ‘3o’/);
    assert.equal(await fieldOf(page, 'AFL04', 'numerator').inputValue(), '50');
    assert.equal(await fieldOf(page, 'AFL06', 'note').inputValue(), 'As in September.');
    await isFine(page);

    // Put right, but for a figure that its history does not know: it asks why.
    await fieldOf(page, 'AFL04', 'numerator').fill('12');
    await fieldOf(page, 'AFL04', 'note').fill('Fewer staff in October.');
    await fieldOf(page, 'AFL06', 'value').fill('31');
    await send(page);
    const reason = page.locator('[name^="reason-"]').first();
    assert.match(await words(page, '.govuk-error-summary'), /If it is right, say why/);
    await isFine(page);
    for (const one of await page.locator('[name^="reason-"]').all()) await one.fill('Two of four officers were away.');
    await send(page);
    assert.equal(await reason.count(), 0);
    assert.match(page.url(), /\/my-figures$/);
    assert.match(await words(page, 'main, .said, body'), /Two figures are saved\. They go to be checked\./);
    await page.shut();
  });

  it('show what someone else saved first beside one’s own', async () => {
    const one = await windowOf(address, 't.hallam'), other = await windowOf(address, 't.hallam');
    await one.goto(address + grid);
    await other.goto(address + grid);
    await fieldOf(one, 'AFL06', 'note').fill('The first to save.');
    await send(one);
    await fieldOf(other, 'AFL06', 'note').fill('The second to save.');
    await send(other);
    assert.match(await words(other, '.under .govuk-inset-text'), /Saved meanwhile by Tom Hallam.*The first to save/s);
    assert.equal(await fieldOf(other, 'AFL06', 'note').inputValue(), 'The second to save.');
    await isFine(other);
    await send(other);
    assert.match(await words(other, 'body'), /One figure is saved/);
    await one.shut();
    await other.shut();
  });

  it('are entered on a phone without scripts', async () => {
    const page = await windowOf(address, 't.hallam', { script: false, width: 375, height: 700 });
    await page.goto(address + grid);
    assert.equal(await page.locator('#grid-hint').isVisible(), false);
    await fieldOf(page, 'AFL04', 'next').fill('Two officers come back in December.');
    await page.getByRole('button', { name: 'Save all' }).click();
    await page.waitForURL(/\/my-figures$/);
    assert.match(await words(page, 'body'), /One figure is saved/);
    await page.shut();
  });

  it('are cards on a phone of 320 px', async () => {
    const page = await windowOf(address, 't.hallam', { width: 320, height: 600 });
    await page.goto(address + grid);
    await isFine(page);
    const field = fieldOf(page, 'AFL04', 'note');
    assert.ok((await field.boundingBox()).width > 240);
    await page.shut();
  });

  it('are taken as a workbook and brought back, on a desk and on a phone', async () => {
    for (const width of [1200, 320]) {
      const page = await windowOf(address, 't.hallam', { width });
      await page.goto(address + '/my-figures/workbook');
      await isFine(page);
      const bring = async (text) => {
        await page.goto(address + '/my-figures/workbook');
        await page.locator('[name=files]').setInputFiles({ name: 'mine.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
        await page.getByRole('button', { name: 'Show what would change' }).click();
        await page.waitForLoadState('load');
      };
      await bring('code,period,value,note\nAFL06,October 2025,three,\n');
      assert.match(await words(page, 'main'), /Row 2, Figure Found ‘three’.*Row 2, What happened, and why Say/s);
      await isFine(page);
      await bring(`code,period,value,note\nAFL06,October 2025,30,As in September at ${width}.\n`);
      assert.match(await words(page, 'main'), /One figure would be entered\. Nothing is saved yet\./);
      await isFine(page);
      await page.getByRole('button', { name: 'Enter this figure' }).click();
      await page.waitForURL(/\/my-figures$/);
      assert.match(await words(page, 'body'), /One figure is saved/);
      await page.shut();
    }
  });
});
