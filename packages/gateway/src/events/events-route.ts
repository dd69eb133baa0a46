import {TbError} from '@tongban/domain/errors.js';
import type {FastifyInstance, FastifyReply, FastifyRequest} from 'fastify';
import type {ServerResponse} from 'node:http';
import type {Limits} from '../config.js';
import {requireCaller} from '../http/admit.js';
import type {Metrics} from '../http/metrics.js';
import {streamEvents} from './event-stream.js';
import type {Feed} from './feed.js';
import type {Outbox} from './outbox.js';

const HEARTBEAT_MS = 15_000;

export interface EventsRoute {
  register(app: FastifyInstance): void;
  /** Ends every stream; listeners come back with their `Last-Event-ID`. */
  close(): void;
}

/** `GET /v1/events`: server-sent events for whoever signed in, until their token ends. */
export function eventsRoute({outbox, feed, limits, metrics, heartbeatMs = HEARTBEAT_MS}: {outbox: Outbox; feed: Feed; limits: Limits; metrics: Metrics; heartbeatMs?: number}): EventsRoute {
  const open = new Set<ServerResponse>();
  const perPrincipal = new Map<string, number>();
  const heart = setInterval(() => open.forEach((response) => response.write(': \n\n')), heartbeatMs);
  heart.unref();

  async function listen(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    requireCaller('signedIn', request.principal);
    const principal = request.principal!;
    const after = lastEventId(request.headers['last-event-id']);
    const key = `${principal.kind} ${principal.id}`;
    const others = perPrincipal.get(key) ?? 0;
    if (others >= limits.listenersPerPrincipal) throw new TbError('TB_RATE_LIMITED', {details: {retryAfterSeconds: 30}});

    reply.hijack();
    const response = reply.raw;
    perPrincipal.set(key, others + 1);
    open.add(response);
    metrics.listeners.inc();
    const untilExpiry = (principal.expiresAt?.getTime() ?? Infinity) - Date.now();
    const expiry = untilExpiry < 2 ** 31 ? setTimeout(() => response.end(), untilExpiry) : undefined;
    response.once('close', () => {
      clearTimeout(expiry);
      open.delete(response);
      metrics.listeners.dec();
      const left = (perPrincipal.get(key) ?? 1) - 1;
      if (left > 0) perPrincipal.set(key, left);
      else perPrincipal.delete(key);
    });

    response.writeHead(200, {
      ...reply.getHeaders(),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    } as Record<string, string>);
    response.flushHeaders();
    await streamEvents(response, outbox, feed, {
      principal,
      after,
      bufferBytes: limits.listenerBufferBytes,
      onDropped: () => metrics.droppedListeners.inc(),
    }).catch((error: unknown) => request.log.error({err: error}, 'an event stream failed'));
  }

  return {
    register(app) {
      app.get('/v1/events', {config: {routeName: 'events'}}, listen);
    },
    close() {
      clearInterval(heart);
      for (const response of open) response.end();
    },
  };
}

/** @throws TbError TB_CONTRACT_INVALID */
function lastEventId(header: string | string[] | undefined): number | undefined {
  if (header === undefined || header === '') return undefined;
  const position = typeof header === 'string' && /^\d{1,15}$/.test(header) ? Number(header) : undefined;
  if (position === undefined) throw new TbError('TB_CONTRACT_INVALID', {details: {at: 'Last-Event-ID'}});
  return position;
}
