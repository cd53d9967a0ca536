// Which pages there are. Found by following the links of the product itself, and compared with its own list of addresses, so
// that a page added later is tested without being named here.

// Every address inside the site that a page links to, without fragments.
export function linksIn(html, base) {
  const found = new Set();
  for (const [, href] of html.matchAll(/\shref="([^"#]*)(?:#[^"]*)?"/g)) {
    const url = new URL(href.replaceAll('&amp;', '&'), base);
    if (url.origin === new URL(base).origin) found.add(url.pathname + url.search);
  }
  return found;
}

export const isPage = (answer) => (answer.headers.get('content-type') ?? '').startsWith('text/html');
export const isDataAddress = (path) => /\.(csv|json|xlsx|pdf|docx)(\?|$)/.test(path);

// Follows all links from `start`. Filters can be combined without end: a page whose address already carries a query is looked
// at, and its own links are not followed further.
export async function crawl(address, start = '/') {
  const pages = new Map();
  const waiting = [start];
  const seen = new Set(waiting);
  while (waiting.length > 0) {
    const path = waiting.shift();
    const answer = await fetch(address + path, { redirect: 'manual' });
    const text = isPage(answer) ? await answer.text() : (await answer.arrayBuffer(), '');
    pages.set(path, { status: answer.status, headers: answer.headers, text });
    if (path.includes('?') || text === '') continue;
    for (const link of linksIn(text, address + path)) {
      if (seen.has(link)) continue;
      seen.add(link);
      waiting.push(link);
    }
  }
  return pages;
}

// The patterns of the product's list of addresses, such as "/indicators/{code}": those that everybody is led to in a demo,
// or with 'all' those of every rule.
export async function patterns(address, whose = 'everybody') {
  const html = await (await fetch(address + '/help/addresses')).text();
  const rows = [...html.matchAll(/<code[^>]*>(\/[^<]*)<\/code>.*?\/help\/why-not\/(\w+)/gs)];
  const open = ['read', 'bring_in_files', 'travel_in_time'];
  return rows.filter(([, , rule]) => whose === 'all' || open.includes(rule)).map(([, path]) => path).filter((one) => !isDataAddress(one));
}

export function fits(pattern, path) {
  const expression = pattern.split(/\{[^}]+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[^/]+');
  return new RegExp(`^${expression}$`).test(path.split('?')[0]);
}

// A few pages that stand for all: `most` of each pattern, spread over those that the crawl found.
export function sample(pages, allPatterns, most = 4) {
  const chosen = new Set();
  const literalFirst = [...allPatterns].sort((a, b) => a.split('{').length - b.split('{').length);
  const byPattern = new Map(literalFirst.map((pattern) => [pattern, []]));
  for (const [path, page] of pages) {
    if (page.text === '' || path.includes('?')) continue;
    const pattern = literalFirst.find((one) => fits(one, path));
    if (pattern) byPattern.get(pattern).push(path);
  }
  for (const paths of byPattern.values()) {
    const step = Math.max(1, Math.floor(paths.length / most));
    for (let i = 0; i < paths.length && i / step < most; i += step) chosen.add(paths[i]);
  }
  return [...chosen];
}

// Elements of the page that are opened and not closed where they should be, or closed and not open: a browser mends such pages
// silently, and moves parts of them elsewhere.
export function unclosed(html) {
  const alone = new Set(['br', 'hr', 'img', 'input', 'link', 'meta', 'source', 'col', 'area', 'base', 'wbr']);
  const open = [];
  const faults = [];
  const markup = html.replace(/<!--.*?-->|<!doctype[^>]*>|<script[^>]*>.*?<\/script>/gis, '');
  for (const [, end, name, rest] of markup.matchAll(/<(\/?)([a-z][\w:-]*)((?:"[^"]*"|[^>"])*)>/gi)) {
    if (!end) {
      if (!alone.has(name) && !rest.endsWith('/')) open.push(name);
    } else if (open.at(-1) === name) open.pop();
    else faults.push(`</${name}> where <${open.at(-1)}> is open`);
  }
  return [...faults, ...open.map((name) => `<${name}> is never closed`)].slice(0, 3);
}
