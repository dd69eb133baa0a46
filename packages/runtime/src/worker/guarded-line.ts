import {callNames, type Outcome} from '../shared/protocol.js';

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
        if (mayPass(event.data)) listener(event);
        else refuse(line, event.data);
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

const names: ReadonlySet<unknown> = new Set(callNames);

/** Messages are structured clones: reading them runs nobody's code. Whether the arguments have their shape is serve.ts's affair. */
function mayPass(data: unknown): boolean {
  if (!isRecord(data)) return false;
  const {id, type, path, argumentList} = data;
  if (typeof id !== 'string' || type !== 'APPLY' || !Array.isArray(path) || path.length !== 1) return false;
  return names.has(path[0]) && Array.isArray(argumentList) && argumentList.every(isPlain);
}

/** An argument that is a value. HANDLER arguments would make Comlink build proxies on ports the page sends along. */
const isPlain = (argument: unknown): argument is {type: 'RAW'; value: unknown} => isRecord(argument) && argument.type === 'RAW';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Answers in Comlink's own shape, so that a caller hears of it rather than waits. */
function refuse(line: Line, data: unknown): void {
  if (!isRecord(data) || typeof data.id !== 'string') return;
  const value: Outcome<never> = {failed: {code: 'TB_WORKER_REFUSED', details: {}}};
  line.postMessage({id: data.id, type: 'RAW', value});
}
