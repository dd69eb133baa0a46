import {TbError} from '@tongban/domain/errors.js';
import {parse} from '@tongban/domain/parse.js';
import type {Route} from '@tongban/gateway-api/route.js';
import {routes, type RouteName} from '@tongban/gateway-api/routes.js';
import type {FastifyInstance, FastifyReply, FastifyRequest} from 'fastify';
import {canonicalHash} from '../canonical-hash.js';
import {requireCaller} from './admit.js';
import {isSame, writeAnswer} from './answer-writer.js';
import type {Call, CommandKey, Handlers} from './call.js';
import {RELAYED_HEADER} from './request-state.js';
import {requireWellFormed} from './well-formed.js';

/** Serves every operation of the contract: the table says what is asked and answered, `handlers` does it. */
export function registerRoutes(app: FastifyInstance, handlers: Handlers): void {
  for (const name of Object.keys(routes) as RouteName[]) {
    const route: Route = routes[name];
    const handle = handlers[name] as unknown as (call: LooseCall) => Promise<object>;
    app.route({
      method: route.method,
      url: route.path.replace(/\{(\w+)\}/g, ':$1'),
      config: {routeName: name},
      handler: async (request, reply) => {
        requireCaller(route.caller, request.principal);
        const answer = await handle(callOf(route, request));
        await send(route, checked(route, answer, request), request, reply);
        return reply;
      },
    });
  }
}

type LooseCall = Omit<Call<RouteName>, 'params' | 'query' | 'body' | 'caller' | 'command' | 'revision'> & Record<string, unknown>;

/** @throws TbError TB_CONTRACT_INVALID, TB_COMMAND_KEY, TB_CASE_PRECONDITION */
function callOf(route: Route, request: FastifyRequest): LooseCall {
  requireWellFormed(request.params);
  const params = route.params && parse(route.params, request.params);
  if (params?.['caseNo'] !== undefined) request.aboutCase = params['caseNo'];
  const query = route.query && parse(route.query, request.query);
  const body = route.body && parse(route.body, request.body);
  if (route.body) requireWellFormed(request.body);
  return {
    params,
    query,
    body,
    caller: request.principal,
    command: route.idempotent ? commandKey(request) : undefined,
    revision: route.ifMatch ? revisionOf(request.headers['if-match']) : undefined,
    isRelayed: request.headers[RELAYED_HEADER] !== undefined,
    about: (caseNo) => {
      request.aboutCase = caseNo;
    },
  };
}

function commandKey(request: FastifyRequest): CommandKey {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,80}$/.test(key)) throw new TbError('TB_COMMAND_KEY');
  const bodySha256 = canonicalHash(request.body);
  return {key, bodySha256, fingerprint: canonicalHash([request.method, request.routeOptions.url, request.params, bodySha256])};
}

function revisionOf(ifMatch: string | undefined): number {
  const revision = /^"([1-9]\d{0,8})"$/.exec(ifMatch ?? '')?.[1];
  if (revision === undefined) throw new TbError('TB_CASE_PRECONDITION');
  return Number(revision);
}

/** An answer that breaks the contract is our fault: logged by route and place, and never sent. */
function checked(route: Route, answer: object, request: FastifyRequest): object {
  if (Object.isFrozen(answer) && provenRight.has(answer)) return answer;
  try {
    parse(route.answer, answer);
  } catch (cause) {
    const {at, why} = cause instanceof TbError ? cause.details : {};
    request.log.error({route: request.routeOptions.config.routeName, at, why}, 'an answer broke the contract');
    throw new TbError('TB_INTERNAL', {cause});
  }
  if (Object.isFrozen(answer)) provenRight.add(answer);
  return answer;
}

/** Frozen answers, such as the catalogue, are the same object each time: checked once. */
const provenRight = new WeakSet<object>();

async function send(route: Route, answer: object, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const written = writeAnswer(answer, Object.isFrozen(answer));
  reply.header('cache-control', route.caller === 'anyone' && route.etag ? 'no-cache' : 'no-store');
  if (route.etag) {
    reply.header('etag', written.etag).header('vary', 'Accept-Encoding');
    if (isSame(request.headers['if-none-match'], written.etag)) {
      await reply.code(304).send();
      return;
    }
  }
  // Compression beside secrets lets their length be guessed; only what everybody may read is compressed.
  const coded = route.caller === 'anyone' && route.etag ? request.headers['accept-encoding'] : undefined;
  const {body, coding} = await written.bytes(Array.isArray(coded) ? coded.join(',') : coded);
  if (coding) reply.header('content-encoding', coding);
  await reply.code(route.status).type('application/json; charset=utf-8').send(body);
}
