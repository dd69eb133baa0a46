import type * as v from 'valibot';

/** Who may call: nobody signed in, an applicant (or agent), a member of staff, another gateway, or any holder of a token. */
export type Caller = 'anyone' | 'applicant' | 'staff' | 'signedIn' | 'gateway';

/**
 * One HTTP operation. The server validates requests and answers by these schemas, the client is typed by them, and the OpenAPI
 * document is printed from them: the contract is said once.
 */
export interface Route {
  readonly method: 'GET' | 'POST';
  /** Path with `{name}` parameters, below the gateway's origin. */
  readonly path: string;
  readonly summary: string;
  readonly caller: Caller;
  readonly params?: v.GenericSchema<unknown, Record<string, string>>;
  readonly query?: v.GenericSchema<unknown, Record<string, unknown>>;
  readonly body?: v.GenericSchema;
  readonly answer: v.GenericSchema;
  readonly status: 200 | 201;
  /** Needs `Idempotency-Key`: the same key with the same body gets the same answer for 90 days. */
  readonly idempotent?: boolean;
  /** Needs `If-Match: "<revision>"`. */
  readonly ifMatch?: boolean;
  /** Answer carries an ETag and honours `If-None-Match`. */
  readonly etag?: boolean;
}
