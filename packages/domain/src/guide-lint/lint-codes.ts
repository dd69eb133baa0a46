import {checkProblems, checkWarnings, type CheckResult} from '../checks/check-result.js';
import {checkItemCode, formatCatalogueCode, parseItemCode} from '../checks/item-code.js';
import {checkRegionCode} from '../checks/region-code.js';
import {checkUscc} from '../checks/uscc.js';
import type {Guide} from '../guide/guide.js';
import {fault, warning, type LintFinding, type LintRules} from './lint-finding.js';
import {unknownWhens} from '../guide/resolve-warnings.js';

/** Rules 13 and 14: what the guide names exists, and its codes add up. */
export const lintCodes: LintRules = (guide) => [...whens(guide), ...codes(guide)];

function whens(guide: Guide): LintFinding[] {
  return unknownWhens(guide).map((at) =>
    fault(
      13,
      at,
      '条件引用了不存在的问题或选项。',
      'The condition names a question or option that does not exist.',
      'TB_WHEN_UNKNOWN',
    ),
  );
}

function codes(guide: Guide): LintFinding[] {
  const {taskCode, catalogCode, dept, region, materials, results} = guide;
  const ofItem = parseItemCode(taskCode)?.catalogue;
  const types = [
    ...materials.flatMap(({waive}, at) =>
      waive.map((waiver, which) => ({
        at: `materials.${at}.waive.${which}.certTypeCode`,
        code: waiver.by === 'certificate' ? waiver.certTypeCode : undefined,
      })),
    ),
    ...results.map(({certTypeCode}, at) => ({at: `results.${at}.certTypeCode`, code: certTypeCode})),
  ];
  return [
    ...checked('taskCode', checkItemCode(taskCode)),
    ...checked('catalogCode', checkItemCode(catalogCode)),
    ...(ofItem && formatCatalogueCode(ofItem) !== catalogCode
      ? [
          fault(
            14,
            'catalogCode',
            '实施编码中的基本编码与指南不一致。',
            'The catalogue code inside the item code is another one.',
            'TB_CODE_INVALID',
          ),
        ]
      : []),
    ...checked('dept.code', checkUscc(dept.code)),
    ...checked('region', checkRegionCode(region)),
    // 21 characters: the authority that defined the type and three digits.
    ...types.flatMap(({at, code}) => (code === undefined ? [] : checked(at, checkUscc(code.slice(0, 18))))),
  ];
}

function checked(field: string, result: CheckResult): LintFinding[] {
  if (!result.ok) {
    const {zh, en} = checkProblems[result.problem];
    return [fault(14, field, zh, en, 'TB_CODE_INVALID')];
  }
  return result.warnings.map((code) => warning(14, field, checkWarnings[code].zh, checkWarnings[code].en));
}
