import {codeOf, TbError} from '@tongban/domain/errors.js';
import type {Change, Portal, StaffPort} from '@tongban/domain/portal.js';
import {portCalls, type Pushed, type WorkerApi} from '../shared/protocol.js';
import type {WorkerConfig} from '../shared/worker-config.js';
import {answersPort} from './answers-port.js';
import type {CallRemote} from './call-remote.js';
import {remoteOf} from './remote.js';
import {sessionPort} from './session-port.js';
import type {StartWorker} from './start-worker.js';
import {tabMemory} from './tab-memory.js';

export interface PortalOptions {
  readonly config: WorkerConfig;
  /** Gives this portal a worker of its own, which runs worker/main.ts with this configuration. */
  readonly startWorker: StartWorker;
}

/** What cannot be promised on this page, and why: said on the screen in words. */
export type Reduced = 'inPage' | 'insecureContext';

export interface ConnectedPortal extends Portal {
  /** Resolves when the worker answers. @throws TB_WORKER_STOPPED when its file cannot be loaded. */
  readonly ready: Promise<void>;
  /** Known once `ready`: the worker's code runs beside the host's scripts, or signing in is not possible without https. */
  readonly reduced: Reduced | undefined;
  /** Stops the worker. What waits fails with TB_WORKER_STOPPED. */
  close(): void;
}

/** The portal of one gateway, in a worker that starts now. Calls may be made at once: they wait for it. */
export function connectPortal({config, startWorker}: PortalOptions): ConnectedPortal {
  const listeners = new Set<(change: Change) => void>();
  const scans = new Map<string, (sent: number, size: number) => void>();
  let reduced: Reduced | undefined;
  let closed = false;
  let isOnline = true;

  const hear = (pushed: Pushed) => {
    if (pushed.tb === 'change') {
      if (pushed.change.about === 'network') isOnline = pushed.change.online;
      if (pushed.change.about === 'network' && pushed.change.online) session.networkIsBack();
      for (const listener of [...listeners]) listener(pushed.change);
    }
    if (pushed.tb === 'scan') scans.get(pushed.scanId)?.(pushed.sent, pushed.size);
  };

  const connecting = startWorker(config).catch(cannotStart).then((started) => {
    const {runsIn} = started;
    const remote = remoteOf(started, hear);
    if (closed) remote.close();
    reduced = isSecureContext ? (runsIn === 'page' ? 'inPage' : undefined) : 'insecureContext';
    return remote;
  });
  const ready = connecting.then(() => undefined);
  ready.catch(() => undefined); // Whoever calls hears of it; nobody may have called.

  const call: CallRemote = (name, ...args) => connecting.then((remote) => remote.call(name, ...args));
  const session = sessionPort(call, {isStaff: config.staff});

  const windowSaid = ({type}: Event) => {
    if (type === 'online') session.networkIsBack(); // After an offline reload no request is under way that could tell.
    void call('networkSaid', type === 'online').catch(() => undefined);
  };
  addEventListener('online', windowSaid);
  addEventListener('offline', windowSaid);

  /** Calls that concern a person wait until a return from the gateway, or a silent question to it, is settled. */
  const personalCall: CallRemote = (name, ...args) => session.settled().then(() => call(name, ...args));

  const staff: StaffPort = {
    ...portOf('staff', personalCall),
    async scan(file, fileName, onProgress) {
      const scanId = `scan-${String(++lastScan)}`;
      if (onProgress) scans.set(scanId, onProgress);
      try {
        return await personalCall('staff.scan', file, fileName, scanId);
      } finally {
        scans.delete(scanId);
      }
    },
  };

  return {
    catalogue: portOf('catalogue', call),
    answers: answersPort(tabMemory(() => sessionStorage)),
    session: session.port,
    cases: portOf('cases', personalCall),
    certificates: {held: async (taskCode) => ((await session.isStranger()) ? [] : call('certificates.held', taskCode))},
    ratings: portOf('ratings', personalCall),
    payments: portOf('payments', personalCall),
    outbox: portOf('outbox', personalCall),
    ...(config.staff && {staff}),
    onChange(listener) {
      listeners.add(listener);
      if (!isOnline) queueMicrotask(() => listeners.has(listener) && listener({about: 'network', online: false}));
      return () => listeners.delete(listener);
    },
    ready,
    get reduced() {
      return reduced;
    },
    close() {
      closed = true;
      removeEventListener('online', windowSaid);
      removeEventListener('offline', windowSaid);
      listeners.clear();
      void connecting.then((remote) => remote.close(), () => undefined);
    },
  };
}

let lastScan = 0;

/** One port, made from the list of its calls: said once, in protocol.ts. */
function portOf<P extends Exclude<keyof typeof portCalls, 'session'>>(port: P, call: CallRemote) {
  const methods = (portCalls[port] as readonly string[]).map((method) => [method, (...args: never[]) => call(`${port}.${method}` as keyof WorkerApi, ...(args as never))]);
  return Object.fromEntries(methods) as P extends 'staff' ? Omit<StaffPort, 'scan'> : Portal[Exclude<P, 'staff'>];
}

/** A configuration that was refused says so by its code. */
function cannotStart(cause: unknown): never {
  const code = codeOf(cause);
  throw new TbError(code === 'TB_INTERNAL' ? 'TB_WORKER_STOPPED' : code, {cause});
}
