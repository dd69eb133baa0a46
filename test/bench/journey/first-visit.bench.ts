// What a first visit to an item page of the JSP portal costs: requests, time on a slow line and a slow computer, layout shift.
import {chromium} from 'playwright-core';
import {chromiumFlags} from '../../support/browsers/starts.mjs';
import {figure, isQuick, note, noteRounds} from '../figure.js';
import {median} from '../quantiles.js';
import {itemPages, startDemo} from './demo.js';
import {firstVisit, slow, type Visit} from './first-visit.js';

const RUNS = isQuick ? 2 : 7;
const WIDTHS = [390, 768, 1366];

const demo = await startDemo();
const browser = await chromium.launch({executablePath: process.env['CHROME_PATH']!, args: chromiumFlags});
try {
  const url = itemPages.jsp(demo);
  await firstVisit(browser, url); // Not counted: the gateway reads its database for the first time.

  const visits: Visit[] = [];
  while (visits.length < RUNS) visits.push(await firstVisit(browser, url, {isSlow: true}));
  const shifts: Visit[] = [...visits];
  for (const width of WIDTHS) shifts.push(await firstVisit(browser, url, {width}));

  const typical = byReady(visits)[Math.floor(visits.length / 2)]!;
  note(`item page of the JSP portal, empty cache, CPU slowed ${slow.cpu} times, ${(slow.downloadBytesPerSecond * 8) / 1e6} Mbit/s down, ${slow.latencyMs} ms per request; HTTP/1.1 on loopback`);
  note('requests of the median run until the guide was there (start–end ms, bytes on the wire):');
  for (const {url: asked, type, at, endedAt, bytes} of typical.requests) note(`  ${Math.round(at)}–${endedAt === undefined ? '' : Math.round(endedAt)} ${bytes ?? '?'} ${type} ${shown(asked)}`);
  figure('journey.requests_before_guide', Math.max(...visits.map(({requests}) => requests.length)), 'count', {atMost: 12});

  noteRounds('first contentful paint', visits.map(({firstPaintMs}) => firstPaintMs), 'ms');
  noteRounds('guide ready', visits.map(({readyMs}) => readyMs), 'ms');
  note('peers, a bare widget on the same terms but HTTP/2: 720 to 3300 ms (docs/embedding.md, "Measured beside others")');
  figure('journey.guide_ready_ms', median(visits.map(({readyMs}) => readyMs)), 'ms', {atMost: 1_500});

  note(`layout shift of the host's own, before the kit: up to ${Math.max(...shifts.map(({ownShift}) => ownShift)).toFixed(4)}`);
  note(`layout shift with the kit: the worst of ${visits.length} slow runs and of widths ${WIDTHS.join(', ')}`);
  figure('journey.cls', Math.max(...shifts.map(({shift}) => shift)), 'score', {atMost: 0.001});
} finally {
  await browser.close();
  await demo.close();
}

function byReady(visits: readonly Visit[]): Visit[] {
  return [...visits].sort((a, b) => a.readyMs - b.readyMs);
}

/** Without the port, which differs each time. */
function shown(url: string): string {
  const {hostname, pathname} = new URL(url);
  return hostname + pathname;
}
