import {createPublicKey, sign, verify} from 'node:crypto';
import {TbError} from '@tongban/domain/errors.js';
import type {PublicationKey} from '@tongban/domain/guide/publication.js';
import {parse} from '@tongban/domain/parse.js';
import {text} from '@tongban/domain/primitives.js';
import * as v from 'valibot';
import {parseManifest, SignedManifest, type Manifest} from '../../shared/manifest.js';
import type {SigningKey} from './signing-key.js';

const Header = v.strictObject({alg: v.literal('ES256'), kid: text(64)});

/** Flattened JWS (RFC 7515 §7.2.2), ES256 with the signature as r‖s (RFC 7518 §3.4), which is what WebCrypto verifies. */
export function signManifest(manifest: Manifest, {privateKey, publicKey}: SigningKey): SignedManifest {
  const protectedHeader = base64url(JSON.stringify({alg: 'ES256', kid: publicKey.kid}));
  const payload = base64url(JSON.stringify(manifest));
  const signature = sign('sha256', Buffer.from(`${protectedHeader}.${payload}`), {
    key: privateKey,
    dsaEncoding: 'ieee-p1363',
  });
  return {protected: protectedHeader, payload, signature: signature.toString('base64url')};
}

/** @throws TbError TB_CATALOGUE_SIGNATURE when none of `keys` signed it, TB_CATALOGUE_BROKEN when it is no manifest */
export function openManifest(input: unknown, keys: readonly PublicationKey[]): Manifest {
  const signed = parse(SignedManifest, input, 'TB_CATALOGUE_BROKEN');
  const {kid} = parse(Header, json(signed.protected), 'TB_CATALOGUE_SIGNATURE');
  const jwk = keys.find((key) => key.kid === kid);
  if (!jwk) throw new TbError('TB_CATALOGUE_SIGNATURE', {details: {kid}});
  const isSigned = verify(
    'sha256',
    Buffer.from(`${signed.protected}.${signed.payload}`),
    {key: createPublicKey({key: {...jwk}, format: 'jwk'}), dsaEncoding: 'ieee-p1363'},
    Buffer.from(signed.signature, 'base64url'),
  );
  if (!isSigned) throw new TbError('TB_CATALOGUE_SIGNATURE', {details: {kid}});
  return peekManifest(signed);
}

/** What a manifest says, whoever signed it. @throws TbError TB_CATALOGUE_BROKEN */
export function peekManifest(input: unknown): Manifest {
  return parseManifest(json(parse(SignedManifest, input, 'TB_CATALOGUE_BROKEN').payload));
}

const base64url = (text: string) => Buffer.from(text).toString('base64url');

function json(encoded: string): unknown {
  try {
    return JSON.parse(Buffer.from(encoded, 'base64url').toString());
  } catch (cause) {
    throw new TbError('TB_CATALOGUE_BROKEN', {cause, details: {at: 'manifest'}});
  }
}
