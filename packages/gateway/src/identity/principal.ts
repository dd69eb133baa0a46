import type {Loa, Role} from '@tongban/domain/acts/actor.js';
import type {Region6} from '@tongban/domain/primitives.js';

/** Who sent a request, once token and proof have been checked. Ids are subjects and staff codes, never names or document numbers. */
export type Principal =
  | {
      readonly kind: 'person';
      /** Id of the row in `people` of this gateway's tenant. */
      readonly id: string;
      readonly userType: 'person' | 'corp';
      readonly loa: Loa;
      readonly homeRegion: Region6;
    }
  | {
      readonly kind: 'staff';
      readonly id: string;
      readonly region: Region6;
      readonly office: string;
      readonly roles: readonly Role[];
      /** Set when another gateway speaks for its member of staff (RFC 8693 `act`): that gateway's region. */
      readonly through?: Region6;
    }
  | {
      /** Another province's gateway speaking for itself. */
      readonly kind: 'gateway';
      readonly id: string;
      readonly region: Region6;
    };

/** A principal as one request proved it; `expiresAt` is when its token ends, where that is known. */
export type Authenticated = Principal & {readonly expiresAt?: Date};

/** Checks `Authorization: DPoP` and the `DPoP` proof of one request. */
export interface Authenticator {
  /**
   * @returns who it is, or undefined when the request carries no token.
   * @throws TB_SIGN_IN_EXPIRED, TB_PROOF_INVALID, TB_PROOF_REPLAYED
   */
  authenticate(request: {method: string; url: string; headers: Record<string, string | string[] | undefined>}): Promise<Authenticated | undefined>;
}

/** Tokens this gateway uses at other gateways. */
export interface PeerTokens {
  /** Headers for one request to a peer, as this gateway or for one of its people (exchanged token, at most 60 s, bound to this gateway's key). */
  headersFor(request: {method: string; url: string; peer: Region6; onBehalfOf?: Principal}): Promise<Record<string, string>>;
}
