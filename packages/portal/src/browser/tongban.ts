// The loader: the one file a portal names. It shares no module with the rest of the kit, so that a portal may name it by any
// address (`tongban.js?v=2`) without loading anything twice.
import {fetchAhead} from './fetch-ahead.js';
import {kitFiles} from './kit-files.js';

const loader = import.meta.url;
const files = kitFiles();

if (window.parent === window) fetchAhead(document, files, loader);
import('./start.js')
  .then(({start}) => start({loader, workerEntry: new URL(files.worker, loader).href}))
  .catch((error: unknown) => console.error('tongban: the kit did not start; the page stays as it was.', error));
