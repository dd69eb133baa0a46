import {TbError} from '@tongban/domain/errors.js';

/** Gets a file of a publication; `urgent` while somebody waits for it, `fresh` when a cache must ask first. */
export type FetchFile = (
  url: string,
  options: {signal: AbortSignal; urgent: boolean; fresh: boolean},
) => Promise<Response>;

export interface Download {
  readonly url: string;
  /** No more bytes than these are read. */
  readonly limit: number;
  readonly urgent: boolean;
  readonly fresh?: boolean;
}

/** A line that has said nothing for so long is given up. */
const SILENT_MS = 30_000;

/**
 * @throws TbError TB_NETWORK, TB_TIMEOUT, TB_GATEWAY when it cannot be had now; TB_CATALOGUE_BROKEN when it is not there or is longer
 *   than it may be
 */
export async function download(
  fetchFile: FetchFile,
  {url, limit, urgent, fresh = false}: Download,
): Promise<Uint8Array<ArrayBuffer>> {
  const patience = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(() => patience.abort(), SILENT_MS);
  };
  heard();
  try {
    const response = await fetchFile(url, {signal: patience.signal, urgent, fresh});
    if (response.status === 404 || response.status === 410) throw broken('missing');
    if (!response.ok || !response.body) throw new TbError('TB_GATEWAY', {details: {status: response.status}});
    return await readAll(response.body.getReader(), limit, heard);
  } catch (cause) {
    if (cause instanceof TbError) throw cause;
    throw new TbError(patience.signal.aborted ? 'TB_TIMEOUT' : 'TB_NETWORK', {cause});
  } finally {
    clearTimeout(timer);
  }
}

async function readAll(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  limit: number,
  heard: () => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const {done, value} = await reader.read();
    if (done) break;
    heard();
    size += value.length;
    if (size > limit) {
      reader.cancel().catch(() => undefined);
      throw broken('size');
    }
    chunks.push(value);
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

const broken = (why: string) => new TbError('TB_CATALOGUE_BROKEN', {details: {why}});
