import {assert, waitUntil} from '@open-wc/testing';
import type {Change} from '@tongban/domain/portal.js';
import {receiptChecker} from '@tongban/runtime/worker/check-receipt.js';
import {receiptKeys} from '@tongban/runtime/worker/receipt-keys.js';
import {createSender, type Sender} from '@tongban/runtime/worker/sender.js';
import {scanSender} from '@tongban/runtime/worker/scan-sender.js';
import type {Outgoing} from '@tongban/runtime/worker/outgoing.js';
import {outgoingOf} from '@tongban/runtime/worker/outgoing.js';
import {newId} from '@tongban/vault/shared/new-id.js';
import {addAttachment} from '@tongban/vault/worker/attachments.js';
import type {Connection} from '@tongban/vault/worker/connection.js';
import {createDraft, readDraft} from '@tongban/vault/worker/drafts.js';
import {listCommands, NOBODY, queueCommand, queueDraft} from '@tongban/vault/worker/outbox.js';
import {hasReceipt} from '@tongban/vault/worker/receipts.js';
import type {Safe} from '@tongban/vault/worker/safe.js';
import fc from 'fast-check';
import {aDraftBody} from '../fixtures/drafts.js';
import {faults, faultyGateway, type Fault} from '../support/faulty-gateway.js';
import {MONDAY, openVault, type TestVault} from '../support/open-vault.js';
import {until} from '../support/until.js';

const slots = [{materialId: 'bank', name: '银行卡', necessity: 1 as const, state: 'empty' as const, pieces: []}];

