import {TbError} from '@tongban/domain/errors.js';
import type {FieldSpec} from '@tongban/domain/guide/guide.js';
import {mask} from '@tongban/domain/people/mask.js';
import {maskKindOf} from '@tongban/domain/people/masked-fields.js';
import {partyView} from '@tongban/domain/case/party-view.js';
import {prefilled, type KnownParty} from '../people/prefilled.js';

/** Where the value behind a mask can come from. */
export interface BehindMasks {
  readonly party: KnownParty;
  /** Who acts for the party; the party itself when nobody does. */
  readonly agent?: KnownParty | undefined;
  /** What the case has already. */
  readonly stored?: Readonly<Record<string, string>>;
}

/**
 * Puts the known value where a page sent back its mask: a page is shown personal values masked only, and sends back what it was
 * shown. A `*` in a field that nobody masks is text like any other.
 *
 * @throws TbError TB_FIELD_INVALID with `details.field` for a mask of something else
 */
export function unmaskFields(specs: readonly FieldSpec[], values: Readonly<Record<string, string>>, behind: BehindMasks): Record<string, string> {
  const full: Record<string, string> = {...values};
  for (const spec of specs) {
    const sent = values[spec.id];
    if (sent?.includes('*') && maskKindOf(spec)) full[spec.id] = valueBehind(spec, sent.trim(), behind);
  }
  return full;
}

function valueBehind(spec: FieldSpec, sent: string, {party, agent = party, stored = {}}: BehindMasks): string {
  const known = [stored[spec.id], prefilled(spec, party, agent)].filter((value) => value !== undefined && value !== '') as string[];
  const value = known.find((candidate) => masksOf(spec, candidate).includes(sent));
  if (value === undefined) throw new TbError('TB_FIELD_INVALID', {details: {field: spec.id, why: 'masked'}});
  return value;
}

/** As the form of a case shows a value, and as the view of a person does. */
function masksOf(spec: FieldSpec, value: string): string[] {
  const masks = [mask(maskKindOf(spec)!, value)];
  if (spec.prefill === 'person.idNo') masks.push(partyView({userType: 'person', name: '', idNo: value}).idNo);
  return masks;
}
