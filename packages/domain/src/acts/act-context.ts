import type {Actor} from './actor.js';
import type {Agreement} from '../agreements/agreement.js';
import type {CalendarProvider} from '../time/calendar.js';
import type {Delegation} from '../people/delegation.js';
import type {Guide} from '../guide/guide.js';
import type {HeldProof} from '../people/person.js';
import type {Instant} from '../primitives.js';

/** Everything a rule may look at beside the case. Who calls fetches it; the rules ask nobody. */
export interface ActContext {
  readonly actor: Actor;
  readonly at: Instant;
  readonly calendar: CalendarProvider;
  /** Those between the home and the actor's region at least; which of them is in force is judged here. */
  readonly agreements: readonly Agreement[];
  /** The edition the case is filed under; the home region's differences may be applied already or not (`caseGuide`). */
  readonly guide: Guide;
  /** Delegations granted by the applicant, with the ones they were passed on from. */
  readonly delegations?: readonly Delegation[];
  /** What the government holds for the applicant: without it, waivers are taken as sent. Needed where slots come in. */
  readonly held?: readonly HeldProof[];
  /** The courier's proof of delivery, or that the electronic result was opened. */
  readonly resultTaken?: boolean;
}
