import {createCatalogue} from '@tongban/catalogue/worker/catalogue.js';
import {connectStore} from '@tongban/catalogue/worker/connect-store.js';
import type {Installed} from '@tongban/catalogue/worker/installed.js';
import type {Change} from '@tongban/domain/portal.js';
import {callNames, type LateCall, type NearCall, type WorkerApi} from '../shared/protocol.js';
import {catalogueFetches} from './catalogue-fetches.js';
import type {PeopleServices} from './compose-people.js';
import {concernsPage, connectHints, type Hint} from './hints.js';
import {installedPart, peoplePart} from './late-parts.js';
import {watchNetwork} from './network.js';
import {precedence} from './precedence.js';
import type {Compose, Services} from './serve.js';
import {openWay} from './way.js';

/**
 * What waits in the outbox, and the other tabs, need everything about people, but nobody waits for it: so long after the start
 * what was asked first has been shown.
 */
const PEOPLE_AFTER_MS = 3_000;

/** Puts one portal together: the catalogue at once, everything about people when somebody asks for it. */
export const composePortal: Compose = (config, push): Services => {
  const {gateway} = config;
  const now = () => Date.now();
  let present: PeopleServices | undefined;
  const network = watchNetwork((online) => pushChange({about: 'network', online}), () => present?.hasten());
  const way = openWay(network);
  const hints = connectHints(gateway, hear);
  let list: Installed | undefined;
  const lists = {source: gateway, ...catalogueFetches(gateway, way.plain), now: () => new Date(now()), openStore: connectStore(now)};
  const openInstalled = async () => {
    const {createInstalled} = await installedPart();
    return (list ??= createInstalled({...lists, changed: onListChanged}));
  };
  const catalogue = createCatalogue({...lists, openInstalled});
  const makeRoom = async (bytes: number) => (await openInstalled()).makeRoom(bytes);
  const guides = precedence();
  const people = async () => {
    const {composePeople} = await peoplePart();
    return (present ??= composePeople({config, network, way, catalogue, makeRoom, now, push, tell: hints.tell}));
  };
  setTimeout(() => void people().catch(() => undefined), PEOPLE_AFTER_MS); // Whoever calls later loads it again, and hears of it.

  const near: Omit<Pick<WorkerApi, NearCall>, 'start'> = {
    ping: () => Promise.resolve(),
    networkSaid: (online) => Promise.resolve(network.said(online)),
    // A page that names no region means its portal's.
    'catalogue.search': (query) => guides.clear().then(() => catalogue.search(query.near.length > 0 ? query : {...query, near: [config.region]})),
    'catalogue.guide': (taskCode) => guides.first(catalogue.guide(taskCode)),
    'catalogue.regions': (parent) => guides.clear().then(() => catalogue.regions(parent)),
    'catalogue.state': () => guides.clear().then(() => catalogue.state()),
  };
  return {...callsOf(people), ...near};

  function pushChange(change: Change): void {
    push({tb: 'change', change});
  }

  function onListChanged(): void {
    pushChange({about: 'catalogue'});
    hints.tell({about: 'catalogue'});
  }

  function hear(hint: Hint): void {
    present?.hear(hint);
    if (hint.about === 'catalogue') list?.heard();
    if (concernsPage(hint)) pushChange(hint);
  }
};

/** Each late call, as one that waits for its code. */
function callsOf(people: () => Promise<PeopleServices>): Pick<WorkerApi, LateCall> {
  const wait = (name: LateCall) => async (...args: never[]) => ((await people()).calls[name] as (...args: never[]) => Promise<unknown>)(...args);
  return Object.fromEntries(callNames.map((name) => [name, wait(name as LateCall)])) as unknown as Pick<WorkerApi, LateCall>;
}
