// What is looked at on an open page, each look with what it says of a good page, the width of the window in which it looks, and the
// faults that it finds. A page is opened once at a desk and then made narrower, as a window is; last it is laid out for paper. `Looked`
// counts how many pages each look has seen, so that the log shows that none is left out.
import assert from 'node:assert/strict';
import { axeViolations } from './axe.mjs';
import { noFaults } from './faults.mjs';

export const desk = { width: 1200, height: 900 }, phone = { width: 375, height: 667 }, small = { width: 320, height: 600 };
const paper = { width: 688, height: 900 };  // A4 without its margins

// What a reader sees of a part of the page, in words, without regard to line breaks.
const seen = (page, part) => page.evaluate((one) => document.querySelector(one).innerText.replace(/\s+/g, ' ').trim(), part);

// Something sticks out to the right of the window and no scrolling part of the page of its own holds it.
const sticksOut = (page) => page.evaluate(() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const wide = [...document.body.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > width + 1);
  const first = wide.slice(0, 3).map((one) => one.outerHTML.slice(0, 120));
  return [`${document.documentElement.scrollWidth} px wide in ${width}: ${first.join(' | ')}`];
});

async function head(page) {
  const { headings, title, language } = await page.evaluate(() => ({
    headings: document.querySelectorAll('h1').length, title: document.title, language: document.documentElement.lang,
  }));
  return [...headings === 1 ? [] : ['not one h1'], ...language === 'en-GB' ? [] : ['language is not en-GB'],
    ...title.match(/\S+ .*\S/) ? [] : [`title "${title}"`]];
}

async function forAProgram(page) {
  return /undefined|NaN|\{\w*\}|%s/.test(await seen(page, 'main')) ? ['words that were meant for a program'] : [];
}

async function onPaper(page, { what }) {
  await page.emulateMedia({ media: 'print' });
  const faults = await sticksOut(page), text = await seen(page, 'body');
  const isPrinted = await page.evaluate(() => document.querySelector('nav').checkVisibility({ checkVisibilityCSS: true }));
  if (isPrinted) faults.push('the navigation is printed');
  if (!/not exist/.test(what) && !text.includes(new URL(page.url()).pathname)) faults.push('the address is not on paper');
  if (!/\d{1,2} [A-Z][a-z]+ 20\d\d/.test(text)) faults.push('no moment on paper');
  await page.emulateMedia({ media: 'screen' });
  return faults;
}

async function withoutScripts(page, { address }, plain) {
  await plain.goto(address);
  const [withScript, without] = [await seen(page, 'main'), await seen(plain, 'main')];
  return withScript === without ? [] : [`with scripts "${withScript}", without "${without}"`];
}

export const looks = {
  policy: ['breaks no policy, has no script error and asks no other machine for anything', desk, (page) => page.complaints.splice(0)],
  head: ['has one main heading, a title of its own and a language', desk, head],
  words: ['has no words that were meant for a program', desk, forAProgram],
  plain: ['says the same without scripts', desk, withoutScripts],
  axe: ['has no fault that axe can find, 1200 px wide', desk, axeViolations],
  phone: ['has no fault that axe can find, 375 px wide', phone, axeViolations],
  small: ['needs no scrolling sideways at 320 px', small, sticksOut],
  paper: ['prints with its address, its moment and without its navigation', paper, onPaper],
};

// Of the HTML of a page: its navigation, which it shares with others, and the rest, without the tokens of its forms and the name of who
// has signed in. Where both have passed before, for whomever, the same elements would be looked at again.
export function partsOf(html) {
  const ofOneRequest = /name="?(?:token|key)"? value="?[^"\s>]+/g, ofOnePerson = /<span class="who">.*?<\/span>|<span class="count">\d+/gs;
  const bare = html.replace(ofOneRequest, '').replace(ofOnePerson, '');
  const navigation = bare.match(/<nav class="nav".*?<\/nav>/s)?.[0] ?? '';
  return [`navigation ${navigation}`, bare.replace(navigation, '')];
}

const dear = ['axe', 'phone'];  // not done again on elements that passed

export class Looked {
  constructor(...names) {
    this.names = names;
    this.found = new Map(names.map((name) => [name, []]));
    this.pages = new Map(names.map((name) => [name, 0]));
    this.again = 0;
    this.passed = new Set();
  }

  // Opens { what, address } in the window and looks; without scripts in the plain one.
  async at(page, one, plain) {
    await page.setViewportSize(desk);
    const answer = await page.goto(one.address);
    const parts = partsOf(await answer.text());
    const known = parts.every((part) => this.passed.has(part));
    if (known) this.again += 1;
    let fine = true, width = desk;
    for (const name of this.names) {
      if (known && dear.includes(name)) continue;
      const [, size, look] = looks[name];
      if (size !== width) await page.setViewportSize(width = size);
      const faults = await look(page, one, plain);
      for (const fault of faults) this.found.get(name).push([one.what, fault]);
      if (faults.length > 0) fine = false;
      this.pages.set(name, this.pages.get(name) + 1);
    }
    if (fine) for (const part of parts) this.passed.add(part);
  }

  // That the look has found nothing, and on how many of the pages it has looked.
  proves(name, pages, test) {
    const looked = this.pages.get(name), again = dear.includes(name) ? this.again : 0;
    test.diagnostic(`looked at ${looked} pages${again ? `, and ${again} more have the same elements for another person` : ''}`);
    assert.equal(looked + again, pages);
    noFaults(this.found.get(name));
  }
}