describe('the sender', () => {
  let vault: TestVault;
  let safe: Safe;
  let senders: Sender[];
  let heard: Change[];

  beforeEach(async () => {
    vault = await openVault();
    safe = await vault.safeOf('li');
    senders = [];
    heard = [];
  });

  afterEach(async () => {
    for (const sender of senders) sender.stop();
    await vault.remove();
  });

  /** A tab that sends. Under a name of its own it does not wait for the lock of another, as where there are no Web Locks. */
  function aTab(gateway: ReturnType<typeof faultyGateway>, {now = Date.now, name}: {now?: () => number; name?: string} = {}): Sender {
    const database: Connection = Object.assign(() => Promise.resolve(vault.db), {close: () => undefined});
    const changed = (change: Change) => void heard.push(change);
    const scans = scanSender({gateway: gateway.origin, database, send: gateway.sendBytes, now, random: () => 0, onProgress: () => undefined});
    const sender = createSender({gateway: name === undefined ? gateway.origin : gateway.origin.replace('//', `//${name}.`), database, send: gateway.send, checkReceipt: receiptChecker(receiptKeys({gateway: gateway.origin, send: gateway.send, now})), scans, now, random: () => 0, changed, queued: () => senders.filter((other) => other !== sender).forEach((other) => other.rouse())});
    senders.push(sender);
    return sender;
  }

  const aGateway = (script: readonly Fault[] = []) => faultyGateway(`https://${newId(Date.now())}.example`, script);

  async function submitADraft(size = 0): Promise<string> {
    const {draftId} = await createDraft(vault.db, safe, {caseNo: newId(MONDAY)}, aDraftBody({slots}), MONDAY);
    if (size > 0) await addAttachment(vault.db, safe, draftId, {materialId: 'bank', fileName: 'bank.pdf', mediaType: 'application/pdf'}, new Uint8Array(size).fill(7).buffer, MONDAY);
    const content = outgoingOf(await readDraft(vault.db, safe, draftId));
    await queueDraft(vault.db, safe, draftId, {kind: 'submit', lane: draftId, content}, (body) => ({...body, status: 'queued'}), MONDAY);
    return draftId;
  }

  const queueWithdrawal = (caseNo: string, revision = 1) => {
    const content: Outgoing = {route: 'act', frozen: true, caseNo, revision, body: {action: 'withdraw', payload: {reason: `r${String(revision)}`}}};
    return queueCommand(vault.db, safe, {kind: 'withdraw', lane: `case/${caseNo}`, content}, MONDAY);
  };

  const isDrained = async () => (await listCommands(vault.db, safe.owner)).length === 0;

  /** Until all is sent; meanwhile somebody signs in again and again. */
  async function drain(...tabs: Sender[]): Promise<void> {
    await until(async () => {
      if (await isDrained()) return true;
      await Promise.all(tabs.map((tab) => tab.hasten()));
      return false;
    }, 'everything is sent');
  }

  it('files a draft with its scan, and the gateway has every byte', async () => {
    const gateway = aGateway();
    const size = 1024 * 1024 + 5;
    const draftId = await submitADraft(size);
    aTab(gateway).serve(safe);
    await until(isDrained, 'it is sent');
    const draft = await readDraft(vault.db, safe, draftId);
    assert.equal(draft.status, 'filed');
    assert.equal(draft.receipt?.caseNo, 'C1');
    const [{bytes, received}] = [...gateway.uploads.values()] as [{bytes: Uint8Array; received: number}];
    assert.equal(received, size);
    assert.isTrue(bytes.every((byte) => byte === 7));
    const {slots: sent} = gateway.effects[0]!.body as {slots: {state: string; pieces: {uploadId: string}[]}[]};
    assert.deepEqual(sent[0]!.pieces.map(({uploadId}) => uploadId), ['upload-1']);
    assert.equal(sent[0]!.state, 'provided');
    assert.deepInclude(heard, {about: 'draft', draftId});
    assert.deepInclude(heard, {about: 'case', caseNo: 'C1'});
  });

  it('does each command once, whatever happens on the way, and ends with every one acknowledged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...faults), {maxLength: 12}), fc.integer({min: 0, max: 2}), async (script, scans) => {
        const gateway = aGateway(script);
        const draftId = await submitADraft(scans * 600_000);
        await queueWithdrawal('C1');
        const tab = aTab(gateway);
        tab.serve(safe);
        await drain(tab);
        tab.stop();
        assert.lengthOf(gateway.effects, 2);
        assert.lengthOf(new Set(gateway.effects.map(({key}) => key)), 2);
        assert.equal((await readDraft(vault.db, safe, draftId)).status, 'filed');
      }),
      {numRuns: 25, includeErrorInReport: true},
    );
  }).timeout(60_000);

  it('does each command once when two tabs send without locks', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...faults), {maxLength: 10}), async (script) => {
        const gateway = aGateway(script);
        await submitADraft();
        for (const revision of [1, 2, 3]) await queueWithdrawal('C1', revision);
        const tabs = ['one', 'two'].map((name) => aTab(gateway, {name}));
        for (const tab of tabs) tab.serve(safe);
        await drain(...tabs);
        for (const tab of tabs) tab.stop();
        assert.lengthOf(gateway.effects, 4);
        const withdrawals = gateway.effects.filter(({path}) => path.endsWith('/commands')).map(({revision}) => revision);
        assert.deepEqual(withdrawals, ['"1"', '"2"', '"3"'], 'in the order they were queued');
      }),
      {numRuns: 15, includeErrorInReport: true},
    );
  }).timeout(60_000);

  it('sends at once what was queued in a tab that does not lead', async () => {
    const gateway = aGateway();
    const leading = aTab(gateway);
    leading.serve(safe);
    await queueWithdrawal('C1');
    leading.wake();
    await waitUntil(() => gateway.effects.length === 1);
    const other = aTab(gateway);
    other.serve(safe);
    await queueWithdrawal('C2');
    other.wake();
    await waitUntil(() => gateway.effects.length === 2, 'the leading tab was told');
  });

  it('sends the same bytes under the same key after its tab was killed in mid-flight', async () => {
    let later = 0;
    const gateway = aGateway(['answerLost']);
    await queueWithdrawal('C1');
    const killed = aTab(gateway, {now: () => Date.now() + later});
    killed.serve(safe);
    await until(() => gateway.effects.length === 1, 'the gateway has it');
    killed.stop();
    later = 61_000;
    const next = aTab(gateway, {now: () => Date.now() + later, name: 'next'});
    next.serve(safe);
    await drain(next);
    assert.lengthOf(gateway.effects, 1);
  });

  it('goes on with an upload at the byte the gateway has, in one upload', async () => {
    const gateway = aGateway(['none', 'none', 'answerLost', 'lost']); // Made, one chunk up, the second up but unheard, one lost.
    await submitADraft(3 * 1024 * 1024);
    const tab = aTab(gateway);
    tab.serve(safe);
    await drain(tab);
    assert.equal(gateway.uploads.size, 1);
  });

  it('shows a refusal on the draft and sends nothing more of it', async () => {
    const gateway = aGateway();
    gateway.refusals.set('/v1/cases', 'TB_FIELD_INVALID');
    const draftId = await submitADraft();
    aTab(gateway).serve(safe);
    await until(async () => (await readDraft(vault.db, safe, draftId)).status === 'refused', 'it is refused');
    assert.equal((await readDraft(vault.db, safe, draftId)).problem, 'TB_FIELD_INVALID');
    assert.isEmpty(gateway.effects);
  });

  it('uploads again what the gateway says it does not know', async () => {
    const gateway = aGateway();
    gateway.refusals.set('/v1/cases', 'TB_UPLOAD_UNKNOWN');
    const draftId = await submitADraft(10);
    aTab(gateway).serve(safe);
    await until(async () => (await readDraft(vault.db, safe, draftId)).status === 'refused', 'it is refused');
    await until(() => gateway.uploads.size === 2, 'the scan goes up again');
  });

  it('keeps a command whose receipt somebody else has signed until a true one comes', async () => {
    const gateway = aGateway(['forgedReceipt', 'none', 'strangersReceipt']); // The second request is for the keys.
    const tab = aTab(gateway);
    const commandId = await queueWithdrawal('C1');
    assert.deepEqual(await tab.attempt(commandId, safe), {kind: 'waiting', reached: true});
    assert.deepEqual(await tab.attempt(commandId, safe), {kind: 'waiting', reached: true});
    assert.isFalse(await hasReceipt(vault.db, commandId));
    assert.equal((await tab.attempt(commandId, safe)).kind, 'sent');
    assert.isTrue(await hasReceipt(vault.db, commandId));
    assert.lengthOf(gateway.effects, 1);
  });

  for (const [fault, waitsFor, attempts] of [['lost', 'network', 1], ['unavailable', 'gateway', 1], ['captivePortal', 'gateway', 1], ['signedOut', 'signIn', 0]] as const) {
    it(`notes why a command waits after ${fault}, and tells the page that the outbox changed`, async () => {
      const tab = aTab(aGateway([fault]));
      await tab.attempt(await queueWithdrawal('C1'), safe);
      const [row] = await listCommands(vault.db, safe.owner);
      assert.include(row, {state: 'waiting', waitsFor, attempts});
      assert.isNumber(row?.triedAt);
      assert.deepInclude(heard, {about: 'outbox'});
    });
  }

  it('answers whoever waits for one command', async () => {
    const gateway = aGateway(['lost']);
    const tab = aTab(gateway);
    const commandId = await queueWithdrawal('C1');
    assert.deepEqual(await tab.attempt(commandId, safe), {kind: 'waiting', reached: false});
    const fate = await tab.attempt(commandId, safe);
    assert.equal(fate.kind, 'sent');
  });

  it('sends a rating by ticket for nobody in particular, once, after the network is back', async () => {
    const gateway = aGateway(['lost', 'answerLost']);
    const body = {ratingId: newId(MONDAY), subject: {by: 'ticket', ticket: 't'}, stars: 5, tags: [], comment: '', channel: 'qr', ratedAt: '2026-01-05T00:00:00Z'} as const;
    const content = {route: 'rate', frozen: true, body};
    await queueCommand(vault.db, undefined, {kind: 'rating', lane: 'rating/1', content}, MONDAY);
    const tab = aTab(gateway);
    await until(async () => (await listCommands(vault.db, NOBODY)).length === 0, 'it is sent');
    tab.stop();
    assert.lengthOf(gateway.effects, 1);
    assert.deepInclude(heard, {about: 'rating', ratingId: body.ratingId});
  });

  it('leaves another person’s commands alone', async () => {
    const gateway = aGateway();
    await queueWithdrawal('C1');
    aTab(gateway).serve(await vault.safeOf('wang'));
    const own = aTab(gateway, {name: 'own'});
    await queueCommand(vault.db, undefined, {kind: 'rating', lane: 'r', content: {}}, MONDAY);
    own.wake();
    await until(async () => (await listCommands(vault.db, NOBODY))[0]?.state === 'rejected', 'the round is over');
    assert.isEmpty(gateway.effects);
    assert.isFalse(await isDrained());
  });
});
