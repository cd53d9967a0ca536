// The looks find what they are for: a small site whose pages have each one fault, for one person only, on a phone only, or of a policy;
// and what has passed is not looked at again with what cannot find more.
import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { newWindow } from './browser.mjs';
import { looks, Looked } from './looks.mjs';

const page = ({ who = 'Ann Other', title = 'A page of a council', head = '', main = '<h1>One</h1>', style = '' }) => `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><link rel="icon" href="data:,"><style>${style} @media print { nav { display: none } }</style>${head}</head><body>
<header><span class="who"><a href="/">${who}</a></span></header>
<nav class="nav" aria-label="Main"><ul><li><a href="/">Board <span class="count">${who.length}</span></a></li></ul></nav>
<main>${main}<form method="post"><input type="hidden" name="token" value="${Math.random()}">
<label for="a">Figure</label> <input id="a"> <button>Send</button></form></main>
<footer><p>As at 24 November 2025.</p><p class="paper">Address: PATH</p></footer></body></html>`;

const main = '<h1>One</h1>', script = 'document.getElementById("p").textContent = "Written by a script";';
const pages = {
  '/good': page({}),
  '/good?of=another': page({ who: 'Bob Else' }),
  '/no-label': page({}).replace('<label for="a">Figure</label>', ''),
  '/no-contrast': page({ main: `${main}<p class="pale">Pale words</p>`, style: '.pale { color: #aaa; background: rgba(255, 255, 255, .9) }' }),
  '/no-contrast-on-a-phone': page({ main: `${main}<p class="pale">Pale words</p>`, style: '@media (max-width: 400px) { .pale { color: hsl(0 0% 70%) } }' }),
  '/wide': page({ main: `${main}<div class="wide">Wide</div>`, style: '.wide { width: 340px }' }),
  '/two-heads': page({ main: main + main }),
  '/no-title': page({ title: 'A' }),
  '/raw': page({ main: `${main}<p>{figure}</p>` }),
  '/script': page({ main: `${main}<p id="p">Plain</p>`, head: '<script src="/script.js" defer></script>' }),
  '/refused': page({ main: `${main}<p style="color: black">Inline</p>` }),
  '/elsewhere': page({ main: `${main}<img src="http://elsewhere.invalid/a.png" alt="A picture">` }),
  '/printed-navigation': page({}).replace('@media print { nav { display: none } }', ''),
};
const finds = {
  '/no-label': ['axe', 'phone'], '/no-contrast': ['axe', 'phone'], '/no-contrast-on-a-phone': ['phone'], '/wide': ['small'], '/two-heads': ['head'],
  '/no-title': ['head'], '/raw': ['words'], '/script': ['plain'], '/refused': ['policy'], '/elsewhere': ['policy'], '/printed-navigation': ['paper'],
};

let site, address, window, plain;

async function lookedAt(looked, path) {
  await looked.at(window, { what: path, address: address + path }, plain);
  return looked.names.filter((name) => looked.found.get(name).some(([what]) => what === path));
}

describe('what is looked at on a page', () => {
  before(async () => {
    site = createServer((asked, answer) => {
      answer.setHeader('content-security-policy', "default-src 'self' 'unsafe-inline' data:; style-src-attr 'none'; img-src * data:");
      if (asked.url === '/script.js') return answer.setHeader('content-type', 'text/javascript').end(script);
      return answer.setHeader('content-type', 'text/html').end(pages[asked.url].replace('PATH', asked.url.split('?')[0]));
    });
    await new Promise((done) => site.listen(0, '127.0.0.1', done));
    address = `http://127.0.0.1:${site.address().port}`;
    window = await newWindow();
    plain = await newWindow({ script: false });
  });
  after(async () => { await window.shut(); await plain.shut(); site.closeAllConnections(); site.close(); });

  it('is nothing on a page without a fault', async () => assert.deepEqual(await lookedAt(new Looked(...Object.keys(looks)), '/good'), []));

  for (const [path, names] of Object.entries(finds))
    it(`is found at ${path}, by ${names.join(' and ')}`, async () => {
      const found = await lookedAt(new Looked(...Object.keys(looks)), path);
      for (const name of names) assert.ok(found.includes(name), `${name} of ${found}`);
    });

  it('is each of them found by some page here', () => assert.deepEqual(new Set(Object.values(finds).flat()), new Set(Object.keys(looks))));

  it('is counted, and the dear looks are not taken again at the same elements for another person', async (test) => {
    const looked = new Looked('head', 'axe', 'small');
    for (const path of ['/good', '/good?of=another', '/no-label']) await lookedAt(looked, path);
    assert.deepEqual([...looked.pages.values()], [3, 2, 3]);
    assert.equal(looked.again, 1);
    assert.throws(() => looked.proves('axe', 3, test), /1 faults\n.*label/s);
    assert.throws(() => looked.proves('head', 4, test));
    looked.proves('head', 3, test);
  });

  it('is found for the second person where the first has none, and again where the first had it', async () => {
    const looked = new Looked('axe');
    assert.deepEqual(await lookedAt(looked, '/good'), []);
    pages['/good?of=another'] = pages['/good?of=another'].replace('<label for="a">Figure</label>', '');
    assert.deepEqual(await lookedAt(looked, '/good?of=another'), ['axe']);
    assert.deepEqual(await lookedAt(looked, '/no-label'), ['axe']);
    assert.equal(looked.again, 0);
  });
});
