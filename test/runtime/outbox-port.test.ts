import {assert} from '@open-wc/testing';
import type {Outbox} from '@tongban/domain/outbox/outbox.js';
import {outgoingOf, type Outgoing} from '@tongban/runtime/worker/outgoing.js';
import {outboxPort} from '@tongban/runtime/worker/outbox-port.js';
import {newId} from '@tongban/vault/shared/new-id.js';
import {addAttachment} from '@tongban/vault/worker/attachments.js';
import type {Connection} from '@tongban/vault/worker/connection.js';
import {keepCopy} from '@tongban/vault/worker/copies.js';
import {createDraft, readDraft} from '@tongban/vault/worker/drafts.js';
import {claimNext, commandRow, listCommands, postpone, queueCommand, queueDraft, setAside, type OutboxRow} from '@tongban/vault/worker/outbox.js';
import {settle} from '@tongban/vault/worker/receipts.js';
import type {Safe} from '@tongban/vault/worker/safe.js';
import {caseFile, summaryOf} from '../../stories/support/fixtures/cases.js';
import {aDraftBody} from '../fixtures/drafts.js';
import {MONDAY, openVault, type TestVault} from '../support/open-vault.js';
import {rejectsWith} from '../support/rejects-with.js';

const MINUTE = 60_000;
const at = (ms: number) => new Date(ms).toISOString();

