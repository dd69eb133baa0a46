import type {Case} from './case.js';
import {clocksAfter} from '../time/case-clocks.js';
import {GENESIS_HASH, type CaseEvent} from './case-event.js';
import {localDateOf} from '../time/civil-date.js';
import {payloads, type Action, type Payload} from './command.js';
import {effects} from '../acts/effects.js';
import {TbError} from '../errors.js';
import {Opening} from '../acts/opening.js';
import {parse} from '../parse.js';
import {paperKindOf} from '../papers/doc-numbers.js';
import type {Instant} from '../primitives.js';
import {transitions} from '../acts/transitions.js';

/**
 * The case a log tells of. Whether the hashes are true is `verifyChain`'s business; here only their links are followed.
 *
 * @throws TbError TB_LOG_BROKEN for an empty log, a gap, an event of another case or out of the chain, or one that does not start
 *   where the last one ended
 */
export function replay(events: readonly CaseEvent[]): Case {
  const file = events.reduce<Case | undefined>(applyEvent, undefined);
  if (!file) throw broken(0, 'empty');
  return file;
}

/** The case after one more event; the case handed in is left as it was. @throws TbError TB_LOG_BROKEN */
export function applyEvent(before: Case | undefined, event: CaseEvent): Case {
  const file = before ?? openedBy(event);
  if (event.caseNo !== file.caseNo) throw broken(event.seq, 'caseNo');
  if (event.seq !== file.revision + 1) throw broken(event.seq, 'seq');
  if (event.prevHash !== file.lastHash) throw broken(event.seq, 'prevHash');
  if (event.from !== file.state) throw broken(event.seq, 'from');
  return {...afterAct(file, event), revision: event.seq, lastHash: event.hash};
}

/** The case an opening lays down, before its first event. */
export function draftCase(caseNo: string, at: Instant, opening: Opening): Case {
  const {filedOn, parts, ...facts} = opening;
  return {
    ...facts,
    caseNo,
    filedOn,
    revision: 0,
    lastHash: GENESIS_HASH,
    state: 'draft',
    parts: parts.map((part) => ({...part, state: 'waiting'})),
    faults: [],
    notices: [],
    clocks: [],
    papers: [],
    payments: [],
    acts: [],
    milestones: [],
    createdAt: at,
    updatedAt: at,
  };
}

function openedBy(event: CaseEvent): Case {
  if (event.opening === undefined) throw broken(event.seq, 'opening');
  return draftCase(event.caseNo, event.at, parse(Opening, event.opening, 'TB_LOG_BROKEN'));
}

function afterAct(file: Case, event: CaseEvent): Case {
  const {action, to, at} = event;
  const payload = parse(payloads[action], event.payload, 'TB_LOG_BROKEN');
  const changes = effectOf(action)(file, {event, payload, day: localDateOf(at)});
  const changed: Case = {
    ...file,
    // What was proposed in one state is not proposed in the next.
    ...(to === file.state ? {} : {proposal: undefined}),
    ...changes,
    state: to,
    papers: [...file.papers, ...event.papers.map((docNo) => ({docNo, kind: paperKindOf(docNo), issuedAt: at}))],
    milestones: [...file.milestones, milestoneOf(event, payload)],
    updatedAt: at,
  };
  const {done} = transitions[action];
  const doneResult = done === 'byOutcome' ? (changed.decision?.outcome === 'deny' ? 1 : 0) : done;
  return {...changed, clocks: clocksAfter(changed, event), ...(doneResult === undefined ? {} : {doneResult})};
}

/** The table's entry with its payload type forgotten: `parse` has just made sure of it. */
function effectOf(action: Action) {
  return effects[action] as (file: Case, happened: {event: CaseEvent; payload: Payload<Action>; day: string}) => Partial<Case>;
}

function milestoneOf({seq, at, action, to, actor}: CaseEvent, payload: Payload<Action>): Case['milestones'][number] {
  return {
    seq,
    at,
    action,
    to,
    ...(actor.kind === 'staff' ? {office: actor.office} : {}),
    ...('reason' in payload && payload.reason ? {note: payload.reason} : {}),
  };
}

const broken = (seq: number, why: string) => new TbError('TB_LOG_BROKEN', {details: {seq, why}});
