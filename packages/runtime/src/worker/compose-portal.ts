import {openCatalogueStore, type CatalogueStore} from '@tongban/catalogue/worker/catalogue-store.js';
import {createCatalogue} from '@tongban/catalogue/worker/catalogue.js';
import type {Change} from '@tongban/domain/portal.js';
import {gatewayClient} from '@tongban/gateway-api/client.js';
import {connectDatabase} from '@tongban/vault/worker/connection.js';
import {casesPort} from './cases.js';
import {receiptChecker} from './check-receipt.js';
import {heldProofs} from './certificates.js';
import {catalogueFetches} from './catalogue-fetches.js';
import {connectHints, type Hint} from './hints.js';
import {gatewayEvents} from './gateway-events.js';
import {fetchVia, watchNetwork} from './network.js';
import {createPeople} from './people.js';
import {ratingsPort} from './ratings.js';
import {receiptKeys} from './receipt-keys.js';
import {scanSender} from './scan-sender.js';
import {createSender} from './sender.js';
import {createSends} from './sends.js';
import type {Compose, Services} from './serve.js';
import type {Shared} from './services.js';
import {openSession} from './open-session.js';
import {createShow} from './shown.js';
import {onlyStaff, staffPort} from './staff.js';

/** Puts one portal together: catalogue, sign-in, vault, sender and event stream of one gateway. */
export const composePortal: Compose = (config, push): Services => {
  const {gateway} = config;
  const now = () => Date.now();
  const shownCases = new Set<string>();
  const database = connectDatabase();
  const network = watchNetwork((online) => pushChange({about: 'network', online}), () => hastenAll());
  const session = openSession(config, database, now, fetchVia(network));
  const sends = createSends(session, network);
  const [plain, signed] = [gatewayClient(gateway, sends.plain), gatewayClient(gateway, sends.signed)];
  const hints = connectHints(gateway, hear);
  const people = createPeople({gateway, session, database, client: signed, now, onChanged: onPeopleChanged});
  const scans = scanSender({gateway, database, send: sends.bytes, now, random: Math.random, onProgress: (draftId) => changed({about: 'draft', draftId})});
  const checkReceipt = receiptChecker(receiptKeys({gateway, send: sends.plain, now, ...(config.receiptKeys && {pinned: config.receiptKeys})}));
  const sender = createSender({gateway, database, send: sends.signed, checkReceipt, scans, now, random: Math.random, changed, tellOtherTabs: () => hints.tell({about: 'outbox'})});
  const catalogue = createCatalogue({source: gateway, ...catalogueFetches(gateway, sends.plain), now: () => new Date(now()), openStore: keptStore()});
  const events = gatewayEvents({gateway, sends, changed, missed: onMissed});
  const shared: Shared = {config, database, people, sends, signed, plain, catalogue, sender, checkReceipt, now, changed, show: createShow(database, people.findSafe, now)};

  const [cases, ratings, staff] = [casesPort(shared), ratingsPort(shared), staffPort(shared, push)];

  return {
    ping: () => Promise.resolve(),
    networkSaid: (online) => Promise.resolve(network.said(online)),
    // A page that names no region means its portal's.
    'catalogue.search': (query) => catalogue.search(query.near.length > 0 ? query : {...query, near: [config.region]}),
    'catalogue.guide': (taskCode) => catalogue.guide(taskCode),
    'catalogue.regions': (parent) => catalogue.regions(parent),
    'catalogue.state': () => catalogue.state(),
    'session.current': () => people.state(),
    'session.actUnder': (delegationId) => people.actUnder(delegationId),
    'session.begin': (wish, options) => people.begin(wish, options),
    'session.complete': (returned) => people.complete(returned),
    'session.returnPath': (returned) => people.returnPath(returned),
    async 'session.leave'() {
      const answer = await people.leave();
      hints.tell({about: 'signedOut'});
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
    ...(config.staff ? staff : onlyStaff),
  };

  function pushChange(change: Change): void {
    push({tb: 'change', change});
  }

  /** What happened here is told to this page and hinted to the other tabs. */
  function changed(change: Change): void {
    pushChange(change);
    hints.tell(change);
  }

  function hear(hint: Hint): void {
    if (hint.about === 'outbox') sender.rouse();
    else if (hint.about === 'signedOut') people.forget();
    else if (hint.about === 'missed') askAgain();
    else if (hint.about !== 'network' && hint.about !== 'session') pushChange(hint); // Each tab has its own sign-in and its own requests.
  }

  function onMissed(): void {
    hints.tell({about: 'missed'});
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
    hastenAll();
    pushChange({about: 'session'});
  }

  function hastenAll(): void {
    events.wake();
    sender.hasten().catch(() => undefined); // No database: then there is nothing to hasten.
  }
};

/** The copies of public things, opened once, and again after they were closed. */
function keptStore(): () => Promise<CatalogueStore> {
  let opening: Promise<CatalogueStore> | undefined;
  const forget = () => {
    opening = undefined;
  };
  return () => {
    opening ??= openCatalogueStore({onClosed: forget});
    opening.catch(forget);
    return opening;
  };
}
