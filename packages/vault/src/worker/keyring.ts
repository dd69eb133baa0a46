import {TbError} from '@tongban/domain/errors.js';
import {newId} from '../shared/new-id.js';
import {atomically} from './atomically.js';
import type {TbDatabase} from './database.js';
import {createSafe, hex, openKey, type Safe} from './safe.js';

/** A data key as it lies on disk: its master secret, wrapped by a key only the gateway can help to make. Never a CryptoKey. */
export interface KeyringRow {
  keyId: string;
  /** Origin of the gateway whose share opens it. */
  gateway: string;
  /** Clear: a hash of gateway and subject. */
  owner: string;
  v: 1;
  salt: Uint8Array<ArrayBuffer>;
  iv: Uint8Array<ArrayBuffer>;
  wrapped: ArrayBuffer;
  createdAt: number;
}

/** A person at a gateway, and the share that the gateway gives out to nobody else. */
export interface Unlocking {
  /** Origin. */
  gateway: string;
  /** Subject at that gateway. */
  personId: string;
  /** `vaultShare` of the gateway's answer to `me`. */
  share: string;
}

/** An unlocked vault and, for own-device.ts alone, the secret of its newest key. */
export interface Unlocked {
  safe: Safe;
  keyId: string;
  master: Uint8Array<ArrayBuffer>;
}

/**
 * Opens the vault of a person, making its first key when there is none.
 *
 * A key that the share does not open is left where it lies: were the gateway to give out a wrong share for a while, what was
 * sealed before opens again with the right one.
 */
export async function unlock(db: TbDatabase, {gateway, personId, share}: Unlocking, now: number): Promise<Unlocked> {
  const owner = await ownerOf(gateway, personId);
  for (;;) {
    const rows = await db.getAllFromIndex('keyring', 'by-owner', owner);
    rows.sort((a, b) => b.createdAt - a.createdAt);
    const masters = await Promise.all(rows.map((row) => unwrap(row, share)));
    const found = rows.flatMap(({keyId}, i) => (masters[i] ? [{keyId, master: masters[i]}] : []));
    const made = found.length > 0 ? undefined : await wrapNew(gateway, owner, share, now);
    if (made && !(await isKept(db, made.row, rows.length))) continue; // Another tab made one meanwhile: use that.
    const [newest, ...older] = made ? [made] : found;
    if (!newest) throw new TbError('TB_VAULT_LOCKED');
    const keys = await Promise.all([newest, ...older].map(({keyId, master}) => openKey(keyId, master)));
    return {safe: createSafe(owner, keys as [(typeof keys)[0], ...typeof keys]), keyId: newest.keyId, master: newest.master};
  }
}

/** The hash that stands for a person at a gateway. Subjects are random or pairwise, so it cannot be guessed back. */
export async function ownerOf(gateway: string, personId: string): Promise<string> {
  return hex(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${gateway}\n${personId}`))).slice(0, 32);
}

/** Whether anybody signed in to this gateway here before. */
export async function hasVault(db: TbDatabase, gateway: string): Promise<boolean> {
  return (await db.getAll('keyring')).some((row) => row.gateway === gateway);
}

async function wrapNew(gateway: string, owner: string, share: string, now: number) {
  const master = crypto.getRandomValues(new Uint8Array(32));
  const keyId = newId(now);
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const kek = await wrappingKey(share, salt, owner);
  const wrapped = await crypto.subtle.encrypt({name: 'AES-GCM', iv, additionalData: aad(keyId, owner)}, kek, master);
  return {keyId, master, row: {keyId, gateway, owner, v: 1, salt, iv, wrapped, createdAt: now} satisfies KeyringRow};
}

async function unwrap({keyId, owner, salt, iv, wrapped}: KeyringRow, share: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const kek = await wrappingKey(share, salt, owner);
    return new Uint8Array(await crypto.subtle.decrypt({name: 'AES-GCM', iv, additionalData: aad(keyId, owner)}, kek, wrapped));
  } catch {
    return undefined;
  }
}

async function wrappingKey(share: string, salt: BufferSource, owner: string): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', new TextEncoder().encode(share), 'HKDF', false, ['deriveKey']);
  const info = new TextEncoder().encode(`tongban vault wrap 1|${owner}`);
  return crypto.subtle.deriveKey({name: 'HKDF', hash: 'SHA-256', salt, info}, base, {name: 'AES-GCM', length: 256}, false, ['encrypt', 'decrypt']);
}

/** Stores a first key unless the owner's keys are no longer those that were read. */
function isKept(db: TbDatabase, row: KeyringRow, known: number): Promise<boolean> {
  return atomically(db, ['keyring'], async (tx) => {
    const store = tx.objectStore('keyring');
    if ((await store.index('by-owner').count(row.owner)) !== known) return false;
    await store.add(row);
    return true;
  });
}

const aad = (keyId: string, owner: string) => new TextEncoder().encode(`keyring|${keyId}|${owner}|1`);
