import type {Authenticated} from '../identity/principal.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sent it, once that has been checked. */
    principal: Authenticated | undefined;
    /** The case it was about, for the audit log. */
    aboutCase: string | undefined;
    /** What it ended in: 'ok' or an error code. */
    resultCode: string;
  }

  interface FastifyContextConfig {
    /** Name in logs, audit and metrics: never a path with numbers in it. */
    routeName?: string;
    /** Nobody signs in for this one: health, metrics, documents. */
    isPublic?: boolean;
  }
}

/** Set by a gateway on what it passes on for somebody: its province. Whoever gets it answers from what they hold and asks nobody else. */
export const RELAYED_HEADER = 'tongban-relayed-by';
