import {Region6, text} from '@tongban/domain/primitives.js';
import * as v from 'valibot';

/** What a worker is told once by the page that started it. Nothing in here is secret. */
export const WorkerConfig = v.strictObject({
  /** Origin of the province's gateway, without a path. */
  gateway: v.pipe(text(300), v.check(isOrigin)),
  /** The province of the portal. */
  region: Region6,
  /** Registered address the gateway sends people back to after signing in. */
  callback: v.pipe(text(2000), v.url()),
  lang: text(20),
  /** JWK thumbprints (RFC 7638) of the keys receipts may be signed with; by default those the gateway vouches for. */
  receiptKeys: v.optional(v.pipe(v.array(v.pipe(v.string(), v.regex(/^[\w-]{43}$/))), v.minLength(1))),
  /** Opens the staff calls. */
  staff: v.boolean(),
});
export type WorkerConfig = v.InferOutput<typeof WorkerConfig>;

function isOrigin(value: string): boolean {
  try {
    return new URL(value).origin === value;
  } catch {
    return false;
  }
}
