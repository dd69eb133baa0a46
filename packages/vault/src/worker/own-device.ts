import {atomically, type Writing} from './atomically.js';
import type {TbDatabase} from './database.js';
import type {Unlocked} from './keyring.js';
import {createSafe, openKey, type Safe} from './safe.js';

export const OWN_DEVICE_MS = 12 * 60 * 60 * 1000;

/**
 * What a person who said 「这是我自己的设备」 leaves here: the key that signs their requests, so that coming back needs no new one,
 * and a way into their vault, so that a reload without network still opens it.
 *
 * These CryptoKeys are not extractable for scripts, but their bytes can be read from the disk (docs/adr/0006-own-device.md): a
 * person's choice, for their own device, for twelve hours at most, gone when they sign out.
 */
export interface OwnDeviceRow {
  /** Origin; one person per gateway. */
  gateway: string;
  signing: CryptoKeyPair;
  vault?: {owner: string; keyId: string; wrapping: CryptoKey; iv: Uint8Array<ArrayBuffer>; wrapped: ArrayBuffer};
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/** Begins a new stay of at most twelve hours; whatever was left before goes. */
export async function keepOwnDevice(db: TbDatabase, gateway: string, signing: CryptoKeyPair, expiresAt: number): Promise<void> {
  await atomically(db, ['device-keys'], (tx) => tx.objectStore('device-keys').put({gateway, signing, expiresAt}));
}

/** The signing key that was left, and until when. What has expired, or claims to last too long, is deleted. */
export async function findOwnDevice(db: TbDatabase, gateway: string, now: number): Promise<OwnDeviceRow | undefined> {
  const row = await db.get('device-keys', gateway);
  if (!row || (row.expiresAt > now && row.expiresAt <= now + OWN_DEVICE_MS)) return row;
  await forgetOwnDevice(db, gateway);
  return undefined;
}

/** Leaves a way into an open vault, while the device counts as its person's own. */
export async function leaveVaultOpen(db: TbDatabase, gateway: string, {safe, keyId, master}: Unlocked): Promise<void> {
  const wrapping = await crypto.subtle.generateKey({name: 'AES-GCM', length: 256}, false, ['encrypt', 'decrypt']);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const wrapped = await crypto.subtle.encrypt({name: 'AES-GCM', iv, additionalData: aad(gateway, safe.owner)}, wrapping, master);
  await atomically(db, ['device-keys'], async (tx: Writing<'device-keys'>) => {
    const row = await tx.objectStore('device-keys').get(gateway);
    if (row) await tx.objectStore('device-keys').put({...row, vault: {owner: safe.owner, keyId, wrapping, iv, wrapped}});
  });
}

/** The vault that was left open on this device, or undefined. */
export async function openOwnDevice(db: TbDatabase, gateway: string, now: number): Promise<Safe | undefined> {
  const {vault} = (await findOwnDevice(db, gateway, now)) ?? {};
  if (!vault) return undefined;
  const {owner, keyId, wrapping, iv, wrapped} = vault;
  const master = await crypto.subtle.decrypt({name: 'AES-GCM', iv, additionalData: aad(gateway, owner)}, wrapping, wrapped);
  return createSafe(owner, [await openKey(keyId, master)]);
}

export async function forgetOwnDevice(db: TbDatabase, gateway: string): Promise<void> {
  await atomically(db, ['device-keys'], (tx) => tx.objectStore('device-keys').delete(gateway));
}

const aad = (gateway: string, owner: string) => new TextEncoder().encode(`device-keys|${gateway}|${owner}|1`);
