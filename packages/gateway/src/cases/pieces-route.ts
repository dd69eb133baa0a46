import {TbError} from '@tongban/domain/errors.js';
import {errorFromProblem} from '@tongban/gateway-api/problem.js';
import type {FastifyInstance, FastifyReply, FastifyRequest} from 'fastify';
import {createReadStream} from 'node:fs';
import {Readable} from 'node:stream';
import {requireCaller} from '../http/admit.js';
import {RELAYED_HEADER} from '../http/request-state.js';
import type {Principal} from '../identity/principal.js';
import type {Peers} from '../peers/peers.js';
import type {Uploads} from '../uploads/uploads.js';
import {homeOfNumber} from './find-home.js';
import type {ReadCases} from './read-cases.js';

const TIMEOUT_MS = 120_000;

/** `GET /v1/cases/{caseNo}/pieces/{uploadId}`: a file of a case for whoever may open the case. Bytes from strangers: nothing runs them. */
export function piecesRoute({reads, uploads, peers}: {reads: ReadCases; uploads: Uploads; peers: Peers}): (app: FastifyInstance) => void {
  async function answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    requireCaller('signedIn', request.principal);
    const reader = request.principal as Exclude<Principal, {kind: 'gateway'}>;
    const {caseNo, uploadId} = request.params as {caseNo: string; uploadId: string};
    request.aboutCase = caseNo;
    const home = homeOfNumber(caseNo) ?? peers.own;
    if (home !== peers.own) {
      if (request.headers[RELAYED_HEADER] !== undefined) throw new TbError('TB_NOT_FOUND');
      return fromElsewhere(home, request.url, reader, reply);
    }
    const piece = await reads.piece(caseNo, uploadId, reader);
    return sent(reply, piece.mediaType, piece.size, piece.fileName).send(createReadStream(uploads.pathOf(uploadId)));
  }

  async function fromElsewhere(home: string, path: string, reader: Principal, reply: FastifyReply): Promise<FastifyReply> {
    const response = await peers.send(home, {method: 'GET', path, timeoutMs: TIMEOUT_MS}, reader);
    if (!response.ok || !response.body) throw errorFromProblem(await response.json().catch(() => undefined));
    const {headers} = response;
    const name = /filename="([\w.-]+)"/.exec(headers.get('content-disposition') ?? '')?.[1] ?? 'piece';
    return sent(reply, headers.get('content-type') ?? '', Number(headers.get('content-length')), name).send(Readable.fromWeb(response.body));
  }

  return (app) => {
    app.get('/v1/cases/:caseNo/pieces/:uploadId', {config: {routeName: 'piece'}}, answer);
  };
}

function sent(reply: FastifyReply, mediaType: string, size: number, fileName: string): FastifyReply {
  return reply.headers({
    'content-type': mediaType,
    'content-length': size,
    'content-disposition': `attachment; filename="${fileName}"`,
    'content-security-policy': "sandbox; default-src 'none'",
    'cache-control': 'no-store',
  });
}
