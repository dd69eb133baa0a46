/** The signing key of a device its owner called their own. */
export interface KeptKey {
  readonly pair: CryptoKeyPair;
  /** Milliseconds since 1970; at most 12 hours after the sign-in. */
  readonly until: number;
}

/** Where that one key may lie between pages. Without a keeper, and without the owner's word, it never leaves memory. */
export interface KeyKeeper {
  keep(key: KeptKey): Promise<void>;
  find(): Promise<KeptKey | undefined>;
  forget(): Promise<void>;
}

export const KEEP_KEY_FOR_MS = 12 * 3600_000;

export function makeKey(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey({name: 'ECDSA', namedCurve: 'P-256'}, false, ['sign', 'verify']);
}
