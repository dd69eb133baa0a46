import {stateOf, type ClockKind} from '../time/clocks.js';
import {failed, passed, unless, wished, type Attempt, type Guard} from './guard.js';
import {isWithin} from '../regions/region-within.js';
import {decidingRegion} from './sides.js';
import {isCovered} from '../slots/slots.js';

/** Guards from receipt to acceptance. */

/** Who acts also holds the papers: in 收受分离 the window until home has signed for them, then home. */
export const heldHere: Guard = {
  about: 'case',
  check({file, standing}) {
    if (file.mode !== 'agent' || file.heldBy === undefined) return passed;
    const isHome = isWithin(file.heldBy, decidingRegion(file));
    return unless(isHome !== (standing.side === 'home') && 'elsewhere');
  },
};

/** The case has a slot for the material. */
export const slotKnown: Guard = {
  about: 'wish',
  check: (attempt) => {
    const materialId = wished(attempt, 'checkOriginal')?.materialId;
    return unless(!attempt.file.slots.some((slot) => slot.materialId === materialId) && 'slot');
  },
};

/** What is on its way is sent again only when it went as a parcel, which can be lost. */
export const wayStillOpen: Guard = {
  about: 'case',
  check: ({file: {state, carrier}}) => unless(state === 'forwarding' && carrier !== 'ems' && 'forwarded'),
};

/** Every upload of the applicant's own (trust class C) was compared with its original. */
export const originalsChecked: Guard = {
  about: 'case',
  check: ({file: {slots}}) =>
    unless(slots.find(({state, trust, check}) => state === 'provided' && trust === 'C' && check === undefined)?.materialId),
};

/** Papers that were kept and not scanned can only travel as a parcel, and a parcel has a waybill. */
export const carrierKnown: Guard = {
  about: 'wish',
  check(attempt) {
    const {carrier, waybill} = wished(attempt, 'forward') ?? {};
    if (carrier === 'ems') return unless(!waybill?.trim() && 'waybill');
    return unless(attempt.file.slots.find(({check, pieces}) => check?.how === 'copyKept' && pieces.length === 0)?.materialId);
  },
};

/** Within five workdays of receipt; later the application counts as accepted (行政许可法 32). */
export const noticeInTime: Guard = {
  about: 'case',
  check: (attempt) => unless(isMissed(attempt, 'receiptNotice') && 'late'),
};

/** Nobody told anything within the notice limit. */
export const noticeOverdue: Guard = {
  about: 'case',
  check: (attempt) => unless(!isMissed(attempt, 'receiptNotice') && 'early'),
};

/**
 * A notice holds all faults of its round (一次性告知). A fault that could be seen the first time, because the applicant changed
 * nothing there since, needs a supervisor and the supervisor's reason.
 */
export const toldOnce: Guard = {
  about: 'wish',
  check(attempt) {
    const {notices} = attempt.file;
    const notice = wished(attempt, 'onceNotice');
    const last = notices[notices.length - 1];
    if (!notice || !last) return passed;
    const changed = new Set(last.answered);
    const isOld = notice.faults.some(({materialId, fieldId}) => !changed.has(materialId ?? fieldId ?? ''));
    if (!isOld) return passed;
    if (!notice.repeatReason?.trim()) return failed('repeatReason', 'TB_REASON_REQUIRED');
    const {actor} = attempt.context;
    return unless(!(actor.kind === 'staff' && actor.roles.includes('supervisor')) && 'supervisor', 'TB_ROLE_MISSING');
  },
};

/** The answer deals with everything on the list. What a clerk takes over the counter need not be scanned. */
export const faultsAnswered: Guard = {
  about: 'wish',
  check(attempt) {
    const answer = wished(attempt, 'resubmit');
    if (!answer) return passed;
    const isAnswered = (materialId: string) => {
      const slot = answer.slots.find((sent) => sent.materialId === materialId);
      if (!slot || slot.state === 'empty') return false;
      return attempt.standing.side !== 'party' || slot.state === 'lacking' || isCovered(slot);
    };
    const {faults} = attempt.file;
    const material = faults.find(({materialId}) => materialId !== undefined && !isAnswered(materialId));
    if (material) return failed(material.materialId ?? '', 'TB_MATERIAL_MISSING');
    const field = faults.find(({fieldId}) => fieldId !== undefined && !answer.fields?.[fieldId]?.trim());
    return unless(field?.fieldId, 'TB_FIELD_REQUIRED');
  },
};

/** Every necessary material is provided, waived or promised. */
export const materialsComplete: Guard = {
  about: 'case',
  check: ({file: {slots}}) =>
    unless(slots.find((slot) => slot.necessity === 1 && !isCovered(slot))?.materialId, 'TB_MATERIAL_MISSING'),
};

/** 容缺受理: only what may follow later lacks, and each of it has a date after today. */
export const lacksDated: Guard = {
  about: 'wish',
  check(attempt) {
    const lacking = wished(attempt, 'accept')?.lacking ?? [];
    const {slots} = attempt.file;
    const isAllowed = ({materialId, dueOn}: (typeof lacking)[number]) => {
      const slot = slots.find((each) => each.materialId === materialId);
      return slot?.necessity === 3 && !isCovered(slot) && dueOn > attempt.day;
    };
    const wrong = lacking.find((each) => !isAllowed(each));
    if (wrong) return failed(wrong.materialId);
    const named = new Set(lacking.map(({materialId}) => materialId));
    return unless(slots.find((slot) => slot.necessity === 3 && !isCovered(slot) && !named.has(slot.materialId))?.materialId);
  },
};

/** A clerk withdraws only on a request the applicant has signed. */
export const signedRequest: Guard = {
  about: 'wish',
  check: (attempt) => unless(attempt.standing.side !== 'party' && wished(attempt, 'withdraw')?.signedRequest !== true && 'signedRequest'),
};

/** Whether a clock of this kind still runs and is past. */
export function isMissed({file, context, day}: Attempt, kind: ClockKind): boolean {
  return file.clocks.some((clock) => clock.kind === kind && clock.stoppedOn === undefined && stateOf(clock, context.calendar, day) === 'missed');
}
