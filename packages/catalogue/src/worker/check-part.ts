import {TbError} from '@tongban/domain/errors.js';
import type {PartRef} from '../shared/manifest.js';

/**
 * Compares a part with what the signed manifest says of it.
 *
 * @throws TbError TB_CATALOGUE_BROKEN
 */
export async function checkPart(bytes: Uint8Array<ArrayBuffer>, {sha256, bytes: size}: PartRef): Promise<void> {
  if (bytes.length !== size) throw new TbError('TB_CATALOGUE_BROKEN', {details: {why: 'size'}});
  if (!canCheck()) return; // Plain http: whoever could change the part could change this code.
  if ((await sha256Of(bytes)) !== sha256) throw new TbError('TB_CATALOGUE_BROKEN', {details: {why: 'sha256'}});
}

/** Whether hashes and signatures can be checked at all: pages on plain http have no WebCrypto. */
export const canCheck = () => (crypto as {subtle?: SubtleCrypto}).subtle !== undefined;

async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
