// The councils that the tests visit, made once, and the list of pages to look at in each.
import { demoCouncil, emptyCouncil, hasTrafford, traffordCouncil } from './council.mjs';
import { crawl, patterns, sample } from './pages.mjs';

const made = {};
const once = (name, make) => (made[name] ??= make());

export const demo = () => once('demo', demoCouncil);
export const empty = () => once('empty', emptyCouncil);
export const trafford = () => once('trafford', traffordCouncil);

export const demoPages = () => once('demo pages', async () => crawl((await demo()).address));

// Every kind of page, in each state that people meet: [what it shows, whole address].
export const everyState = () => once('states', async () => {
  const { address } = await demo();
  const known = await patterns(address);
  const states = sample(await demoPages(), known, 2).map((path) => [`Ambleford ${path}`, address + path]);
  for (const [what, path] of [
    ['as at a past day', '/?as-at=2025-07-31'],
    ['as at a day before anything was known', '/?as-at=2001-01-01'],
    ['filtered', '/?kind=core&status=red'],
    ['a filter that nothing matches', '/?kind=place_based&status=red'],
    ['an address that does not exist', '/no/such/page'],
    ['an indicator that does not exist', '/indicators/NOSUCH99'],
    ...['chart', 'table', 'map', 'map&layout=hex', 'map&group=all&zoom=own&classes=equal', 'trends'].map((as) =>
      [`explored as ${as}`, `/explore?of=${encodeURIComponent('Household waste recycled, reused and composted')}&as=${as}`]),
  ]) states.push([`Ambleford, ${what}`, address + path]);

  const nothingYet = (await empty()).address;
  for (const path of known.filter((pattern) => !pattern.includes('{'))) states.push([`empty council ${path}`, nothingYet + path]);

  if (hasTrafford) {
    const { address: other } = await trafford();
    for (const path of sample(await crawl(other), known, 1)) {
      if (!path.startsWith('/help')) states.push([`Trafford ${path}`, other + path]);
    }
  }
  for (const [what, address] of states) {
    if (!what.includes('explored as')) continue;
    const { status } = await fetch(address);
    if (status !== 200) throw new Error(`${what} is a page that says ${status}: nothing would be looked at`);
  }
  return states;
});
