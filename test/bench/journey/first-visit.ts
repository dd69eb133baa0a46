import {fileURLToPath} from 'node:url';
import type {Browser, Page} from 'playwright-core';

/** Slow phone, slow computer: as embedding.md measured the peers. */
export const slow = {cpu: 4, latencyMs: 150, downloadBytesPerSecond: 1_600_000 / 8, uploadBytesPerSecond: 750_000 / 8};

export interface VisitOptions {
  readonly width?: number;
  readonly isSlow?: boolean;
}

export interface Requested {
  readonly url: string;
  /** `script`, `fetch`, … */
  readonly type: string;
  /** Milliseconds after the navigation began. */
  readonly at: number;
  endedAt?: number;
  /** Bytes on the wire, headers and body; 0 for what came out of the cache. */
  bytes?: number;
}

export interface Visit {
  /** Navigation to the guide's name on the screen. */
  readonly readyMs: number;
  readonly firstPaintMs: number;
  /** Layout shift from the first of our tags on, until two seconds after the guide was there. */
  readonly shift: number;
  /** Layout shift of the host's own before that. */
  readonly ownShift: number;
  /** What went over the wire before the guide was there. */
  readonly requests: readonly Requested[];
}

const LIMIT_MS = 60_000;
const SETTLE_MS = 2_000;

/** Opens a page for the first time, with nothing cached, and waits for its guide. */
export async function firstVisit(browser: Browser, url: string, {width = 1366, isSlow = false}: VisitOptions = {}): Promise<Visit> {
  const context = await browser.newContext({viewport: {width, height: 900}});
  try {
    const page = await context.newPage();
    await page.addInitScript({path: fileURLToPath(new URL('./watch-for-guide.mjs', import.meta.url))});
    if (isSlow) await slowDown(page);
    const requests = watchRequests(page);
    await page.goto(url, {waitUntil: 'commit', timeout: LIMIT_MS});
    const readyMs = await page.waitForFunction(() => (globalThis as Watched).tbBench?.readyMs, undefined, {timeout: LIMIT_MS, polling: 250}).then((handle) => handle.jsonValue());
    await page.waitForTimeout(SETTLE_MS);
    const {shift, ownShift, firstPaintMs} = await page.evaluate(() => (globalThis as Watched).tbBench!);
    const start = requests.begun()!;
    return {readyMs: readyMs!, firstPaintMs, shift, ownShift, requests: requests.all().map((each) => ({...each, at: each.at - start})).filter(({at, bytes}) => at <= readyMs! && bytes !== 0)};
  } finally {
    await context.close();
  }
}

/** Chromium slows the requests of a page's worker with those of the page. */
async function slowDown(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  const {latencyMs: latency, downloadBytesPerSecond: downloadThroughput, uploadBytesPerSecond: uploadThroughput, cpu: rate} = slow;
  await devtools.send('Network.emulateNetworkConditions', {offline: false, latency, downloadThroughput, uploadThroughput});
  await devtools.send('Emulation.setCPUThrottlingRate', {rate});
}

function watchRequests(page: Page) {
  const all: Requested[] = [];
  const known = new Map<object, Requested>();
  const context = page.context();
  context.on('request', (request) => {
    if (!request.url().startsWith('http')) return; // The worker's blob comes from the page itself.
    const requested: Requested = {url: request.url(), type: request.resourceType(), at: performance.now()};
    known.set(request, requested);
    all.push(requested);
  });
  context.on('requestfinished', (request) => {
    const requested = known.get(request);
    if (!requested) return;
    requested.endedAt = performance.now();
    request.sizes().then(({responseBodySize, responseHeadersSize}) => (requested.bytes = responseBodySize + responseHeadersSize), () => undefined);
  });
  return {
    begun: () => all[0]?.at,
    all: () => all.map((each) => ({...each, ...(each.endedAt !== undefined && {endedAt: each.endedAt - all[0]!.at})})),
  };
}

/** What watch-for-guide.mjs leaves in the page. */
type Watched = typeof globalThis & {tbBench?: {readyMs?: number; firstPaintMs: number; shift: number; ownShift: number}};
