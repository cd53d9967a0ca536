// A council whose every word is script, SQL or a formula (tests/support/naughty_council.py): nothing runs, nothing is loaded from
// elsewhere, the policy has nothing to refuse, on any page that anybody is led to, and in what its scripts write into the page.
import { describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { naughtyCouncil } from './council.mjs';
import { noFaults } from './faults.mjs';
import { pagesOf, windowOf } from './people.mjs';

const MARK = 'zq7x';

// What of the page carries the mark and could run or load something, as the browser itself has read it.
const alive = (mark) => [...document.querySelectorAll('*')].flatMap((one) => {
  const inner = ['SCRIPT', 'STYLE'].includes(one.tagName) && one.textContent.includes(mark) ? [one.outerHTML] : [];
  const leads = ({ name, value }) => ['href', 'src', 'action', 'formaction', 'xlink:href', 'content'].includes(name)
    && /^\s*(javascript|data):|^\/\//i.test(value);
  const runs = [...one.attributes].filter((each) => each.value.includes(mark)
    && (each.name.startsWith('on') || ['srcdoc', 'style'].includes(each.name) || leads(each)));
  return [...inner, ...runs.map(({ name }) => `${name} of ${one.outerHTML.slice(0, 120)}`)];
});

describe('words that would be script', () => {
  it('stay words on each kind of page, for each kind of reader', async () => {
    const { address } = await naughtyCouncil();
    const found = [];
    let looked = 0;
    for (const person of ['o0', 'c0', 'team', 'chief', 'audit', 'admin']) {
      const page = await windowOf(address, person);
      page.on('dialog', async (dialog) => {
        if (dialog.type() === 'beforeunload') return dialog.accept();  // the grid asks before what was typed is lost
        found.push([page.url(), `a dialog: ${dialog.message()}`]);
        await dialog.dismiss();
      });
      for (const path of (await pagesOf(address, person)).keys()) {
        await page.goto(address + path);
        looked += 1;
        for (const box of (await page.locator('textarea').all()).slice(0, 2)) await box.pressSequentially('"><img src=x onerror=zq7x()> ');
        for (const fault of [...page.complaints.splice(0), ...await page.evaluate(alive, MARK)]) found.push([`${person} ${path}`, fault]);
      }
      await page.shut();
    }
    noFaults(found);
    assert.ok(looked > 60, `${looked} pages`);
  });
});
