import type {Portal} from '@tongban/domain/portal.js';
import {connectPortal} from '@tongban/runtime/browser/connect-portal.js';
import type {ScriptSettings} from './script-settings.js';

const started = new Map<string, Promise<Portal>>();

/** One page, one worker: the portal of a gateway is started once, whoever asks. */
export function startPortal(settings: ScriptSettings, entry: string): Promise<Portal> {
  const key = `${settings.gateway} ${settings.role}`;
  const running = started.get(key);
  if (running) return running;
  const starting = connectPortal({
    gateway: settings.gateway,
    region: settings.region,
    entry,
    callback: settings.callback,
    lang: settings.lang,
    staff: settings.role === 'staff',
  });
  started.set(key, starting);
  starting.catch(() => started.delete(key));
  return starting;
}
