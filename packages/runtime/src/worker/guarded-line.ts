import type {Outcome} from '../shared/protocol.js';
import type {ErrorCode} from '@tongban/domain/errors.js';
import {callProblem} from './call-arguments.js';

/** What a message port and a worker's own scope have in common. */
export interface Line {
  postMessage(message: unknown, transfer?: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  removeEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  start?(): void;
}

/**
 * A line on which only calls of allow-listed names pass.
 *
 * Comlink walks any path a message names, and the page is the less trusted side: `['catalogue.search', 'constructor']` would
 * reach `Function` and with it the worker's globals. So nothing reaches Comlink but an APPLY of one known name with plain
 * arguments; everything else is answered TB_WORKER_REFUSED, and what cannot be answered is dropped.
 */
export function guardedLine(line: Line): Line {
  const guards = new Map<(event: MessageEvent) => void, (event: MessageEvent) => void>();
  return {
    postMessage: (message, transfer = []) => line.postMessage(message, transfer),
    addEventListener(type, listener) {
      const guard = (event: MessageEvent) => {
        const problem = problemOf(event.data);
        if (problem === undefined) listener(event);
        else refuse(line, event.data, problem);
      };
      guards.set(listener, guard);
      line.addEventListener(type, guard);
    },
    removeEventListener(type, listener) {
      const guard = guards.get(listener);
      if (guard) line.removeEventListener(type, guard);
      guards.delete(listener);
    },
    start: () => line.start?.(),
  };
}

/** Why a message may not pass, or undefined when it may. Messages are structured clones: reading them runs nobody's code. */
function problemOf(data: unknown): ErrorCode | undefined {
  if (!isRecord(data)) return 'TB_WORKER_REFUSED';
  const {id, type, path, argumentList} = data;
  if (typeof id !== 'string' || type !== 'APPLY' || !Array.isArray(path) || path.length !== 1) return 'TB_WORKER_REFUSED';
  const [name] = path as unknown[];
  if (typeof name !== 'string' || !Array.isArray(argumentList) || !argumentList.every(isPlain)) return 'TB_WORKER_REFUSED';
  return callProblem(name, argumentList.map(({value}) => value));
}

/** An argument that is a value. HANDLER arguments would make Comlink build proxies on ports the page sends along. */
const isPlain = (argument: unknown): argument is {type: 'RAW'; value: unknown} => isRecord(argument) && argument.type === 'RAW';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Answers in Comlink's own shape, so that a caller hears of it rather than waits. */
function refuse(line: Line, data: unknown, code: ErrorCode): void {
  if (!isRecord(data) || typeof data.id !== 'string') return;
  const value: Outcome<never> = {failed: {code, details: {}}};
  line.postMessage({id: data.id, type: 'RAW', value});
}

