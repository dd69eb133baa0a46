// The optional service worker of a portal, imported by the portal's own one-line stub:
//   self.tongbanKit = 'https://cdn.example/'; importScripts('https://cdn.example/tongban-sw.js');
// It keeps the pages that carry our tags and the kit's own files readable after a reload without network. It never touches the
// gateway: personal data stays in the sealed vault.
import {precacheAndRoute} from 'workbox-precaching';
import {registerRoute} from 'workbox-routing';
import {NetworkFirst, StaleWhileRevalidate} from 'workbox-strategies';

declare const self: ServiceWorkerGlobalScope & {
  /** Address of the kit's folder on its CDN, set by the stub. */
  tongbanKit?: string;
};

/** The kit's files: the build puts the list here. */
declare const __KIT_FILES__: readonly {url: string; revision: string | null}[];

const PAGES = 'tongban-pages';
const FILES = 'tongban-files';
const kit = self.tongbanKit ?? self.location.href;

precacheAndRoute(__KIT_FILES__.map((file) => ({...file, url: new URL(file.url, kit).href})));

/** A page on its way back from signing in carries a one-time code: never kept. */
const isSignInReturn = (url: URL) => url.searchParams.has('state') && (url.searchParams.has('code') || url.searchParams.has('error'));

registerRoute(({request, url}) => request.mode === 'navigate' && !isSignInReturn(url), new NetworkFirst({cacheName: PAGES, networkTimeoutSeconds: 4}));
registerRoute(
  ({request, url}) => url.origin === self.location.origin && ['style', 'script', 'image', 'font'].includes(request.destination),
  new StaleWhileRevalidate({cacheName: FILES}),
);

self.addEventListener('install', () => void self.skipWaiting());

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim().then(keepOpenPages));
});

/** The page that installed this worker was loaded before it: fetch it once more, so that its first reload works too. */
async function keepOpenPages(): Promise<void> {
  const pages = await caches.open(PAGES);
  const windows = await self.clients.matchAll({type: 'window'});
  await Promise.all(
    windows.filter(({url}) => !isSignInReturn(new URL(url))).map(async ({url}) => pages.add(url.split('#')[0] ?? url).catch(() => undefined)),
  );
}
