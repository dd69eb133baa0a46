import {ContextRoot} from '@lit/context';
import {setDefaultPortal} from '@tongban/base/portal-context.js';
import type {StartWorker} from '@tongban/runtime/browser/start-worker.js';
import {answerSilentFrame} from '@tongban/session/browser/silent-frame.js';
import {askAhead} from './ask-ahead.js';
import {autoload} from './autoload.js';
import {setLoaded} from './current.js';
import {readScriptSettings} from './script-settings.js';
import {startPortal} from './start-portal.js';
import {tagTable} from './tag-table.js';
import {whenQuiet} from './when-quiet.js';

/**
 * Starts the kit on a page: its settings, its contexts, and its tags as they appear.
 *
 * @param loader address of the loader's own script tag
 * @throws TB_CONFIG when the tag names no gateway
 */
export function start({loader, startWorker}: {loader: string; startWorker: StartWorker}): void {
  // A hidden frame of our own that came back from the gateway only hands its address to the page around it.
  if (answerSilentFrame(window)) return;
  // Attached before any tag is defined: a consumer that upgrades before its provider is healed by it.
  new ContextRoot().attach(document.documentElement);
  const settings = readScriptSettings(document, loader);
  setLoaded({settings, startWorker});
  autoload(document.documentElement, tagTable, () => {
    const portal = startPortal(settings, startWorker);
    setDefaultPortal(portal);
    askAhead(document, portal);
  });
  const {serviceWorker} = settings;
  if (serviceWorker) whenQuiet(() => void import('./service-worker.js').then(({registerServiceWorker}) => registerServiceWorker(serviceWorker)));
}
