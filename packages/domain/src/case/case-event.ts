import * as v from 'valibot';
import {Actor} from '../acts/actor.js';
import {CaseState} from './case-state.js';
import {Action} from './command.js';
import {Instant, text} from '../primitives.js';

/**
 * One entry of a case's append-only log. The home gateway is its single writer: `seq` counts from 1 without gaps, `hash` covers
 * the entry and `prevHash` (SHA-256 over RFC 8785 canonical JSON, lower-case hex).
 */
export const CaseEvent = v.strictObject({
  eventId: text(80),
  caseNo: text(50),
  seq: v.pipe(v.number(), v.integer(), v.minValue(1)),
  at: Instant,
  actor: Actor,
  action: Action,
  from: CaseState,
  to: CaseState,
  /** As parsed by `payloads[action]`; the first event (submit, takeIn of a walk-in) also carries `opening`. */
  payload: v.unknown(),
  opening: v.optional(v.unknown()),
  agreementId: v.optional(text(80)),
  standardVersion: v.optional(text(40)),
  /** Numbers of the papers this act produced. */
  papers: v.array(text(80)),
  prevHash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});
export type CaseEvent = v.InferOutput<typeof CaseEvent>;

/** `prevHash` of the first event. */
export const GENESIS_HASH = '0'.repeat(64);
