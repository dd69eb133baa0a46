/** What the loader's script tag says: `<script type="module" src="…/tongban.js" data-gateway="…" data-region="…">`. */
export interface ScriptSettings {
  /** Origin of the page's gateway. */
  readonly gateway: string;
  readonly region: string;
  readonly lang: string | undefined;
  /** The one registered sign-in return page; the root of the page's origin when absent. */
  readonly callback: string | undefined;
  /** `staff` on the pages of a staff window. */
  readonly role: 'applicant' | 'staff';
  /** Address of the portal's own service-worker stub, when it has one. */
  readonly serviceWorker: string | undefined;
  /** JWK thumbprints of the keys that may sign receipts, for a portal that does not leave that to its gateway. */
  readonly receiptKeys: readonly string[] | undefined;
  /** Prefix for a second version beside the first: `<prefix>-tb-…`. */
  readonly prefix: string | undefined;
}

/**
 * Finds the loader's own script tag. `document.currentScript` is null in a module, so the tag is found by its address.
 *
 * @throws an error named TB_CONFIG when the tag or its gateway is missing; not one of the table, which the loader does not carry
 */
export function readScriptSettings(document: Document, moduleUrl: string): ScriptSettings {
  const script = Array.from(document.querySelectorAll<HTMLScriptElement>('script[src]')).find(({src}) => src === moduleUrl);
  const gateway = script?.dataset['gateway'];
  if (!script || !gateway) throw Object.assign(new Error('The script tag names no data-gateway.'), {name: 'TB_CONFIG'});
  return {
    gateway: new URL(gateway, document.baseURI).origin,
    region: script.dataset['region'] ?? '',
    lang: script.dataset['lang'],
    callback: script.dataset['callback'],
    role: script.dataset['role'] === 'staff' ? 'staff' : 'applicant',
    serviceWorker: script.dataset['serviceWorker'],
    receiptKeys: script.dataset['receiptKeys']?.split(/\s+/).filter(Boolean),
    prefix: script.dataset['prefix'],
  };
}
