import rateLimit from '@fastify/rate-limit';
import {TbError} from '@tongban/domain/errors.js';
import type {FastifyInstance, FastifyRequest} from 'fastify';
import type {Limits} from '../config.js';

export interface RateLimits {
  /** Before anything is looked at: one address. */
  ofAddress(request: FastifyRequest): Promise<void>;
  /** Once it is known who asks. */
  ofPrincipal(request: FastifyRequest): Promise<void>;
}

/** Counts requests per minute in this process. @throws TbError TB_RATE_LIMITED with `details.retryAfterSeconds` */
export async function rateLimits(app: FastifyInstance, limits: Limits): Promise<RateLimits> {
  await app.register(rateLimit, {global: false});
  const counted = (max: number, keyGenerator: (request: FastifyRequest) => string) => {
    const count = app.createRateLimit({max, timeWindow: 60_000, keyGenerator});
    return async (request: FastifyRequest) => {
      const answer = await count(request);
      if (!answer.isAllowed && answer.isExceeded) {
        throw new TbError('TB_RATE_LIMITED', {details: {retryAfterSeconds: Math.max(1, answer.ttlInSeconds)}});
      }
    };
  };
  return {
    ofAddress: counted(limits.perAddress, ({ip}) => ip),
    ofPrincipal: counted(limits.perPrincipal, ({principal, ip}) => (principal ? `${principal.kind} ${principal.id}` : ip)),
  };
}
