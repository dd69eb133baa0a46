import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {setTimeout as wait} from 'node:timers/promises';
import type {Page} from 'playwright-core';
import type {Look} from './install-site/look.js';
import type {PageCalls} from './install-site/page.js';
import {startOnProfile} from './install-site/profile-browser.js';
import {startSite, type Site} from './install-site/site.js';

declare const calls: PageCalls;

/** `npm test` takes a sample, `npm run test:faults` the whole. */
const KILLS = Number(process.env['KILLS'] ?? 12);
const SEED = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1e9));
const ITEMS = 3_000;
/** Long after a request, all that it leads to is over. */
const AFTER_REQUEST_MS = 80;
const INSTALL_WITHIN_MS = 3_000;

let site: Site;
let profile: string;

before(async () => {
  [site, profile] = [await startSite(), await mkdtemp(join(tmpdir(), 'tongban-killed-'))];
});

after(async () => {
  await site.close();
  await rm(profile, {recursive: true, force: true, maxRetries: 5, retryDelay: 200});
});

test(
  `a browser killed ${String(KILLS)} times while it installs lists has the old or the new one, whole`,
  {timeout: 60_000 + KILLS * 20_000},
  async (t) => {
    const chance = seeded(SEED);
    t.diagnostic(`SEED=${String(SEED)} KILLS=${String(KILLS)}`);
    let sequence = 1;
    site.delayMs = 3;
    await site.publish(sequence, ITEMS);
    await firstInstall();
    let had = 1;
    let flips = 0;

    for (let kill = 1; kill <= KILLS; kill++) {
      if (chance() < 0.7 || had === sequence) await site.publish((sequence += 1), ITEMS);
      site.isPublishing = false;
      const browser = await startOnProfile(profile, site.origin);
      try {
        isWhole(await look(browser.page), [had, sequence - 1], kill);
        site.isPublishing = true;
        await browser.page.reload();
        // Any instant from the first request to a little after the last.
        const instant = site.asked(1 + Math.floor(chance() * (site.parts + 2)));
        await browser.page.evaluate(() => void calls.ask());
        await Promise.race([instant, wait(INSTALL_WITHIN_MS)]);
        await wait(chance() * AFTER_REQUEST_MS);
        await browser.kill();
      } finally {
        await browser.kill();
      }

      site.isPublishing = false;
      const after = await startOnProfile(profile, site.origin);
      try {
        const left = await look(after.page);
        isWhole(left, [had, sequence], kill);
        if (left.sequence > had) flips += 1;
        had = left.sequence;
      } finally {
        await after.kill();
      }
    }
    t.diagnostic(`${String(flips)} kills came after the flip, ${String(KILLS - flips)} before it`);
    await isInstalledInTheEnd(sequence);
  },
);

/** The first list, without a kill. */
async function firstInstall(): Promise<void> {
  const browser = await startOnProfile(profile, site.origin);
  try {
    await browser.page.evaluate(() => calls.ask());
    await holds(browser.page, ({texts}) => texts);
  } finally {
    await browser.kill();
  }
}

function isWhole(look: Look, [least = 0, most = 0]: number[], kill: number): void {
  assert.ok(
    look.sequence >= least && look.sequence <= most,
    `kill ${String(kill)}: list ${String(look.sequence)} is neither ${String(least)} nor up to ${String(most)}`,
  );
  const {names, full, kept, texts} = look;
  assert.deepEqual(
    {names, full, kept, texts},
    {names: ITEMS, full: ITEMS, kept: true, texts: true},
    `after kill ${String(kill)}, SEED=${String(SEED)}`,
  );
}

async function isInstalledInTheEnd(sequence: number): Promise<void> {
  site.isPublishing = true;
  const browser = await startOnProfile(profile, site.origin);
  try {
    await browser.page.evaluate(() => calls.ask());
    await holds(browser.page, (look) => look.sequence === sequence && look.texts);
    await holdsParts(browser.page, site.parts);
  } finally {
    await browser.kill();
  }
}

const look = (page: Page) => page.evaluate(() => calls.look());

async function holds(page: Page, what: (look: Look) => boolean): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!what(await look(page)))
    if (Date.now() > deadline) assert.fail(`In vain: ${JSON.stringify(await look(page))}`);
}

/** Of all the installs that broke off nothing is left lying. */
async function holdsParts(page: Page, parts: number): Promise<void> {
  const count = () =>
    page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          indexedDB.open('tb-catalogue').onsuccess = (event) => {
            const db = (event.target as IDBOpenDBRequest).result;
            const counting = db.transaction('parts').objectStore('parts').count();
            counting.onsuccess = () => {
              db.close();
              resolve(counting.result);
            };
          };
        }),
    );
  const deadline = Date.now() + 10_000;
  while ((await count()) !== parts) if (Date.now() > deadline) assert.equal(await count(), parts);
}

/** Numbers from 0 to 1, the same for the same seed. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
