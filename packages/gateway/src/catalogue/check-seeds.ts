import {Agreement} from '@tongban/domain/agreements/agreement.js';
import {parseCalendarFeed} from '@tongban/domain/time/calendar.js';
import {TbError, type ErrorCode} from '@tongban/domain/errors.js';
import {lintGuide} from '@tongban/domain/guide-lint/guide-lint.js';
import {Guide} from '@tongban/domain/guide/guide.js';
import {parse} from '@tongban/domain/parse.js';
import {RatingLevel} from '@tongban/domain/rating/rating.js';
import {parseRegions} from '@tongban/domain/regions/regions.js';
import * as v from 'valibot';
import type {Seeds} from '../config.js';

/** Findings with which a guide is not served, by rule of domain.md §3.1. The others are the publisher's to mend. */
const fatal: Readonly<Record<number, ErrorCode>> = {12: 'TB_LIMIT_ORDER', 13: 'TB_WHEN_UNKNOWN'};

/**
 * Holds what a province brings along to its schemas, and its guides to the rules without which nobody can be guided.
 *
 * @throws TbError TB_CONTRACT_INVALID; TB_LIMIT_ORDER, TB_WHEN_UNKNOWN with `details.item` and `details.at`
 */
export function checkSeeds(seeds: Seeds): Seeds {
  const guides = parse(v.array(Guide), seeds.guides);
  for (const guide of guides) {
    for (const {rule, field} of lintGuide(guide)) {
      const code = fatal[rule];
      if (code) throw new TbError(code, {details: {item: guide.taskCode, at: field}});
    }
  }
  return {
    ...seeds,
    guides,
    agreements: parse(v.array(Agreement), seeds.agreements),
    holidays: parseCalendarFeed(seeds.holidays),
    regions: parseRegions(seeds.regions),
    ratingTags: {version: seeds.ratingTags.version, levels: parse(v.array(RatingLevel), seeds.ratingTags.levels)},
  };
}
