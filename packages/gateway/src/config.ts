import type {Agreement} from '@tongban/domain/agreements/agreement.js';
import type {CalendarFeed} from '@tongban/domain/time/calendar.js';
import type {Delegation} from '@tongban/domain/people/delegation.js';
import type {Guide} from '@tongban/domain/guide/guide.js';
import type {Publication} from '@tongban/domain/guide/publication.js';
import type {Region6} from '@tongban/domain/primitives.js';
import type {RatingLevel} from '@tongban/domain/rating/rating.js';
import type {RegionsData} from '@tongban/domain/regions/regions.js';
import type {Database} from './database/database.js';
import type {LogConfig} from './http/logging.js';
import type {OpenCashier} from './payments/cashier.js';
import type {PersonRecord, StaffRecord} from './people/person-record.js';

/** What a province brings along: its own lists, and the register it would ask in real life. */
export interface Seeds {
  readonly guides: readonly Guide[];
  readonly agreements: readonly Agreement[];
  /** Everyone the register knows; only those at home in this province sign in here. */
  readonly people: readonly PersonRecord[];
  readonly staff: readonly StaffRecord[];
  readonly delegations: readonly Delegation[];
  readonly holidays: CalendarFeed;
  readonly regions: RegionsData;
  readonly ratingTags: {readonly version: string; readonly levels: readonly RatingLevel[]};
}

export interface Limits {
  /** One file. */
  readonly uploadBytes: number;
  /** Files of one person that no case has taken yet, together. */
  readonly uploadBytesPerPerson: number;
  /** One JSON body. */
  readonly bodyBytes: number;
  /** Requests a minute by one signed-in person. */
  readonly perPrincipal: number;
  /** Requests a minute from one address: a hall of windows shares one. */
  readonly perAddress: number;
  /** Open event streams of one person. */
  readonly listenersPerPrincipal: number;
  /** Bytes an event stream may lag behind before it is dropped. */
  readonly listenerBufferBytes: number;
}

export const defaultLimits: Limits = {
  uploadBytes: 50 * 1024 ** 2,
  uploadBytesPerPerson: 500 * 1024 ** 2,
  bodyBytes: 1024 ** 2,
  perPrincipal: 600,
  perAddress: 6_000,
  listenersPerPrincipal: 8,
  listenerBufferBytes: 256 * 1024,
};

export interface GatewayConfig {
  /** The province, as 6 digits: 310000. */
  readonly region: Region6;
  readonly name: string;
  /** `http://gateway.shanghai.localhost:8080` */
  readonly origin: string;
  /** Pages that may call this gateway from a browser, exactly. */
  readonly pageOrigins: readonly string[];
  /** Pages a sign-in may come back to, whole addresses; the root of each page origin always may. */
  readonly callbacks?: readonly string[];
  /** Pages of this province's portal that papers and QR codes lead to; by default its first page origin. */
  readonly pages?: {
    /** How a case stands. The number says nothing of a person. */
    progress?(caseNo: string): string;
    rating?(ticket: string): string;
  };
  readonly hubOrigin: string;
  /** The province's payment platform; without it fees are paid at windows only. */
  readonly cashier?: OpenCashier;
  /** Gateways of the other provinces by province code. */
  readonly peers: Readonly<Record<Region6, string>>;
  readonly database: Database;
  /** Where uploads are kept; several processes share it. */
  readonly uploadDir: string;
  /** Civil time. Tokens and their expiry use the computer's own clock. */
  readonly now: () => Date;
  readonly fetch: typeof fetch;
  readonly seeds: Seeds;
  /** Where this province's item list is published, and the keys it is signed with. */
  readonly catalogue: Pick<Publication, 'base' | 'keys'>;
  readonly limits?: Partial<Limits>;
  /** Silent without it. */
  readonly log?: LogConfig;
  /** Reads the address of a request from `X-Forwarded-For`, behind a proxy that sets it. */
  readonly trustProxy?: boolean;
}
