import type {TakeInCase} from '@tongban/domain/case/command.js';
import {hasCode, TbError} from '@tongban/domain/errors.js';
import type {FieldSpec} from '@tongban/domain/guide/guide.js';
import type {Mode} from '@tongban/domain/guide/mode.js';
import type {Region6} from '@tongban/domain/primitives.js';
import type {Resolved, ResolvedMaterial} from '@tongban/domain/guide/resolve.js';
import {valueOf} from '../forms/field-view.js';
import type {Filling, Wrong} from '../forms/open-form.js';
import {wrongOf} from '../forms/plain-form.js';
import type {Scans} from '../scan/scans.js';
import {applicantFields, guideField} from './applicant-fields.js';
import {hasOriginal, slotOf, waysOf, type Way} from './collecting.js';

/** A walk-in being written down. */
export interface WalkInForm extends Filling {
  readonly taskCode: string;
  readonly mode: Mode;
  readonly windowRegion: Region6;
  readonly resolved: Resolved;
  readonly scans: Scans;
}

export const walkInScanKey = (materialId: string): string => `walk-in/${materialId}`;

/** Materials that may be handed in now: what hangs on an open question is not asked for yet. */
export const collectable = ({materials}: Resolved): ResolvedMaterial[] => materials.filter(({state}) => state !== 'maybe');

/** What the applicant's own data fill in is not asked for twice. */
export const askedFields = ({fields}: Resolved): FieldSpec[] => fields.filter(({prefill}) => prefill === undefined || prefill === 'corp.legalName');

/** How a material is collected: as chosen; a scan that was made is a choice. */
export function wayOf({values, scans}: WalkInForm, material: ResolvedMaterial): Way | undefined {
  const {id} = material.spec;
  const chosen = waysOf(material).find((way) => way === values[`way-${id}`]);
  return chosen ?? (scans.pieces(walkInScanKey(id)).length > 0 ? 'scan' : undefined);
}

/** Everything that still stands in the way, in the order of the page. */
export function wrongsOf(form: WalkInForm): Wrong[] {
  const {text, resolved} = form;
  const questions = resolved.unanswered.map((id) => ({name: 'questions', sentence: text.of('wrongQuestion', {question: resolved.guide.situations.find((situation) => situation.id === id)?.question ?? id})}));
  const applicant = applicantFields(form).flatMap((field) => wrongOf(form, field) ?? []);
  const materials = collectable(resolved).flatMap((material) => wrongWay(form, material) ?? []);
  const fields = askedFields(resolved).flatMap((spec) => wrongOf(form, guideField(form, spec)) ?? []);
  return [...questions, ...applicant, ...materials, ...fields];
}

function wrongWay(form: WalkInForm, material: ResolvedMaterial): Wrong | undefined {
  const {text, scans} = form;
  const {id, name, necessity} = material.spec;
  const way = wayOf(form, material);
  if (way === undefined) return necessity === 2 ? undefined : {name: `way-${id}`, sentence: text.of('wrongWay', {name})};
  const hasScan = scans.pieces(walkInScanKey(id)).length > 0 && !scans.isUploading(walkInScanKey(id));
  return way === 'scan' && !hasScan ? {name: `way-${id}`, sentence: text.of('wrong-scan', {label: name})} : undefined;
}

export function takeInOf(form: WalkInForm): TakeInCase {
  const {taskCode, mode, windowRegion, resolved, scans, values} = form;
  const value = (name: string) => (values[name] ?? '').trim();
  const fields: Record<string, string> = {};
  for (const spec of resolved.fields) {
    const typed = valueOf(form, guideField(form, spec)).trim();
    if (typed) fields[spec.id] = typed;
  }
  return {
    ...{taskCode, taskVersion: resolved.guide.version, mode},
    ...(mode !== 'online' && {windowRegion}),
    answers: {...resolved.answers},
    fields,
    slots: collectable(resolved).flatMap((material) => slotOf(material, wayOf(form, material) ?? 'none', scans.pieces(walkInScanKey(material.spec.id))) ?? []),
    applicant: {userType: value('userType') === 'corp' ? 'corp' : 'person', name: value('name'), idNo: value('idNo').toUpperCase(), mobile: value('mobile')},
  };
}

/** Where on the page a refusal of the gateway belongs; nowhere, when it is about none of what was typed. */
export function refusedAt(form: WalkInForm, error: unknown): Wrong[] {
  const {text, resolved} = form;
  const {material, field} = (error instanceof TbError ? error.details : {}) as {material?: string; field?: string};
  if (hasCode(error, 'TB_MATERIAL_MISSING')) {
    // Nobody holds what was to be fetched: the only way of these that the gateway looks into.
    const fetched = collectable(resolved).filter((each) => wayOf(form, each) === 'held' && (material === undefined || each.spec.id === material));
    return fetched.map(({spec}) => ({name: `way-${spec.id}`, sentence: text.of('wrongHeld', {name: spec.name})}));
  }
  if (field === undefined) return [];
  const name = field.startsWith('applicant.') ? field.slice('applicant.'.length) : `field-${field}`;
  return [{name, sentence: text.error(error)}];
}

/** What was compared with its original while taking in, to be recorded right after. */
export function seenOriginals(form: WalkInForm): {materialId: string; how: 'originalSeen' | 'copyKept'}[] {
  return collectable(form.resolved).flatMap((material): {materialId: string; how: 'originalSeen' | 'copyKept'}[] => {
    const way = wayOf(form, material);
    const {id: materialId} = material.spec;
    if (way === undefined || !hasOriginal(way)) return [];
    if (way === 'paper') return [{materialId, how: 'copyKept'}];
    return form.values[`seen-${materialId}`] === 'yes' ? [{materialId, how: 'originalSeen'}] : [];
  });
}
