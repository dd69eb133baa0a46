import type {WorkerApi} from '../shared/protocol.js';

/** One call of the worker by its plain name. */
export type CallRemote = <N extends keyof WorkerApi>(name: N, ...args: Parameters<WorkerApi[N]>) => Promise<Awaited<ReturnType<WorkerApi[N]>>>;
