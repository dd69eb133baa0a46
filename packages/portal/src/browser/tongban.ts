// The loader: the one file a portal names. It shares no module with the rest of the kit, so that a portal may name it by any
// address (`tongban.js?v=2`) without loading anything twice. On a page without tags it is all that is loaded.
import {callAhead, startWorker} from '@tongban/runtime/browser/start-worker.js';
import type {WorkerConfig} from '@tongban/runtime/shared/worker-config.js';
import {askAhead} from './ask-ahead.js';
import {fetchAhead} from './fetch-ahead.js';
import {kitFiles} from './kit-files.js';
import {readScriptSettings} from './script-settings.js';
import {startedAhead} from './started-ahead.js';
import {whenNeeded} from './when-needed.js';
import {workerConfigOf} from './worker-config-of.js';

const loader = import.meta.url;
const files = kitFiles();
const isSamePortal = (one: WorkerConfig, other: WorkerConfig) => one.gateway === other.gateway && one.staff === other.staff;
const workers = startedAhead((config: WorkerConfig) => startWorker(new URL(files.worker, loader).href, config), isSamePortal);

function told() {
  const settings = readScriptSettings(document, loader);
  return {config: workerConfigOf(settings, location.href), startWorker: workers.take, serviceWorker: settings.serviceWorker};
}

/** The worker starts, and is asked for what the page will show, while the kit is on its way. */
function startAhead(): void {
  try {
    const started = workers.start(told().config);
    started.then((worker) => askAhead(document, (name, argument) => callAhead(worker, name, argument))).catch(() => undefined);
  } catch {
    // The kit meets the same and says it.
  }
}

function begin(): void {
  import('./start.js')
    .then(({start}) => start(told))
    .catch((error: unknown) => console.error('tongban: the kit did not start; the page stays as it was.', error));
}

// In a frame it may be the hidden one that asks whether somebody is signed in: the kit knows.
if (window.parent !== window) begin();
else {
  whenNeeded(document, Object.keys(files.tags), () => {
    fetchAhead(document, files, loader);
    startAhead();
    begin();
  });
}
