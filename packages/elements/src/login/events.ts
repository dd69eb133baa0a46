import type {Loa} from '@tongban/domain/acts/actor.js';
import type {Region6} from '@tongban/domain/primitives.js';

/** Somebody is signed in: now, or already when the page opened. Tells a host page nothing personal. */
export class TbSignedIn extends Event {
  readonly userType: 'person' | 'corp' | 'staff';
  /** Level of assurance; absent for staff. */
  readonly loa: Loa | undefined;
  readonly homeRegion: Region6 | undefined;

  constructor({userType, loa, homeRegion}: {userType: 'person' | 'corp' | 'staff'; loa?: Loa; homeRegion?: Region6}) {
    super('tb-signed-in', {bubbles: true, composed: true});
    this.userType = userType;
    this.loa = loa;
    this.homeRegion = homeRegion;
  }
}

/** Nobody is signed in any more. */
export class TbSignedOut extends Event {
  /** Whether the sign-in ran out by itself. */
  readonly expired: boolean;

  constructor(expired: boolean) {
    super('tb-signed-out', {bubbles: true, composed: true});
    this.expired = expired;
  }
}

declare global {
  interface HTMLElementEventMap {
    'tb-signed-in': TbSignedIn;
    'tb-signed-out': TbSignedOut;
  }
}
