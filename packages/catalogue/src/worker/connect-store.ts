import {openCatalogueStore, type CatalogueStore} from './catalogue-store.js';

/** After the store could not be opened, how long a page does without before it tries again. */
const DO_WITHOUT_MS = 30_000;

/** Opens the copies on this device at the first call, and again after they were closed. */
export function connectStore(now: () => number, name?: string): () => Promise<CatalogueStore> {
  let opening: Promise<CatalogueStore> | undefined;
  let forgetAt: number | undefined;
  const forget = () => {
    opening = undefined;
    forgetAt = undefined;
  };

  return () => {
    if (forgetAt !== undefined && now() >= forgetAt) forget();
    opening ??= openCatalogueStore({...(name !== undefined && {name}), onClosed: forget});
    opening.catch(() => {
      forgetAt ??= now() + DO_WITHOUT_MS;
    });
    return opening;
  };
}
