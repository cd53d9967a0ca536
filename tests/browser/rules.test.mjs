// The council's own rule through the browser: written without scripts on a phone, tried on the real figures, refused until it has a
// reason, set; and written with the keyboard alone. Each page on the way is looked at as it stands just then.
import { before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { axeViolations } from './axe.mjs';
import { words } from './browser.mjs';
import { demoCouncil } from './council.mjs';
import { windowOf } from './people.mjs';

let address;  // of a demo of its own, for it changes

async function isFine(page) {
  assert.deepEqual(await axeViolations(page), [], page.url());
  assert.deepEqual(page.complaints.splice(0), [], page.url());
  const fits = await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
  assert.equal(fits, true, `no scrolling sideways on ${page.url()}`);
}

const press = (page, name) => Promise.all([page.waitForEvent('framenavigated'), page.getByRole('button', { name }).click()]);

describe('the rule by which status is given', () => {
  before(async () => { ({ address } = await demoCouncil()); });

  it('is written on a phone without scripts, tried, and set with a reason', async () => {
    const page = await windowOf(address, 'k.benali', { width: 375, script: false });
    await page.goto(address + '/rules');
    assert.match(await words(page, 'main'), /given by the usual rule/);
    await page.getByRole('link', { name: 'Change the rule' }).click();

    // From the usual rule: no better than target, and close only while it is no worse than a year before.
    await press(page, 'Remove step 1');
    await page.getByLabel('Name of the rule').fill('Close while it holds');
    assert.equal(await page.locator('#step_2_number_1').isVisible(), false, 'a condition without a number has no field for one');
    await page.locator('#step_2_when_1').selectOption('near_year');
    assert.equal(await page.locator('#step_2_number_1').isVisible(), true);
    await press(page, 'See what would change');
    assert.match(await words(page, 'main'), /Step 2: type the number beside the condition/);
    await page.getByRole('link', { name: /Step 2: type the number/ }).click();
    await page.locator('#step_2_number_1').fill('2');
    await press(page, 'See what would change');
    assert.match(page.url(), /\/rules\/what-would-change\?for=council&name=Close/);
    assert.match(await words(page, 'main'), /indicators would have another status in 2025\/26 Q2/);
    assert.match(await words(page, 'main'), /than .* in September 2024, so close \(amber\): step 2 of the rule ‘Close while it holds’/);

    await press(page, 'Set the rule');
    assert.match(await words(page, 'main'), /Say why the rule changes/);
    assert.match(await words(page, 'main'), /Say on whose authority/);
    await page.getByLabel('Counts for periods that end').fill('2025-07-01');
    await page.getByLabel('Why').fill('Close should mean that it holds.');
    await page.getByLabel('On whose authority').fill('Cabinet, 14 July 2025');
    await press(page, 'Set the rule');
    const said = await words(page, 'body');
    assert.match(said, /The rule is set/);
    assert.match(said, /the rule ‘Close while it holds’/);
    assert.match(said, /Close should mean that it holds/);
    await page.shut();
  });

  it('stands beside every status that it gave, for everybody', async () => {
    const page = await windowOf(address, 't.hallam');
    await page.goto(address + '/indicators/BBF09');
    assert.match(await words(page, 'main'), /step \d of the rule ‘Close while it holds’/);
    await page.getByRole('link', { name: 'The rule ‘Close while it holds’' }).click();
    assert.match(await words(page, 'main'), /How each status is given/);
    await isFine(page);
    await page.goto(address + '/');
    assert.match(await words(page, 'main'), /By the rule ‘Close while it holds’ and the usual rule/);
    await page.shut();
  });

  it('is fine to look at in each of its states', async () => {
    for (const width of [1200, 320]) {
      const page = await windowOf(address, 'k.benali', { width });
      for (const path of ['/rules', '/rules/change', '/rules/change?for=core&from=floor',
        '/rules/what-would-change?for=council&from=two-strikes', '/rules/what-would-change?for=council&gone=yes',
        '/rules/what-would-change?for=management&from=third-time']) {
        await page.goto(address + path);
        await isFine(page);
      }
      await page.goto(address + '/rules/change');
      await page.locator('#step_1_rating').selectOption('red');
      await press(page, 'See what would change');
      assert.match(await words(page, 'main'), /There is a problem[^]*Step 1 would say Off target of a figure that is on target/);
      await isFine(page);
      await page.shut();
    }
  });

  it('is tried by the return key, and its steps are moved by buttons that say which', async () => {
    const page = await windowOf(address, 'k.benali');
    await page.goto(address + '/rules/change?from=missed-but-improving');
    await page.getByRole('button', { name: 'Move step 3 up' }).focus();
    await Promise.all([page.waitForEvent('framenavigated'), page.keyboard.press('Enter')]);
    assert.equal(await page.locator('#step_2_rating').inputValue(), 'red');
    await page.getByRole('button', { name: 'Move step 2 down' }).focus();
    await Promise.all([page.waitForEvent('framenavigated'), page.keyboard.press('Enter')]);
    await page.locator('#name').focus();
    await Promise.all([page.waitForEvent('framenavigated'), page.keyboard.press('Enter')]);
    assert.match(page.url(), /what-would-change/);
    await page.shut();
  });
});
