// The loader: the one file a portal names. Importing it defines the tags the page uses, when they appear.
import {ContextRoot} from '@lit/context';
import {setDefaultPortal} from '@tongban/base/portal-context.js';
import {autoload} from './autoload.js';
import {setLoaded} from './current.js';
import {readScriptSettings} from './script-settings.js';
import {answerSilentFrame} from '@tongban/session/browser/silent-frame.js';

// A hidden frame of our own that came back from the gateway only hands its address to the page around it.
if (!answerSilentFrame(window)) {
  // Attached before any tag is defined: a consumer that upgrades before its provider is healed by it.
  new ContextRoot().attach(document.documentElement);
  const settings = readScriptSettings(document, import.meta.url);
  const workerEntry = new URL(/* @vite-ignore */ './portal-worker.js', import.meta.url).href;
  setLoaded({settings, workerEntry});
  const {serviceWorker} = settings;
  if (serviceWorker) window.addEventListener('load', () => void import('./service-worker.js').then(({registerServiceWorker}) => registerServiceWorker(serviceWorker)));
  void import('./tag-table.js').then(({tagTable}) =>
    autoload(document.documentElement, tagTable, () => {
      setDefaultPortal(import('./start-portal.js').then(({startPortal}) => startPortal(settings, workerEntry)));
    }),
  );
}
