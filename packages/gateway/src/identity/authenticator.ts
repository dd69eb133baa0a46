import {createHash} from 'node:crypto';
import {TbError} from '@tongban/domain/errors.js';
import type {Db} from '../database/database.js';
import {gatewayClient, provinceOfClient} from './clients.js';
import type {PayloadStore} from './payload-store.js';
import type {Authenticator, Principal} from './principal.js';
import {checkProof, PROOF_WINDOW_SECONDS} from './proof.js';

const KINDS = ['AccessToken', 'StaffAccessToken', 'ClientCredentials'];

/**
 * Finds out who sent a request. Tokens are opaque and looked up each time together with the session they hang on: a sign-out holds
 * for the very next request, in every process.
 */
export function authenticator({db, store, origin}: {db: Db; store: PayloadStore; origin: string}): Authenticator {
  return {
    async authenticate({method, url, headers}) {
      const token = tokenOf(one(headers.authorization));
      if (token === undefined) return undefined;
      const {pathname} = new URL(url, origin); // Behind a proxy the address we see is not the one that was signed: only its path is.
      const proof = await checkProof(one(headers.dpop) ?? '', {method, url: origin + pathname, token});
      const {bound, principal, expiresAt} = await holderOf(store, token);
      if (bound !== proof.thumbprint) throw new TbError('TB_PROOF_INVALID');
      await useOnce(db, `${proof.thumbprint}.${proof.jti}`);
      return {...principal, ...(expiresAt && {expiresAt})};
    },
  };
}

/** @throws TB_SIGN_IN_EXPIRED when the token is unknown, expired, or its session has ended */
async function holderOf(store: PayloadStore, value: string): Promise<{bound: unknown; principal: Principal; expiresAt: Date | undefined}> {
  const found = await store.tokenWithSession(KINDS, value);
  const principal = found && (found.kind === 'ClientCredentials' ? gatewayPrincipal(found.token.clientId) : (found.token.extra as {principal?: Principal} | undefined)?.principal);
  if (!found || !principal || !isLive(found.token, found.session)) throw new TbError('TB_SIGN_IN_EXPIRED');
  const {jkt, exp} = found.token; // exp: seconds since 1970, as in a JWT
  return {bound: jkt, principal, expiresAt: typeof exp === 'number' ? new Date(exp * 1000) : undefined};
}

function isLive(token: Record<string, unknown>, session: Record<string, unknown> | undefined): boolean {
  if (token.expiresWithSession !== true) return true;
  const authorizations = session?.authorizations as Record<string, {grantId?: string} | undefined> | undefined;
  return session?.accountId === token.accountId && authorizations?.[String(token.clientId)]?.grantId === token.grantId;
}

function gatewayPrincipal(clientId: unknown): Principal | undefined {
  const region = provinceOfClient(String(clientId));
  return region === undefined ? undefined : {kind: 'gateway', id: gatewayClient(region), region};
}

/** A bearer token is refused like a bad proof: ours are bound to keys. */
function tokenOf(authorization: string | undefined): string | undefined {
  if (authorization === undefined) return undefined;
  const [, token] = /^DPoP ([\w.~+/-]{20,2000}=*)$/i.exec(authorization) ?? [];
  if (token === undefined) throw new TbError('TB_PROOF_INVALID');
  return token;
}

const one = (header: string | string[] | undefined) => (Array.isArray(header) ? header.join(',') : header);

/** @throws TB_PROOF_REPLAYED */
async function useOnce(db: Db, proof: string): Promise<void> {
  const jti = createHash('sha256').update(proof).digest('base64url');
  const fresh = await db
    .insertInto('proofs_seen')
    .values({jti, expires_at: new Date(Date.now() + 2 * PROOF_WINDOW_SECONDS * 1000)})
    .onConflict((conflict) => conflict.column('jti').doNothing())
    .returning('jti')
    .execute();
  if (fresh.length === 0) throw new TbError('TB_PROOF_REPLAYED');
}
