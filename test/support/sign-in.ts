import {createSession, type Session} from '@tongban/session/worker/session.js';
import type {PendingSignIn, SignInStore} from '@tongban/session/worker/sign-in-store.js';
import {BrowserWithoutScripts, type Shown} from './browser-without-scripts.js';
import {loopback} from './loopback.js';

/** Who signs in where. */
export interface SignInOptions {
  /** Origin of the gateway. */
  readonly gateway: string;
  /** Origin of the page, as the gateway knows it. */
  readonly page: string;
  /** Id of a demo person, and the province they are at home in … */
  readonly person?: string;
  readonly home?: string;
  /** … or a staff code. */
  readonly staff?: string;
  /** Level to sign in with; the lowest that suffices by default. */
  readonly loa?: number;
  readonly minLoa?: 1 | 2 | 3 | 4;
  /** A browser that may be signed in somewhere already. */
  readonly browser?: BrowserWithoutScripts;
  readonly fetch?: typeof fetch;
}

export interface SignedIn {
  readonly session: Session;
  readonly browser: BrowserWithoutScripts;
  /** Sends a request as this person: a fresh proof each time. */
  send(request: {method: string; url: string; headers?: Record<string, string>; body?: string | Uint8Array<ArrayBuffer>; signal?: AbortSignal}): Promise<Response>;
}

/** A page of a portal without a screen: session, and the browser it lives in. */
export function visit({gateway, page, browser, fetch = loopback, redirectUri = `${page}/`}: {gateway: string; page: string; browser?: BrowserWithoutScripts; fetch?: typeof globalThis.fetch; redirectUri?: string}): SignedIn {
  const own = browser ?? new BrowserWithoutScripts({fetch, isPage: ({host}) => /^(www|window)\./.test(host)});
  const session = createSession({gateway, clientId: page, redirectUri, fetch, now: () => Date.now(), store: memorySignInStore(), lang: 'zh-CN'});
  return {
    session,
    browser: own,
    async send({method, url, headers, body, signal}) {
      return fetch(url, {method, headers: {...headers, ...(await session.sign({method, url}))}, body, signal});
    },
  };
}

/** Signs a demo person or a member of staff in over real HTTP, as a browser does, pressing the buttons of the pages that come. */
export async function signIn(options: SignInOptions): Promise<SignedIn> {
  const visitor = visit(options);
  const {minLoa, home, staff} = options;
  const {navigateTo} = await visitor.session.begin({userType: staff === undefined ? undefined : 'staff', minLoa, homeRegion: home}, {mode: 'openly', from: `${options.page}/`});
  const returned = await throughPages(visitor.browser, await visitor.browser.open(navigateTo), options);
  await visitor.session.complete(returned.url.href);
  return visitor;
}

/** Presses what has to be pressed until the browser is back at a page. */
export async function throughPages(browser: BrowserWithoutScripts, first: Shown, {page, person, staff, loa, minLoa}: SignInOptions): Promise<Shown> {
  let shown = first;
  for (let pages = 0; shown.url.origin !== page; pages += 1) {
    if (pages > 4 || shown.status !== 200) throw new Error(`The sign-in stopped at ${shown.url.origin}${shown.url.pathname} with status ${String(shown.status)}`);
    shown = await browser.submit(shown, staff === undefined ? {person: person ?? '', loa: String(loa ?? levelOffered(shown, person ?? '', minLoa))} : {staff});
  }
  return shown;
}

/** The first level the chooser offers a person. */
function levelOffered({html}: Shown, person: string, otherwise = 1): string {
  const form = html.split('<form').find((part) => part.includes(`value="${person}"`));
  return /name="loa" value="(\d)"/.exec(form ?? '')?.[1] ?? String(otherwise);
}

/** What the runtime keeps in IndexedDB. */
export function memorySignInStore(): SignInStore {
  const all = new Map<string, PendingSignIn>();
  return {
    put: (pending) => Promise.resolve(void all.set(pending.state, pending)),
    find: (state) => Promise.resolve(all.get(state)),
    take(state) {
      const pending = all.get(state);
      all.delete(state);
      return Promise.resolve(pending);
    },
  };
}
