import {readFile, stat} from 'node:fs/promises';
import {promisify} from 'node:util';
import {brotliCompress, constants, gzip} from 'node:zlib';

export type Coding = 'br' | 'gzip';

const WORTH_COMPRESSING = 1_024;
const kept = new Map<string, Promise<Buffer>>();

/** The coding a file is sent in: what is text and not tiny, if the asker takes it. */
export function codingFor(type: string, size: number, acceptEncoding: string | string[] | undefined): Coding | undefined {
  if (size < WORTH_COMPRESSING || !/^(text\/|application\/(json|manifest)|image\/svg)/.test(type)) return undefined;
  const accepted = String(acceptEncoding ?? '');
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
}

/** The file in that coding: as it was built beside it, else made once and kept. `version` changes with the file. */
export async function compressedFile(file: string, coding: Coding, version: string): Promise<Buffer> {
  const key = `${coding} ${version} ${file}`;
  const made = kept.get(key) ?? make(file, coding);
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  return made;
}

async function make(file: string, coding: Coding): Promise<Buffer> {
  if (coding === 'gzip') return promisify(gzip)(await readFile(file));
  const [own, built] = await Promise.all([stat(file), stat(`${file}.br`).catch(() => undefined)]);
  if (built && built.mtimeMs >= own.mtimeMs) return readFile(`${file}.br`);
  return promisify(brotliCompress)(await readFile(file), {params: {[constants.BROTLI_PARAM_QUALITY]: 9}});
}
