import type {Receipt} from '@tongban/domain/case/case-file.js';
import type {ErrorCode} from '@tongban/domain/errors.js';
import type {Send} from '@tongban/gateway-api/client.js';
import {fromBase64Url} from '@tongban/runtime/worker/base64url.js';
import {canonicalHash} from '@tongban/runtime/worker/canonical-hash.js';
import type {SendBytes} from '@tongban/runtime/worker/tus-upload.js';
import {receiptSigner} from './receipt-signer.js';

/** What can happen to one request on its way to the gateway and back. */
export const faults = ['none', 'lost', 'answerLost', 'unavailable', 'captivePortal', 'halfReceipt', 'forgedReceipt', 'strangersReceipt', 'tooMany', 'signedOut'] as const;
export type Fault = (typeof faults)[number];

interface Upload {
  bytes: Uint8Array<ArrayBuffer>;
  received: number;
}

/**
 * A gateway that keeps the rules of the contract (one effect per key, tus offsets) on a network that does not keep its own. The
 * script says what happens to each request in turn; after its end nothing more goes wrong.
 */
export function faultyGateway(origin: string, script: readonly Fault[]) {
  const left = [...script];
  const [signer, stranger] = [receiptSigner(), receiptSigner()];
  const answered = new Map<string, {fingerprint: string; answer: object}>();
  const effects: {key: string; path: string; body: unknown; revision?: string}[] = [];
  const uploads = new Map<string, Upload>();
  /** Bodies this gateway refuses, by code. */
  const refusals = new Map<string, ErrorCode>();

  async function through(request: {signal?: AbortSignal}, handle: () => Promise<Response>): Promise<Response> {
    const fault = left.shift() ?? 'none';
    if (request.signal?.aborted) throw new DOMException('aborted', 'AbortError');
    switch (fault) {
      case 'lost':
        throw new TypeError('Failed to fetch');
      case 'unavailable':
        return problem(503, 'TB_GATEWAY');
      case 'captivePortal':
        return new Response('<html>Please log in to the Wi-Fi</html>', {headers: {'content-type': 'text/html'}});
      case 'tooMany':
        return problem(429, 'TB_RATE_LIMITED', {'retry-after': '0'});
      case 'signedOut':
        return problem(401, 'TB_SIGN_IN_EXPIRED');
      case 'answerLost':
        await handle();
        throw new TypeError('network error');
      case 'halfReceipt': {
        await handle();
        return new Response('{"commandId":', {status: 201, headers: {'content-type': 'application/json'}});
      }
      case 'forgedReceipt':
        return changed(await handle(), async (jws) => `${jws.split('.').slice(0, 2).join('.')}.${(await (await stranger).sign(claimsOf(jws))).split('.')[2]!}`);
      case 'strangersReceipt':
        return changed(await handle(), async (jws) => (await stranger).sign(claimsOf(jws)));
      case 'none':
        return handle();
    }
  }

  const send: Send = (request) =>
    through(request, async () => {
      if (request.url === `${origin}/v1/keys`) return json(200, {keys: [(await signer).jwk]});
      const key = request.headers['idempotency-key'] ?? '';
      const body: unknown = JSON.parse(request.body ?? 'null');
      const fingerprint = `${new URL(request.url).pathname} ${await canonicalHash(body)}`;
      const before = answered.get(key);
      if (before && before.fingerprint !== fingerprint) return problem(422, 'TB_COMMAND_REUSED');
      if (before) return json(201, before.answer);
      const refused = refusals.get(new URL(request.url).pathname);
      if (refused) return problem(422, refused);
      effects.push({key, path: new URL(request.url).pathname, body, revision: request.headers['if-match']});
      const answer = request.url.endsWith('/v1/ratings')
        ? {ratingId: (body as {ratingId: string}).ratingId, receivedAt: '2026-01-05T00:00:00Z'}
        : await receiptFor(key, body, effects.length, (await signer).sign);
      answered.set(key, {fingerprint, answer});
      return json(201, answer);
    });

  const sendBytes: SendBytes = (request) =>
    through(request, () => {
      const {method, headers, body} = request;
      if (method === 'POST') {
        const id = `upload-${String(uploads.size + 1)}`;
        uploads.set(id, {bytes: new Uint8Array(Number(headers['upload-length'])), received: 0});
        return Promise.resolve(new Response(null, {status: 201, headers: {location: `/v1/uploads/${id}`}}));
      }
      const upload = uploads.get(new URL(request.url).pathname.split('/').pop()!);
      if (!upload) return Promise.resolve(problem(404, 'TB_UPLOAD_UNKNOWN'));
      if (method === 'PATCH') {
        if (Number(headers['upload-offset']) !== upload.received) return Promise.resolve(problem(409, 'TB_CONTRACT_INVALID'));
        upload.bytes.set(body!, upload.received);
        upload.received += body!.length;
      }
      return Promise.resolve(new Response(null, {status: method === 'HEAD' ? 200 : 204, headers: {'upload-offset': String(upload.received)}}));
    });

  return {origin, send, sendBytes, effects, uploads, refusals};
}

async function receiptFor(commandId: string, body: unknown, revision: number, sign: (claims: object) => Promise<string>): Promise<Receipt> {
  const signed = {commandId, bodySha256: await canonicalHash(body), caseNo: 'C1', revision, at: '2026-01-05T00:00:00Z'};
  const {bodySha256: _covered, ...shown} = signed;
  return {...shown, shortCode: 'ABCD1234', state: 'submitted', papers: [], jws: await sign(signed)};
}

/** An answer with its receipt's signed part exchanged, if it has one. */
async function changed(response: Response, jwsOf: (jws: string) => Promise<string>): Promise<Response> {
  if (response.status !== 201 || response.headers.get('content-type') !== 'application/json') return response;
  const answer = (await response.json()) as Partial<Receipt>;
  return json(201, answer.jws === undefined ? answer : {...answer, jws: await jwsOf(answer.jws)});
}

const claimsOf = (jws: string) => JSON.parse(new TextDecoder().decode(fromBase64Url(jws.split('.')[1]!))) as object;

const json = (status: number, body: object) => new Response(JSON.stringify(body), {status, headers: {'content-type': 'application/json'}});

function problem(status: number, code: ErrorCode, headers: Record<string, string> = {}): Response {
  const body = {type: `urn:tongban:error:${code}`, title: code, status, code};
  return new Response(JSON.stringify(body), {status, headers: {'content-type': 'application/problem+json', ...headers}});
}
