import type {Power, Role} from './actor.js';
import type {DoneResult} from '../case/case.js';
import type {CaseState} from '../case/case-state.js';
import type {ClockKind} from '../time/clocks.js';
import type {GuardName} from './guards.js';
import type {MessageKind} from '../case/messages-to-applicant.js';
import type {Mode} from '../guide/mode.js';
import type {PaperKind} from '../papers/paper.js';

/** Staff who may do an act: by role, and by whose power. */
export interface StaffRule {
  readonly roles: readonly Role[];
  /** Of the region that decides: its own power, no agreement needed. */
  readonly home?: true;
  /** At another region's window: with this power of an agreement in force, in these modes (default: agent and joint). */
  readonly window?: {readonly power: Power; readonly modes?: readonly Mode[]};
  /** Of the region the named part of a joint case belongs to. */
  readonly part?: true;
}

/** What a paper or a message may hang on beside the action. */
export type Condition = 'granted' | 'denied' | 'lacking' | 'warning';

/** One row of the state machine: what an action needs and what it brings about. */
export interface Transition {
  readonly from: readonly CaseState[];
  /** `same` keeps the state; `back` returns to where the notice was given. */
  readonly to: CaseState | 'same' | 'back';
  /** Actors other than staff. An agent needs a delegation in force, at every act. */
  readonly who?: readonly ('applicant' | 'agent' | 'system')[];
  readonly staff?: StaffRule;
  readonly guards?: readonly GuardName[];
  readonly papers?: readonly (PaperKind | {readonly kind: PaperKind; readonly if: Condition})[];
  readonly starts?: readonly ClockKind[];
  readonly stops?: readonly ClockKind[] | 'all';
  /** Pauses the legal and the promised clock, or lets them go on. */
  readonly pause?: 'begin' | 'end';
  /** Whether the payload has to give a reason in words. */
  readonly reason?: 'always' | 'whenDenied';
  /** National done-result code of the end it leads to. */
  readonly done?: DoneResult | 'byOutcome';
  /** The message to the applicant, where the act changes what they must do or may expect. */
  readonly tells?: MessageKind | {readonly kind: MessageKind; readonly if: Condition};
}
