// Every page in every state can be read: by a screen reader, on a small phone, without scripts, on paper.
import { before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { newWindow } from './browser.mjs';
import { looks, Looked } from './looks.mjs';
import { everyState } from './site.mjs';

describe('every page', () => {
  const looked = new Looked('policy', 'head', 'plain', 'axe', 'phone', 'small', 'paper');

  before(async () => {
    const page = await newWindow(), plain = await newWindow({ script: false });
    for (const [what, address] of await everyState()) await looked.at(page, { what, address }, plain);
    await page.shut();
    await plain.shut();
  });

  for (const name of looked.names) it(looks[name][0], async (test) => looked.proves(name, (await everyState()).length, test));

  it('can be kept as a PDF', async () => {
    const page = await newWindow();
    await page.goto((await everyState()).at(-1)[1]);
    const pdf = await page.pdf({ format: 'A4', tagged: true });
    await page.shut();
    assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
  });
});
