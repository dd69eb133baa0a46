// The loader: the one file a portal names. It shares no module with the rest of the kit, so that a portal may name it by any
// address (`tongban.js?v=2`) without loading anything twice. On a page without tags it is all that is loaded.
import {startWorker} from '@tongban/runtime/browser/start-worker.js';
import {fetchAhead} from './fetch-ahead.js';
import {kitFiles} from './kit-files.js';
import {startedAhead} from './started-ahead.js';
import {whenNeeded} from './when-needed.js';

const loader = import.meta.url;
const files = kitFiles();
const worker = startedAhead(() => startWorker(new URL(files.worker, loader).href));

function begin(): void {
  import('./start.js')
    .then(({start}) => start({loader, startWorker: worker.take}))
    .catch((error: unknown) => console.error('tongban: the kit did not start; the page stays as it was.', error));
}

// In a frame it may be the hidden one that asks whether somebody is signed in: the kit knows.
if (window.parent !== window) begin();
else {
  whenNeeded(document, Object.keys(files.tags), () => {
    fetchAhead(document, files, loader);
    worker.start();
    begin();
  });
}
