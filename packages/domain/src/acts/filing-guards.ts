import {powerFor} from '../agreements/agreements.js';
import {truthOver} from '../case/case-guide.js';
import {delegationFor} from '../people/delegations.js';
import {failed, passed, unless, wished, type Attempt, type Guard, type Verdict} from './guard.js';
import {isWithin} from '../regions/region-within.js';
import {isCovered, slotsAsFiled} from '../slots/slots.js';
import {askedOf, openQuestions} from '../guide/situations.js';

/** Guards of filing, and those an acceptance looks at again. */

/** The item is done in this mode, and a window chosen for another region has an agreement to receive it. */
export const modeOffered: Guard = {
  about: 'case',
  check({file, command, context: {guide, agreements}, day}) {
    const {mode, windowRegion, homeRegion, catalogCode} = file;
    if (!guide.modes.includes(mode)) return failed('mode');
    if (mode === 'online') return passed;
    if (windowRegion === undefined) return failed('window');
    if (command.action !== 'submit' || mode === 'direct' || isWithin(windowRegion, homeRegion)) return passed;
    const given = powerFor(agreements, {kind: mode, power: 'receive', catalogCode, windowRegion, homeRegion, on: day});
    return given.ok ? passed : failed(given.why, 'TB_POWER_MISSING');
  },
};

/** The edition was in force on the day of filing. */
export const editionActive: Guard = {
  about: 'case',
  check({file: {taskVersion, filedOn}, context: {guide}}) {
    const [from, to] = guide.effective;
    const isActive = guide.version === taskVersion && from <= filedOn && (to === null || filedOn <= to);
    return unless(!isActive && 'edition', 'TB_EDITION_INACTIVE');
  },
};

export const loaEnough: Guard = {
  about: 'case',
  check: ({file, context: {guide}}) => unless(file.loa < guide.minLoa && `loa${guide.minLoa}`, 'TB_LEVEL_TOO_LOW'),
};

/** An agent who acts, or who filed what is now taken in or accepted, has a delegation in force for it. */
export const delegationInForce: Guard = {
  about: 'case',
  check(attempt) {
    const {file, command, context} = attempt;
    const looksAtFiler = command.action === 'accept' || command.action === 'takeIn';
    const agent = context.actor.kind === 'agent' ? context.actor : looksAtFiler ? file.agent : undefined;
    return agent ? delegated(attempt, agent, command.action === 'close' ? 'receive' : 'apply') : passed;
  },
};

/** The agent who fetches the result may receive for the applicant. */
export const agentMayReceive: Guard = {
  about: 'wish',
  check(attempt) {
    if (wished(attempt, 'handOver')?.to !== 'agent') return passed;
    const {agent} = attempt.file;
    return agent ? delegated(attempt, agent, 'receive') : failed('agent', 'TB_DELEGATION_MISSING');
  },
};

/** Every question that decides something is answered, and every required field that applies to these answers is filled in. */
export const fieldsFilled: Guard = {
  about: 'wish',
  check(attempt) {
    const filing = wished(attempt, 'submit') ?? wished(attempt, 'amend');
    if (!filing) return passed;
    const {answers, fields} = filing;
    const {guide} = attempt.context;
    const [question] = openQuestions(guide, askedOf(guide.situations, answers));
    const truth = truthOver(guide, answers);
    const empty = guide.fields.find(({id, required, when}) => required && truth(when) === true && !fields[id]?.trim());
    return unless(question?.id ?? empty?.id, 'TB_FIELD_REQUIRED');
  },
};

/** Online, every necessary material comes along; for a window it may be brought there. */
export const materialsProvided: Guard = {
  about: 'wish',
  check(attempt) {
    const filing = wished(attempt, 'submit') ?? wished(attempt, 'amend');
    if (!filing || attempt.file.mode !== 'online') return passed;
    const missing = slotsAsFiled({...attempt.context, day: attempt.day}, filing).find((slot) => slot.necessity === 1 && !isCovered(slot));
    return unless(missing?.materialId, 'TB_MATERIAL_MISSING');
  },
};

function delegated({file, context, day}: Attempt, agent: {id: string; delegationId: string}, action: 'apply' | 'receive'): Verdict {
  const answer = delegationFor(context.delegations ?? [], {
    id: agent.delegationId,
    grantorId: file.partyId,
    granteeId: agent.id,
    action,
    catalogCode: file.catalogCode,
    on: day,
  });
  return answer.ok ? passed : failed(answer.why, 'TB_DELEGATION_MISSING');
}
