import {TbError} from '@tongban/domain/errors.js';
import type {Region6} from '@tongban/domain/primitives.js';
import {errors, type Provider} from 'oidc-provider';
import {buildTokenResponse, checkDpopReplay, validateDpop} from 'oidc-provider/lib/helpers/grants.js';
import {accountOf} from './account.js';
import {provinceOfClient, TOKEN_EXCHANGE} from './clients.js';
import type {Party} from './party.js';
import type {PayloadStore} from './payload-store.js';
import {readSubjectToken, type Subject} from './subject-token.js';
import type {RemoteIssuer} from './remote-issuer.js';

const JWT = 'urn:ietf:params:oauth:token-type:jwt';
const ACCESS_TOKEN = 'urn:ietf:params:oauth:token-type:access_token';
const MOST_SECONDS = 60;

export interface ExchangeOptions {
  readonly store: PayloadStore;
  readonly peer: (province: Region6) => RemoteIssuer | undefined;
  readonly hub: RemoteIssuer;
  /** Keeps what a peer says of a person it acts for. */
  readonly receive: (party: Party, from: Region6) => Promise<void>;
}

/**
 * Token exchange between gateways (RFC 8693), the one protocol piece written here.
 *
 *     POST /oidc/token                                  DPoP: proof by the asking gateway's key
 *     grant_type=urn:ietf:params:oauth:grant-type:token-exchange
 *     client_assertion=<private_key_jwt of gateway-320000>      the actor: who authenticates here is who acts
 *     subject_token=<JWT signed by gateway-320000, aud = our issuer, exp ≤ 60 s, jti used once>
 *     subject_token_type=urn:ietf:params:oauth:token-type:jwt
 *
 *     {"access_token": "…", "issued_token_type": "…:access_token", "token_type": "DPoP", "expires_in": 60}
 *
 * The token lives at most as long as the subject token, at most 60 s, and works only with proofs by the key that asked. Vectors:
 * test/gateway/identity/exchange-grant.node.test.ts
 */
export function registerExchangeGrant(provider: Provider, {store, peer, hub, receive}: ExchangeOptions): void {
  provider.registerGrantType<{subject_token?: string; subject_token_type?: string; requested_token_type?: string; actor_token?: string}>(
    TOKEN_EXCHANGE,
    async (ctx) => {
      const {client, params} = ctx.oidc;
      const dpop = await validateDpop(provider, ctx);
      if (!dpop) throw new errors.InvalidRequest('a DPoP proof is needed');
      await checkDpopReplay(provider, ctx, dpop, client.clientId);
      if (params.subject_token_type !== JWT) throw new errors.InvalidRequest('subject_token_type must be a jwt');
      if (params.requested_token_type !== undefined && params.requested_token_type !== ACCESS_TOKEN) throw new errors.InvalidRequest('only access tokens are issued');
      if (params.actor_token !== undefined) throw new errors.InvalidRequest('the actor is the client');

      const province = provinceOfClient(client.clientId);
      const issuer = province === undefined ? undefined : peer(province);
      if (province === undefined || issuer === undefined) throw new errors.InvalidClient('not a peer');
      const subject = await read(params.subject_token ?? '', {self: provider.issuer, peer: issuer, province, hub});
      await useOnce(store, province, subject);
      if (subject.party) await receive(subject.party, province);

      const {AccessToken} = provider;
      const seconds = Math.min(MOST_SECONDS, subject.expiresAt - Math.floor(Date.now() / 1000));
      const token = new AccessToken({
        accountId: accountOf(subject.principal)!,
        client,
        gty: 'token_exchange',
        expiresIn: seconds,
        extra: {principal: subject.principal, act: {sub: client.clientId}},
      } as never);
      token.setThumbprint('jkt', dpop.thumbprint);
      ctx.body = buildTokenResponse(provider, {accessToken: await token.save(), issuedTokenType: ACCESS_TOKEN, tokenType: 'DPoP', expiresIn: seconds});
    },
    ['subject_token', 'subject_token_type', 'requested_token_type', 'actor_token'],
  );
}

async function read(token: string, options: Parameters<typeof readSubjectToken>[1]): Promise<Subject> {
  try {
    return await readSubjectToken(token, options);
  } catch (cause) {
    throw cause instanceof TbError ? new errors.InvalidGrant('the subject token is not valid') : cause;
  }
}

async function useOnce(store: PayloadStore, province: Region6, {jti, expiresAt}: Subject): Promise<void> {
  const isFirst = await store.add({kind: 'SubjectToken', id: `${province}.${jti}`, value: {}, expiresAt: (expiresAt + 60) * 1000});
  if (!isFirst) throw new errors.InvalidGrant('the subject token was used before');
}
