import type {Portal} from '@tongban/domain/portal.js';
import {connectPortal, type ConnectedPortal} from '@tongban/runtime/browser/connect-portal.js';
import type {StartWorker} from '@tongban/runtime/browser/start-worker.js';
import type {WorkerConfig} from '@tongban/runtime/shared/worker-config.js';

const started = new Map<string, ConnectedPortal>();

/**
 * One page, one worker: the portal of a gateway is started once, whoever asks.
 *
 * @throws TB_WORKER_STOPPED when the worker's file cannot be loaded; the next one who asks starts it anew
 */
export async function startPortal(config: WorkerConfig, startWorker: StartWorker): Promise<Portal> {
  const key = `${config.gateway} ${String(config.staff)}`;
  const portal = started.get(key) ?? connectPortal({config, startWorker});
  started.set(key, portal);
  try {
    await portal.ready;
    return portal;
  } catch (error) {
    started.delete(key);
    throw error;
  }
}
