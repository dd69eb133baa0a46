import {TbError} from '@tongban/domain/errors.js';

/** Something sealed with AES-256-GCM. What it is and where it lies is authenticated with it, so that rows cannot be swapped. */
export interface Sealed {
  /** Which data key opens it. */
  readonly keyId: string;
  /** Version of the plain text's format. */
  readonly v: number;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly bytes: ArrayBuffer;
}

/** Where a sealed thing lies: store and key. */
export type Place = readonly [store: string, ...key: (string | number)[]];

const FORMAT = 1;
const text = new TextEncoder();

/** A data key as it is used: never extractable. */
export interface DataKey {
  readonly keyId: string;
  readonly seal: CryptoKey;
}

/** Fresh 96-bit IV for every sealing (NIST SP 800-38D §8.2.2; far below 2³² sealings per key). */
export async function sealBytes(key: DataKey, place: Place, plain: BufferSource): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const bytes = await crypto.subtle.encrypt({name: 'AES-GCM', iv, additionalData: aad(place, FORMAT)}, key.seal, plain);
  return {keyId: key.keyId, v: FORMAT, iv, bytes};
}

/** @throws TbError TB_VAULT_LOCKED when the bytes are not what this key sealed in this place */
export async function openBytes(key: DataKey, place: Place, sealed: Sealed): Promise<ArrayBuffer> {
  try {
    return await crypto.subtle.decrypt({name: 'AES-GCM', iv: sealed.iv, additionalData: aad(place, sealed.v)}, key.seal, sealed.bytes);
  } catch (cause) {
    throw new TbError('TB_VAULT_LOCKED', {cause});
  }
}

const aad = (place: Place, version: number) => text.encode([...place, version].join('|'));
