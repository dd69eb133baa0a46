import {canonicalJson} from '@tongban/domain/canonical-json.js';
import type {Draft, DraftEdit} from '@tongban/domain/draft.js';
import {personOf, type Ground} from './ground.js';
import {isKnown, knownValue} from './known-value.js';
import type {Shape} from './shape.js';

/**
 * What follows by itself from what was answered, so that nobody types or chooses it: slots for the materials, fields the
 * government can fill in, the delegation one acts under. Undefined when the draft has it all.
 */
export function settled(ground: Ground, draft: Draft, {slots, fields, resolved}: Shape): DraftEdit | undefined {
  const edit: DraftEdit = {};
  // Not by plain JSON: what has been through a store comes back with its members in another order.
  if (canonicalJson(slots) !== canonicalJson(draft.slots)) edit.slots = [...slots];

  const person = personOf(ground);
  const filled: Record<string, string> = {};
  for (const field of fields) {
    const known = knownValue(field, person);
    const now = draft.fields[field.id];
    if (known !== undefined && !now) filled[field.id] = known;
    // Masked, and not what is known of whom one acts for now: left over from somebody else.
    else if (now?.includes('*') && person && !isKnown(field, now, person)) filled[field.id] = '';
  }
  if (!ground.file && Object.keys(filled).length > 0) edit.fields = {...draft.fields, ...filled};

  if (!ground.file && person && draft.delegationId !== person.actingFor?.id) edit.delegationId = person.actingFor?.id;
  const {modes, primaryMode} = resolved.guide;
  if (!ground.file && !modes.includes(draft.mode)) edit.mode = primaryMode;
  return Object.keys(edit).length > 0 ? edit : undefined;
}
