import assert from 'node:assert/strict';
import {after, afterEach, before, beforeEach, describe, it} from 'node:test';
import {chromium, type Browser, type BrowserContext, type Page} from 'playwright-core';
import {findChromium} from '../support/browsers/find-chromium.mjs';
import {chromiumFlags} from '../support/browsers/starts.mjs';
import type {Look} from './install-site/look.js';
import type {PageCalls} from './install-site/page.js';
import {startSite, type Site} from './install-site/site.js';

declare const calls: PageCalls;

const ITEMS = 2_000;
const MANY = 16_000;
/** Bytes: room for a row, and for no part of a list. */
const NEXT_TO_NOTHING = 20_000;
/** Bytes: enough for the one list, and not for the many texts of the other. */
const ROOM_FOR_ONE = 3_000_000;

describe('the installed list in tabs of a real browser', {timeout: 300_000}, () => {
  let site: Site;
  let browser: Browser;
  let context: BrowserContext;

  before(async () => {
    browser = await chromium.launch({
      executablePath: (await findChromium()) as string,
      args: [...chromiumFlags, '--host-resolver-rules=MAP portal.test 127.0.0.1'],
    });
  });

  beforeEach(async () => {
    [site, context] = [await startSite(), await browser.newContext()];
  });

  afterEach(async () => {
    await context.close();
    await site.close();
  });

  after(() => browser.close());

  async function open(): Promise<Page> {
    const page = await context.newPage();
    await page.goto(site.origin);
    return page;
  }

  async function installed(sequence: number): Promise<Page> {
    const page = await open();
    await page.evaluate(() => calls.ask());
    await holds(page, (list) => list.sequence === sequence && list.texts);
    return page;
  }

  it('flips in one step for a tab that did nothing itself', async () => {
    await site.publish(1, ITEMS);
    const [one, other] = [await installed(1), await open()];
    assert.deepEqual(await look(other), whole(1));

    await site.publish(2, ITEMS);
    site.delayMs = 5;
    const [seen] = await Promise.all([watch(other), one.reload().then(() => one.evaluate(() => calls.ask()))]);
    for (const list of seen) assert.deepEqual(list, whole(list.sequence), 'the old list or the new one, whole');
    assert.equal(seen[seen.length - 1]?.sequence, 2);
    assert.ok(
      seen.some(({sequence}) => sequence === 1),
      'the old list answered meanwhile',
    );
  });

  it('is searched from memory where there is no room, says so, and is kept when there is room again', async () => {
    await site.publish(1, ITEMS);
    const quota = await quotaOf(context, site.origin);
    await quota(NEXT_TO_NOTHING);
    const page = await open();
    await page.evaluate(() => calls.ask());
    await holds(page, ({problem}) => problem === 'TB_CATALOGUE_NO_SPACE' || problem === undefined);
    await page.evaluate(() => calls.ask());
    const first = await look(page);
    assert.deepEqual([first.sequence, first.kept, first.names, first.full], [1, false, ITEMS, ITEMS]);
    assert.equal(first.problem, 'TB_CATALOGUE_NO_SPACE');

    await quota(undefined);
    const later = await installed(1);
    assert.deepEqual(await look(later), whole(1));
  });

  it('is searched from memory on plain http, where nothing can be checked, and says so', async () => {
    await site.publish(1, ITEMS);
    const page = await context.newPage();
    await page.goto(site.origin.replace('localhost', 'portal.test'));
    assert.equal(await page.evaluate(() => isSecureContext), false);
    await page.evaluate(() => calls.ask());
    const {names, full, kept, problem} = await look(page);
    assert.deepEqual(
      {names, full, kept, problem},
      {names: ITEMS, full: ITEMS, kept: false, problem: 'TB_INSECURE_CONTEXT'},
    );
  });

  it('keeps a list on the device when the next one finds too little room for all of it', async () => {
    const quota = await quotaOf(context, site.origin);
    await quota(ROOM_FOR_ONE);
    await site.publish(1, ITEMS);
    const page = await installed(1);
    await site.publish(2, MANY);
    await page.reload();
    await page.evaluate(() => calls.ask());
    await holds(page, ({sequence}) => sequence === 2);
    const here = await look(page);
    assert.deepEqual([here.names, here.full, here.problem], [MANY, MANY, 'TB_CATALOGUE_NO_SPACE']);

    site.isPublishing = false;
    await page.reload();
    const offline = await look(page);
    assert.ok(offline.kept, 'a list lies on the device');
    assert.equal(
      offline.names,
      offline.sequence === 2 ? MANY : ITEMS,
      'and it is whole: the new one, without its texts, or the former',
    );
  });
});

const whole = (sequence: number): Look => ({
  sequence,
  kept: true,
  texts: true,
  problem: undefined,
  names: ITEMS,
  full: ITEMS,
});

const look = (page: Page) => page.evaluate(() => calls.look());

/** What a tab sees, again and again until it sees the second list. */
async function watch(page: Page): Promise<Look[]> {
  const seen: Look[] = [];
  const deadline = Date.now() + 20_000;
  while (seen[seen.length - 1]?.sequence !== 2 && Date.now() < deadline) seen.push(await look(page));
  return seen;
}

async function holds(page: Page, what: (look: Look) => boolean): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!what(await look(page)))
    if (Date.now() > deadline) assert.fail(`In vain: ${JSON.stringify(await look(page))}`);
}

/** Sets how many bytes an origin may keep; undefined takes the limit away. */
async function quotaOf(context: BrowserContext, origin: string): Promise<(bytes: number | undefined) => Promise<void>> {
  const page = await context.newPage();
  await page.goto(origin);
  const devtools = await context.newCDPSession(page);
  return async (bytes) => {
    await devtools.send('Storage.overrideQuotaForOrigin', {origin, ...(bytes !== undefined && {quotaSize: bytes})});
  };
}
