import {TbError} from '@tongban/domain/errors.js';
import type {Draft} from '@tongban/domain/case/draft.js';
import type {DraftSlot} from '@tongban/domain/slots/initial-slots.js';
import {checkField} from './field-check.js';
import type {FormText} from './form-text.js';
import {isAnswer, type Ground} from './ground.js';
import type {Shape} from './shape.js';

export type SectionName = 'situation' | 'mode' | 'fields' | 'materials' | 'review';

/** One thing that stands in the way of sending, and where it is put right. */
export interface FormProblem {
  readonly section: SectionName;
  /** Id of the field, material, question or consent. */
  readonly of: string;
  /** Selector of what to focus. */
  readonly focus: string;
  /** As the summary says it, with the name of what it is about. */
  readonly summary: string;
  /** As it stands beside the input. */
  readonly sentence: string;
}

export interface Consents {
  readonly purpose: boolean;
  readonly sensitive: boolean;
}

/** Everything that stands in the way of sending, from top to bottom. */
export function problemsOf(text: FormText, {draft, shape, consents, ground}: {draft: Draft; shape: Shape; consents: Consents; ground: Ground}): FormProblem[] {
  const {resolved, fields} = shape;
  const answer = isAnswer(ground);
  return [
    ...(answer ? [] : resolved.unanswered.map((id) => question(text, id, resolved.guide.situations.find((situation) => situation.id === id)?.question ?? id))),
    ...(draft.mode !== 'online' && !draft.windowRegion && !ground.file ? [one('mode', 'window', '#window-0', text.of('windowMissing'))] : []),
    ...fields.flatMap((field) => {
      const {problem} = checkField(text, field, draft.fields[field.id] ?? '');
      return problem ? [{...one('fields', field.id, `[data-field="${field.id}"]`, problem), summary: `${field.label}: ${problem}`}] : [];
    }),
    ...shape.slots.flatMap((slot) => material(text, slot, draft, answer)),
    ...(consents.purpose ? [] : [one('review', 'purpose', '#consent-purpose', text.of('consentMissing'))]),
    ...(consents.sensitive || !isSensitive(shape) ? [] : [one('review', 'sensitive', '#consent-sensitive', text.of('consentSensitiveMissing'))]),
  ];
}

/** Whether what is handed in is sensitive by law (个人信息保护法 28: here documents of identity and accounts): then a separate consent is needed. */
export function isSensitive({fields, resolved}: Shape): boolean {
  return fields.some(({type}) => type === 'citizenId' || type === 'bankCard') || resolved.materials.some(({spec}) => spec.kind === 1);
}

/** Whether somebody handed something in for this material, be it still on its way. */
export const hasFiles = ({attachments}: Pick<Draft, 'attachments'>, materialId: string): boolean =>
  attachments.some((attachment) => attachment.materialId === materialId && attachment.state !== 'refused');

function material(text: FormText, slot: DraftSlot, draft: Draft, isAnswered: boolean): FormProblem[] {
  const {materialId, name, necessity, state, pieces} = slot;
  const focus = `[data-upload="${materialId}"]`;
  const refused = draft.attachments.find((attachment) => attachment.materialId === materialId && attachment.state === 'refused');
  if (refused) {
    const sentence = text.of('uploadRefused', {file: refused.fileName});
    return [{...one('materials', materialId, focus, sentence), summary: `${name}: ${sentence}`}];
  }
  const isCovered = state === 'waived' || state === 'promised' || state === 'lacking' || pieces.length > 0 || hasFiles(draft, materialId);
  const isNeeded = isAnswered || (necessity === 1 && draft.mode === 'online');
  if (isCovered || !isNeeded) {
    return necessity === 3 && draft.mode === 'online' && !isCovered ? [missing(text, slot, focus, 'lackableMissing')] : [];
  }
  return [missing(text, slot, focus, 'materialMissing')];
}

function missing(text: FormText, {materialId, name}: DraftSlot, focus: string, word: 'materialMissing' | 'lackableMissing'): FormProblem {
  const sentence = word === 'materialMissing' ? text.error(new TbError('TB_MATERIAL_MISSING')) : text.of(word);
  return {...one('materials', materialId, focus, sentence), summary: text.of('missingSummary', {name})};
}

function question(text: FormText, id: string, words: string): FormProblem {
  return one('situation', id, `[name="situation-${id}"]`, text.of('unanswered', {question: words}));
}

function one(section: SectionName, of: string, focus: string, sentence: string): FormProblem {
  return {section, of, focus, sentence, summary: sentence};
}
