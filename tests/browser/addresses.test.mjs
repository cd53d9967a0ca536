// Every address answers: pages with pages, data addresses with data, unknown ones in plain words; all of them quickly.
import { describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { get } from 'node:http';
import { fits, patterns } from './pages.mjs';
import { demo, demoPages } from './site.mjs';
import { parseCsv } from './csv.mjs';

// Pages that tell figures; help and forms do not.
const withoutData =
  /^\/(help|import|demo|sign-in|reset|compare\/(mapping\/|counts|words)|comparators\/(\d+\/years|lg-inform\/(choose|key)))/;
const pagesOnly = (pages) => [...pages].filter(([path, page]) => page.text !== '' && !withoutData.test(path));
// What help tells of may be for people who have signed in: then it leads there.
const leadsToSignIn = (page) => page.status === 303 && /^\/(sign-in|demo)/.test(page.headers.get('location') ?? '');
// A file that takes seconds leads, until it is made, to the page on which one waits for it.
const leadsToWhereItIsMade = (page) => page.status === 303 && /\/files\/[a-z-]+$/.test(page.headers.get('location') ?? '');
// A reference that an indicator had before it was renumbered leads to its page.
const leadsToItsNewReference = (page) => page.status === 303 && /^\/indicators\/[A-Z]+\d+\b/.test(page.headers.get('location') ?? '');

describe('addresses', () => {
  it('answer 200 wherever a page links to', async () => {
    const isThere = (page) =>
      page.status === 200 || leadsToSignIn(page) || leadsToWhereItIsMade(page) || leadsToItsNewReference(page);
    const broken = [...await demoPages()].filter(([, page]) => !isThere(page)).map(([path, page]) => `${path} ${page.status}`);
    assert.deepEqual(broken, []);
  });

  it('are all reached by links from the board', async () => {
    const reached = [...(await demoPages()).keys()];
    // Not the steps of a form, nor what a visitor who has not signed in is led on from, to its public form, nor
    // where one waits for a file.
    const isReached = (pattern) =>
      !pattern.startsWith('/import/') && pattern !== '/reports/{pack}/{edition}' && !pattern.endsWith('/files/{file}');
    const known = (await patterns((await demo()).address)).filter(isReached);
    const lost = known.filter((pattern) => !reached.some((path) => fits(pattern, path)));
    assert.deepEqual(lost, []);
  });

  it('reach each of the 167 indicators', async () => {
    const indicators = [...(await demoPages()).keys()].filter((path) => /^\/indicators\/[^/.?]+$/.test(path));
    assert.ok(indicators.length >= 167, `${indicators.length} indicators are linked to`);
  });

  it('give the same page as JSON, and as CSV that reads', async () => {
    const { address } = await demo();
    const faults = [];
    for (const [path] of pagesOnly(await demoPages())) {
      const [pure, query] = path.split('?');
      const at = (ending) => address + pure + ending + (query ? '?' + query : '');
      const json = await fetch(at('.json'));
      const text = await json.text();
      const is = (answer, type) => answer.status === 200 && (answer.headers.get('content-type') ?? '').startsWith(type);
      if (!is(json, 'application/json')) faults.push(`${at('.json')} ${json.status}`);
      else if (typeof JSON.parse(text) !== 'object') faults.push(`${at('.json')} is not an object`);
      const csv = await fetch(at('.csv'));
      if (!is(csv, 'text/csv')) { faults.push(`${at('.csv')} ${csv.status}`); continue; }
      const rows = parseCsv(await csv.text());
      if (rows.length < 1 || rows.some((row) => row.length !== rows[0].length)) faults.push(`${at('.csv')} is not a table`);
    }
    assert.deepEqual(faults, []);
  });

  it('carry the headers that keep a browser from doing harm', async () => {
    for (const [path, { headers }] of await demoPages()) {
      const policy = headers.get('content-security-policy') ?? '';
      assert.match(policy, /default-src 'none'/, path);
      assert.match(policy, /frame-ancestors 'none'/, path);
      assert.doesNotMatch(policy, /unsafe/, path);
      assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
      assert.ok(headers.get('referrer-policy'), path);
    }
  });

  it('that do not exist say so in plain words', async () => {
    const { address } = await demo();
    for (const path of ['/no/such/page', '/indicators/NOSUCH99', '/help/no-such-page', '/static/no-such-file.css']) {
      const answer = await fetch(address + path);
      assert.equal(answer.status, 404, path);
      const text = (await answer.text()).replace(/<[^>]+>/g, ' ');
      assert.match(text, /There is no/, path);
      assert.doesNotMatch(text, /404|invalid|exception/i, path);
    }
  });

  it('whose question cannot be read say what to write', async () => {
    const { address } = await demo();
    for (const path of ['/', '/indicators', '/thread', '/set', '/services', '/.json', '/indicators.csv']) {
      for (const question of ['as-at=yesterday', 'as-at=2025-02-31', 'as-at=9999999999999999', 'as-at=%00', 'period=sometime', 'year=99']) {
        const answer = await fetch(`${address}${path}?${question}`);
        assert.ok(answer.status < 500, `${path}?${question} ${answer.status}`);
        if (answer.status === 200) continue;
        const words = (await answer.text()).replace(/<[^>]+>/g, ' ');
        assert.match(words, /such as|as in|write it as|not text/i, `${path}?${question}`);
      }
      assert.equal((await fetch(address + path)).status, 200);
    }
  });

  it('of pages are answered in under 100 ms, by the server\'s own log', async () => {
    const server = await demo();
    await demoPages();
    await new Promise((done) => setTimeout(done, 1500));  // the log is written once a second
    const times = server.log().map((line) => line.match(/route=(\S+) .*ms=([\d.]+)/)).filter(Boolean);
    assert.ok(times.length > 167, `${times.length} requests in the log`);
    const byRoute = new Map();
    for (const [, route, ms] of times) if (!route.endsWith('.xlsx')) byRoute.set(route, [...(byRoute.get(route) ?? []), Number(ms)]);
    // A machine that is busy with other things holds up one request now and then: the median of a route is the program's own.
    const slow = [...byRoute].map(([route, all]) => [route, all.sort((a, b) => a - b)[all.length >> 1]]).filter(([, ms]) => ms >= 100);
    assert.deepEqual(slow, []);
  });

  it('never carry into a kept page what one request brought', async () => {
    const { address } = await demo();
    const path = '/?status=amber';
    const headers = { host: 'elsewhere.example', 'x-forwarded-host': 'elsewhere.example', 'x-forwarded-for': '192.0.2.1' };
    await new Promise((done, failed) => get(address + path, { headers }, (answer) => answer.resume().on('end', done)).on('error', failed));
    assert.doesNotMatch(await (await fetch(address + path)).text(), /elsewhere\.example|192\.0\.2\.1/);
  });
});
