import {CaseSummary, type Receipt} from '@tongban/domain/case/case-file.js';
import {TbError} from '@tongban/domain/errors.js';
import {parse} from '@tongban/domain/parse.js';
import type {Outbox, OutboxEntry} from '@tongban/domain/outbox/outbox.js';
import type {OutboxPort} from '@tongban/domain/portal.js';
import {unsentAttachments} from '@tongban/vault/worker/attachments.js';
import {readCopy} from '@tongban/vault/worker/copies.js';
import type {TbDatabase} from '@tongban/vault/worker/database.js';
import {isOpen, readDraft} from '@tongban/vault/worker/drafts.js';
import {commandRow, contentOf, countOthers, giveUp, isSetAside, listCommands, NOBODY, type OutboxRow} from '@tongban/vault/worker/outbox.js';
import {listReceipts, readReceipt, type ReceiptRow} from '@tongban/vault/worker/receipts.js';
import type {Safe} from '@tongban/vault/worker/safe.js';
import * as v from 'valibot';
import {Outgoing} from './outgoing.js';
import {standings, type Standing} from './outbox-standing.js';
import type {Shared} from './services.js';

/** How long something delivered is still listed. */
const SHOWN_AFTER_MS = 24 * 60 * 60 * 1000;

type About = Pick<OutboxEntry, 'itemName' | 'caseNo' | 'mendIn'>;

interface OutboxOptions extends Pick<Shared, 'database' | 'now'> {
  readonly people: Pick<Shared['people'], 'findSafe' | 'delegationId'>;
  readonly sender: Pick<Shared['sender'], 'hasten' | 'wake'>;
}

/** What is on its way from this device, read from the vault alone. */
export function outboxPort({database, people, sender, now}: OutboxOptions): OutboxPort {
  return {
    async list() {
      const [db, safe, at] = [await database(), await people.findSafe(), now()];
      const owners = safe ? [safe.owner, NOBODY] : [NOBODY];
      const itemNames = safe ? await namesOfCases(db, safe) : new Map<string, string>();
      const [rows, unsent, receipts] = await Promise.all([
        Promise.all(owners.map((owner) => listCommands(db, owner))),
        safe ? unsentAttachments(db, safe) : [],
        Promise.all(owners.map((owner) => listReceipts(db, owner))),
      ]);
      const lacksScans = (draftId: string) => unsent.some((scan) => scan.draftId === draftId);
      const queued = rows.flatMap((own) => standings(own, lacksScans, at).map((standing, n) => ({row: own[n]!, standing})));
      const came = receipts.flat().sort((a, b) => a.storedAt - b.storedAt);
      const entries = await Promise.all([
        ...queued.map(({row, standing}) => entryOf(db, safe, row, standing)),
        ...came.filter(({storedAt}) => storedAt > at - SHOWN_AFTER_MS).map((receipt) => deliveredOf(db, safe, receipt)),
      ]);
      const last = came[came.length - 1];
      const value: Outbox = {
        entries: entries.flatMap((entry) => (entry ? [named(entry, itemNames)] : [])),
        sealed: await countOthers(db, owners),
        isLocked: !safe,
        ...(last && {lastReceiptAt: instant(last.storedAt)}),
      };
      return {value, asOf: instant(at), stale: false};
    },

    async sendNow() {
      await sender.hasten();
      sender.wake();
    },

    async giveUp(commandId) {
      const [db, safe] = [await database(), await people.findSafe()];
      const row = await commandRow(db, commandId);
      if (!row) return;
      if (row.owner !== NOBODY && row.owner !== safe?.owner) throw new TbError('TB_FORBIDDEN');
      if (!isSetAside(row)) throw new TbError('TB_COMMAND_UNDERWAY');
      await giveUp(db, commandId);
      sender.wake(); // What stood behind it may go now.
    },
  };

  async function entryOf(db: TbDatabase, safe: Safe | undefined, row: OutboxRow, standing: Standing): Promise<OutboxEntry> {
    const {commandId, kind, createdAt, attempts, triedAt, problem, sealed} = row;
    const entry = {commandId, kind, queuedAt: instant(createdAt), attempts, ...(triedAt !== undefined && {lastTryAt: instant(triedAt)}), ...(problem && {problem})};
    const size = sealed ? sealed.bytes.byteLength : JSON.stringify(row.plain).length;
    try {
      const {scans, ...about} = await aboutOf(db, safe, row);
      return {...entry, ...standing, size: size + scans, ...about};
    } catch {
      return {...entry, state: 'quarantined', size}; // The key is here and does not open it.
    }
  }

  /** What a command is about, from what is sealed. @throws TbError when that cannot be read */
  async function aboutOf(db: TbDatabase, safe: Safe | undefined, row: OutboxRow): Promise<About & {scans: number}> {
    const content = parse(Outgoing, await contentOf(safe, row));
    if (safe && row.draftId !== undefined) {
      const {taskCode, itemName, forRegion, caseNo, delegationId, status, attachments} = await readDraft(db, safe, row.draftId);
      const scans = attachments.reduce((sum, {size}) => sum + size, 0);
      const opened = caseNo === undefined ? {taskCode, ...(forRegion && {forRegion})} : {caseNo};
      const isMine = caseNo !== undefined || delegationId === people.delegationId(); // Otherwise another draft would open.
      return {itemName, ...(caseNo !== undefined && {caseNo}), ...(isSetAside(row) && isOpen(status) && isMine && {mendIn: opened}), scans};
    }
    if (content.route === 'act') return {caseNo: content.caseNo, scans: 0};
    return {...(content.route === 'rate' && content.body.subject.by === 'case' && {caseNo: content.body.subject.caseNo}), scans: 0};
  }
}

/** What has arrived; rows of older code do not say what they were the receipt of. */
async function deliveredOf(db: TbDatabase, safe: Safe | undefined, {commandId, storedAt, of, owner}: ReceiptRow): Promise<OutboxEntry | undefined> {
  if (!of) return undefined;
  const {kind, queuedAt, attempts, draftId} = of;
  const own = owner === safe?.owner ? safe : undefined;
  const [receipt, draft] = await Promise.all([
    own && readReceipt(db, own, commandId).catch(() => undefined),
    own && draftId !== undefined ? readDraft(db, own, draftId).catch(() => undefined) : undefined,
  ]);
  const caseNo = (receipt as Partial<Receipt> | undefined)?.caseNo; // A rating's receipt names none.
  return {commandId, kind, state: 'receipted', queuedAt: instant(queuedAt), attempts, lastTryAt: instant(storedAt), ...(caseNo !== undefined && {caseNo}), ...(draft && {itemName: draft.itemName})};
}

/** The names of the person's cases, as far as this device has seen them. */
async function namesOfCases(db: TbDatabase, safe: Safe): Promise<Map<string, string>> {
  const copy = await readCopy(db, safe, 'my-cases').catch(() => undefined);
  const cases = v.safeParse(v.array(CaseSummary), copy?.value);
  return new Map(cases.success ? cases.output.map(({caseNo, itemName}) => [caseNo, itemName]) : []);
}

function named(entry: OutboxEntry, itemNames: ReadonlyMap<string, string>): OutboxEntry {
  const itemName = entry.caseNo === undefined ? undefined : itemNames.get(entry.caseNo);
  return entry.itemName === undefined && itemName !== undefined ? {...entry, itemName} : entry;
}

const instant = (ms: number) => new Date(ms).toISOString();
