import {Loa} from '@tongban/domain/acts/actor.js';
import {parse} from '@tongban/domain/parse.js';
import {Region6} from '@tongban/domain/primitives.js';
import * as v from 'valibot';

const Claims = v.object({
  sub: v.string(),
  acr: v.optional(v.string()),
  user_type: v.picklist(['person', 'corp', 'staff']),
  home_region: Region6,
});

/** Who the ID token says has signed in: no name and no number. */
export interface SignedInAs {
  readonly id: string;
  readonly userType: 'person' | 'corp' | 'staff';
  readonly loa: Loa;
  readonly homeRegion: Region6;
}

/** @throws TB_SIGN_IN_FAILED */
export function signedInAs(claims: unknown): SignedInAs {
  const {sub, acr, user_type: userType, home_region: homeRegion} = parse(Claims, claims, 'TB_SIGN_IN_FAILED');
  const loa = v.safeParse(Loa, Number(acr));
  return {id: sub.replace(/^staff:/, ''), userType, loa: loa.success ? loa.output : 1, homeRegion};
}
