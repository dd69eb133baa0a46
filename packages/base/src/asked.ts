import {Task, TaskStatus} from '@lit/task';
import {codeOf, type ErrorCode} from '@tongban/domain/errors.js';
import type {Change, Portal, Shown} from '@tongban/domain/portal.js';
import {PortalUser} from './portal-user.js';
import type {TbElement} from './tb-element.js';

/** The five designed states of everything an element asks for. */
export type Asked<T> =
  | {state: 'waiting'}
  | {state: 'empty'}
  | {state: 'failed'; error: unknown}
  | {state: 'ready'; value: T; asOf: string}
  | {state: 'stale'; value: T; asOf: string};

export interface AskOptions<T, Args extends readonly unknown[]> {
  /** What the question depends on; asked again when one of them changes. */
  args: () => Args;
  /** Asks the portal; `undefined` when there is nothing to ask for yet. The latest question wins. */
  ask: (portal: Portal, args: Args, signal: AbortSignal) => Promise<Shown<T> | undefined>;
  isEmpty?: (value: T) => boolean;
  /** Keeps the last answer on screen even while another question is asked, as a search does while somebody types. */
  keepsLast?: boolean;
  /** Whether a change makes the answer worth asking for again. */
  concerns?: (change: Change, args: Args) => boolean;
  /** Hears of every change, for what is not an answer. */
  onChange?: (change: Change) => void;
}

/** Failures after which the last answer is still the best there is. */
const unreachable: readonly ErrorCode[] = ['TB_NETWORK', 'TB_TIMEOUT', 'TB_GATEWAY', 'TB_OFFLINE_NO_COPY'];

/**
 * Asks the `Portal` for what an element's attributes name, and again when it may have changed or the network went or came back.
 * While a new answer is on its way the last one stays on screen: no flicker, no lost place. Where none can be had it stays as well,
 * marked with its age.
 */
export class Ask<T, Args extends readonly unknown[]> {
  readonly #user: PortalUser;
  readonly #task: Task<readonly [Portal | undefined, number, ...Args], Shown<T> | undefined>;
  readonly #options: AskOptions<T, Args>;
  readonly #host: TbElement;
  #round = 0;
  #last: Shown<T> | undefined;
  #lastArgs: readonly unknown[] = [];

  constructor(host: TbElement, options: AskOptions<T, Args>) {
    this.#host = host;
    this.#options = options;
    this.#user = new PortalUser(host, (change) => {
      options.onChange?.(change);
      if (options.concerns?.(change, options.args()) || this.#isTouchedBy(change)) this.again();
    });
    this.#task = new Task(host, {
      args: () => [this.#user.portal, this.#round, ...options.args()] as const,
      task: async ([portal, , ...args], {signal}) => {
        if (!options.keepsLast && !this.#sameQuestion(args)) this.#last = undefined;
        this.#lastArgs = args;
        if (!portal) return undefined;
        const answer = await options.ask(portal, args, signal);
        if (!signal.aborted) this.#last = answer; // An older answer that comes late must not stand over a newer one.
        return answer;
      },
    });
  }

  get portal(): Portal | undefined {
    return this.#user.portal;
  }

  /** Takes a portal by hand, as stories and tests do. */
  use(portal: Portal): void {
    this.#user.use(portal);
  }

  /** Asks once more. */
  again(): void {
    this.#round++;
    this.#host.requestUpdate();
  }

  /** Whether an answer is on its way, also behind one that is shown. */
  get isAsking(): boolean {
    return this.#task.status === TaskStatus.PENDING;
  }

  /** Why the last question was not answered; undefined when it was, or is on its way. */
  get error(): unknown {
    return this.#task.status === TaskStatus.ERROR ? this.#task.error : undefined;
  }

  get current(): Asked<T> {
    const shown = this.#last;
    if (this.#task.status === TaskStatus.ERROR) {
      const {error} = this.#task;
      return shown && unreachable.includes(codeOf(error)) ? {state: 'stale', value: shown.value, asOf: shown.asOf} : {state: 'failed', error};
    }
    if (!shown) return this.#task.status === TaskStatus.COMPLETE && this.portal ? {state: 'empty'} : {state: 'waiting'};
    if (this.#options.isEmpty?.(shown.value)) return {state: 'empty'};
    return {state: shown.stale ? 'stale' : 'ready', value: shown.value, asOf: shown.asOf};
  }

  /** Without a network an answer grows old; with one again, what is old or failed can be made good. */
  #isTouchedBy(change: Change): boolean {
    if (change.about !== 'network') return false;
    const {state} = this.current;
    return change.online ? state === 'stale' || state === 'failed' : state === 'ready';
  }

  #sameQuestion(args: readonly unknown[]): boolean {
    return args.length === this.#lastArgs.length && args.every((arg, i) => arg === this.#lastArgs[i]);
  }
}
