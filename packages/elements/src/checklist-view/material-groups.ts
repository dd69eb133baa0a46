import type {MaterialState, Resolved, ResolvedMaterial} from '@tongban/domain/guide/resolve.js';

export interface MaterialGroup {
  readonly state: MaterialState;
  readonly materials: readonly ResolvedMaterial[];
}

/** The groups in the order a person acts on them. */
const order: readonly MaterialState[] = ['need', 'lackable', 'maybe', 'waivable', 'optional'];

/** A checklist in groups. What a person hands in though they need not joins what is needed. */
export function groupsOf({materials}: Resolved, handIn: ReadonlySet<string>): MaterialGroup[] {
  const placeOf = ({spec, state}: ResolvedMaterial): MaterialState => (state === 'waivable' && handIn.has(spec.id) ? 'need' : state);
  return order.map((state) => ({state, materials: materials.filter((material) => placeOf(material) === state)})).filter((group) => group.materials.length > 0);
}

/** How many materials stand where. */
export function countsOf(resolved: Resolved, handIn: ReadonlySet<string>): Record<MaterialState, number> {
  const counts: Record<MaterialState, number> = {need: 0, lackable: 0, maybe: 0, waivable: 0, optional: 0};
  for (const {state, materials} of groupsOf(resolved, handIn)) counts[state] = materials.length;
  return counts;
}
