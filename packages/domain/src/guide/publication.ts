import * as v from 'valibot';
import {Instant, text} from '../primitives.js';

const coordinate = v.pipe(v.string(), v.regex(/^[\w-]{43}$/));

/** The public half of a key that item lists are signed with: ES256, as a JSON Web Key (RFC 7517, RFC 7518 §6.2.1). */
export const PublicationKey = v.strictObject({
  kty: v.literal('EC'),
  crv: v.literal('P-256'),
  x: coordinate,
  y: coordinate,
  /** Thumbprint of the key (RFC 7638), by which a signature names it. */
  kid: text(64),
  alg: v.literal('ES256'),
  use: v.literal('sig'),
});
export type PublicationKey = v.InferOutput<typeof PublicationKey>;

/** Where a province publishes its item list, and by which keys one knows that it did. */
export const Publication = v.strictObject({
  /** Ends with `/`; `manifest.json` and `parts/` lie below it, on any file server. */
  base: v.pipe(text(500), v.url(), v.endsWith('/')),
  /** Two while one key takes over from another. */
  keys: v.pipe(v.array(PublicationKey), v.minLength(1)),
  asOf: Instant,
});
export type Publication = v.InferOutput<typeof Publication>;
