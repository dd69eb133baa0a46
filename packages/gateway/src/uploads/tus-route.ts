import {FileStore} from '@tus/file-store';
import {Metadata, Server} from '@tus/server';
import {TbError} from '@tongban/domain/errors.js';
import type {FastifyInstance, FastifyReply, FastifyRequest} from 'fastify';
import {Readable} from 'node:stream';
import type {ReadableStream} from 'node:stream/web';
import type {Limits} from '../config.js';
import {requireCaller} from '../http/admit.js';
import type {Metrics} from '../http/metrics.js';
import type {ProtocolRefusal} from '../http/problem-reply.js';
import {ownerOf, UNCLAIMED_DAYS, type Uploads} from './uploads.js';

const PATH = '/v1/uploads';
const METHODS = ['POST', 'HEAD', 'PATCH', 'DELETE'] as const;
/** What the protocol's own refusals are called with us; the status stays the protocol's. */
const codes: Readonly<Record<number, 'TB_UPLOAD_UNKNOWN' | 'TB_UPLOAD_TOO_LARGE'>> = {404: 'TB_UPLOAD_UNKNOWN', 410: 'TB_UPLOAD_UNKNOWN', 413: 'TB_UPLOAD_TOO_LARGE'};

/**
 * Uploads by tus 1.0. Who may, how large and what kind is checked before the protocol begins, hash and bytes after the last one;
 * in between the library writes what comes to a file, and goes on where it stopped.
 */
export function tusRoute(uploads: Uploads, {origin, limits, metrics}: {origin: string; limits: Limits; metrics: Metrics}): (app: FastifyInstance) => void {
  const datastore = new FileStore({directory: uploads.directory, expirationPeriodInMilliseconds: UNCLAIMED_DAYS * 86_400_000});
  const begun = new WeakMap<Request, string>();
  const server = new Server({
    path: PATH,
    datastore,
    maxSize: limits.uploadBytes,
    relativeLocation: true,
    disableTerminationForFinishedUploads: false,
    namingFunction: (request) => begun.get(request)!,
    allowedOrigins: () => false, // Whom to admit was decided before.
  });

  async function handle(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    reply.header('tus-resumable', '1.0.0');
    requireCaller('signedIn', request.principal);
    const owner = ownerOf(request.principal!);
    const {id} = request.params as {id?: string};
    if (id !== undefined) await requireOwn(owner, id, request.method);

    const asked = webRequest(request, origin);
    if (id === undefined) begun.set(asked, await uploads.begin(owner, announced(request)));
    const answer = await server.handleWeb(asked);

    if (!answer.ok) {
      const begunId = begun.get(asked);
      if (begunId) await uploads.discard(begunId);
      throw refusal(answer.status);
    }
    const uploadId = id ?? begun.get(asked)!;
    if (request.method === 'DELETE') await uploads.discard(uploadId);
    else await finishIfWhole(owner, uploadId, answer);
    for (const [name, value] of answer.headers) if (!/^(access-control-|content-length)/i.test(name)) reply.header(name, value);
    return reply.code(answer.status).send(answer.status === 204 ? undefined : await answer.text());
  }

  /** A file of which a case has taken hold is not written to, nor dropped. */
  async function requireOwn(owner: string, id: string, method: string): Promise<void> {
    const row = await uploads.ownedBy(owner, id);
    if (row.case_no !== null && method !== 'HEAD') throw new TbError('TB_UPLOAD_UNKNOWN');
  }

  /** Also when the answer to the last byte was lost and the sender only asks how far it got. */
  async function finishIfWhole(owner: string, id: string, answer: Response): Promise<void> {
    const {size, state} = await uploads.ownedBy(owner, id);
    if (state !== 'receiving' || Number(answer.headers.get('upload-offset') ?? -1) !== size) return;
    await uploads.finish(id);
    metrics.uploadedBytes.inc(size);
  }

  return (app) => {
    app.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null));
    app.route({method: ['POST'], url: PATH, config: {routeName: 'uploads'}, handler: handle});
    app.route({method: METHODS.filter((method) => method !== 'POST'), url: `${PATH}/:id`, config: {routeName: 'uploads'}, handler: handle});
  };
}

function webRequest(request: FastifyRequest, origin: string): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) if (typeof value === 'string') headers.set(name, value);
  const hasBody = request.method === 'PATCH' || request.method === 'POST';
  const body = hasBody ? (Readable.toWeb(request.raw) as ReadableStream<Uint8Array>) : null;
  return new Request(new URL(request.url, origin), {method: request.method, headers, body, duplex: 'half'});
}

/** @throws TbError TB_CONTRACT_INVALID when length, name, type or hash is missing */
function announced(request: FastifyRequest): {fileName: string; mediaType: string; size: number; sha256: string} {
  const length = request.headers['upload-length'];
  const {filename, filetype, sha256} = metadataOf(request.headers['upload-metadata']);
  if (typeof length !== 'string' || !/^\d{1,15}$/.test(length) || !filename || !filetype || !sha256) {
    throw new TbError('TB_CONTRACT_INVALID', {details: {at: 'Upload-Metadata'}});
  }
  return {fileName: filename, mediaType: filetype, size: Number(length), sha256};
}

function metadataOf(header: string | string[] | undefined): Record<string, string | null> {
  try {
    return typeof header === 'string' ? Metadata.parse(header) : {};
  } catch (cause) {
    throw new TbError('TB_CONTRACT_INVALID', {cause, details: {at: 'Upload-Metadata'}});
  }
}

function refusal(status: number): Error & ProtocolRefusal {
  const error = new TbError(codes[status] ?? (status < 500 ? 'TB_CONTRACT_INVALID' : 'TB_INTERNAL'), {details: {at: 'tus'}});
  return Object.assign(error, {protocolStatus: status});
}
