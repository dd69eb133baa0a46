import {TbError} from '@tongban/domain/errors.js';
import {openBytes, sealBytes, type DataKey, type Place, type Sealed} from './seal.js';

/** The open vault of one person: seals and opens what is theirs. Keys live in it and nowhere else; `lock` drops them. */
export interface Safe {
  /** Hash that stands for this person at this gateway in clear columns. */
  readonly owner: string;
  seal(place: Place, value: unknown): Promise<Sealed>;
  open(place: Place, sealed: Sealed): Promise<unknown>;
  sealBytes(place: Place, bytes: BufferSource): Promise<Sealed>;
  openBytes(place: Place, sealed: Sealed): Promise<ArrayBuffer>;
  /** A name that can be looked up again but tells nothing without the key: HMAC-SHA-256, hex. */
  blind(name: string): Promise<string>;
  lock(): void;
}

/** One unwrapped data key, ready to use. */
export interface OpenKey extends DataKey {
  readonly blind: CryptoKey;
}

/**
 * The working keys of a 32-byte master secret: one seals, one makes blind names.
 * (HKDF, RFC 5869; the master is uniformly random, so the salt may be empty.)
 */
export async function openKey(keyId: string, master: BufferSource): Promise<OpenKey> {
  const base = await crypto.subtle.importKey('raw', master, 'HKDF', false, ['deriveKey']);
  const from = (info: string) => ({name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: new TextEncoder().encode(info)});
  const [seal, blind] = await Promise.all([
    crypto.subtle.deriveKey(from('tongban vault seal 1'), base, {name: 'AES-GCM', length: 256}, false, ['encrypt', 'decrypt']),
    crypto.subtle.deriveKey(from('tongban vault blind 1'), base, {name: 'HMAC', hash: 'SHA-256', length: 256}, false, ['sign']),
  ]);
  return {keyId, seal, blind};
}

/** @param keys newest first: the first seals, every one opens what it sealed */
export function createSafe(owner: string, keys: readonly [OpenKey, ...OpenKey[]]): Safe {
  let held: readonly OpenKey[] = keys;
  const current = () => {
    const [key] = held;
    if (!key) throw new TbError('TB_VAULT_LOCKED');
    return key;
  };
  const named = (keyId: string) => {
    const key = held.find((candidate) => candidate.keyId === keyId);
    if (!key) throw new TbError('TB_VAULT_LOCKED');
    return key;
  };
  const safe: Safe = {
    owner,
    seal: async (place, value) => sealBytes(current(), place, new TextEncoder().encode(JSON.stringify(value))),
    open: async (place, sealed) => JSON.parse(new TextDecoder().decode(await safe.openBytes(place, sealed))) as unknown,
    sealBytes: async (place, bytes) => sealBytes(current(), place, bytes),
    openBytes: async (place, sealed) => openBytes(named(sealed.keyId), place, sealed),
    blind: async (name) => hex(await crypto.subtle.sign('HMAC', current().blind, new TextEncoder().encode(name))),
    lock() {
      held = [];
    },
  };
  return safe;
}

export const hex = (bytes: ArrayBuffer): string => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
