import type {Loa} from '../acts/actor.js';
import type {PartPlan} from '../acts/opening.js';
import type {CaseState} from './case-state.js';
import type {Milestone} from './case-file.js';
import type {Clock} from '../time/clocks.js';
import type {Fault} from './command.js';
import type {Payment} from '../fees/payment.js';
import type {Limit} from '../guide/limit.js';
import type {Mode} from '../guide/mode.js';
import type {PaperRef} from '../papers/paper.js';
import type {Instant, LocalDate, Region6} from '../primitives.js';
import type {MaterialSlot} from '../slots/slot.js';
import type {Carrier, ReceiptDay} from '../time/start-clock.js';
import type {Answers} from '../guide/when.js';

/** 0 出证, 1 不予许可, 2 作废, 3 删除, 4 转报, 5 退件, 6 不予受理 (codes.json doneResult). */
export type DoneResult = 0 | 1 | 2 | 3 | 4 | 5 | 6;

export interface CaseSla {
  readonly forwardOnline: Limit;
  readonly forwardPaper: Limit;
  readonly signFor: Limit;
}

/** One list of faults that was told, and what the applicant changed in answer to it. */
export interface Notice {
  readonly on: LocalDate;
  readonly by: string;
  readonly faults: readonly Fault[];
  /** Materials and fields of the answer; undefined until there is one. */
  readonly answered?: readonly string[];
}

export interface Proposal {
  readonly what: 'refuse' | 'deny' | 'void' | 'expire';
  readonly reason: string;
  readonly by: string;
  readonly on: LocalDate;
  readonly part?: string;
}

export interface Decision {
  readonly outcome: 'grant' | 'deny';
  readonly reason?: string;
  readonly by: string;
  readonly office: string;
  readonly on: LocalDate;
}

export interface CasePartState extends PartPlan {
  readonly state: 'waiting' | 'running' | 'granted' | 'denied' | 'stopped';
}

/** An act somebody can rate, bound to the officer who did it. */
export interface ServiceAct {
  readonly act: string;
  readonly name: 'takeIn' | 'handOver' | 'online';
  readonly office: string;
  readonly officerId: string;
  readonly at: Instant;
}

/**
 * One application as its log says it is. Derived by `replay`, never stored as truth. No personal data: see `Opening`.
 * Due dates are not in here either: they follow from `clocks` and a calendar.
 */
export interface Case {
  readonly caseNo: string;
  readonly shortCode: string;
  /** Number of events so far. */
  readonly revision: number;
  /** Hash of the last event. */
  readonly lastHash: string;
  readonly state: CaseState;

  readonly partyId: string;
  readonly userType: 'person' | 'corp';
  readonly agent?: {readonly id: string; readonly delegationId: string};
  readonly loa: Loa;

  readonly taskCode: string;
  readonly taskVersion: number;
  readonly catalogCode: string;
  readonly itemName: string;
  readonly dept: string;
  readonly mode: Mode;
  readonly homeRegion: Region6;
  readonly windowRegion?: Region6;
  readonly windowOffice?: string;
  readonly agreementId?: string;
  readonly standardVersion?: string;
  readonly receiptDay: ReceiptDay;
  readonly sla?: CaseSla;
  readonly legal: Limit;
  readonly promised: Limit;

  readonly filedOn: LocalDate;
  readonly answers: Answers;
  readonly slots: readonly MaterialSlot[];

  /** Who holds the application and its papers, once somebody has received it. */
  readonly heldBy?: Region6;
  /** The days it reached the window and the home; their gap is 流转用时. */
  readonly windowDay?: LocalDate;
  readonly homeDay?: LocalDate;
  readonly acceptedOn?: LocalDate;
  /** 行政许可法 32: nobody told in time. */
  readonly deemed?: boolean;
  readonly carrier?: Carrier;
  readonly waybill?: string;
  readonly faceMatch?: {readonly score: number; readonly by: string; readonly at: Instant};

  /** What is wrong right now. */
  readonly faults: readonly Fault[];
  /** Every OnceNotice, oldest first. */
  readonly notices: readonly Notice[];
  /** Where the last notice was given, and an answer leads back to. */
  readonly noticeFrom?: CaseState;

  readonly clocks: readonly Clock[];
  readonly extendedBy?: number;
  readonly papers: readonly PaperRef[];
  readonly proposal?: Proposal;
  readonly decision?: Decision;
  /** Money that came in, oldest first; how the fee stands follows from it and the guide (`feeOf`). */
  readonly payments: readonly Payment[];
  readonly feeWaiver?: {readonly reason: string; readonly by: string; readonly on: LocalDate};
  readonly parts: readonly CasePartState[];
  readonly result?: {readonly name: string; readonly no?: string};
  readonly delivery?: {readonly by: 'window' | 'courier' | 'electronic'; readonly waybill?: string; readonly on: LocalDate};
  readonly doneResult?: DoneResult;
  /** Why it ended, for results 1 to 6. */
  readonly endReason?: string;

  readonly acts: readonly ServiceAct[];
  readonly milestones: readonly Milestone[];
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}
