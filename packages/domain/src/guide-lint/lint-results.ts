import type {Guide} from '../guide/guide.js';
import {warning, type LintFinding, type LintRules} from './lint-finding.js';

/** Rules 3, 10 and 11: what comes out and how a permit gets there. */
export const lintResults: LintRules = (guide) => [...kinds(guide), ...permit(guide), ...samples(guide)];

/** A 凭证 is a paper about something, no certificate. */
const KIND_BY_ENDING: readonly (readonly [RegExp, string])[] = [
  [/(?:^|[^凭])证$/, '出证办结'],
  [/文$/, '出文办结'],
  [/批复$/, '审批办结'],
];

function kinds({results}: Guide): LintFinding[] {
  return results.flatMap(({name, kind}, at) => {
    const bare = name.replace(/[(（].*?[)）]$/, '');
    const [, expected] = KIND_BY_ENDING.find(([ending]) => ending.test(bare)) ?? [];
    if (expected === undefined || kind === expected) return [];
    return [
      warning(
        3,
        `results.${at}.kind`,
        `按结果名称应为“${expected}”。`,
        `By the name of the result its kind is ${expected}.`,
      ),
    ];
  });
}

/** Stages of a permit and the names that steps give them. */
const STAGES = {受理: /受理/, 审核: /审[核查]|核[验查]/, 审批: /审批|决定|签发/, 办结: /办结/, 送达: /送达|颁证|发放/};

function permit({itemType, faq, steps}: Guide): LintFinding[] {
  if (itemType !== '01') return [];
  const findings: LintFinding[] = [];
  if (faq.length === 0)
    findings.push(warning(10, 'faq', '行政许可至少要有一条常见问题。', 'A permit has at least one frequent question.'));
  for (const stage of Object.keys(STAGES) as (keyof typeof STAGES)[]) {
    if (!steps.some(({name}) => STAGES[stage].test(name))) {
      findings.push(warning(10, 'steps', `行政许可的流程缺少“${stage}”。`, `The steps of a permit lack ${stage}.`));
    }
  }
  return findings;
}

function samples({results}: Guide): LintFinding[] {
  return results.flatMap(({name, sample}, at) =>
    name && !sample
      ? [warning(11, `results.${at}.sample`, '有名称的办理结果应有样本。', 'A named result has a sample.')]
      : [],
  );
}
