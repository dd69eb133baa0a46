import type {Case} from './case.js';
import {TbError} from '../errors.js';
import type {Guide} from '../guide/guide.js';
import {editionOf, regionChain, regionGuide} from '../guide/region-guide.js';
import {askedOf} from '../guide/situations.js';
import {evaluate, type Answers, type Truth, type When} from '../guide/when.js';

/**
 * The guide as it holds for a case: its region's edition with its differences. Whoever calls may hand in the common guide or one
 * already narrowed to the region; both come to the same.
 *
 * @throws TbError TB_ITEM_UNKNOWN when the guide is not the item's
 */
export function caseGuide(guide: Guide, {taskCode, homeRegion}: Pick<Case, 'taskCode' | 'homeRegion'>): Guide {
  const edition = editionOf(guide, taskCode);
  if (!edition) throw new TbError('TB_ITEM_UNKNOWN', {details: {at: 'guide'}});
  return regionGuide(edition, regionChain(homeRegion));
}

/** Evaluates conditions over these answers; questions that are not asked count as answered by nothing. */
export function truthOver({situations}: Pick<Guide, 'situations'>, answers: Answers): (when: When) => Truth {
  const asked = askedOf(situations, answers);
  return (when) => evaluate(when, asked.answers);
}
