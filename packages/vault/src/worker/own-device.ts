import {atomically} from './atomically.js';
import type {TbDatabase} from './database.js';
import type {Unlocked} from './keyring.js';
import {createSafe, openKey, type Safe} from './safe.js';

export const OWN_DEVICE_MS = 12 * 60 * 60 * 1000;

/**
 * What a person who said 「这是我自己的设备」 leaves here so that a reload without network still opens their vault.
 *
 * The wrapping key is not extractable for scripts, but its bytes can be read from the disk (docs/adr/0006-own-device.md):
 * a person's choice, for their own device, for twelve hours at most, gone when they sign out.
 */
export interface OwnDeviceRow {
  /** Origin; one person per gateway. */
  gateway: string;
  owner: string;
  keyId: string;
  wrapping: CryptoKey;
  iv: Uint8Array<ArrayBuffer>;
  wrapped: ArrayBuffer;
  expiresAt: number;
}

export async function rememberOwnDevice(db: TbDatabase, gateway: string, {safe, keyId, master}: Unlocked, now: number): Promise<void> {
  const wrapping = await crypto.subtle.generateKey({name: 'AES-GCM', length: 256}, false, ['encrypt', 'decrypt']);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const wrapped = await crypto.subtle.encrypt({name: 'AES-GCM', iv, additionalData: aad(gateway, safe.owner)}, wrapping, master);
  const row: OwnDeviceRow = {gateway, owner: safe.owner, keyId, wrapping, iv, wrapped, expiresAt: now + OWN_DEVICE_MS};
  await atomically(db, ['device-keys'], (tx) => tx.objectStore('device-keys').put(row));
}

/** The vault that was left open on this device, or undefined. What has expired, or lies in the future, is deleted. */
export async function openOwnDevice(db: TbDatabase, gateway: string, now: number): Promise<Safe | undefined> {
  const row = await db.get('device-keys', gateway);
  if (!row) return undefined;
  if (row.expiresAt <= now || row.expiresAt > now + OWN_DEVICE_MS) {
    await forgetOwnDevice(db, gateway);
    return undefined;
  }
  const master = await crypto.subtle.decrypt({name: 'AES-GCM', iv: row.iv, additionalData: aad(gateway, row.owner)}, row.wrapping, row.wrapped);
  return createSafe(row.owner, [await openKey(row.keyId, master)]);
}

export async function forgetOwnDevice(db: TbDatabase, gateway: string): Promise<void> {
  await atomically(db, ['device-keys'], (tx) => tx.objectStore('device-keys').delete(gateway));
}

const aad = (gateway: string, owner: string) => new TextEncoder().encode(`device-keys|${gateway}|${owner}|1`);
