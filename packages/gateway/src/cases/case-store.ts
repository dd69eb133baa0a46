import type {Act} from '@tongban/domain/acts/act-on.js';
import type {Case} from '@tongban/domain/case/case.js';
import type {CaseEvent} from '@tongban/domain/case/case-event.js';
import {caseNumber} from '@tongban/domain/case/case-numbers.js';
import {GENESIS_HASH} from '@tongban/domain/case/case-event.js';
import {terminalStates} from '@tongban/domain/case/case-state.js';
import {TbError} from '@tongban/domain/errors.js';
import {owesRefund} from '@tongban/domain/fees/fee-of.js';
import {sealEvent, verifyChain} from '@tongban/domain/case/log.js';
import type {PartyRecord} from '@tongban/domain/case/party-view.js';
import type {LocalDate} from '@tongban/domain/primitives.js';
import {applyEvent, replay} from '@tongban/domain/case/replay.js';
import {isShortCode, shortCodeOf} from '@tongban/domain/papers/short-code.js';
import {sql, type Selectable} from 'kysely';
import {sha256 as hash} from '../canonical-hash.js';
import type {Db, Tx} from '../database/database.js';
import type {Tables} from '../database/tables.js';

export interface StoredCase {
  readonly file: Case;
  readonly events: readonly CaseEvent[];
}

const sha256 = (text: string) => Promise.resolve(hash(text));

/** The log of a case by its number or short code. @throws TbError TB_NOT_FOUND */
export async function loadCase(db: Db | Tx, number: string): Promise<StoredCase> {
  const caseNo = isShortCode(number) ? await caseNoOf(db, number.toUpperCase()) : number;
  const rows = await db.selectFrom('case_events').select('event').where('case_no', '=', caseNo).orderBy('seq').execute();
  if (rows.length === 0) throw new TbError('TB_NOT_FOUND');
  return stored(rows.map(({event}) => event as CaseEvent));
}

/** The same, for adding to it: nobody else adds until this transaction ends, and a log that was tampered with is not added to. */
export async function loadCaseForUpdate(tx: Tx, caseNo: string): Promise<StoredCase> {
  const row = await tx.selectFrom('cases').select('case_no').where('case_no', '=', caseNo).forUpdate().executeTakeFirst();
  if (!row) throw new TbError('TB_NOT_FOUND');
  const loaded = await loadCase(tx, caseNo);
  await verifyChain(loaded.events, sha256);
  return loaded;
}

/** Several logs at once, in the order of the numbers. */
export async function loadCases(db: Db, caseNos: readonly string[]): Promise<StoredCase[]> {
  if (caseNos.length === 0) return [];
  const rows = await db.selectFrom('case_events').select(['case_no', 'event']).where('case_no', 'in', caseNos).orderBy('case_no').orderBy('seq').execute();
  const logs = new Map<string, CaseEvent[]>();
  for (const {case_no: caseNo, event} of rows) {
    const log = logs.get(caseNo);
    if (log) log.push(event as CaseEvent);
    else logs.set(caseNo, [event as CaseEvent]);
  }
  return caseNos.flatMap((caseNo) => (logs.has(caseNo) ? [stored(logs.get(caseNo)!)] : []));
}

const stored = (events: readonly CaseEvent[]): StoredCase => ({events, file: replay(events)});

async function caseNoOf(db: Db | Tx, shortCode: string): Promise<string> {
  const row = await db.selectFrom('cases').select('case_no').where('short_code', '=', shortCode).executeTakeFirst();
  if (!row) throw new TbError('TB_NOT_FOUND');
  return row.case_no;
}

/** The next number of an item on a day, and its short code. Whoever asks next waits until this transaction ends. */
export async function allocateNumber(tx: Tx, taskCode: string, day: LocalDate): Promise<{caseNo: string; shortCode: string}> {
  const {last} = await tx
    .insertInto('case_numbers')
    .values({series: `${taskCode} ${day}`, last: 1})
    .onConflict((conflict) => conflict.column('series').doUpdateSet({last: sql<number>`case_numbers.last + 1`}))
    .returning('last')
    .executeTakeFirstOrThrow();
  const caseNo = caseNumber(taskCode, day, last);
  for (let attempt = 0; ; attempt++) {
    const shortCode = shortCodeOf(caseNo, attempt);
    const taken = await tx.selectFrom('cases').select('case_no').where('short_code', '=', shortCode).executeTakeFirst();
    if (!taken) return {caseNo, shortCode};
  }
}

