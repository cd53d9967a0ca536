// What people see once they have signed in: each kind of page that each role is led to can be read by a screen reader, on a small
// phone and without scripts, and leads nowhere that is not there.
import { describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { axeViolations, words } from './browser.mjs';
import { noFaults } from './faults.mjs';
import { unclosed } from './pages.mjs';
import { pagesOf, windowOf } from './people.mjs';
import { demo } from './site.mjs';

// Somebody who enters, checks, manages, leads, proves, administers, keeps the cycle, and two members.
const people = ['t.hallam', 'g.adeyemi', 'r.carver', 'd.pemberton', 'k.benali', 'l.whitfield', 's.nwachukwu', 'c.morgan-price', 'c.pike'];

let made;
const everyPage = () => (made ??= (async () => {
  const { address } = await demo();
  const all = [];
  const looked = new Map();  // pattern: how many people have been there
  for (const person of people) {
    const pages = await pagesOf(address, person);
    for (const [path, page] of pages) {
      const everybodys = /^\/($|indicators|thread|services|directorates|set|priorities|help)/.test(path);
      if ((looked.get(page.pattern) ?? 0) < (everybodys ? 1 : 3)) all.push({ person, path, ...page });
    }
    for (const pattern of new Set([...pages.values()].map((page) => page.pattern))) looked.set(pattern, (looked.get(pattern) ?? 0) + 1);
  }
  return all;
})());

async function forEveryPage(options, faults) {
  const { address } = await demo();
  const found = [];
  for (const person of people) {
    const page = await windowOf(address, person, options);
    for (const one of (await everyPage()).filter((each) => each.person === person)) {
      await page.goto(address + one.path);
      for (const fault of await faults(page, one)) found.push([`${person} ${one.path}`, fault]);
    }
    await page.shut();
  }
  noFaults(found);
}

const sticksOut = (page) => page.evaluate(() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const wide = [...document.body.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > width + 1);
  const some = wide.slice(0, 3).map((one) => one.outerHTML.slice(0, 120)).join(' | ');
  return [`${document.documentElement.scrollWidth} px wide in ${width}: ${some}`];
});

describe('whoever has signed in', () => {
  it('is led to no page that is not there or that refuses', async () => {
    const broken = (await everyPage()).filter((one) => one.status !== 200).map((one) => `${one.person} ${one.path} ${one.status}`);
    assert.deepEqual(broken, []);
  });

  it('gets whole pages, with every element closed', async () => {
    noFaults((await everyPage()).flatMap((one) => unclosed(one.text).map((fault) => [`${one.person} ${one.path}`, fault])));
  });

  it('sees who they are, on every page', async () => {
    const { address } = await demo();
    const faults = (await everyPage()).filter((one) => !/href="?\/(account|demo)/.test(one.text)).map((one) => `${one.person} ${one.path}`);
    assert.deepEqual(faults, []);
    assert.ok((await everyPage()).length > 30, `${(await everyPage()).length} pages at ${address}`);
  });

  // Each page is opened once and then made narrower, as a window is.
  it('has pages without a fault that axe can find, at a desk and on a phone, with one heading, that break no policy and need no '
    + 'scrolling sideways at 320 px', () => forEveryPage({ width: 1200 }, async (page) => {
    await page.setViewportSize({ width: 1200, height: 900 });
    const faults = [...page.complaints.splice(0), ...await axeViolations(page)];
    if (await page.locator('h1').count() !== 1) faults.push('not one h1');
    if (!/\S+ .*\S/.test(await page.title())) faults.push(`title "${await page.title()}"`);
    if (/undefined|NaN|\{\w*\}|%s/.test(await words(page, 'main'))) faults.push('words that were meant for a program');
    await page.setViewportSize({ width: 375, height: 667 });
    faults.push(...(await axeViolations(page)).map((fault) => `on a phone: ${fault}`));
    await page.setViewportSize({ width: 320, height: 600 });
    return [...faults, ...await sticksOut(page)];
  }));
});
