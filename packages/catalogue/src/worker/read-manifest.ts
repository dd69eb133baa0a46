import {TbError} from '@tongban/domain/errors.js';
import type {PublicationKey} from '@tongban/domain/guide/publication.js';
import {parse} from '@tongban/domain/parse.js';
import {text} from '@tongban/domain/primitives.js';
import * as v from 'valibot';
import {parseManifest, SignedManifest, type Manifest} from '../shared/manifest.js';
import {canCheck} from './check-part.js';

const Header = v.object({alg: v.literal('ES256'), kid: text(200)});

/**
 * Reads `manifest.json` and checks its signature by one of the keys the gateway named.
 *
 * @throws TbError TB_GATEWAY_ANSWER when it is no signed manifest at all, as behind a captive portal; TB_CATALOGUE_SIGNATURE when the
 *   key is unknown or the signature wrong; TB_CATALOGUE_BROKEN when what was signed is no manifest
 */
export async function readManifest(bytes: Uint8Array<ArrayBuffer>, keys: readonly PublicationKey[]): Promise<Manifest> {
  const signed = parse(SignedManifest, jsonOf(bytes), 'TB_GATEWAY_ANSWER');
  if (canCheck()) await checkSignature(signed, keys);
  return parseManifest(jsonOf(bytesOf(signed.payload)));
}

async function checkSignature(
  {protected: header, payload, signature}: SignedManifest,
  keys: readonly PublicationKey[],
): Promise<void> {
  const {kid} = parse(Header, jsonOf(bytesOf(header)), 'TB_CATALOGUE_SIGNATURE');
  const known = keys.find((key) => key.kid === kid);
  if (!known) throw new TbError('TB_CATALOGUE_SIGNATURE', {details: {why: 'unknownKey'}});
  const algorithm = {name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256'};
  const {kty, crv, x, y} = known;
  const key = await crypto.subtle
    .importKey('jwk', {kty, crv, x, y}, algorithm, false, ['verify'])
    .catch((cause: unknown) => {
      throw new TbError('TB_CATALOGUE_SIGNATURE', {details: {why: 'badKey'}, cause});
    });
  const covered = new TextEncoder().encode(`${header}.${payload}`);
  if (!(await crypto.subtle.verify(algorithm, key, bytesOf(signature), covered))) {
    throw new TbError('TB_CATALOGUE_SIGNATURE', {details: {why: 'signature'}});
  }
}

/** Base64url (RFC 4648 §5). What is none is an empty text, which nothing below takes. */
function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  try {
    const binary = atob(base64url.replace(/-/g, '+').replace(/_/g, '/'));
    return Uint8Array.from(binary, (sign) => sign.charCodeAt(0));
  } catch {
    return new Uint8Array(0);
  }
}

function jsonOf(bytes: Uint8Array<ArrayBuffer>): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
