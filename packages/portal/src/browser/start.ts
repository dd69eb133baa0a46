import {ContextRoot} from '@lit/context';
import {setDefaultPortal} from '@tongban/base/portal-context.js';
import {answerSilentFrame} from '@tongban/session/browser/silent-frame.js';
import {autoload} from './autoload.js';
import {setLoaded, type Loaded} from './current.js';
import type {ScriptSettings} from './script-settings.js';
import {startPortal} from './start-portal.js';
import {tagTable} from './tag-table.js';
import {whenQuiet} from './when-quiet.js';

/**
 * Starts the kit on a page: its settings, its contexts, and its tags as they appear.
 *
 * @param told what the loader's own script tag says; asked for only where it is needed, because it may throw TB_CONFIG
 */
export function start(told: () => Loaded & Pick<ScriptSettings, 'serviceWorker'>): void {
  // A hidden frame of our own that came back from the gateway only hands its address to the page around it.
  if (answerSilentFrame(window)) return;
  // Attached before any tag is defined: a consumer that upgrades before its provider is healed by it.
  new ContextRoot().attach(document.documentElement);
  const {config, startWorker, serviceWorker} = told();
  setLoaded({config, startWorker});
  autoload(document.documentElement, tagTable, () => setDefaultPortal(startPortal(config, startWorker)));
  if (serviceWorker) whenQuiet(() => void import('./service-worker.js').then(({registerServiceWorker}) => registerServiceWorker(serviceWorker)));
}
