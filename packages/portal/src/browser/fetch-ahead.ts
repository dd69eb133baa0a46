import type {KitFiles} from './kit-files.js';

/**
 * Fetches at once what the tags on the page will ask for one after the other, and opens the line to the gateway: on a slow line
 * each step of that ladder costs a round trip. Without such tags it does nothing.
 *
 * All at once, the worker first, because it goes on to ask for the data. The links are hints: an engine that does not know them
 * loads the same files later, and they leave the host's head when they have done their work.
 */
export function fetchAhead(document: Document, {worker, kit, tags}: KitFiles, loader: string): void {
  const present = Object.keys(tags).filter((tag) => document.querySelector(tag) !== null);
  if (present.length === 0) return;
  const {nonce, dataset} = Array.from(document.scripts).find(({src}) => src === loader) ?? {};

  const hint = (rel: string, href: string) => {
    const link = document.createElement('link');
    link.rel = rel;
    link.crossOrigin = 'anonymous';
    if (nonce) link.nonce = nonce; // A policy of nonces asks for it of links as well.
    link.href = href;
    document.head.append(link);
    return link;
  };
  for (const file of new Set([worker, ...kit, ...present.flatMap((tag) => tags[tag] ?? [])])) {
    const link = hint('modulepreload', new URL(file, loader).href);
    link.onload = link.onerror = () => link.remove();
  }
  if (dataset?.['gateway']) hint('preconnect', dataset['gateway']).remove(); // Opened when it is added; it never loads anything.
}
