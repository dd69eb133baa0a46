import {mkdir, readdir, readFile, rm} from 'node:fs/promises';
import {basename, join} from 'node:path';
import {TbError} from '@tongban/domain/errors.js';
import {PublicationKey} from '@tongban/domain/guide/publication.js';
import {parse} from '@tongban/domain/parse.js';
import * as v from 'valibot';
import {makeStoredKey, signingKey, type SigningKey, type StoredKey} from './signing-key.js';
import {writeWhole} from './write-whole.js';

/** What a gateway tells of the keys of its publisher: a JSON Web Key Set (RFC 7517 §5). */
const KeySet = v.object({keys: v.array(PublicationKey)});

const PUBLIC = 'public.json';
const MOST_KEYS = 2;
const fileOf = (kid: string) => `signing-${kid.slice(0, 8)}.json`;
const isPrivate = (name: string) => /^signing-[\w-]+\.json$/.test(name);

/**
 * Makes a signing key in a folder, and writes the public halves of all its keys to `public.json`. A second key takes over from the first:
 * gateways tell of both, then the second signs, then the first is taken away.
 *
 * @throws TbError TB_CONFIG when there are two already
 */
export async function addSigningKey(dir: string): Promise<PublicationKey> {
  await mkdir(dir, {recursive: true, mode: 0o700});
  if ((await storedKeys(dir)).length >= MOST_KEYS)
    throw new TbError('TB_CONFIG', {details: {why: 'keys', most: MOST_KEYS}});
  const stored = makeStoredKey();
  await writeWhole(join(dir, fileOf(stored.kid)), `${JSON.stringify(stored)}\n`, {mode: 0o600});
  await writePublicKeys(dir);
  return signingKey(stored).publicKey;
}

/** Takes a key out of use. What it signed is then refused. @throws TbError TB_NOT_FOUND when there is no such key */
export async function dropSigningKey(dir: string, kid: string): Promise<void> {
  const key = (await storedKeys(dir)).find((stored) => stored.kid === kid);
  if (!key) throw new TbError('TB_NOT_FOUND', {details: {kid}});
  await rm(join(dir, fileOf(kid)));
  await writePublicKeys(dir);
}

async function writePublicKeys(dir: string): Promise<void> {
  const keys = (await storedKeys(dir)).map((stored) => signingKey(stored).publicKey);
  await writeWhole(join(dir, PUBLIC), `${JSON.stringify({keys}, undefined, 2)}\n`);
}

/** A signing key from its file, or from a folder that holds one. @throws TbError TB_NOT_FOUND, TB_CONFIG when it is none or it is not clear which */
export async function readSigningKey(path: string): Promise<SigningKey> {
  const inFolder = await storedKeys(path).catch(() => undefined);
  if (inFolder === undefined) return signingKey(await readJson(path));
  const [only, other] = inFolder;
  if (!only || other) throw new TbError('TB_CONFIG', {details: {why: 'key', found: inFolder.length}});
  return signingKey(only);
}

/** Public keys from a key set, or from the `public.json` of a folder. @throws TbError TB_NOT_FOUND, TB_CONFIG */
export async function readPublicKeys(path: string): Promise<PublicationKey[]> {
  const isFolder = await readdir(path).then(
    () => true,
    () => false,
  );
  return parse(KeySet, await readJson(isFolder ? join(path, PUBLIC) : path), 'TB_CONFIG').keys;
}

async function storedKeys(dir: string): Promise<StoredKey[]> {
  const names = (await readdir(dir)).filter(isPrivate).sort();
  return Promise.all(names.map(async (name) => (await readJson(join(dir, name))) as StoredKey));
}

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new TbError('TB_NOT_FOUND', {cause, details: {file: basename(file)}});
  });
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new TbError('TB_CONFIG', {cause, details: {file: basename(file)}});
  }
}
