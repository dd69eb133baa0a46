import type {CasePartState, Proposal} from '../case/case.js';
import {daysBetween} from '../time/civil-date.js';
import {failed, passed, unless, wished, type Attempt, type Guard, type Verdict} from './guard.js';
import {isMissed} from './receipt-guards.js';

/** Guards from acceptance to the end. */

/** Days after which an electronic result counts as received. Ours. */
export const ELECTRONIC_RECEIVED_AFTER_DAYS = 7;

/** A proposal names what this state allows and this person may propose. The system only warns of an expiry. */
export const proposalFits: Guard = {
  about: 'wish',
  check(attempt) {
    const wish = wished(attempt, 'propose');
    if (!wish) return passed;
    const {file, standing} = attempt;
    if (standing.side === 'system' && wish.what !== 'expire') return failed('system', 'TB_FORBIDDEN');
    if (standing.side === 'part' && !(wish.what === 'deny' && wish.part !== undefined)) return failed('part', 'TB_POWER_MISSING');
    if (wish.part !== undefined && !file.parts.some(({part}) => part === wish.part)) return failed('part');
    switch (wish.what) {
      case 'refuse':
        return unless(file.state !== 'received' && file.state !== 'atHome' && 'state', 'TB_CASE_TRANSITION');
      case 'deny':
        return unless(file.state !== 'reviewing' && 'state', 'TB_CASE_TRANSITION');
      case 'expire':
        return answerOverdue.check(attempt);
      case 'void':
        return passed;
    }
  },
};

/** Somebody else proposed it. */
export const secondPerson: Guard = {
  about: 'case',
  check: (attempt) => proposedByAnother(attempt, attempt.command.action === 'void' ? 'void' : 'refuse'),
};

export const secondPersonToDeny: Guard = {
  about: 'wish',
  check(attempt) {
    const part = wished(attempt, 'decidePart');
    const outcome = part?.outcome ?? wished(attempt, 'decide')?.outcome;
    return outcome === 'deny' ? proposedByAnother(attempt, 'deny', part?.part) : passed;
  },
};

/** 延长审批 happens once (行政许可法 42). */
export const extendedOnce: Guard = {
  about: 'case',
  check: ({file: {extendedBy}}) => unless(extendedBy !== undefined && 'extended'),
};

export const somethingLacking: Guard = {
  about: 'case',
  check: ({file: {slots}}) => unless(!slots.some(({state}) => state === 'lacking') && 'lack'),
};

export const slotLacking: Guard = {
  about: 'wish',
  check(attempt) {
    const materialId = wished(attempt, 'fillLack')?.materialId;
    return unless(!attempt.file.slots.some((slot) => slot.materialId === materialId && slot.state === 'lacking') && 'slot');
  },
};

export const noSuspension: Guard = {
  about: 'case',
  check: ({file: {clocks}}) =>
    unless(clocks.some(({stoppedOn, pauses}) => stoppedOn === undefined && pauses.some(({to}) => to === null)) && 'suspension'),
};

/** Every part of a joint case is decided or stopped; a grant of the whole needs a granted part. */
export const partsEnded: Guard = {
  about: 'case',
  check(attempt) {
    const {parts} = attempt.file;
    const open = parts.find(({state}) => state === 'waiting' || state === 'running');
    if (open) return failed(open.part);
    const grants = wished(attempt, 'decide')?.outcome === 'grant';
    return unless(grants && parts.length > 0 && !parts.some(({state}) => state === 'granted') && 'denied');
  },
};

export const granted: Guard = {
  about: 'case',
  check: ({file: {decision}}) => unless(decision?.outcome !== 'grant' && 'denied'),
};

/** No certificate is made before what could follow later has come. */
export const nothingLacking: Guard = {
  about: 'case',
  check: ({file: {slots}}) => unless(slots.find(({state}) => state === 'lacking')?.materialId),
};

/** What is sent out has been made, or is a denial, which needs no making. */
export const resultReady: Guard = {
  about: 'case',
  check: ({file: {state, decision}}) => unless(state === 'decided' && decision?.outcome === 'grant' && 'making'),
};

export const waybillKnown: Guard = {
  about: 'wish',
  check(attempt) {
    const wish = wished(attempt, 'dispatch');
    return unless(wish?.by === 'courier' && !wish.waybill?.trim() && 'waybill');
  },
};

export const waitsAtWindow: Guard = {
  about: 'case',
  check: ({file: {delivery}}) => unless(delivery?.by !== 'window' && 'window'),
};

/** The applicant says so, the courier proves it, or an electronic result has lain there for seven days. */
export const resultTaken: Guard = {
  about: 'case',
  check({file: {delivery}, context, standing, day}) {
    if (!delivery || delivery.by === 'window') return failed('window');
    if (standing.side === 'party' || context.resultTaken) return passed;
    const isOld = delivery.by === 'electronic' && daysBetween(delivery.on, day) >= ELECTRONIC_RECEIVED_AFTER_DAYS;
    return unless(!isOld && 'notTaken');
  },
};

/** The answer to a notice, or a material that was to follow, is overdue. */
export const answerOverdue: Guard = {
  about: 'case',
  check: (attempt) => unless(!isMissed(attempt, 'supplement') && !isMissed(attempt, 'lack') && 'early'),
};

/** The applicant was warned on an earlier day. */
export const warnedBefore: Guard = {
  about: 'case',
  check: ({file: {proposal}, day}) => unless(!(proposal?.what === 'expire' && proposal.on < day) && 'warning'),
};

export const partWaiting: Guard = {about: 'case', check: (attempt) => unless(!isPart(attempt, 'waiting') && 'part')};

export const partRunning: Guard = {about: 'case', check: (attempt) => unless(!isPart(attempt, 'running') && 'part')};

/** What a part waits for has been granted; behind a refused part it stops for good. */
export const partsBeforeGranted: Guard = {
  about: 'wish',
  check(attempt) {
    const {parts} = attempt.file;
    const before = partOf(attempt)?.after ?? [];
    return unless(before.find((name) => parts.find(({part}) => part === name)?.state !== 'granted'));
  },
};

function partOf(attempt: Attempt) {
  const name = (wished(attempt, 'startPart') ?? wished(attempt, 'decidePart'))?.part;
  return attempt.file.parts.find(({part}) => part === name);
}

/** Whether the named part is in this state; before one is named, whether any is. */
function isPart(attempt: Attempt, state: CasePartState['state']): boolean {
  const name = (wished(attempt, 'startPart') ?? wished(attempt, 'decidePart'))?.part;
  return attempt.file.parts.some((part) => part.state === state && (name === undefined || part.part === name));
}

function proposedByAnother({file: {proposal}, context: {actor}}: Attempt, what: Proposal['what'], part?: string): Verdict {
  if (proposal?.what !== what || proposal.part !== part) return failed('proposal', 'TB_SECOND_PERSON');
  return unless(proposal.by === actor.id && 'samePerson', 'TB_SECOND_PERSON');
}