/** Writes an act to the log it is made for, and what follows from it to the tables beside. */
export async function appendAct(tx: Tx, before: StoredCase | undefined, act: Act, eventId: string): Promise<StoredCase> {
  const event = await sealEvent(act.event, {eventId, prevHash: before?.file.lastHash ?? GENESIS_HASH, sha256});
  const file = applyEvent(before?.file, event);
  const at = new Date(event.at);
  if (before) await updateRow(tx, before.file, file, at);
  else await insertRow(tx, file, at);
  await tx.insertInto('case_events').values({case_no: file.caseNo, seq: event.seq, event_id: eventId, event: JSON.stringify(event), at}).execute();
  if (act.confidential) await keepFields(tx, file.caseNo, act.confidential.fields);
  return {file, events: [...(before?.events ?? []), event]};
}

async function insertRow(tx: Tx, file: Case, at: Date): Promise<void> {
  await tx
    .insertInto('cases')
    .values({
      case_no: file.caseNo, short_code: file.shortCode, task_code: file.taskCode, task_version: file.taskVersion,
      catalog_code: file.catalogCode, item_name: file.itemName, mode: file.mode, home_region: file.homeRegion,
      window_region: file.windowRegion ?? null, agreement_id: file.agreementId ?? null, state: file.state, revision: file.revision,
      last_hash: file.lastHash, party_id: file.partyId, agent_id: file.agent?.id ?? null, delegation_id: file.agent?.delegationId ?? null,
      created_at: at, updated_at: at,
    })
    .execute();
}

async function updateRow(tx: Tx, before: Case, file: Case, at: Date): Promise<void> {
  const updated = await tx
    .updateTable('cases')
    .set({state: file.state, revision: file.revision, last_hash: file.lastHash, window_region: file.windowRegion ?? null, owes_refund: owesRefund(file), updated_at: at})
    .where('case_no', '=', file.caseNo)
    .where('revision', '=', before.revision)
    .executeTakeFirst();
  if (updated.numUpdatedRows !== 1n) throw new TbError('TB_CASE_STALE');
}

async function keepFields(tx: Tx, caseNo: string, fields: Readonly<Record<string, string>>): Promise<void> {
  const all = JSON.stringify({...(await fieldsOf(tx, caseNo)), ...fields});
  await tx.insertInto('case_fields').values({case_no: caseNo, fields: all}).onConflict((taken) => taken.column('case_no').doUpdateSet({fields: all})).execute();
}

export async function fieldsOf(db: Db | Tx, caseNo: string): Promise<Record<string, string>> {
  const row = await db.selectFrom('case_fields').select('fields').where('case_no', '=', caseNo).executeTakeFirst();
  return row?.fields ?? {};
}

export async function keepParty(tx: Tx, id: string, party: PartyRecord, at: Date): Promise<void> {
  const values = {data: JSON.stringify(party), updated_at: at};
  await tx.insertInto('parties').values({id, ...values}).onConflict((taken) => taken.column('id').doUpdateSet(values)).execute();
}

/** @throws TbError TB_LOG_BROKEN when a case names a party nobody wrote down */
export async function partyOf(db: Db | Tx, id: string): Promise<PartyRecord> {
  const row = await db.selectFrom('parties').select('data').where('id', '=', id).executeTakeFirst();
  if (!row) throw new TbError('TB_LOG_BROKEN', {details: {why: 'party'}});
  return row.data as PartyRecord;
}

/** Another open case of the same party for the same item: a warning, not a bar. */
export async function duplicateOf(db: Db | Tx, {caseNo, partyId, catalogCode, state}: Case): Promise<string | undefined> {
  if (terminalStates.includes(state)) return undefined;
  const row = await db
    .selectFrom('cases')
    .select('case_no')
    .where('party_id', '=', partyId)
    .where('catalog_code', '=', catalogCode)
    .where('case_no', '!=', caseNo)
    .where('state', 'not in', [...terminalStates])
    .orderBy('created_at')
    .executeTakeFirst();
  return row?.case_no;
}

export type CaseRow = Selectable<Tables['cases']>;
