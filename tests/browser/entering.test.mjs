// A figure's way through the browser: entered with the keyboard alone, and on a phone without scripts; checked, given back, put
// right. Each page on the way is looked at as it stands just then: with its faults, its preview, its banner.
import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { axeViolations } from './axe.mjs';
import { words } from './browser.mjs';
import { demoCouncil } from './council.mjs';
import { windowOf } from './people.mjs';

let address;  // of a demo of its own, for it changes

const focused = (page) => page.evaluate(() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const style = getComputedStyle(one);
  const box = one.getBoundingClientRect();
  return {
    name: one.tagName.toLowerCase(),
    text: one.textContent.trim(),
    href: one.getAttribute('href') ?? '',
    field: one.getAttribute('name') ?? '',
    // The last stop of a date is the browser's own button within the field, which marks itself.
    marked: (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none' || !one.matches(':focus'),
    inView: box.bottom > 0 && box.top < innerHeight && box.width > 0,
  };
});

// Presses Tab until `wanted` has the focus, which must be seen at every stop.
async function tabTo(page, what, wanted, most = 120) {
  for (let i = 0; i < most; ++i) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (!now) continue;
    const what = `${now.name} "${now.text.slice(0, 60)}" ${now.field}`;
    assert.ok(now.marked && now.inView, `${what} shows its focus on ${page.url()} (marked ${now.marked}, in view ${now.inView})`);
    if (wanted(now)) return now;
  }
  throw new Error(`Tab does not lead to ${what} on ${page.url()}`);
}
const toField = (page, name) => tabTo(page, `the field ${name}`, (one) => one.field === name);
const toButton = (page, text) => tabTo(page, `the button ${text}`, (one) => one.name === 'button' && text.test(one.text));
const toLink = (page, href) => tabTo(page, `the link ${href}`, (one) => one.href === href);

async function press(page, key = 'Enter') {
  await Promise.all([page.waitForEvent('framenavigated'), page.keyboard.press(key)]);
  await page.waitForLoadState('load');
}

async function isFine(page) {
  assert.deepEqual(await axeViolations(page), [], page.url());
  assert.deepEqual(page.complaints.splice(0), [], page.url());
  const fits = await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
  assert.equal(fits, true, `no scrolling sideways on ${page.url()}`);
}

