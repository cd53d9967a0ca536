// Bringing in files from the page: what would change is shown first, every fault has its place, nothing is saved by halves.
import { describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { axeViolations } from './axe.mjs';
import { newWindow, words } from './browser.mjs';
import { demoCouncil, fileWith } from './council.mjs';

let council;
const own = () => (council ??= demoCouncil());  // changed here, so no other test's

// The data version stands at the foot of every page.
async function version(page) {
  const { address } = await own();
  await page.goto(address + '/help');
  return (await words(page, 'footer')).match(/data version (\d+)/)[1];
}

async function choose(page, ...files) {
  const { address } = await own();
  await page.goto(address + '/import');
  await page.locator('input[type=file]').setInputFiles(files);
  await page.locator('main form button').first().click();
}

// A count that comes in each month: a value alone is a figure.
async function aCount() {
  const { address } = await own();
  const { indicators } = await (await fetch(address + '/indicators.json')).json();
  return indicators.find((one) => one.kind === 'core' && one.unit === '' && Number.isInteger(one.value)).indicator;
}

const figures = (...rows) => fileWith('figures.csv', ['indicator,period,value,standing,reason,note', ...rows].join('\n') + '\n');

describe('bringing in files', () => {
  it('offers a template and a filled example that open', async () => {
    const { address } = await own();
    const html = await (await fetch(address + '/import')).text();
    const books = [...html.matchAll(/href="([^"]+\.xlsx)"/g)].map((match) => match[1]);
    assert.ok(books.length >= 2, `workbooks offered: ${books}`);
    for (const book of books) {
      const answer = await fetch(address + book);
      const bytes = Buffer.from(await answer.arrayBuffer());
      assert.equal(answer.status, 200, book);
      assert.equal(bytes.subarray(0, 2).toString(), 'PK', book);
    }
  });

  it('shows what would change, saves it when told to, and says so', async () => {
    const page = await newWindow();
    const before = await version(page);
    const count = await aCount();
    await choose(page, figures(`${count},2025-10-01/P1M,7,revised,Counted again.,A recount in November.`));
    assert.match(await words(page, 'main'), /1 figure/i);
    assert.deepEqual(await axeViolations(page), []);
    assert.equal(await version(await newWindow()), before, 'nothing is saved by looking');

    await page.locator('main form button').first().click();
    assert.match(await words(page, 'main'), /saved|brought in|is new|are new/i);
    assert.notEqual(await version(await newWindow()), before);
    await page.goto(`${(await own()).address}/indicators/${count}`);
    assert.match(await words(page, 'main'), /A recount in November\./);
    assert.deepEqual(page.complaints, []);
    await page.shut();
  });

  it('lists every fault with its row and column, and saves nothing', async () => {
    const page = await newWindow({ width: 375 });
    const before = await version(page);
    const count = await aCount();
    const rows = [`${count},Octember 2025,1,,,A note.`, 'NOSUCH1,April 2025,12,,,A note.', `${count},April 2025,twelve,,,A note.`];
    await choose(page, figures(...rows));
    const said = await words(page, 'main');
    for (const place of ['Octember 2025', 'NOSUCH1', 'twelve']) assert.ok(said.includes(place), `${place} is named: ${said}`);
    for (const row of [2, 3, 4]) assert.match(said, new RegExp(`\\b${row}\\b`));
    assert.match(said, /nothing (was|has been|is) saved/i);
    assert.deepEqual(await axeViolations(page), []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, 'no scrolling sideways');
    assert.equal(await version(page), before);
    await page.shut();
  });

  it('adds up the past of the councils before, shows what it makes, and keeps the marks', async () => {
    const page = await newWindow({ width: 375 });
    const { address } = await own();
    const example = async (name) => fileWith(name, await (await fetch(`${address}/import/predecessors/${name}`)).text());
    await page.goto(address + '/import/predecessors');
    await page.locator('main form button').first().click();
    assert.match(await words(page, 'main'), /Say why they are brought in/);
    await page.locator('input[name=figures]').setInputFiles(await example('figures.csv'));
    await page.locator('input[name=mapping]').setInputFiles(await example('mapping.csv'));
    await page.locator('textarea').fill('Past of the two districts.');
    await page.locator('main form button').first().click();
    const said = await words(page, 'main');
    const marks = ['60% of Amber County', 'Apportioned', 'Incomplete', 'Percentages are never averaged', 'Nothing is saved yet'];
    for (const mark of marks) assert.ok(said.includes(mark), `${mark}: ${said}`);
    assert.deepEqual(await axeViolations(page), []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, 'no scrolling sideways');
    await page.locator('main form button').first().click();
    assert.match(await words(page, 'main'), /Why: Past of the two districts\./);
    const indicator = (await (await fetch(`${address}/import/predecessors/figures.csv`)).text()).split('\n')[1].split(',')[3];
    await page.goto(`${address}/indicators/${indicator}`);
    assert.match(await words(page, 'main'), /those of the councils before this one/);
    assert.deepEqual(page.complaints.filter((one) => !one.includes('400')), [], 'but for the form that lacked its reason');
    await page.shut();
  });

  it('needs no scripts', async () => {
    const page = await newWindow({ script: false });
    await choose(page, figures('NOSUCH1,April 2025,12,,,A note.'));
    assert.match(await words(page, 'main'), /NOSUCH1/);
    await page.shut();
  });

  it('says what is missing when no file is chosen, and what a file is not', async () => {
    const page = await newWindow();
    await choose(page);
    assert.match(await words(page, 'main'), /choose/i);
    await choose(page, fileWith('holiday.jpg', '\xff\xd8\xff\xe0 not a workbook'));
    assert.match(await words(page, 'main'), /holiday\.jpg/);
    assert.deepEqual(await axeViolations(page), []);
    await page.shut();
  });

  it('is refused to whoever is not at the machine, with the rule', async () => {
    const { address } = await own();
    for (const header of ['x-forwarded-for', 'forwarded']) {
      const answer = await fetch(address + '/import', { headers: { [header]: '192.0.2.1' } });
      assert.equal(answer.status, 403);
      assert.match(await answer.text(), /at the machine that runs Goldenthread/);
    }
  });

  it('is refused to a form of another site', async () => {
    const { address } = await own();
    const form = new FormData();
    form.set('token', 'guessed');
    form.set('files', new Blob(['indicator,period,value\n']), 'figures.csv');
    const answer = await fetch(address + '/import', { method: 'POST', body: form });
    assert.equal(answer.status, 403);
    assert.match(await answer.text(), /load the page again/);
  });
});