describe('the outbox as a page sees it', () => {
  let vault: TestVault;
  let li: Safe;
  let asked: string[];

  beforeEach(async () => {
    vault = await openVault();
    li = await vault.safeOf('li');
    asked = [];
  });

  afterEach(() => vault.remove());

  /** The port while `safe` is open, a minute after everything was queued. */
  function portFor(safe: Safe | undefined, now = MONDAY + MINUTE) {
    const database: Connection = Object.assign(() => Promise.resolve(vault.db), {close: () => undefined});
    const people = {findSafe: () => Promise.resolve(safe), delegationId: () => undefined};
    const sender = {hasten: () => Promise.resolve(void asked.push('hasten')), wake: () => void asked.push('wake')};
    return outboxPort({database, people, sender, now: () => now});
  }

  const outboxOf = async (safe: Safe | undefined, now?: number): Promise<Outbox> => (await portFor(safe, now).list()).value;
  const stateOf = async (safe: Safe, commandId: string, now?: number) => (await outboxOf(safe, now)).entries.find((entry) => entry.commandId === commandId)?.state;

  function withdraw(safe: Safe, caseNo = caseFile.caseNo): Promise<string> {
    const content: Outgoing = {route: 'act', frozen: true, caseNo, revision: 1, body: {action: 'withdraw', payload: {}}};
    return queueCommand(vault.db, safe, {kind: 'withdraw', lane: `case/${caseNo}`, content}, MONDAY);
  }

  async function submit(size = 0): Promise<string> {
    const {draftId} = await createDraft(vault.db, li, {taskCode: newId(MONDAY)}, aDraftBody({itemName: '社会保障卡申领'}), MONDAY);
    if (size > 0) await addAttachment(vault.db, li, draftId, {materialId: 'bank', fileName: 'bank.pdf', mediaType: 'application/pdf'}, new ArrayBuffer(size), MONDAY);
    const content = outgoingOf(await readDraft(vault.db, li, draftId));
    await queueDraft(vault.db, li, draftId, {kind: 'submit', lane: draftId, content}, (body) => ({...body, status: 'queued'}), MONDAY);
    return draftId;
  }

  const claim = async (leaseMs = MINUTE): Promise<OutboxRow> => (await claimNext(vault.db, li.owner, 'tab', MONDAY, leaseMs))!;

  it('names the item and counts its scans, which have to go first', async () => {
    await submit(5_000);
    const {entries} = await outboxOf(li);
    const [{size = 0, ...entry}] = entries as [Outbox['entries'][0]];
    assert.deepInclude(entry, {kind: 'submit', state: 'queued', itemName: '社会保障卡申领', queuedAt: at(MONDAY), attempts: 0, waitsFor: 'scans'});
    assert.isAbove(size, 5_000);
  });

  it('says while it is being sent that it is, and after the sender was killed that it waits', async () => {
    const commandId = await withdraw(li);
    await claim(2 * MINUTE);
    assert.equal(await stateOf(li, commandId), 'sending');
    assert.equal(await stateOf(li, commandId, MONDAY + 2 * MINUTE), 'waiting');
  });

  it('says why it waits, when it was tried and when it goes again', async () => {
    await withdraw(li);
    await postpone(vault.db, await claim(), MONDAY + 5 * MINUTE, 1, 'network');
    const {entries: [entry]} = await outboxOf(li);
    assert.deepInclude(entry!, {state: 'waiting', waitsFor: 'network', attempts: 1, lastTryAt: at(MONDAY), nextTryAt: at(MONDAY + 5 * MINUTE)});
  });

  it('names no time where somebody has to sign in first', async () => {
    await withdraw(li);
    await postpone(vault.db, await claim(), MONDAY + 60 * MINUTE, 0, 'signIn');
    const {entries: [entry]} = await outboxOf(li);
    assert.deepInclude(entry!, {state: 'waiting', waitsFor: 'signIn', attempts: 0});
    assert.notProperty(entry, 'nextTryAt');
  });

  it('holds up behind a refused one only what is of the same case', async () => {
    const refused = await withdraw(li);
    const behind = await withdraw(li);
    const other = await withdraw(li, 'another case');
    await setAside(vault.db, li, await claim(), 'rejected', 'TB_CASE_GUARD', MONDAY);
    assert.deepEqual([await stateOf(li, refused), await stateOf(li, behind), await stateOf(li, other)], ['refused', 'blocked', 'queued']);
  });

  it('leads from a refused application back to its draft', async () => {
    await submit();
    await setAside(vault.db, li, await claim(), 'conflict', 'TB_EDITION_INACTIVE', MONDAY);
    const {entries: [entry]} = await outboxOf(li);
    assert.deepInclude(entry!, {state: 'conflict', problem: 'TB_EDITION_INACTIVE', mendIn: {taskCode: aDraftBody().taskCode}});
  });

  it('names a case as this device has seen it last', async () => {
    await withdraw(li);
    await keepCopy(vault.db, li, 'my-cases', {value: [summaryOf(caseFile)], asOf: at(MONDAY)});
    const {entries: [entry]} = await outboxOf(li);
    assert.deepInclude(entry!, {caseNo: caseFile.caseNo, itemName: caseFile.itemName});
  });

  it('lists what was delivered for a day, and says afterwards when the last receipt came', async () => {
    const commandId = await withdraw(li);
    await settle(vault.db, li, await claim(), {caseNo: caseFile.caseNo}, MONDAY);
    assert.equal(await stateOf(li, commandId), 'receipted');
    assert.deepInclude(await outboxOf(li, MONDAY + 25 * 60 * MINUTE), {entries: [], lastReceiptAt: at(MONDAY)});
  });

  it('goes on naming the item of what was delivered', async () => {
    await submit();
    await settle(vault.db, li, await claim(), {caseNo: 'C1', shortCode: 'ABCD1234', at: at(MONDAY), papers: []}, MONDAY);
    const {entries: [entry]} = await outboxOf(li);
    assert.deepInclude(entry!, {state: 'receipted', itemName: '社会保障卡申领', caseNo: 'C1', attempts: 1});
  });

  it('keeps what it cannot read, and says so', async () => {
    const [mine, hers] = [await withdraw(li), await withdraw(li)];
    const [first, second] = [await commandRow(vault.db, mine), await commandRow(vault.db, hers)];
    const tx = vault.db.transaction('outbox', 'readwrite', {durability: 'strict'});
    await tx.store.put({...first!, sealed: second!.sealed!}); // Swapped on disk.
    await tx.done;
    assert.equal(await stateOf(li, mine), 'quarantined');
    await rejectsWith('TB_COMMAND_UNDERWAY', portFor(li).giveUp(mine));
  });

  it('tells another person, or nobody in particular, how many there are and no more', async () => {
    await withdraw(li);
    await submit();
    const wang = await vault.safeOf('wang');
    assert.deepEqual(await outboxOf(wang), {entries: [], sealed: {withdraw: 1, submit: 1}, isLocked: false});
    assert.deepEqual(await outboxOf(undefined), {entries: [], sealed: {withdraw: 1, submit: 1}, isLocked: true});
  });

  it('shows to everybody what nobody signed for', async () => {
    await queueCommand(vault.db, undefined, {kind: 'rating', lane: 'rating/1', content: {route: 'rate', frozen: true, body: {ratingId: '1', subject: {by: 'ticket', ticket: 'T'}, stars: 5, tags: [], comment: '', channel: 'qr', ratedAt: at(MONDAY)}}}, MONDAY);
    const {entries: [entry]} = await outboxOf(undefined);
    assert.deepInclude(entry!, {kind: 'rating', state: 'queued'});
    assert.notInclude(JSON.stringify(entry), '"T"');
  });

  it('gives up what was refused, and lets go what stood behind it', async () => {
    const refused = await withdraw(li);
    const behind = await withdraw(li);
    await setAside(vault.db, li, await claim(), 'rejected', 'TB_CASE_GUARD', MONDAY);
    await portFor(li).giveUp(refused);
    assert.deepEqual((await listCommands(vault.db, li.owner)).map(({commandId}) => commandId), [behind]);
    assert.deepEqual(asked, ['wake']);
  });

  it('gives up neither what may have gone out nor what is somebody else’s', async () => {
    const commandId = await withdraw(li);
    await rejectsWith('TB_COMMAND_UNDERWAY', portFor(li).giveUp(commandId));
    await setAside(vault.db, li, await claim(), 'rejected', 'TB_CASE_GUARD', MONDAY);
    await rejectsWith('TB_FORBIDDEN', portFor(await vault.safeOf('wang')).giveUp(commandId));
    await rejectsWith('TB_FORBIDDEN', portFor(undefined).giveUp(commandId));
    assert.equal(await vault.db.count('outbox'), 1);
  });

  it('ends every pause when somebody asks to send now', async () => {
    await portFor(li).sendNow();
    assert.deepEqual(asked, ['hasten', 'wake']);
  });
});
