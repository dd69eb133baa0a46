import {TbError} from '@tongban/domain/errors.js';
import {jwtVerify} from 'jose';
import * as v from 'valibot';
import type {GatewayKey} from './gateway-key.js';
import type {PayloadStore} from './payload-store.js';
import type {RemoteIssuer} from './remote-issuer.js';

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
const TYPE = 'logout+jwt';
const ANSWER_WITHIN_MS = 4_000;

export const backchannelUri = (issuer: string): string => `${issuer}/backchannel-logout`;

/**
 * Tells another server that a person has signed out (OpenID Connect Back-Channel Logout 1.0). Everything the person has there ends,
 * not one session: on a shared computer the person cannot know which sessions there are.
 *
 * @returns whether it was told, in this one attempt
 */
export async function tellSignedOut({key, fetch, from, to, person}: {key: GatewayKey; fetch: typeof globalThis.fetch; from: string; to: string; person: string}): Promise<boolean> {
  try {
    const notice = await key.sign({iss: from, aud: to, sub: person, events: {[EVENT]: {}}}, {typ: TYPE});
    const response = await fetch(backchannelUri(to), {
      method: 'POST',
      headers: {'content-type': 'application/x-www-form-urlencoded'},
      body: new URLSearchParams({logout_token: notice}).toString(),
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    return response.ok;
  } catch {
    return false;
  }
}

const Notice = v.object({sub: v.string(), jti: v.string(), exp: v.number(), events: v.object({[EVENT]: v.object({})}), nonce: v.optional(v.undefined())});

/**
 * Reads such a notice, once.
 *
 * @throws TB_FORBIDDEN
 */
export async function readSignedOut(token: string, {store, self, from}: {store: PayloadStore; self: string; from: RemoteIssuer}): Promise<string> {
  try {
    const {payload} = await jwtVerify(token, from.keys, {issuer: from.issuer, audience: self, typ: TYPE, algorithms: ['ES256'], maxTokenAge: 120, clockTolerance: 5});
    const {sub, jti, exp} = v.parse(Notice, payload);
    if (!(await store.add({kind: 'LogoutNotice', id: `${from.issuer} ${jti}`, value: {}, expiresAt: (exp + 60) * 1000}))) throw new TbError('TB_FORBIDDEN');
    return sub;
  } catch (cause) {
    throw cause instanceof TbError ? cause : new TbError('TB_FORBIDDEN', {cause});
  }
}
