import {isReturn} from './silent-frame.js';

/** The address of a page that the gateway sent the browser back to; undefined for any other page. */
export function returnedAddress({href}: {href: string}): string | undefined {
  return isReturn(new URL(href)) ? href : undefined;
}

/**
 * A portal may have one registered page for all sign-ins. When the sign-in began elsewhere, the answer is carried on to where it
 * began: the tokens will live in that page's worker, not in this one's.
 *
 * @returns the address to go on to, or undefined when this is the place
 */
export function carryOnTo(returned: string, returnTo: string): string | undefined {
  const here = new URL(returned);
  const there = new URL(returnTo, here.origin);
  if (there.origin !== here.origin || there.pathname === here.pathname) return undefined;
  for (const name of ['code', 'state', 'iss', 'error', 'error_description']) {
    const value = here.searchParams.get(name);
    if (value !== null) there.searchParams.set(name, value);
  }
  return there.href;
}

/** Shows the address the person was at, without the code, and without an entry in the history. */
export function tidyAddress(history: History, returnTo: string): void {
  history.replaceState(history.state, '', returnTo);
}
