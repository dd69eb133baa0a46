import type {Power, Role} from './actor.js';
import type {DoneResult} from './case.js';
import type {CaseState} from './case-state.js';
import type {ClockKind} from './clocks.js';
import type {Action} from './command.js';
import type {GuardName} from './guards.js';
import type {MessageKind} from './messages-to-applicant.js';
import type {Mode} from './mode.js';
import type {PaperKind} from './paper.js';

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

/** States before anybody has received the application. */
const beforeReceipt = ['submitted', 'prechecking', 'returned'] as const;
const held = ['received', 'atHome'] as const;
const inReview = ['accepted', 'reviewing', 'suspended'] as const;
const afterDecision = ['decided', 'making', 'delivering'] as const;
const undecided = [...beforeReceipt, ...held, 'forwarding', 'supplement', ...inReview] as const;

/**
 * The whole state machine (domain.md §8) as data: everything that needs to know what can happen to a case loops over this table.
 *
 * What each state leads to, in words: `returned` is amended, brought to a window, withdrawn, or sent back when nobody answers.
 * `received` at a window may be handed back there. Silence over the notice limit is acceptance on the receipt day, wherever the
 * papers are. A denial goes from `decided` straight to delivery. A material that may follow later and does not leads to a
 * warning, then to `sentBack`. A supervisor voids any open case that somebody else proposed to void.
 */
