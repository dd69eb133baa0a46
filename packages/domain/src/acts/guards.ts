import * as decision from './decision-guards.js';
import * as fee from './fee-guards.js';
import * as filing from './filing-guards.js';
import type {Guard} from './guard.js';
import * as receipt from './receipt-guards.js';

/** Every condition of domain.md §8.3 and of the exits it leaves open, by the name `transitions` uses. */
export const guards = {
  modeOffered: filing.modeOffered,
  editionActive: filing.editionActive,
  loaEnough: filing.loaEnough,
  delegationInForce: filing.delegationInForce,
  agentMayReceive: filing.agentMayReceive,
  fieldsFilled: filing.fieldsFilled,
  materialsProvided: filing.materialsProvided,
  heldHere: receipt.heldHere,
  slotKnown: receipt.slotKnown,
  wayStillOpen: receipt.wayStillOpen,
  originalsChecked: receipt.originalsChecked,
  carrierKnown: receipt.carrierKnown,
  noticeInTime: receipt.noticeInTime,
  noticeOverdue: receipt.noticeOverdue,
  toldOnce: receipt.toldOnce,
  faultsAnswered: receipt.faultsAnswered,
  materialsComplete: receipt.materialsComplete,
  lacksDated: receipt.lacksDated,
  signedRequest: receipt.signedRequest,
  proposalFits: decision.proposalFits,
  secondPerson: decision.secondPerson,
  secondPersonToDeny: decision.secondPersonToDeny,
  extendedOnce: decision.extendedOnce,
  somethingLacking: decision.somethingLacking,
  slotLacking: decision.slotLacking,
  noSuspension: decision.noSuspension,
  partsEnded: decision.partsEnded,
  granted: decision.granted,
  nothingLacking: decision.nothingLacking,
  feeSettled: fee.feeSettled,
  feeOpen: fee.feeOpen,
  amountOwed: fee.amountOwed,
  newBill: fee.newBill,
  refundOwed: fee.refundOwed,
  refundFits: fee.refundFits,
  resultReady: decision.resultReady,
  waybillKnown: decision.waybillKnown,
  waitsAtWindow: decision.waitsAtWindow,
  resultTaken: decision.resultTaken,
  answerOverdue: decision.answerOverdue,
  warnedBefore: decision.warnedBefore,
  partWaiting: decision.partWaiting,
  partRunning: decision.partRunning,
  partsBeforeGranted: decision.partsBeforeGranted,
} as const satisfies Record<string, Guard>;

export type GuardName = keyof typeof guards;
