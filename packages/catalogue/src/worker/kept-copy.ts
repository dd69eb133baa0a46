import {codeOf, TbError, type ErrorCode} from '@tongban/domain/errors.js';
import type {Shown} from '@tongban/domain/portal.js';
import type {CatalogueStore, Copy, CopyKey, CopyKind} from './catalogue-store.js';

/** What a gateway answered: something new, or that the copy with this ETag is still current. */
export type Fetched =
  {readonly same: true} | {readonly same: false; readonly value: unknown; readonly etag?: string | undefined};

/** Asks the gateway, with the ETag of the copy at hand. Ends every wait itself. @throws TbError TB_NETWORK, TB_TIMEOUT … */
export type Fetch = (etag: string | undefined) => Promise<Fetched>;

export interface KeptCopy<T> {
  readonly kind: CopyKind;
  readonly key: CopyKey;
  readonly fetch: Fetch;
  /** @throws TbError when what came has not the agreed shape */
  readonly parse: (input: unknown) => T;
}

/** Failures that say "not now": a copy may stand in. Any other, such as an unknown item, is the gateway's answer. */
const PASSING: ReadonlySet<ErrorCode> = new Set([
  'TB_NETWORK',
  'TB_TIMEOUT',
  'TB_GATEWAY',
  'TB_GATEWAY_ANSWER',
  'TB_RATE_LIMITED',
  'TB_INTERNAL',
]);

/** Whether a failure says no more than "not now". */
export const isPassing = (error: unknown) => PASSING.has(codeOf(error)) || codeOf(error) === 'TB_OFFLINE_NO_COPY';

/**
 * The newest there is: from the gateway, else the copy on this device, marked stale. A store that fails is done without.
 *
 * @throws TbError TB_OFFLINE_NO_COPY when the gateway cannot be asked and there is no copy; else what the gateway said
 */
export async function newest<T>(
  {kind, key, fetch, parse}: KeptCopy<T>,
  store: CatalogueStore | undefined,
  now: () => Date,
): Promise<Shown<T>> {
  const kept = await read(store, kind, key, parse);
  try {
    const answer = await fetch(kept?.copy.etag);
    const asOf = now().toISOString();
    if (answer.same) {
      if (!kept) throw new TbError('TB_GATEWAY_ANSWER', {details: {at: 'etag'}});
      await write(store, kind, key, {...kept.copy, asOf});
      return {value: kept.value, asOf, stale: false};
    }
    const value = parse(answer.value);
    await write(store, kind, key, {value: answer.value, asOf, etag: answer.etag});
    return {value, asOf, stale: false};
  } catch (cause) {
    const code = codeOf(cause);
    if (!PASSING.has(code)) throw cause;
    if (kept) return {value: kept.value, asOf: kept.copy.asOf, stale: true};
    throw code === 'TB_NETWORK' || code === 'TB_TIMEOUT' ? new TbError('TB_OFFLINE_NO_COPY', {cause}) : cause;
  }
}

/** A copy that an older version wrote and this one cannot read is none. */
async function read<T>(
  store: CatalogueStore | undefined,
  kind: CopyKind,
  key: CopyKey,
  parse: (input: unknown) => T,
): Promise<{copy: Copy; value: T} | undefined> {
  try {
    const copy = await store?.get(kind, key);
    return copy && {copy, value: parse(copy.value)};
  } catch {
    return undefined;
  }
}

async function write(store: CatalogueStore | undefined, kind: CopyKind, key: CopyKey, copy: Copy): Promise<void> {
  try {
    await store?.put(kind, key, copy);
  } catch {
    // The page has what it asked for; only the copy for later is missing.
  }
}