export const transitions: Readonly<Record<Action, Transition>> = {
  submit: {
    from: ['draft'],
    to: 'submitted',
    who: ['applicant', 'agent'],
    guards: ['modeOffered', 'editionActive', 'loaEnough', 'delegationInForce', 'fieldsFilled', 'materialsProvided'],
    papers: ['filingReceipt'],
    starts: ['precheck'],
    tells: 'submitted',
  },
  precheck: {
    from: ['submitted'],
    to: 'prechecking',
    staff: {roles: ['receiver', 'reviewer'], home: true, window: {power: 'receive'}},
  },
  precheckPass: {
    from: ['prechecking'],
    to: 'received',
    staff: {roles: ['receiver', 'reviewer'], home: true, window: {power: 'receive'}},
    papers: ['intakeReceipt'],
    starts: ['receiptNotice', 'forward'],
    stops: ['precheck'],
    tells: 'received',
  },
  precheckReturn: {
    from: ['prechecking'],
    to: 'returned',
    staff: {roles: ['receiver', 'reviewer'], home: true, window: {power: 'onceNotice'}},
    papers: ['precheckOpinion'],
    starts: ['supplement'],
    stops: ['precheck'],
    tells: 'returned',
  },
  amend: {
    from: ['returned'],
    to: 'submitted',
    who: ['applicant', 'agent'],
    guards: ['loaEnough', 'delegationInForce', 'fieldsFilled', 'materialsProvided'],
    papers: ['filingReceipt'],
    starts: ['precheck'],
    stops: ['supplement'],
    tells: 'submitted',
  },
  takeIn: {
    from: ['draft', ...beforeReceipt],
    to: 'received',
    staff: {roles: ['receiver'], home: true, window: {power: 'receive'}},
    guards: ['modeOffered', 'editionActive', 'delegationInForce'],
    papers: ['intakeReceipt'],
    starts: ['receiptNotice', 'forward'],
    stops: ['precheck', 'supplement'],
    tells: 'received',
  },
  checkOriginal: {
    from: [...beforeReceipt, ...held, 'supplement'],
    to: 'same',
    staff: {roles: ['receiver', 'reviewer'], home: true, window: {power: 'originalCheck'}},
    guards: ['heldHere', 'slotKnown'],
  },
  faceMatch: {
    from: [...beforeReceipt, ...held, 'supplement', 'delivering'],
    to: 'same',
    staff: {roles: ['receiver', 'deliverer'], home: true, window: {power: 'faceMatch'}},
  },
  returnAtWindow: {
    from: ['received'],
    to: 'returned',
    staff: {roles: ['receiver'], home: true, window: {power: 'onceNotice'}},
    papers: ['onceNotice'],
    starts: ['supplement'],
    stops: ['receiptNotice', 'forward'],
    tells: 'returned',
  },
  forward: {
    from: ['received', 'forwarding'], // Again from `forwarding` only when a parcel was lost.
    to: 'forwarding',
    staff: {roles: ['receiver'], window: {power: 'receive', modes: ['agent']}},
    guards: ['wayStillOpen', 'originalsChecked', 'carrierKnown'],
    papers: ['transferSlip'],
    starts: ['signFor'],
    stops: ['forward'],
    tells: 'forwarded',
  },
  signFor: {
    from: ['forwarding'],
    to: 'atHome',
    staff: {roles: ['receiver', 'reviewer'], home: true},
    starts: ['receiptNotice'],
    stops: ['forward', 'signFor'],
  },
  onceNotice: {
    from: held,
    to: 'supplement',
    staff: {roles: ['receiver', 'reviewer', 'chief', 'supervisor'], home: true, window: {power: 'onceNotice'}},
    guards: ['heldHere', 'noticeInTime', 'toldOnce'],
    papers: ['onceNotice'],
    starts: ['supplement'],
    stops: ['receiptNotice', 'forward'],
    tells: 'supplement',
  },
  resubmit: {
    from: ['supplement'],
    to: 'back',
    who: ['applicant', 'agent'],
    staff: {roles: ['receiver'], home: true, window: {power: 'receive'}},
    guards: ['delegationInForce', 'faultsAnswered'],
    papers: ['supplementReceipt'],
    starts: ['receiptNotice', 'forward'],
    stops: ['supplement'],
    tells: 'received',
  },
  accept: {
    from: held,
    to: 'accepted',
    staff: {roles: ['receiver', 'reviewer', 'chief'], home: true, window: {power: 'receive', modes: ['joint']}},
    guards: ['heldHere', 'materialsComplete', 'lacksDated', 'loaEnough', 'delegationInForce', 'editionActive'],
    papers: ['acceptance', {kind: 'lackPromise', if: 'lacking'}],
    starts: ['legal', 'promised', 'lack'],
    stops: 'all',
    tells: 'accepted',
  },
  deemAccepted: {
    from: [...held, 'forwarding'],
    to: 'accepted',
    who: ['system'],
    staff: {roles: ['chief', 'supervisor'], home: true},
    guards: ['noticeOverdue'],
    papers: ['acceptance'],
    starts: ['legal', 'promised'],
    stops: 'all',
    tells: 'accepted',
  },
  propose: {
    from: [...undecided, ...afterDecision],
    to: 'same',
    who: ['system'],
    staff: {roles: ['reviewer', 'chief', 'supervisor'], home: true, part: true},
    guards: ['proposalFits'],
    reason: 'always',
    tells: {kind: 'lackWarning', if: 'warning'},
  },
  refuse: {
    from: held,
    to: 'refused',
    staff: {roles: ['reviewer', 'chief'], home: true},
    guards: ['heldHere', 'secondPerson'],
    papers: ['refusal'],
    stops: 'all',
    reason: 'always',
    done: 6,
    tells: 'refused',
  },
  startReview: {
    from: ['accepted'],
    to: 'reviewing',
    staff: {roles: ['reviewer', 'chief'], home: true, window: {power: 'receive', modes: ['joint']}},
  },
  suspend: {
    from: ['reviewing'],
    to: 'suspended',
    staff: {roles: ['reviewer', 'chief'], home: true},
    papers: ['specialProcedure'],
    pause: 'begin',
    reason: 'always',
    tells: 'suspended',
  },
  resume: {
    from: ['suspended'],
    to: 'reviewing',
    staff: {roles: ['reviewer', 'chief'], home: true},
    pause: 'end',
    tells: 'resumed',
  },
  extend: {
    from: ['reviewing'],
    to: 'same',
    staff: {roles: ['chief'], home: true},
    guards: ['extendedOnce'],
    papers: ['extension'],
    reason: 'always',
    tells: 'extended',
  },
  fillLack: {
    from: [...inReview, 'decided'],
    to: 'same',
    who: ['applicant', 'agent'],
    staff: {roles: ['receiver', 'reviewer'], home: true, window: {power: 'receive'}},
    guards: ['delegationInForce', 'somethingLacking', 'slotLacking'],
    papers: ['supplementReceipt'],
  },
  decide: {
    from: ['reviewing'],
    to: 'decided',
    staff: {roles: ['reviewer', 'chief'], home: true},
    guards: ['noSuspension', 'partsEnded', 'secondPersonToDeny'],
    papers: [{kind: 'decision', if: 'granted'}, {kind: 'denial', if: 'denied'}],
    starts: ['deliver'],
    stops: ['legal', 'promised'],
    reason: 'whenDenied',
    tells: 'decided',
  },
  make: {
    from: ['decided'],
    to: 'making',
    staff: {roles: ['reviewer', 'chief', 'deliverer'], home: true},
    guards: ['granted', 'nothingLacking', 'feeSettled'],
  },
  dispatch: {
    from: afterDecision, // Again from `delivering` when a parcel came back or the applicant wants another way.
    to: 'delivering',
    staff: {roles: ['receiver', 'reviewer', 'deliverer'], home: true},
    guards: ['resultReady', 'waybillKnown'],
    tells: 'shipped',
  },
  handOver: {
    from: ['delivering'],
    to: 'closed',
    staff: {roles: ['receiver', 'deliverer'], home: true, window: {power: 'deliver'}},
    guards: ['waitsAtWindow', 'agentMayReceive'],
    papers: ['deliveryReceipt'],
    stops: 'all',
    done: 'byOutcome',
    tells: 'closed',
  },
  close: {
    from: ['delivering'],
    to: 'closed',
    who: ['applicant', 'agent', 'system'],
    staff: {roles: ['deliverer', 'reviewer'], home: true},
    guards: ['delegationInForce', 'resultTaken'],
    papers: ['deliveryReceipt'],
    stops: 'all',
    done: 'byOutcome',
    tells: 'closed',
  },
  withdraw: {
    from: undecided,
    to: 'withdrawn',
    who: ['applicant', 'agent'],
    staff: {roles: ['receiver'], home: true, window: {power: 'receive'}},
    guards: ['delegationInForce', 'signedRequest'],
    papers: ['withdrawal'],
    stops: 'all',
    done: 5,
    tells: 'withdrawn',
  },
  expire: {
    from: ['returned', 'supplement', ...inReview, 'decided'],
    to: 'sentBack',
    staff: {roles: ['receiver', 'reviewer', 'chief'], home: true},
    guards: ['answerOverdue', 'warnedBefore'],
    papers: ['returnNotice'],
    stops: 'all',
    reason: 'always',
    done: 5,
    tells: 'sentBack',
  },
  void: {
    from: [...undecided, ...afterDecision],
    to: 'voided',
    staff: {roles: ['supervisor'], home: true},
    guards: ['secondPerson'],
    papers: ['voidRecord'],
    stops: 'all',
    reason: 'always',
    done: 2,
    tells: 'voided',
  },
  startPart: {
    from: ['reviewing'],
    to: 'same',
    staff: {roles: ['reviewer', 'chief', 'receiver'], part: true},
    guards: ['partWaiting', 'partsBeforeGranted'],
  },
  decidePart: {
    from: ['reviewing'],
    to: 'same',
    staff: {roles: ['reviewer', 'chief'], part: true},
    guards: ['partRunning', 'secondPersonToDeny'],
    reason: 'whenDenied',
  },
};
