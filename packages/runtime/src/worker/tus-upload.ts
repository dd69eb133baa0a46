import {TbError} from '@tongban/domain/errors.js';
import {errorFromProblem} from '@tongban/gateway-api/problem.js';

/** What is uploaded: any number of bytes from `start` on, at least one, at most what shall go out in one request. */
export interface UploadSource {
  readonly size: number;
  readonly sha256: string;
  readonly fileName: string;
  readonly mediaType: string;
  read(start: number): Promise<Uint8Array<ArrayBuffer>>;
}

/** Where an upload stands, kept by the caller. */
export interface UploadStand {
  /** From an earlier try. */
  readonly url?: string;
  /** Called before the first byte goes out, so that no break makes a second upload of it. */
  keepUrl(url: string): unknown;
  /** Bytes the gateway has confirmed. */
  confirmed(offset: number): unknown;
}

/** Sends one signed request. */
export type SendBytes = (request: {method: string; url: string; headers: Record<string, string>; body?: Uint8Array<ArrayBuffer>; signal?: AbortSignal}) => Promise<Response>;

const GONE = new Set([400, 403, 404, 410, 413, 415, 422]);
const VERSION = {'tus-resumable': '1.0.0'};

/**
 * Uploads over tus 1.0 (core protocol and creation), going on where the gateway says it stands.
 *
 * Our own and not tus-js-client: the bytes come sealed out of IndexedDB piece by piece, every request needs a proof of its own and
 * the worker is one file that people wait for. What would be left of the library is this loop.
 *
 * @returns the gateway's id of the upload
 * @throws TbError TB_NETWORK when it may go on later; TB_UPLOAD_… and others when the gateway refused it
 */
export async function tusUpload(endpoint: string, source: UploadSource, stand: UploadStand, send: SendBytes, signal?: AbortSignal): Promise<string> {
  let url = stand.url;
  let offset = url === undefined ? undefined : await askOffset(url, send, signal);
  if (url === undefined || offset === undefined) {
    url = await create(endpoint, source, send, signal);
    await stand.keepUrl(url);
    offset = 0;
  }
  await stand.confirmed(offset);
  while (offset < source.size) {
    const body = await source.read(offset);
    const response = await send({method: 'PATCH', url, headers: {...VERSION, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset)}, body, signal});
    const moved: number | undefined = response.status === 409 ? await askOffset(url, send, signal) : await offsetOf(response);
    if (moved === undefined || moved === offset) throw new TbError('TB_NETWORK'); // Gone or stuck: the next try starts from the truth.
    offset = moved;
    await stand.confirmed(offset);
  }
  return idOf(url);
}

/** The gateway's offset, or undefined when it has no use for this upload any more. Answers to HEAD have no body that says more. */
async function askOffset(url: string, send: SendBytes, signal?: AbortSignal): Promise<number | undefined> {
  const response = await send({method: 'HEAD', url, headers: VERSION, signal});
  if (GONE.has(response.status)) return undefined;
  if (response.status === 401) throw new TbError('TB_SIGN_IN_EXPIRED');
  return offsetOf(response);
}

async function create(endpoint: string, {size, sha256, fileName, mediaType}: UploadSource, send: SendBytes, signal?: AbortSignal): Promise<string> {
  const metadata = Object.entries({filename: fileName, filetype: mediaType, sha256}).map(([name, value]) => `${name} ${base64(value)}`);
  const headers = {...VERSION, 'upload-length': String(size), 'upload-metadata': metadata.join(',')};
  const response = await send({method: 'POST', url: endpoint, headers, signal});
  const location = response.headers.get('location');
  if (response.status !== 201 || location === null) throw await failureOf(response);
  const url = new URL(location, endpoint);
  if (url.origin !== new URL(endpoint).origin) throw new TbError('TB_GATEWAY_ANSWER'); // Tokens and scans go nowhere else.
  return url.href;
}

async function offsetOf(response: Response): Promise<number> {
  const offset = response.headers.get('upload-offset');
  if (!response.ok || offset === null || !/^\d{1,12}$/.test(offset)) throw await failureOf(response);
  return Number(offset);
}

/** The gateway's problem; an answer without one is nobody's last word, so the upload waits. */
async function failureOf(response: Response): Promise<TbError> {
  const problem = errorFromProblem(await response.json().catch(() => undefined));
  return problem.name === 'TB_GATEWAY_ANSWER' ? new TbError('TB_NETWORK', {details: {status: response.status}}) : problem;
}

const idOf = (url: string) => decodeURIComponent(new URL(url).pathname.split('/').pop() ?? '');

/** Base64 of the UTF-8 form: file names are Chinese. */
const base64 = (text: string) => btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
