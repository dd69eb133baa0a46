import type {TakeInCase} from '@tongban/domain/case/command.js';
import type {ResolvedMaterial} from '@tongban/domain/guide/resolve.js';
import type {Piece} from '@tongban/domain/slots/slot.js';

type Slot = TakeInCase['slots'][number];

/**
 * How a window collects one material: scanned, on paper only, as an electronic certificate or a data share that the gateway
 * fetches, by a signed promise, later (容缺后补), or not at all.
 */
export type Way = 'scan' | 'paper' | 'held' | 'promise' | 'later' | 'none';

/** The ways one material allows, the usual one first. */
export function waysOf({spec}: ResolvedMaterial): Way[] {
  const can = (by: 'certificate' | 'share' | 'promise') => spec.waive.some((waiver) => waiver.by === by);
  return [
    ...(can('certificate') || can('share') ? (['held'] as const) : []),
    'scan',
    'paper',
    ...(can('promise') ? (['promise'] as const) : []),
    ...(spec.necessity === 3 ? (['later'] as const) : []),
    ...(spec.necessity === 2 ? (['none'] as const) : []),
  ];
}

/** The slot that is sent, or undefined when nothing was handed in. */
export function slotOf({spec}: ResolvedMaterial, way: Way, pieces: Piece[]): Slot | undefined {
  const {id: materialId, name, necessity, waive} = spec;
  const slot = {materialId, name, necessity, pieces: []} as const;
  switch (way) {
    case 'scan':
      return {...slot, state: 'provided', pieces};
    case 'paper':
      return {...slot, state: 'provided', pieces: []};
    case 'held': {
      const waivedBy = waive.find(({by}) => by !== 'promise');
      return waivedBy && {...slot, state: 'waived', pieces: [], waivedBy};
    }
    case 'promise': {
      const waivedBy = waive.find(({by}) => by === 'promise');
      return waivedBy && {...slot, state: 'promised', pieces: [], waivedBy};
    }
    case 'later':
      return {...slot, state: 'lacking', pieces: []};
    case 'none':
      return undefined;
  }
}

/** Ways after which somebody has to say that the original was seen. */
export const hasOriginal = (way: Way): boolean => way === 'scan' || way === 'paper';
