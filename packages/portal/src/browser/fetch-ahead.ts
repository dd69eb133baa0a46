import type {KitFiles} from './kit-files.js';

/**
 * Fetches at once what the tags on the page will ask for one after the other, and opens the line to the gateway: on a slow line
 * each step of that ladder costs a round trip. Without such tags it does nothing.
 *
 * Worker and kit come first, because the data waits for them; a tag's own files follow and are there before the data is. The links
 * are hints: an engine that does not know them loads the same files later, and they leave the host's head when they have done
 * their work.
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
  const fetchFile = (file: string) =>
    new Promise<void>((resolve) => {
      const link = hint('modulepreload', new URL(file, loader).href);
      link.onload = link.onerror = () => {
        link.remove();
        resolve();
      };
    });

  void fetchFile(worker);
  void Promise.all(kit.map(fetchFile)).then(() => new Set(present.flatMap((tag) => tags[tag] ?? [])).forEach((file) => void fetchFile(file)));
  if (dataset?.['gateway']) hint('preconnect', dataset['gateway']).remove(); // Opened when it is added; it never loads anything.
}
