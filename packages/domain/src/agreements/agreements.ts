import type {Power} from '../acts/actor.js';
import type {Agreement} from './agreement.js';
import type {LocalDate, Region6} from '../primitives.js';
import {isWithin} from '../regions/region-within.js';

/** What a window wants to do for another region's office, and when. */
export interface PowerWish {
  readonly kind: Agreement['kind'];
  readonly power: Power;
  /** 12-digit catalogue code. */
  readonly catalogCode: string;
  /** Region of the member of staff who acts. */
  readonly windowRegion: Region6;
  readonly homeRegion: Region6;
  readonly on: LocalDate;
}

/** Why no agreement gives the power, from the farthest to the nearest miss. */
export type PowerMiss = 'agreement' | 'item' | 'date' | 'power';

export type PowerAnswer = {readonly ok: true; readonly agreement: Agreement} | {readonly ok: false; readonly why: PowerMiss};

/** Both ends of the validity count; the day of revocation does not any more. */
export function isAgreementInForce({validFrom, validTo, revokedOn}: Agreement, on: LocalDate): boolean {
  return validFrom <= on && (validTo === null || on <= validTo) && (revokedOn === undefined || on < revokedOn);
}

/**
 * The agreement that gives a window a power for an item of a home (授权信任机制, domain.md §9), or the nearest miss in words for a
 * screen: none between the two regions, item not listed, not in force, power not given. The newest of several wins.
 */
export function powerFor(agreements: readonly Agreement[], wish: PowerWish): PowerAnswer {
  const between = agreements.filter(
    ({kind, window, home}) => kind === wish.kind && isWithin(wish.windowRegion, window.region) && isWithin(wish.homeRegion, home.region),
  );
  if (between.length === 0) return {ok: false, why: 'agreement'};
  const listed = between.filter(({items}) => items.includes(wish.catalogCode));
  if (listed.length === 0) return {ok: false, why: 'item'};
  const inForce = listed.filter((agreement) => isAgreementInForce(agreement, wish.on));
  if (inForce.length === 0) return {ok: false, why: 'date'};
  const giving = inForce.filter(({powers}) => powers.includes(wish.power));
  const [newest] = giving.sort((a, b) => compare(b.validFrom, a.validFrom) || compare(a.id, b.id));
  return newest ? {ok: true, agreement: newest} : {ok: false, why: 'power'};
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
