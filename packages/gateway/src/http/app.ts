import {codeOf} from '@tongban/domain/errors.js';
import {openapiDocument} from '@tongban/gateway-api/openapi.js';
import {sql} from 'kysely';
import {fastify, LogController, type FastifyInstance, type FastifyRequest} from 'fastify';
import type {GatewayConfig, Limits} from '../config.js';
import type {Db} from '../database/database.js';
import type {Authenticator} from '../identity/principal.js';
import type {PublicKeys} from '../peers/public-keys.js';
import type {Audit} from './audit.js';
import type {Handlers} from './call.js';
import {framesOf, logging} from './logging.js';
import type {Metrics} from './metrics.js';
import {admitOrigins} from './origins.js';
import {ourError, problemReply} from './problem-reply.js';
import {rateLimits} from './rate-limits.js';
import {registerRoutes} from './register-routes.js';
import './request-state.js';

export interface AppParts {
  readonly config: GatewayConfig;
  readonly limits: Limits;
  readonly db: Db;
  readonly authenticator: Authenticator;
  readonly handlers: Handlers;
  readonly audit: Audit;
  readonly metrics: Metrics;
  readonly publicKeys: PublicKeys;
  /** What is not in the table of routes: uploads, events, messages between gateways. */
  readonly more: readonly ((app: FastifyInstance) => void)[];
}

/** The gateway's HTTP side, but for signing in. */
export async function buildApp({config, limits, db, authenticator, handlers, audit, metrics, publicKeys, more}: AppParts): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit: limits.bodyBytes,
    trustProxy: config.trustProxy ?? false,
    logController: new LogController({disableRequestLogging: true}),
    exposeHeadRoutes: false,
    routerOptions: {maxParamLength: 200},
    logger: logging(config.log),
  });
  app.decorateRequest('principal', undefined);
  app.decorateRequest('aboutCase', undefined);
  app.decorateRequest('resultCode', 'ok');

  app.setErrorHandler((thrown, request, reply) => {
    const error = ourError(thrown);
    request.resultCode = codeOf(error);
    const {status, headers, body} = problemReply(error, request.headers['accept-language']);
    if (status >= 500) request.log.error({route: nameOf(request), code: body.code, frames: framesOf(error)}, 'a request failed');
    return reply.code(status).headers(headers).send(JSON.stringify(body));
  });
  app.setNotFoundHandler((request, reply) => {
    request.resultCode = 'TB_NOT_FOUND';
    const {status, headers, body} = problemReply(ourError({statusCode: 404}), request.headers['accept-language']);
    return reply.code(status).headers(headers).send(JSON.stringify(body));
  });

  app.addHook('onRequest', (_request, reply, done) => {
    void reply.headers({'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer'});
    done();
  });
  await admitOrigins(app, config.pageOrigins, config.origin);
  const limit = await rateLimits(app, limits);
  app.addHook('onRequest', async (request) => {
    await limit.ofAddress(request);
    if (request.routeOptions.config.isPublic) return;
    request.principal = await authenticator.authenticate({
      method: request.method,
      url: `${config.origin}${request.url.split('?', 1)[0] ?? ''}`,
      headers: request.headers,
    });
    await limit.ofPrincipal(request);
  });

  app.addHook('onResponse', (request, reply, done) => {
    const route = nameOf(request);
    metrics.requests.observe({route, code: request.resultCode}, reply.elapsedTime / 1_000);
    request.log.info({method: request.method, route, status: reply.statusCode, code: request.resultCode, ms: Math.round(reply.elapsedTime)}, 'request');
    // Of strangers only what they achieved is kept: what they tried would fill the disk.
    if (request.principal !== undefined || (request.method === 'POST' && request.resultCode === 'ok')) {
      audit.note({who: request.principal?.id ?? '-', route, caseNo: request.aboutCase, code: request.resultCode, at: config.now()});
    }
    done();
  });

  const open = {config: {isPublic: true}};
  app.get('/health', {config: {...open.config, routeName: 'health'}}, async () => {
    await sql`select 1`.execute(db);
    return {status: 'ok', region: config.region};
  });
  app.get('/metrics', {config: {...open.config, routeName: 'metrics'}}, async (_request, reply) => {
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
  const document = openapiDocument({title: config.name, origin: config.origin});
  app.get('/openapi.json', {config: {...open.config, routeName: 'openapi'}}, () => document);
  app.get('/v1/keys', {config: {...open.config, routeName: 'keys'}}, async (request, reply) => {
    const isOwnOnly = (request.query as {own?: string}).own !== undefined;
    return reply.type('application/jwk-set+json').send(JSON.stringify(await publicKeys.keys(isOwnOnly)));
  });

  registerRoutes(app, handlers);
  for (const register of more) register(app);
  await app.ready();
  return app;
}

const nameOf = (request: FastifyRequest): string => request.routeOptions.config.routeName ?? 'unknown';
