import type {RouteName, Routes} from '@tongban/gateway-api/routes.js';
import type {Route} from '@tongban/gateway-api/route.js';
import type * as v from 'valibot';
import type {Principal} from '../identity/principal.js';

type Parsed<R extends Route, K extends 'params' | 'query' | 'body'> = R[K] extends v.GenericSchema ? v.InferOutput<R[K]> : undefined;

type Person = Extract<Principal, {kind: 'person'}>;
type Staff = Extract<Principal, {kind: 'staff'}>;

interface CallerKinds {
  anyone: Principal | undefined;
  applicant: Person;
  staff: Staff;
  signedIn: Person | Staff;
  gateway: Extract<Principal, {kind: 'gateway'}>;
}

/** A command as the wire carried it: for applying it once, and for the receipt. */
export interface CommandKey {
  readonly key: string;
  /** Hash over route, path and body: the same key with another fingerprint is another command. */
  readonly fingerprint: string;
  /** SHA-256, lower-case hex, over the RFC 8785 form of the body as sent. */
  readonly bodySha256: string;
}

/** One request, checked: its parts by the contract, its sender by the token. */
export interface Call<N extends RouteName> {
  readonly params: Parsed<Routes[N], 'params'>;
  readonly query: Parsed<Routes[N], 'query'>;
  readonly body: Parsed<Routes[N], 'body'>;
  readonly caller: CallerKinds[Routes[N]['caller']];
  readonly command: Routes[N] extends {idempotent: true} ? CommandKey : undefined;
  readonly revision: Routes[N] extends {ifMatch: true} ? number : undefined;
  /** Another gateway passed it on: answer from here alone. */
  readonly isRelayed: boolean;
  /** Names the case for the audit log, where the path does not. */
  readonly about: (caseNo: string) => void;
}

export type Handlers = {readonly [N in RouteName]: (call: Call<N>) => Promise<v.InferInput<Routes[N]['answer']>>};
