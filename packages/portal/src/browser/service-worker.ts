import {Workbox} from 'workbox-window';

/**
 * Registers the portal's own service-worker stub (`data-service-worker="/tongban-sw.js"`), once the page is quiet. A portal
 * without one works all the same; only a reload without network does not.
 */
export function registerServiceWorker(stub: string): void {
  if (!('serviceWorker' in navigator)) return;
  void new Workbox(stub, {scope: './'}).register().catch((cause: unknown) => {
    console.info('tongban: the service worker was not registered; pages will not open without network.', cause);
  });
}
