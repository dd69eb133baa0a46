import {checkRegionCode} from '../checks/region-code.js';
import type {Guide} from '../guide/guide.js';
import {lintCodes} from './lint-codes.js';
import type {LintFinding, LintRules} from './lint-finding.js';
import {lintHandling} from './lint-handling.js';
import {lintLimits} from './lint-limits.js';
import {lintResults} from './lint-results.js';
import {regionGuide} from '../guide/region-guide.js';

export type {LintFinding, LintRule} from './lint-finding.js';

const rules: readonly LintRules[] = [lintLimits, lintHandling, lintResults, lintCodes];

/**
 * Everything that is wrong with a guide by the rules of domain.md §3.1: the common part, then what each region's edition breaks
 * besides. Empty for a guide that may be published.
 */
export function lintGuide(guide: Guide): LintFinding[] {
  const common = lintOne(guide);
  const known = new Set(common.map(keyOf));
  const regional = guide.deltas.flatMap(({region}) => {
    if (!checkRegionCode(region).ok) return [];
    return lintOne(regionGuide(guide, [region]))
      .filter((finding) => !known.has(keyOf(finding)))
      .map((finding) => ({...finding, field: `deltas.${region}.${finding.field}`}));
  });
  return [...common, ...regional];
}

const lintOne = (guide: Guide) => rules.flatMap((rule) => rule(guide)).sort((a, b) => a.rule - b.rule);
const keyOf = ({rule, field, zh}: LintFinding) => `${rule} ${field} ${zh}`;
