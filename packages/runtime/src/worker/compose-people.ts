import type {CataloguePort, Change} from '@tongban/domain/portal.js';
import {gatewayClient} from '@tongban/gateway-api/client.js';
import {connectDatabase} from '@tongban/vault/worker/connection.js';
import type {LateCall, Pushed, WorkerApi} from '../shared/protocol.js';
import type {WorkerConfig} from '../shared/worker-config.js';
import {casesPort} from './cases.js';
import {heldProofs} from './certificates.js';
import {receiptChecker} from './check-receipt.js';
import {gatewayEvents} from './gateway-events.js';
import type {Hint} from './hints.js';
import {fetchVia, type Network} from './network.js';
import {openSession} from './open-session.js';
import {outboxPort} from './outbox-port.js';
import {createPeople} from './people.js';
import {ratingsPort} from './ratings.js';
import {receiptKeys} from './receipt-keys.js';
import {scanSender} from './scan-sender.js';
import {createSender} from './sender.js';
import {createSends} from './sends.js';
import type {Shared} from './services.js';
import {createShow} from './shown.js';
import {onlyStaff, staffPort} from './staff.js';
import type {Way} from './way.js';
import {withRoomBy} from './with-room.js';

/** What the first file has, and this one builds on. */
export interface Near {
  readonly config: WorkerConfig;
  readonly network: Network;
  readonly way: Way;
  readonly catalogue: CataloguePort;
  /** Clears away what can be fetched again. @returns about how many bytes */
  readonly makeRoom: (bytes: number) => Promise<number>;
  readonly now: () => number;
  readonly push: (message: Pushed) => void;
  /** Tells the other tabs. */
  readonly tell: (hint: Hint) => void;
}

/** Everything about people at one gateway. */
export interface PeopleServices {
  readonly calls: Pick<WorkerApi, LateCall>;
  /** Another tab told something. */
  hear(hint: Hint): void;
  /** The network is back: pauses are over. */
  hasten(): void;
}

/** Puts together sign-in, vault, sender and event stream of one gateway. */
export function composePeople({config, network, way, catalogue, makeRoom, now, push, tell}: Near): PeopleServices {
  const {gateway} = config;
  const shownCases = new Set<string>();
  const database = connectDatabase();
  const session = openSession(config, database, now, fetchVia(network));
  const sends = createSends(session, way);
  const [plain, signed] = [gatewayClient(gateway, sends.plain), gatewayClient(gateway, sends.signed)];
  const people = createPeople({gateway, session, database, client: signed, now, onChanged: onPeopleChanged});
  const scans = scanSender({gateway, database, send: sends.bytes, now, random: Math.random, onProgress: (draftId) => changed({about: 'draft', draftId})});
  const checkReceipt = receiptChecker(receiptKeys({gateway, send: sends.plain, now, ...(config.receiptKeys && {pinned: config.receiptKeys})}));
  const sender = createSender({gateway, database, send: sends.signed, checkReceipt, scans, now, random: Math.random, changed, queued: () => changed({about: 'outbox'})});
  const events = gatewayEvents({gateway, sends, changed, missed: onMissed});
  const shared: Shared = {config, database, people, sends, signed, plain, catalogue, withRoom: withRoomBy(makeRoom), sender, checkReceipt, now, changed, show: createShow(database, people.findSafe, now)};

  const [cases, ratings, outbox, staff] = [casesPort(shared), ratingsPort(shared), outboxPort(shared), staffPort(shared, push)];

  return {
    calls: {
      'session.current': () => people.state(),
      'session.actUnder': (delegationId) => people.actUnder(delegationId),
      'session.begin': (wish, options) => people.begin(wish, options),
      'session.complete': (returned) => people.complete(returned),
      'session.returnPath': (returned) => people.returnPath(returned),
      async 'session.leave'() {
        const answer = await people.leave();
        tell({about: 'signedOut'});
        return answer;
      },
      'cases.openDraft': (of) => cases.openDraft(of),
      'cases.draft': (draftId) => cases.draft(draftId),
      'cases.saveDraft': (draftId, edit) => cases.saveDraft(draftId, edit),
      'cases.discardDraft': (draftId) => cases.discardDraft(draftId),
      'cases.attach': (draftId, materialId, file, fileName) => cases.attach(draftId, materialId, file, fileName),
      'cases.detach': (draftId, attachmentId) => cases.detach(draftId, attachmentId),
      'cases.submit': (draftId) => cases.submit(draftId),
      'cases.mine': () => cases.mine(),
      'cases.get': (caseNo) => {
        shownCases.add(caseNo);
        return cases.get(caseNo);
      },
      'cases.withdraw': (caseNo, revision, reason) => cases.withdraw(caseNo, revision, reason),
      'cases.paper': (caseNo, docNo) => cases.paper(caseNo, docNo),
      'certificates.held': (taskCode) => heldProofs(shared, taskCode),
      'ratings.invitation': (of) => ratings.invitation(of),
      'ratings.rate': (input) => ratings.rate(input),
      'payments.begin': (caseNo, returnTo) => signed.call('beginPayment', {params: {caseNo}, body: {returnTo}}),
      'outbox.list': () => outbox.list(),
      'outbox.sendNow': () => outbox.sendNow(),
      'outbox.giveUp': (commandId) => outbox.giveUp(commandId),
      ...(config.staff ? staff : onlyStaff),
    },
    hear(hint) {
      if (hint.about === 'outbox') sender.rouse();
      else if (hint.about === 'signedOut') people.forget();
      else if (hint.about === 'missed') askAgain();
    },
    hasten,
  };

  function pushChange(change: Change): void {
    push({tb: 'change', change});
  }

  /** What happened here is told to this page and hinted to the other tabs. */
  function changed(change: Change): void {
    pushChange(change);
    tell(change);
  }

  function onMissed(): void {
    tell({about: 'missed'});
    askAgain();
  }

  function askAgain(): void {
    pushChange({about: 'cases'});
    for (const caseNo of shownCases) pushChange({about: 'case', caseNo});
  }

  function onPeopleChanged(): void {
    const safe = people.safe();
    sender.serve(safe);
    events.listenFor(safe?.owner);
    hasten();
    pushChange({about: 'session'});
  }

  function hasten(): void {
    events.wake();
    sender.hasten().catch(() => undefined); // No database: then there is nothing to hasten.
  }
}
