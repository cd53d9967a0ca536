// axe-core, which finds faults in the open page. What costs it the most is its own class of colours: its fields, compiled for old
// browsers, live in weak maps, and each colour is read anew for every word that has it. Here those fields are properties, and a
// colour that has been read is remembered; no rule, no check and no answer of it is another for that.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const fieldsAsProperties = `
  class WeakMap {
    constructor() { this.name = Symbol(); }
    has(one) { return Object.hasOwn(one, this.name); }
    get(one) { return one[this.name]; }
    set(one, value) { Object.defineProperty(one, this.name, { value, writable: true, configurable: true }); return this; }
    delete(one) { return delete one[this.name]; }
  }
  class WeakSet extends WeakMap { add(one) { return this.set(one, true); } }`;

function rememberColours() {
  const { prototype } = window.axe.commons.color.Color;
  const { parseString } = prototype;
  const known = new Map();
  prototype.parseString = function (words) {
    if (!known.has(words)) known.set(words, (({ r, g, b, alpha }) => ({ r, g, b, alpha }))(parseString.call(this, words)));
    return Object.assign(this, known.get(words));
  };
}

const prepared = `(() => { ${fieldsAsProperties} ${source} })(); (${rememberColours})();`;

// Each fault of the page that axe finds, with where it is; also links and buttons too small or too close for a finger.
export async function axeViolations(page) {
  if (!await page.evaluate(() => 'axe' in window)) await page.evaluate(prepared);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } });
    return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 160)).slice(0, 3).join(' | ')}`);
  });
}
