import cors from '@fastify/cors';
import {TbError} from '@tongban/domain/errors.js';
import type {FastifyInstance} from 'fastify';

/**
 * Lets in the pages on the list and nobody else who says where they come from. A request without Origin is no page's: other
 * gateways and tools send none, and it carries no cookie that could be abused.
 */
export async function admitOrigins(app: FastifyInstance, pageOrigins: readonly string[], ownOrigin: string): Promise<void> {
  const admitted = new Set([...pageOrigins, ownOrigin]);
  app.addHook('onRequest', (request, _reply, done) => {
    const {origin} = request.headers;
    done(origin === undefined || admitted.has(origin) ? undefined : new TbError('TB_ORIGIN_FOREIGN'));
  });
  await app.register(cors, {
    origin: [...admitted],
    methods: ['GET', 'POST', 'HEAD', 'PATCH', 'DELETE'],
    allowedHeaders: [
      'Accept-Language', 'Authorization', 'Content-Type', 'DPoP', 'Idempotency-Key', 'If-Match', 'If-None-Match', 'Last-Event-ID',
      'Tus-Resumable', 'Upload-Length', 'Upload-Metadata', 'Upload-Offset',
    ],
    exposedHeaders: [
      'DPoP-Nonce', 'ETag', 'Location', 'Retry-After', 'WWW-Authenticate',
      'Tus-Resumable', 'Upload-Expires', 'Upload-Length', 'Upload-Metadata', 'Upload-Offset',
    ],
    maxAge: 600,
    strictPreflight: false,
  });
}
