// People of the demo council, signed in, and the pages that each of them is led to.
import { newWindow } from './browser.mjs';
import { fits, isDataAddress, isPage, linksIn, patterns } from './pages.mjs';

// Signs in by the demo's page, as a browser without scripts does. The cookie of the session.
export async function cookieOf(address, person) {
  const page = await fetch(address + '/demo');
  const token = (await page.text()).match(/name="?token"? value="?([^"\s>]+)/)[1];
  const before = page.headers.get('set-cookie').match(/session=([^;]+)/)[1];
  const answer = await fetch(address + '/demo/sign-in', {
    method: 'POST', redirect: 'manual', body: new URLSearchParams({ token, person }), headers: { cookie: `session=${before}` },
  });
  if (answer.status !== 303) throw new Error(`nobody can be ${person}: ${answer.status}`);
  return answer.headers.get('set-cookie').match(/(?:^|, )session=([^;]+)/)[1];  // Node 18 of Debian 12 gives all cookies in one line
}

// A window in which that person has signed in.
export async function windowOf(address, person, options = {}) {
  const page = await newWindow(options);
  await page.context().addCookies([{ name: 'session', value: await cookieOf(address, person), url: address }]);
  return page;
}

// Follows the links that a person is shown: `most` pages of each pattern, without those that everybody sees as well.
export async function pagesOf(address, person, most = 2) {
  const cookie = `session=${await cookieOf(address, person)}`;
  const known = (await patterns(address, 'all')).sort((a, b) => a.split('{').length - b.split('{').length);
  const found = new Map();
  const waiting = ['/', '/cycle', '/my-figures'];
  const seen = new Set(waiting);
  while (waiting.length > 0) {
    const path = waiting.shift();
    const pattern = known.find((one) => fits(one, path));
    const alike = [...found.values()].filter((one) => one.pattern === pattern).length;
    if (!pattern || alike >= most) continue;
    const answer = await fetch(address + path, { headers: { cookie }, redirect: 'manual' });
    if (!isPage(answer)) { await answer.arrayBuffer(); continue; }
    const text = await answer.text();
    found.set(path, { pattern, status: answer.status, text });
    for (const link of linksIn(text, address + path)) {
      if (seen.has(link) || isDataAddress(link) || link.startsWith('/help')) continue;
      seen.add(link);
      waiting.push(link);
    }
  }
  return found;
}
