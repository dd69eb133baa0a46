// How long a citizen waits for a receipt while 63 others file too, and how many cases a gateway takes in a second.
import {figure, isQuick, note, noteRounds} from '../figure.js';
import {median, p95} from '../quantiles.js';
import {noteTerms, onEachBackend, type Backend} from './backends.js';
import {signInAll, type Client} from './client.js';
import {filing, readCase, submit, uploadScan} from './filing.js';
import {startProvince, type Province} from './province.js';

const CLIENTS = 64;
const ROUNDS = isQuick ? 1 : 5;
const CASES_EACH = isQuick ? 2 : 6;

await onEachBackend(async (backend, database) => {
  const province = await startProvince({database, applicants: CLIENTS});
  try {
    await measure(backend, province);
  } finally {
    await province.close();
  }
});

async function measure(backend: Backend, province: Province): Promise<void> {
  const clients = await signInAll(province, {applicants: CLIENTS});
  await round(clients, 1); // Not counted: code and connections are cold.
  const rounds: Round[] = [];
  while (rounds.length < ROUNDS) rounds.push(await round(clients, CASES_EACH));

  noteTerms(backend, province);
  const last = rounds[rounds.length - 1]!;
  const {bytes} = await readCase(clients[0]!, last.caseNo);
  note(`${CLIENTS} clients, each with its own token, key and socket; ${CASES_EACH} cases each a round, the next one after the receipt; 1 gateway process beside the clients' one`);
  note(`state payload: command ${last.sent} bytes, receipt ${last.received} bytes, case file as its applicant reads it ${bytes} bytes; one scan of 64 KiB per case, uploaded before the round`);
  const ofAll = (of: (round: Round) => number) => rounds.map(of);
  noteRounds('submit p50', ofAll(({ms}) => median(ms)), 'ms');
  noteRounds('submit p95', ofAll(({ms}) => p95(ms)), 'ms');
  noteRounds('cases', ofAll(({perSecond}) => perSecond), '1/s');
  figure(`gateway.submit_p95_ms.${backend}`, median(ofAll(({ms}) => p95(ms))), 'ms');
  figure(`gateway.cases_per_second.${backend}`, median(ofAll(({perSecond}) => perSecond)), '1/s');
}

interface Round {
  readonly ms: readonly number[];
  readonly perSecond: number;
  /** One of the first client's. */
  readonly caseNo: string;
  readonly sent: number;
  readonly received: number;
}

async function round(clients: readonly Client[], casesEach: number): Promise<Round> {
  const filings = await Promise.all(
    clients.map(async (client) => {
      const own = [];
      while (own.length < casesEach) own.push(filing(await uploadScan(client)));
      return own;
    }),
  );
  const ms: number[] = [];
  const caseNos = new Set<string>();
  let received = 0;
  let caseNo = '';
  const started = performance.now();
  await Promise.all(
    clients.map(async (client, at) => {
      for (const body of filings[at]!) {
        const {answer, receipt} = await submit(client, body);
        ms.push(answer.ms);
        caseNos.add(receipt.caseNo);
        if (at === 0) caseNo = receipt.caseNo;
        received = Buffer.byteLength(answer.body);
      }
    }),
  );
  const seconds = (performance.now() - started) / 1_000;
  if (caseNos.size !== clients.length * casesEach) throw new Error('Two cases were given one number.');
  return {ms, perSecond: caseNos.size / seconds, caseNo, sent: Buffer.byteLength(JSON.stringify(filings[0]![0])), received};
}
