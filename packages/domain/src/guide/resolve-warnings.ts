import type {Guide} from './guide.js';
import type {HeldProof} from '../people/person.js';
import type {LocalDate, Region6} from '../primitives.js';
import {regionChain} from './region-guide.js';
import {hasExpired} from '../slots/waiving.js';
import {namedOptions, type Answers, type When} from './when.js';

/** What a checklist cannot promise; `at` is a dotted path, a region or the name of a proof. */
export type ResolveWarning =
  | {readonly kind: 'unknownWhen'; readonly code: 'TB_WHEN_UNKNOWN'; readonly at: string}
  | {readonly kind: 'unclaimed'; readonly code: 'TB_ITEM_UNCLAIMED'; readonly at: Region6}
  | {readonly kind: 'unknownAnswer'; readonly at: string}
  | {readonly kind: 'notForUserType'; readonly at: string}
  | {readonly kind: 'expiredProof'; readonly at: string};

export interface WarnAbout {
  readonly answers: Answers;
  readonly region: Region6;
  readonly held: readonly HeldProof[];
  readonly userType?: 'person' | 'corp' | undefined;
  readonly today?: LocalDate | undefined;
}

export function warningsOf(guide: Guide, {answers, region, held, userType, today}: WarnAbout): ResolveWarning[] {
  const warnings: ResolveWarning[] = unknownWhens(guide).map((at) => ({
    kind: 'unknownWhen',
    code: 'TB_WHEN_UNKNOWN',
    at,
  }));
  if (!isClaimed(guide, region)) warnings.push({kind: 'unclaimed', code: 'TB_ITEM_UNCLAIMED', at: region});
  for (const id of Object.keys(answers)) {
    if (!hasOption(guide, {q: id, is: answers[id] ?? ''})) warnings.push({kind: 'unknownAnswer', at: id});
  }
  if (userType && !serves(guide, userType)) warnings.push({kind: 'notForUserType', at: userType});
  for (const proof of held) {
    if (hasExpired(proof, today)) warnings.push({kind: 'expiredProof', at: proof.name});
  }
  return warnings;
}

/** Paths of conditions that name a question or an option the guide does not have: such a part stays "maybe" for ever. */
export function unknownWhens(guide: Pick<Guide, 'situations' | 'materials' | 'fields' | 'fees'>): string[] {
  const conditions: {at: string; when: When}[] = [
    ...guide.materials.map(({when}, at) => ({when, at: `materials.${at}.when`})),
    ...guide.fields.map(({when}, at) => ({when, at: `fields.${at}.when`})),
    ...guide.fees.map(({when}, at) => ({when, at: `fees.${at}.when`})),
    ...guide.situations.map(({showIf = null}, at) => ({when: showIf, at: `situations.${at}.showIf`})),
  ];
  return conditions.filter(({when}) => namedOptions(when).some((named) => !hasOption(guide, named))).map(({at}) => at);
}

function hasOption({situations}: Pick<Guide, 'situations'>, {q, is}: {q: string; is: string}): boolean {
  return situations.some(({id, options}) => id === q && options.some((option) => option.id === is));
}

/** A region has the item when it, or what it lies in, published an edition (认领). */
export function isClaimed(guide: Guide, region: Region6): boolean {
  const chain = regionChain(region);
  return (
    chain.includes(guide.region) ||
    guide.deltas.some((delta) => delta.taskCode !== undefined && chain.includes(delta.region))
  );
}

/** Service object 1 is 自然人, all others are bodies. */
function serves({serviceObjects}: Guide, userType: 'person' | 'corp'): boolean {
  return serviceObjects.some((code) => (code === '1') === (userType === 'person'));
}
