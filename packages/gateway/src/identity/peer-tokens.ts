import {TbError} from '@tongban/domain/errors.js';
import type {Region6} from '@tongban/domain/primitives.js';
import * as v from 'valibot';
import {gatewayClient, TOKEN_EXCHANGE} from './clients.js';
import type {GatewayKey} from './gateway-key.js';
import type {Party} from './party.js';
import type {PeerTokens, Principal} from './principal.js';
import {reached, type RemoteIssuer} from './remote-issuer.js';
import {makeSubjectToken} from './subject-token.js';

type Subject = Exclude<Principal, {kind: 'gateway'}>;

export interface PeerTokensOptions {
  readonly own: Region6;
  readonly issuer: string;
  readonly key: GatewayKey;
  readonly fetch: typeof fetch;
  readonly peer: (province: Region6) => RemoteIssuer | undefined;
  /** What a writing request has to tell the peer about a person. */
  readonly party: (personId: string) => Promise<Party | undefined>;
  readonly hubIdToken: (personId: string) => Promise<string | undefined>;
}

const Answer = v.object({access_token: v.string(), token_type: v.literal('DPoP'), expires_in: v.number()});

/** A token is renewed this long before it ends, so that a request never arrives with a dead one. */
const SPARE_MS = 10_000;
const ANSWER_WITHIN_MS = 5_000;

/** Tokens for other gateways: asked for when needed, shared by the requests of one person, gone within a minute. */
export function peerTokens(options: PeerTokensOptions): PeerTokens {
  const {own, key, fetch} = options;
  const held = new Map<string, {token: Promise<string>; until: number}>();

  async function ask(remote: RemoteIssuer, grant: Record<string, string>): Promise<{token: string; until: number}> {
    const {token_endpoint: url} = await remote.metadata();
    const clientId = gatewayClient(own);
    const body = new URLSearchParams({
      ...grant,
      client_id: clientId,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await key.assertion(clientId, remote.issuer),
    });
    const headers = {'content-type': 'application/x-www-form-urlencoded', dpop: await key.proof({method: 'POST', url})};
    const response = await reached(fetch(url, {method: 'POST', headers, body: body.toString(), signal: AbortSignal.timeout(ANSWER_WITHIN_MS)}));
    const answer = v.safeParse(Answer, await response.json().catch(() => undefined));
    if (!response.ok || !answer.success) throw new TbError(response.status >= 500 ? 'TB_GATEWAY' : 'TB_FORBIDDEN', {details: {status: response.status}});
    return {token: answer.output.access_token, until: Date.now() + answer.output.expires_in * 1000 - SPARE_MS};
  }

  async function exchange(remote: RemoteIssuer, principal: Subject, withParty: boolean): Promise<{token: string; until: number}> {
    const isPerson = principal.kind === 'person';
    const subjectToken = await makeSubjectToken(key, {
      from: options.issuer,
      to: remote.issuer,
      principal,
      hubIdToken: isPerson ? await options.hubIdToken(principal.id) : undefined,
      party: isPerson && withParty ? await options.party(principal.id) : undefined,
    });
    return ask(remote, {grant_type: TOKEN_EXCHANGE, subject_token: subjectToken, subject_token_type: 'urn:ietf:params:oauth:token-type:jwt'});
  }

  function tokenFor(name: string, get: () => Promise<{token: string; until: number}>): Promise<string> {
    const known = held.get(name);
    if (known && Date.now() < known.until) return known.token;
    for (const [other, {until}] of held) if (Date.now() >= until) held.delete(other);
    const asked = get();
    const entry = {token: asked.then(({token}) => token), until: Date.now() + ANSWER_WITHIN_MS};
    held.set(name, entry);
    asked.then(({until}) => (entry.until = until), () => held.delete(name));
    return entry.token;
  }

  return {
    async headersFor({method, url, peer, onBehalfOf}) {
      const remote = options.peer(peer);
      if (!remote) throw new TbError('TB_REGION_UNKNOWN', {details: {region: peer}});
      const token = await (onBehalfOf === undefined || onBehalfOf.kind === 'gateway'
        ? tokenFor(peer, () => ask(remote, {grant_type: 'client_credentials'}))
        : tokenFor(JSON.stringify([peer, method !== 'GET', onBehalfOf]), () => exchange(remote, onBehalfOf, method !== 'GET')));
      return {authorization: `DPoP ${token}`, dpop: await key.proof({method, url, token})};
    },
  };
}
