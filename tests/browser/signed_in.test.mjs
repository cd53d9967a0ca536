// What people see once they have signed in: each kind of page that each role is led to can be read by a screen reader, on a small
// phone and without scripts, and leads nowhere that is not there.
import { before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { noFaults } from './faults.mjs';
import { looks, Looked } from './looks.mjs';
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
});

describe('each page of whoever has signed in', () => {
  const looked = new Looked('policy', 'head', 'words', 'axe', 'phone', 'small');

  before(async () => {
    const { address } = await demo();
    for (const person of people) {
      const page = await windowOf(address, person);
      for (const { path } of (await everyPage()).filter((one) => one.person === person))
        await looked.at(page, { what: `${person} ${path}`, address: address + path });
      await page.shut();
    }
  });

  for (const name of looked.names) it(looks[name][0], async (test) => looked.proves(name, (await everyPage()).length, test));
});
