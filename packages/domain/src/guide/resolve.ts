import type {FeeSpec, FieldSpec, Guide, StepSpec} from './guide.js';
import type {Limit} from './limit.js';
import type {MaterialSpec, Waiver} from './material.js';
import type {HeldProof} from '../people/person.js';
import type {LocalDate, Region6} from '../primitives.js';
import {deltasAlong, regionChain, regionGuide} from './region-guide.js';
import {warningsOf, type ResolveWarning} from './resolve-warnings.js';
import {askedOf, openQuestions, type Asked} from './situations.js';
import {heldWaiver, promiseOf} from '../slots/waiving.js';
import {evaluate, questionsOf, type Answers, type When} from './when.js';

export interface ResolveWish {
  readonly answers: Answers;
  /** Whose checklist: the region that decides. */
  readonly region: Region6;
  /** What the government holds for the applicant; empty for an anonymous visitor. */
  readonly held: readonly HeldProof[];
  readonly userType?: 'person' | 'corp' | undefined;
  /** To leave out expired proofs. */
  readonly today?: LocalDate | undefined;
}

/**
 * `need` must be handed in, `waivable` starts as 免交 with uploading as the fallback, `maybe` hangs on a question not yet answered,
 * `optional` (非必要) may be left out, `lackable` (容缺后补) may follow later.
 */
export type MaterialState = 'need' | 'maybe' | 'waivable' | 'optional' | 'lackable';

/** Why a material stands where it stands; an element puts it in words. */
export type Because =
  | {readonly why: 'always'}
  | {readonly why: 'answer'; readonly question: string; readonly label: string}
  | {readonly why: 'unanswered'; readonly question: string}
  | {readonly why: 'held'; readonly waiver: Waiver; readonly issuer?: string | undefined}
  | {readonly why: 'region'; readonly region: Region6; readonly note?: string | undefined};

export interface ResolvedMaterial {
  readonly spec: MaterialSpec;
  readonly state: MaterialState;
  /** What stands for it without anybody handing it in; also on a `maybe`, which it then settles. */
  readonly waiver?: Waiver | undefined;
  /** A signed promise the applicant may choose instead. */
  readonly promise?: Waiver | undefined;
  readonly because: readonly Because[];
}

export interface Resolved {
  /** The guide as it holds in the region. */
  readonly guide: Guide;
  readonly materials: readonly ResolvedMaterial[];
  /** Materials that the answers ruled out. */
  readonly ruledOut: readonly {readonly spec: MaterialSpec; readonly because: readonly Because[]}[];
  readonly fields: readonly FieldSpec[];
  /** Yuan; null when a line has no fixed amount. `maybe` hangs on questions not yet answered. */
  readonly fee: {readonly total: number | null; readonly lines: readonly FeeSpec[]; readonly maybe: readonly FeeSpec[]};
  /** Answers that count. */
  readonly answers: Answers;
  /** Questions to answer next, the one that decides most first. */
  readonly unanswered: readonly string[];
  readonly steps: readonly StepSpec[];
  readonly limits: {readonly legal: Limit; readonly promised: Limit};
  /** 零材料: for this applicant and these answers nothing but the form is left. */
  readonly zeroMaterial: boolean;
  readonly warnings: readonly ResolveWarning[];
}

/**
 * Narrows a guide to one applicant's checklist (domain.md §5, §6): what the region does differently first, then the answers, then
 * what the government already holds. The same code runs in the column and at the window, so both show one checklist.
 */
export function resolve(common: Guide, wish: ResolveWish): Resolved {
  const chain = regionChain(wish.region);
  const guide = regionGuide(common, chain);
  const asked = askedOf(guide.situations, wish.answers);
  const truth = (when: When) => evaluate(when, asked.answers);

  const resolved = guide.materials.map((spec) => ({spec, truth: truth(spec.when)}));
  const materials = resolved
    .filter((material) => material.truth !== false)
    .map(({spec, truth: isAsked}) => resolveMaterial(spec, isAsked === undefined, {guide, common, chain, asked, wish}));
  const lines = guide.fees.filter(({when}) => truth(when));

  return {
    guide,
    materials,
    ruledOut: resolved
      .filter((material) => material.truth === false)
      .map(({spec}) => ({spec, because: answersBehind(spec.when, guide, asked)})),
    fields: guide.fields.filter(({when}) => truth(when)),
    fee: {total: totalOf(lines), lines, maybe: guide.fees.filter(({when}) => truth(when) === undefined)},
    answers: answered(asked),
    unanswered: openQuestions(guide, asked).map(({id}) => id),
    steps: guide.steps,
    limits: {legal: guide.legal, promised: guide.promised},
    zeroMaterial: materials.every(isNothingToHandIn),
    warnings: warningsOf(guide, wish),
  };
}

interface Ground {
  readonly guide: Guide;
  readonly common: Guide;
  readonly chain: readonly Region6[];
  readonly asked: Asked;
  readonly wish: ResolveWish;
}

function resolveMaterial(
  spec: MaterialSpec,
  isOpen: boolean,
  {guide, common, chain, asked, wish}: Ground,
): ResolvedMaterial {
  const found = heldWaiver(spec, wish.held, wish.today);
  const because: Because[] = [...regionBehind(spec.id, common, chain), ...answersBehind(spec.when, guide, asked)];
  if (found) because.push({why: 'held', waiver: found.waiver, issuer: found.proof.issuer});
  const state = isOpen ? 'maybe' : found ? 'waivable' : byNecessity[spec.necessity];
  return {spec, state, waiver: found?.waiver, promise: promiseOf(spec), because};
}

const byNecessity: Record<MaterialSpec['necessity'], MaterialState> = {1: 'need', 2: 'optional', 3: 'lackable'};

function answersBehind(when: When, guide: Guide, {answers}: Asked): Because[] {
  if (when === null) return [{why: 'always'}];
  return [...new Set(questionsOf(when))].flatMap((id): Because[] => {
    const situation = guide.situations.find((candidate) => candidate.id === id);
    if (!situation) return [];
    if (answers[id] === undefined) return [{why: 'unanswered', question: id}];
    const option = situation.options.find((candidate) => candidate.id === answers[id]);
    return option ? [{why: 'answer', question: id, label: option.label}] : [];
  });
}

/** The nearest region that speaks of this material. */
function regionBehind(id: string, common: Guide, chain: readonly Region6[]): Because[] {
  const delta = deltasAlong(common, chain).find(({ops}) =>
    ops.some(
      (op) =>
        (op.op === 'addMaterial' && op.material.id === id) ||
        ((op.op === 'patchMaterial' || op.op === 'addWaiver') && op.id === id),
    ),
  );
  return delta ? [{why: 'region', region: delta.region, note: delta.note}] : [];
}

function totalOf(lines: readonly FeeSpec[]): number | null {
  return lines.reduce<number | null>(
    (total, {amount}) => (total === null || amount === null ? null : total + amount),
    0,
  );
}

function answered({answers}: Asked): Answers {
  const given: Record<string, string> = {};
  for (const id of Object.keys(answers)) {
    const answer = answers[id];
    if (answer) given[id] = answer;
  }
  return given;
}

const FORM_NAME = /(?:申请|登记|申报|备案)[^、及和]*[书表]$/;

/** The application form is no material: it is filled in on the page. */
function isNothingToHandIn({spec, state, waiver}: ResolvedMaterial): boolean {
  const isForm = spec.kind === 2 && FORM_NAME.test(spec.name);
  return waiver !== undefined || state === 'optional' || isForm;
}
