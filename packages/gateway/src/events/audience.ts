import type {Case} from '@tongban/domain/case/case.js';
import type {Region6} from '@tongban/domain/primitives.js';
import {isWithin} from '@tongban/domain/regions/region-within.js';
import type {Principal} from '../identity/principal.js';

/** Who a hint is for. */
export interface Audience {
  /** Subjects: the applicant, the agent. */
  readonly people: readonly string[];
  /** Regions whose staff take part. */
  readonly regions: readonly Region6[];
  /** Whether other gateways are told, for those of these who watch from there. */
  readonly isForPeers: boolean;
}

export function audienceOf({partyId, agent, homeRegion, windowRegion, heldBy, parts}: Pick<Case, 'partyId' | 'agent' | 'homeRegion' | 'windowRegion' | 'heldBy' | 'parts'>): Audience {
  const regions = [homeRegion, windowRegion, heldBy, ...parts.map(({region}) => region)];
  return {
    people: [partyId, ...(agent ? [agent.id] : [])],
    regions: [...new Set(regions.filter((region) => region !== undefined))],
    isForPeers: true,
  };
}

/** Staff hear of their own region's cases and of those in regions below it. */
export function isFor(audience: Audience, principal: Principal): boolean {
  switch (principal.kind) {
    case 'person':
      return audience.people.includes(principal.id);
    case 'staff':
      return audience.regions.some((region) => isWithin(principal.region, region) || isWithin(region, principal.region));
    case 'gateway':
      return false;
  }
}
