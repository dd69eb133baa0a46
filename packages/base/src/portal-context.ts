import {createContext} from '@lit/context';
import type {Portal} from '@tongban/domain/portal.js';

/** The nearest `<tb-province>` hands its `Portal` down by this. */
export const portalContext = createContext<Portal>(Symbol.for('tongban.portal'));

let set: (portal: Portal) => void;
let fallback = new Promise<Portal>((resolve) => {
  set = resolve;
});

/** Sets the document's default portal: done once by the loader script. */
export function setDefaultPortal(portal: Portal | Promise<Portal>): void {
  set(portal as Portal);
  fallback = Promise.resolve(portal);
}

/** The document's default portal, as soon as there is one. */
export const defaultPortal = (): Promise<Portal> => fallback;
