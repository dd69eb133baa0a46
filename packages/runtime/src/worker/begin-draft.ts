import type {CaseFile} from '@tongban/domain/case/case-file.js';
import type {Guide} from '@tongban/domain/guide/guide.js';
import {slotsOf} from '@tongban/domain/slots/initial-slots.js';
import type {HeldProof} from '@tongban/domain/people/person.js';
import type {Region6} from '@tongban/domain/primitives.js';
import {resolve} from '@tongban/domain/guide/resolve.js';
import type {DraftBody} from '@tongban/vault/worker/drafts.js';

/** What a new application starts from. */
export interface Beginning {
  readonly guide: Guide;
  /** Region whose rules hold, when the person chose one. */
  readonly forRegion?: Region6 | undefined;
  /** The portal's own region, else. */
  readonly region: Region6;
  readonly held: readonly HeldProof[];
  /** Field values the state already knows. */
  readonly known: Readonly<Record<string, string>>;
  readonly userType?: 'person' | 'corp' | undefined;
  readonly delegationId?: string | undefined;
}

/** A new application: fields filled in from what the state knows, materials it already holds waived. */
export function newApplication({guide, forRegion, region, held, known, userType, delegationId}: Beginning): DraftBody {
  const resolved = resolve(guide, {answers: {}, region: forRegion ?? region, held, userType});
  const fields = Object.fromEntries(guide.fields.flatMap(({id}) => (known[id] === undefined ? [] : [[id, known[id]]])));
  return {
    taskCode: guide.taskCode,
    taskVersion: guide.version,
    itemName: guide.name,
    ...(forRegion !== undefined && {forRegion}),
    mode: guide.primaryMode,
    ...(delegationId !== undefined && {delegationId}),
    answers: {},
    fields,
    slots: slotsOf(resolved),
    status: 'editing',
  };
}

/**
 * An answer to a notice: the case as it stands, with what the notice did not take emptied. Masked values are left out, or they
 * would be sent back as if the person had typed them.
 */
export function answerTo(file: CaseFile): DraftBody {
  const {caseNo, revision, taskCode, taskVersion, itemName, mode, windowRegion, answers} = file;
  const fields = Object.fromEntries(Object.entries(file.fields).filter(([, value]) => !value.includes('*')));
  const slots = file.slots.map(({check: _check, refusedReason, ...slot}) => {
    if (refusedReason === undefined) return slot;
    const {waivedBy: _waived, dueOn: _due, trust: _trust, ...emptied} = slot;
    return {...emptied, state: 'empty' as const, pieces: []};
  });
  return {taskCode, taskVersion, itemName, caseNo, revision, mode, ...(windowRegion !== undefined && {windowRegion}), answers, fields, slots, status: 'editing'};
}
