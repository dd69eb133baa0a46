import {TbError} from '@tongban/domain/errors.js';
import {wrap, type Endpoint} from 'comlink';
import type {CallName, Outcome, Pushed} from '../shared/protocol.js';
import type {CallRemote} from './call-remote.js';
import type {Started} from './start-worker.js';

const ALIVE_WITHIN_MS = 5_000;

/** The worker as plain calls, each of which gets an answer. */
export interface Remote {
  readonly call: CallRemote;
  close(): void;
}

type Send = (...args: unknown[]) => Promise<Outcome<unknown>>;

/**
 * Comlink alone leaves calls pending for ever when their worker dies, so each waiting call is kept here and fails with the worker.
 * An uncaught error in a worker does not always end it: it is asked first.
 */
export function remoteOf({port, stop, early}: Started, hear: (pushed: Pushed) => void): Remote {
  const remote = wrap(port as Endpoint) as unknown as Record<CallName, Send>;
  const waiting = new Set<(reason: TbError) => void>();
  let dead: TbError | undefined;

  const die = () => {
    dead ??= new TbError('TB_WORKER_STOPPED');
    stop();
    for (const reject of waiting) reject(dead);
  };

  const call: CallRemote = async (name, ...args) => {
    const outcome = await answered(() => remote[name](...args));
    if ('failed' in outcome) throw new TbError(outcome.failed.code, {details: outcome.failed.details});
    return outcome.ok as never;
  };

  const answered = <T>(send: () => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      if (dead) {
        reject(dead);
        return;
      }
      waiting.add(reject);
      send()
        .then(resolve, reject)
        .finally(() => waiting.delete(reject));
    });

  const probe = () => {
    const timer = setTimeout(die, ALIVE_WITHIN_MS);
    void call('ping').then(() => clearTimeout(timer), die);
  };

  port.addEventListener('error', probe);
  port.addEventListener('messageerror', probe);
  (port as MessagePort).addEventListener('message', ({data}: MessageEvent<Pushed | undefined>) => {
    if (data?.tb !== undefined) hear(data);
  });

  early().forEach(hear);
  return {call, close: die};
}