describe('a figure', () => {
  before(async () => { ({ address } = await demoCouncil()); });

  it('is entered and approved with the keyboard alone', async () => {
    const officer = await windowOf(address, 't.hallam');
    await officer.goto(address + '/my-figures');
    assert.match(await words(officer, 'main'), /late/i);
    await toLink(officer, '/my-figures/AFL04/2025-10');
    await press(officer);

    // Nothing typed: each fault stands beside its field, and at the top with a link that leads there.
    await toButton(officer, /Save/);
    await press(officer);
    assert.match(await words(officer, 'main'), /There is a problem/);
    await isFine(officer);
    await officer.locator('.govuk-error-summary a').first().focus();
    await officer.keyboard.press('Enter');
    assert.ok((await focused(officer)).field, 'the first fault leads to its field');

    await officer.goto(address + '/my-figures/AFL04/2025-10');
    await toField(officer, 'numerator');
    await officer.keyboard.type('42');
    await toField(officer, 'denominator');
    await officer.keyboard.type('46');
    await toField(officer, 'note');
    await officer.keyboard.type('Four of the 46 enquiries are still open, two of them in care homes where the risk is being watched.');
    await toField(officer, 'next');
    await officer.keyboard.type('Both homes are visited again on 3 December.');
    await toButton(officer, /Save/);
    await press(officer);
    const asked = await officer.locator('[name^=reason-]').count();
    for (let i = 0; i < asked; ++i) {
      await tabTo(officer, 'a reason', (one) => one.field.startsWith('reason-'));
      await officer.keyboard.type('The count was read twice.');
    }
    if (asked > 0) {
      await toButton(officer, /Save/);
      await press(officer);
    }
    assert.match(await words(officer, 'body'), /saved\. It goes to be checked/i);
    await isFine(officer);
    await officer.shut();

    const checker = await windowOf(address, 'g.adeyemi');
    await checker.goto(address + '/check');
    await isFine(checker);
    await toLink(checker, '/check/AFL04/2025-10');
    await press(checker);
    const shown = await words(checker, 'main');
    assert.match(shown, /91\.3%/);
    assert.match(shown, /Four of the 46 enquiries/);
    await isFine(checker);
    await toButton(checker, /Approve/);
    await press(checker);
    assert.match(await words(checker, 'body'), /approved/i);
    await isFine(checker);
    await checker.shut();
  });

  for (const [how, options] of [['on a phone without scripts', { width: 375, script: false }], ['on a phone', { width: 375 }]]) {
    it(`is entered, given back, put right and approved ${how}`, async () => {
      const where = options.script === false ? 'AFL06/2025-10' : 'AFL05/2025-10';
      const officer = await windowOf(address, 't.hallam', options);
      const checker = await windowOf(address, 'g.adeyemi', options);
      const looked = async (page) => {
        if (options.script !== false) await isFine(page);
      };
      const save = async () => {
        await officer.locator('main form button').filter({ hasText: /Save/ }).first().click();
        const reasons = officer.locator('[name^=reason-]');
        if (!/saved/i.test(await words(officer, 'body')) && await reasons.count() > 0) {
          for (let i = 0; i < await reasons.count(); ++i) await reasons.nth(i).fill('The count was read twice.');
          await looked(officer);
          await officer.locator('main form button').filter({ hasText: /Save/ }).first().click();
        }
        assert.match(await words(officer, 'body'), /saved/i);
      };
      const fill = async (typed) => {
        for (const [name, text] of Object.entries(typed)) {
          const field = officer.locator(`[name=${name}]`);
          if (await field.count() > 0) await field.fill(text);
        }
      };

      await officer.goto(`${address}/my-figures/${where}`);
      await looked(officer);
      const note = 'Two hospitals discharged more people than usual before the half-term week.';
      await fill({ value: '31', numerator: '330', denominator: '1430', note });
      await save();
      await looked(officer);

      await checker.goto(`${address}/check/${where}`);
      await looked(checker);
      await checker.locator('textarea[name=said]').fill('Which hospitals? Say what is agreed with them.');
      await checker.locator('main form button').filter({ hasText: /Give back/ }).click();
      assert.match(await words(checker, 'body'), /given back|goes back|gave|back/i);

      await officer.goto(`${address}/my-figures`);
      assert.match(await words(officer, 'main'), /came back/i);
      await looked(officer);
      await officer.goto(`${address}/my-figures/${where}`);
      assert.match(await words(officer, 'main'), /Which hospitals\?/);
      await looked(officer);
      await fill({ note: 'Ambleford General and the Infirmary discharged more people than usual; both hold a weekly call with us now.' });
      await save();

      await checker.goto(`${address}/check/${where}`);
      await checker.locator('main form button').filter({ hasText: /Approve/ }).click();
      assert.match(await words(checker, 'body'), /approved/i);
      await looked(checker);
      await officer.shut();
      await checker.shut();
    });
  }

  it('shows both when someone saved first, and keeps what was typed', async () => {
    const [first, second] = [await windowOf(address, 't.hallam'), await windowOf(address, 'r.begum')];
    for (const page of [first, second]) await page.goto(`${address}/my-figures/AFL05/2025-10`);
    for (const [page, note] of [[first, 'As Tom saw it.'], [second, 'As Ruksana saw it.']]) {
      await page.locator('[name=note]').fill(note);
      await page.locator('main form button').filter({ hasText: /Save/ }).first().click();
      const reasons = page.locator('[name^=reason-]');
      if (note.startsWith('As Tom') && await reasons.count() > 0) {
        for (let i = 0; i < await reasons.count(); ++i) await reasons.nth(i).fill('Read twice.');
        await page.locator('main form button').filter({ hasText: /Save/ }).first().click();
      }
    }
    assert.match(await words(second, 'main'), /As Tom saw it\./);
    assert.equal(await second.locator('[name=note]').inputValue(), 'As Ruksana saw it.');
    await isFine(second);
    await first.shut();
    await second.shut();
  });

  after(() => { address = undefined; });
});
