import type {Change, Portal, SignInWish, StaffPort} from '@tongban/domain/portal.js';
import type {ErrorCode, ErrorDetails} from '@tongban/domain/errors.js';
import type {SessionState} from '@tongban/domain/people/person.js';
import type {WorkerConfig} from './worker-config.js';

/**
 * Everything that passes between a page and its worker. A page may call these plain names and nothing else (design.md §3):
 * the worker compares the one path element of a message with this list before it looks at anything else.
 */
export const portCalls = {
  catalogue: ['search', 'guide', 'regions', 'state'],
  session: ['current', 'actUnder'],
  cases: ['openDraft', 'draft', 'saveDraft', 'discardDraft', 'attach', 'detach', 'submit', 'mine', 'get', 'withdraw', 'paper'],
  certificates: ['held'],
  ratings: ['invitation', 'rate'],
  payments: ['begin'],
  outbox: ['list', 'sendNow', 'giveUp'],
  staff: ['find', 'inbox', 'act', 'takeIn', 'openPiece', 'agreements', 'ratingTicket', 'ratings'],
} as const;

type PortNames = typeof portCalls;
type Ports = Pick<Portal, Exclude<keyof PortNames, 'staff'>> & {staff: StaffPort};
type PortCall = {[P in keyof PortNames]: `${P}.${PortNames[P][number]}`}[keyof PortNames];
type MethodOf<N extends PortCall> = N extends `${infer P extends keyof Ports}.${infer M}` ? (M extends keyof Ports[P] ? Ports[P][M] : never) : never;

export type SignInMode = 'openly' | 'quietly' | 'inFrame';

/** The steps of port methods that need the page as well: leaving it to sign in, showing the progress of a scan. */
export interface OwnCalls {
  /** First call, once. */
  start(config: WorkerConfig): Promise<void>;
  /** Whether anybody is at home; asked after the worker reported an error. */
  ping(): Promise<void>;
  /** What the page's window heard of the network: not every browser tells its workers. */
  networkSaid(online: boolean): Promise<void>;
  /**
   * Where the browser must go to sign in, or the state when nothing is needed: `openly`, `quietly` by a round trip of the whole
   * page that asks nobody, or `inFrame`.
   */
  'session.begin'(wish: SignInWish, options: {mode: SignInMode; from: string}): Promise<{go: string} | {done: SessionState}>;
  /** Where the sign-in began whose answer this address is; undefined when it is none of ours. */
  'session.returnPath'(returned: string): Promise<string | undefined>;
  /** Takes the answer in the address the gateway sent the browser back to. `backTo` is where the person was before. */
  'session.complete'(returned: string): Promise<{state: SessionState; backTo: string}>;
  /** Signs out; `go` is set where only the browser itself can end it at the gateway too. */
  'session.leave'(): Promise<{go?: string}>;
  'staff.scan'(file: Blob, fileName: string, scanId: string): ReturnType<StaffPort['scan']>;
}

/** What the worker answers to, by name. */
export type WorkerApi = {[N in PortCall]: MethodOf<N>} & OwnCalls;
export type CallName = keyof WorkerApi;

/** What the worker's first file answers by itself; the other calls wait for a file that comes later. */
export type NearCall = 'start' | 'ping' | 'networkSaid' | Extract<CallName, `catalogue.${string}`>;
export type LateCall = Exclude<CallName, NearCall>;

const ownCalls: Readonly<Record<keyof OwnCalls, true>> = {
  start: true,
  ping: true,
  networkSaid: true,
  'session.begin': true,
  'session.returnPath': true,
  'session.complete': true,
  'session.leave': true,
  'staff.scan': true,
};

/** The allow-list. Complete in the worker's first file, whether or not the code that answers has come. */
export const callNames: readonly CallName[] = [
  ...(Object.keys(ownCalls) as (keyof OwnCalls)[]),
  ...Object.entries(portCalls).flatMap(([port, methods]) => methods.map((method) => `${port}.${method}` as PortCall)),
];

/** An error crosses as data, so that no stack does and Comlink's handlers stay untouched. */
export type Outcome<T> = {ok: T} | {failed: {code: ErrorCode; details: ErrorDetails}};

/** The same calls as they cross: they answer an outcome and never throw. */
export type CrossingApi = {[N in CallName]: (...args: Parameters<WorkerApi[N]>) => Promise<Outcome<Awaited<ReturnType<WorkerApi[N]>>>>};

/** What the worker says without being asked. None has an `id`, so Comlink leaves them alone. */
export type Pushed =
  | {tb: 'ready'}
  | {tb: 'fail'; why: string}
  | {tb: 'change'; change: Change}
  | {tb: 'scan'; scanId: string; sent: number; size: number};
