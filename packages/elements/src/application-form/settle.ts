import {canonicalJson} from '@tongban/domain/canonical-json.js';
import type {Draft, DraftEdit} from '@tongban/domain/case/draft.js';
import {isNamed, personOf, type Ground} from './ground.js';
import {isKnown, knownValue} from './known-value.js';
import {withSlots, type Shape} from './shape.js';

/**
 * What follows by itself from what was answered, so that nobody types or chooses it: slots for the materials, fields the
 * government can fill in, the delegation one acts under. Undefined when the draft has it all.
 */
export function settled(ground: Ground, draft: Draft, {slots, fields, resolved}: Shape): DraftEdit | undefined {
  const edit: DraftEdit = {};
  const all = withSlots(draft, slots, ground);
  // Not by plain JSON: what has been through a store comes back with its members in another order.
  if (canonicalJson(all) !== canonicalJson(draft.slots)) edit.slots = all;

  const person = personOf(ground);
  const isOther = !ground.file && person !== undefined && draft.delegationId !== person.actingFor?.id;
  if (isOther) edit.delegationId = person.actingFor?.id;
  const filled: Record<string, string> = {};
  for (const field of fields.filter(({id}) => !isNamed(ground, id))) {
    const known = knownValue(field, person);
    const now = draft.fields[field.id];
    if (known !== undefined && (!now || (isOther && !isKnown(field, now, person)))) filled[field.id] = known;
    // Whoever one acted for before is not whom one acts for now.
    else if (now && field.prefill && person && known === undefined && (isOther || now.includes('*'))) filled[field.id] = '';
  }
  if (Object.keys(filled).length > 0) edit.fields = {...draft.fields, ...filled};

  const {modes, primaryMode} = resolved.guide;
  if (!ground.file && !modes.includes(draft.mode)) edit.mode = primaryMode;
  return Object.keys(edit).length > 0 ? edit : undefined;
}
