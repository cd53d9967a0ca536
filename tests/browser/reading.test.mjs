// Every page in every state can be read: by a screen reader, on a small phone, without scripts, on paper.
import { describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { axeViolations, newWindow, words } from './browser.mjs';
import { noFaults } from './faults.mjs';
import { everyState } from './site.mjs';

// Opens each page in one window and gathers what `faults` finds, so that one run shows all that is wrong.
async function forEveryPage(options, faults) {
  const page = await newWindow(options);
  const found = [];
  for (const [what, address] of await everyState()) {
    await page.goto(address);
    for (const fault of await faults(page, address)) found.push([what, fault]);
  }
  await page.shut();
  noFaults(found);
}

// Something sticks out to the right of the window and no scrolling part of the page of its own holds it.
function sticksOut() {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const wide = [...document.body.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > width + 1);
  const some = wide.slice(0, 3).map((one) => one.outerHTML.slice(0, 120)).join(' | ');
  return [`${document.documentElement.scrollWidth} px wide in ${width}: ${some}`];
}

describe('every page', () => {
  for (const width of [1200, 375]) {
    it(`has no fault that axe can find, ${width} px wide`, () => forEveryPage({ width }, axeViolations));
  }

  it('needs no scrolling sideways at 320 px', () => forEveryPage({ width: 320, height: 600 }, (page) => page.evaluate(sticksOut)));

  it('breaks no policy, has no script error and asks no other machine for anything', () =>
    forEveryPage({}, async (page) => page.complaints.splice(0)));

  it('says the same without scripts', async () => {
    const plain = await newWindow({ script: false });
    await forEveryPage({}, async (page, address) => {
      await plain.goto(address);
      const [withScript, without] = [await words(page, 'main'), await words(plain, 'main')];
      return withScript === without ? [] : [`with scripts "${withScript}", without "${without}"`];
    });
    await plain.shut();
  });

  it('has one main heading, a title of its own and a language', () => forEveryPage({}, async (page) => {
    const faults = [];
    if (await page.locator('h1').count() !== 1) faults.push('not one h1');
    if (!/\S+ .*\S/.test(await page.title())) faults.push(`title "${await page.title()}"`);
    if (await page.locator('html').getAttribute('lang') !== 'en-GB') faults.push('language is not en-GB');
    return faults;
  }));

  it('prints with its address, its moment and without its navigation', async () => {
    const page = await newWindow({ width: 688 });  // A4 without its margins
    const faults = [];
    for (const [what, address] of await everyState()) {
      await page.emulateMedia({ media: 'screen' });
      await page.goto(address);
      await page.emulateMedia({ media: 'print' });
      const text = await words(page);
      if (await page.locator('nav').first().isVisible()) faults.push([what, 'the navigation is printed']);
      if (!/not exist/.test(what) && !text.includes(new URL(page.url()).pathname)) faults.push([what, 'the address is not on paper']);
      if (!/\d{1,2} [A-Z][a-z]+ 20\d\d/.test(text)) faults.push([what, 'no moment on paper']);
      faults.push(...(await page.evaluate(sticksOut)).map((fault) => [what, fault]));
    }
    const pdf = await page.pdf({ format: 'A4', tagged: true });
    await page.shut();
    assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
    noFaults(faults);
  });
});
