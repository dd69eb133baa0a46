// How late the last of 1,000 open pages hears of a case that was just filed.
import {request, type ClientRequest} from 'node:http';
import {figure, isQuick, note, noteRounds} from '../figure.js';
import {median, p95} from '../quantiles.js';
import {noteTerms, onEachBackend, type Backend} from './backends.js';
import {signInAll, type Client} from './client.js';
import {filing, submit, uploadScan} from './filing.js';
import {startProvince, type Province} from './province.js';

const LISTENERS = 1_000;
/** As many streams of one member of staff as the gateway admits. */
const PAGES_EACH = 8;
const CLERKS = LISTENERS / PAGES_EACH;
const ROUNDS = isQuick ? 3 : 20;
const LIMIT_MS = 30_000;

await onEachBackend(async (backend, database) => {
  const province = await startProvince({database, applicants: 1, clerks: CLERKS});
  try {
    await measure(backend, province);
  } finally {
    await province.close();
  }
});

async function measure(backend: Backend, province: Province): Promise<void> {
  const clerks = await signInAll(province, {clerks: CLERKS});
  const [applicant] = await signInAll(province, {applicants: 1});
  const listeners = (await Promise.all(clerks.map((clerk) => openPages(clerk, province)))).flat();
  const rounds: number[][] = [];
  try {
    await hearOfACase(applicant!, listeners); // Not counted.
    while (rounds.length < ROUNDS) rounds.push(await hearOfACase(applicant!, listeners));
  } finally {
    for (const listener of listeners) listener.close();
  }

  noteTerms(backend, province);
  note(`${listeners.length} event streams: ${CLERKS} members of staff with ${PAGES_EACH} each; from the command being sent to each stream's hint`);
  noteRounds('all have heard', rounds.map((times) => Math.max(...times)), 'ms');
  note(`p50 ${median(rounds.flat()).toFixed(1)} ms`);
  figure(`gateway.sse_fanout_p95_ms.${backend}`, p95(rounds.flat()), 'ms', {atMost: 2_000});
}

/** Files a case. @returns for each listener, the milliseconds until it heard */
async function hearOfACase(applicant: Client, listeners: readonly Listener[]): Promise<number[]> {
  const body = filing(await uploadScan(applicant));
  const heard = listeners.map((listener) => listener.next());
  const started = performance.now();
  const {receipt} = await submit(applicant, body);
  const all = await Promise.all(heard);
  if (all.some(({text}) => !text.includes(receipt.caseNo))) throw new Error('A listener heard of something else.');
  return all.map(({at}) => at - started);
}

interface Listener {
  /** The next hint of a change. */
  next(): Promise<{text: string; at: number}>;
  close(): void;
}

async function openPages(clerk: Client, province: Province): Promise<Listener[]> {
  const pages: Listener[] = [];
  while (pages.length < PAGES_EACH) pages.push(await openStream(clerk, province));
  return pages;
}

async function openStream(clerk: Client, {origin, ports}: Province): Promise<Listener> {
  const headers = {...(await clerk.headersFor('GET', '/v1/events')), host: new URL(origin).host};
  const sent = request({host: '127.0.0.1', port: ports[0]!, path: '/v1/events', headers, agent: false});
  const listener = listenTo(sent);
  await listener.ready;
  return listener;
}

function listenTo(sent: ClientRequest): Listener & {ready: Promise<void>} {
  let hear: ((heard: {text: string; at: number}) => void) | undefined;
  let fail: (cause: Error) => void = () => undefined;
  const broken = new Promise<never>((_, reject) => (fail = reject));
  broken.catch(() => undefined);
  const opened = new Promise<void>((resolve) => {
    sent.once('response', (response) => {
      if (response.statusCode !== 200) fail(new Error(`An event stream was answered ${response.statusCode}`));
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        const at = performance.now();
        text += part;
        if (text.includes('event: ready')) resolve();
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          const block = text.slice(0, end);
          text = text.slice(end + 2);
          if (block.includes('event: change')) hear?.({text: block, at});
        }
      });
      response.once('close', () => fail(new Error('An event stream ended')));
    });
    sent.once('error', fail);
    sent.end();
  });
  return {
    ready: Promise.race([opened, broken]),
    next: () => Promise.race([new Promise<{text: string; at: number}>((resolve) => (hear = resolve)), broken, late()]),
    close: () => sent.destroy(),
  };
}

function late(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`A listener heard nothing within ${LIMIT_MS} ms.`)), LIMIT_MS).unref();
  });
}
