import {mkdir} from 'node:fs/promises';
import type {IncomingMessage, ServerResponse} from 'node:http';
import {assemble} from './assemble.js';
import type {GatewayConfig} from './config.js';
import {createIdentity} from './identity/identity.js';
import {register, seedRegister} from './people/register.js';

/** One province's gateway, for whatever server hands it its requests. */
export interface Gateway {
  handle(request: IncomingMessage, response: ServerResponse): void;
  close(): Promise<void>;
}

/**
 * Opens a province's gateway: its tenant in the database, its identity provider, its API. Several processes may open the same one
 * on one PostgreSQL.
 *
 * @throws TbError TB_LIMIT_ORDER, TB_WHEN_UNKNOWN for a guide it must not serve
 */
export async function createGateway(config: GatewayConfig): Promise<Gateway> {
  const {region, origin, pageOrigins, callbacks, hubOrigin, peers, fetch, now} = config;
  const db = await config.database.tenant(region);
  await mkdir(config.uploadDir, {recursive: true});
  await seedRegister(db, config.seeds, region, now());
  const people = register(db, region, now);
  const identity = await createIdentity({region, origin, pageOrigins, hubOrigin, peers, db, register: people, fetch, ...(callbacks && {callbacks})});
  const api = await assemble({config, db, register: people, authenticator: identity.authenticator, peerTokens: identity.peerTokens});
  const stop = identity.onSignedOut((id) => void api.endStreamsOf(id));

  return {
    handle(request, response) {
      const signingIn = identity.handle(request, response);
      if (!signingIn) api.handle(request, response);
      else signingIn.catch((error: unknown) => api.fail(error, response));
    },
    async close() {
      stop();
      identity.close();
      await api.close();
    },
  };
}
