import type {ActContext} from '../acts/act-context.js';
import {powerFor} from '../agreements/agreements.js';
import type {Case} from './case.js';
import {localDateOf} from '../time/civil-date.js';
import {delegationFor} from '../people/delegations.js';
import {isWithin} from '../regions/region-within.js';

/**
 * Whether somebody may open a case: its applicant, an agent whose delegation covers asking, the deciding office, the window that
 * holds or was named for it, the office of one of its parts, or, while nobody has received it, any window that could.
 */
export function mayRead(file: Case, {actor, at, agreements, delegations = []}: Pick<ActContext, 'actor' | 'at' | 'agreements' | 'delegations'>): boolean {
  const {partyId, catalogCode, homeRegion, mode} = file;
  const on = localDateOf(at);
  switch (actor.kind) {
    case 'system':
      return true;
    case 'applicant':
      return actor.id === partyId;
    case 'agent':
      return delegationFor(delegations, {id: actor.delegationId, grantorId: partyId, granteeId: actor.id, action: 'query', catalogCode, on}).ok;
    case 'staff': {
      const places = [homeRegion, file.windowRegion, file.heldBy, ...file.parts.map(({region}) => region)];
      if (places.some((place) => place !== undefined && isWithin(actor.region, place))) return true;
      if (file.heldBy !== undefined || (mode !== 'agent' && mode !== 'joint')) return false;
      return powerFor(agreements, {kind: mode, power: 'receive', catalogCode, windowRegion: actor.region, homeRegion, on}).ok;
    }
  }
}
