import {TbError} from '@tongban/domain/errors.js';
import {Loa, Role} from '@tongban/domain/acts/actor.js';
import {Region6, text} from '@tongban/domain/primitives.js';
import {jwtVerify} from 'jose';
import * as v from 'valibot';
import {gatewayClient} from './clients.js';
import type {GatewayKey} from './gateway-key.js';
import {Party} from './party.js';
import type {Principal} from './principal.js';
import {isSubjectOf, provinceOf} from './provinces.js';
import type {RemoteIssuer} from './remote-issuer.js';

const TYPE = 'tongban-subject+jwt';
const MOST_SECONDS = 60;

/** For whom a gateway asks a token of another gateway. Lives in request bodies between servers only. */
const Claims = v.object({
  iss: v.string(),
  sub: text(80),
  aud: v.string(),
  iat: v.number(),
  exp: v.number(),
  jti: text(80),
  subject: v.variant('kind', [
    v.strictObject({kind: v.literal('person'), userType: v.picklist(['person', 'corp']), loa: Loa, homeRegion: Region6}),
    v.strictObject({kind: v.literal('staff'), region: Region6, office: text(100), roles: v.array(Role)}),
  ]),
  /** The hub's ID token for this person at that gateway: needed for a person of a third province. */
  hub_id_token: v.optional(v.string()),
  /** Sent with writing requests only, for the receiver has to name the applicant on its papers. */
  party: v.optional(Party),
});

export interface Subject {
  readonly principal: Principal;
  readonly party?: Party;
  readonly jti: string;
  /** Seconds since 1970. */
  readonly expiresAt: number;
}

export async function makeSubjectToken(key: GatewayKey, {from, to, principal, hubIdToken, party}: {from: string; to: string; principal: Exclude<Principal, {kind: 'gateway'}>; hubIdToken?: string; party?: Party}): Promise<string> {
  const subject =
    principal.kind === 'person'
      ? {kind: 'person', userType: principal.userType, loa: principal.loa, homeRegion: principal.homeRegion}
      : {kind: 'staff', region: principal.region, office: principal.office, roles: principal.roles};
  return key.sign({iss: from, sub: principal.id, aud: to, subject, hub_id_token: hubIdToken, party}, {typ: TYPE});
}

/**
 * Reads what a peer signed. The peer may speak for its own people and staff; for a person of a third province only with the hub's
 * word that this person signed in there.
 *
 * @throws TB_FORBIDDEN whatever is wrong with it
 */
export async function readSubjectToken(token: string, {self, peer, province, hub}: {self: string; peer: RemoteIssuer; province: Region6; hub: RemoteIssuer}): Promise<Subject> {
  try {
    const {payload} = await jwtVerify(token, peer.keys, {issuer: peer.issuer, audience: self, typ: TYPE, algorithms: ['ES256'], maxTokenAge: MOST_SECONDS, clockTolerance: 5});
    const {sub, subject, party, jti, iat, exp, hub_id_token} = v.parse(Claims, payload);
    if (exp - iat > MOST_SECONDS || (party && party.person.id !== sub)) throw new TbError('TB_FORBIDDEN');
    const home = provinceOf(subject.kind === 'staff' ? subject.region : subject.homeRegion);
    const isItsOwn = home === province && isSubjectOf(province, sub);
    if (!isItsOwn) await requireHubWord(hub_id_token, {sub, home, province, hub, isStaff: subject.kind === 'staff'});
    const principal: Principal = subject.kind === 'staff' ? {...subject, id: sub, through: province} : {...subject, id: sub};
    return {principal, party, jti, expiresAt: exp};
  } catch (cause) {
    throw cause instanceof TbError ? cause : new TbError('TB_FORBIDDEN', {cause});
  }
}

async function requireHubWord(idToken: string | undefined, {sub, home, province, hub, isStaff}: {sub: string; home: Region6; province: Region6; hub: RemoteIssuer; isStaff: boolean}): Promise<void> {
  if (isStaff || idToken === undefined || !isSubjectOf(home, sub)) throw new TbError('TB_FORBIDDEN');
  await jwtVerify(idToken, hub.keys, {issuer: hub.issuer, audience: gatewayClient(province), subject: sub, algorithms: ['ES256'], clockTolerance: 5});
}
