// Three gateway processes on one PostgreSQL; every command is sent to two of them at once. Each must be applied exactly once.
import {randomUUID} from 'node:crypto';
import type {Receipt} from '@tongban/domain/case/case-file.js';
import {openDatabase} from '@tongban/gateway/database/database.js';
import {figure, isQuick, note} from '../figure.js';
import {noteTerms, onPostgres} from './backends.js';
import {signInAll, type Client} from './client.js';
import {filing, submit, uploadScan, withdraw} from './filing.js';
import {REGION} from './order.js';
import {startProvince} from './province.js';

const CLIENTS = 64;
const PROCESSES = 3;
const CASES_EACH = isQuick ? 2 : 8;

await onPostgres(async (database) => {
  const province = await startProvince({database, processes: PROCESSES, applicants: CLIENTS});
  try {
    const clients = await signInAll(province, {applicants: CLIENTS});
    const sent = (await Promise.all(clients.map((client, at) => commandsOf(client, at, province.ports)))).flat();
    const found = await inTheLog(database as {url: string});
    const violations = compare(sent, found);

    noteTerms('postgres', province);
    note(`${CLIENTS} clients, ${PROCESSES} processes; ${sent.length} commands (file, withdraw), each sent at once to two processes under one key`);
    for (const violation of violations.slice(0, 10)) note(violation);
    figure('gateway.commands_applied', found.length, 'count');
    figure('gateway.exactly_once_violations', violations.length, 'count', {atMost: 0});
  } finally {
    await province.close();
  }
});

interface Sent {
  readonly action: 'submit' | 'withdraw';
  readonly receipts: readonly [Receipt, Receipt];
}

interface Found {
  readonly caseNo: string;
  readonly seq: number;
  readonly action: string;
}

/** Files cases and takes them back, each command twice at the same moment. */
async function commandsOf(client: Client, at: number, ports: readonly number[]): Promise<Sent[]> {
  const sent: Sent[] = [];
  for (let count = 0; count < CASES_EACH; count += 1) {
    const two = [ports[(at + count) % ports.length]!, ports[(at + count + 1) % ports.length]!] as const;
    const body = filing(await uploadScan(client));
    const filed = await twice(two, (key, port) => submit(client, body, {key, port}).then(({receipt}) => receipt));
    const withdrawn = await twice(two, (key, port) => withdraw(client, filed[0], {key, port}));
    sent.push({action: 'submit', receipts: filed}, {action: 'withdraw', receipts: withdrawn});
  }
  return sent;
}

async function twice([first, second]: readonly [number, number], send: (key: string, port: number) => Promise<Receipt>): Promise<[Receipt, Receipt]> {
  const key = randomUUID();
  return Promise.all([send(key, first), send(key, second)]);
}

/** Read from the database itself, past the gateways. */
async function inTheLog(where: {url: string}): Promise<Found[]> {
  const database = await openDatabase(where);
  try {
    const db = await database.tenant(REGION);
    const rows = await db.selectFrom('case_events').select(['case_no', 'seq', 'event']).orderBy('case_no').orderBy('seq').execute();
    return rows.map(({case_no: caseNo, seq, event}) => ({caseNo, seq, action: (event as {action: string}).action}));
  } finally {
    await database.close();
  }
}

/** What was sent and what stands in the log, against each other, in words. */
function compare(sent: readonly Sent[], found: readonly Found[]): string[] {
  const violations: string[] = [];
  for (const {action, receipts: [first, second]} of sent) {
    if (first.jws !== second.jws || first.caseNo !== second.caseNo) violations.push(`${action}: two receipts for one command`);
    const times = found.filter((event) => event.caseNo === first.caseNo && event.action === action).length;
    if (times !== 1) violations.push(`${action} of ${first.caseNo}: ${times} times in the log`);
  }
  if (found.length !== sent.length) violations.push(`${sent.length} commands, ${found.length} events`);
  return violations;
}
