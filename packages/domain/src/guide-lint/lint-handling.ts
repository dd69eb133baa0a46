import type {Guide} from '../guide/guide.js';
import {warning, type LintFinding, type LintRules} from './lint-finding.js';

/** Online to the end: 互联网办理, 结果信息反馈, 电子证照反馈, or Ⅳ where a province counts so. */
const FULL_DEPTH = new Set(['5', '6', '7', 'Ⅳ']);
/** Rule 9. Themes of the national platform for one kind of applicant only; from memory, unverified. */
const PERSON_THEMES = new Set([
  '生育收养',
  '生育',
  '户籍办理',
  '户籍',
  '婚姻登记',
  '婚育',
  '离职退休',
  '死亡殡葬',
  '优待抚恤',
  '老年',
]);
const CORP_THEMES = new Set([
  '资质认证',
  '年检年审',
  '税收财务',
  '投资审批',
  '融资信贷',
  '招标拍卖',
  '海关口岸',
  '法人注销',
]);

/** Rules 4 to 9: how the item is handled, paid and asked about. */
export const lintHandling: LintRules = (guide) => [
  ...onsite(guide),
  ...fees(guide),
  ...phones(guide),
  ...served(guide),
];

function onsite({onsite: {times, reason}, handleForms, onlineDepth}: Guide): LintFinding[] {
  const findings: LintFinding[] = [];
  if (times !== 0 && !reason)
    findings.push(
      warning(4, 'onsite.reason', '须到现场的应写明原因。', 'An item that needs a visit gives the reason.'),
    );
  if (times === 0 && reason)
    findings.push(
      warning(4, 'onsite.reason', '不用到现场的不应填写原因。', 'An item without a visit has no reason for one.'),
    );
  const isOnline = handleForms.includes('2') || handleForms.includes('3');
  if (times === 0 && !isOnline && !handleForms.includes('4')) {
    findings.push(
      warning(
        5,
        'handleForms',
        '不用到现场又不能网办的，应提供邮寄办理。',
        'Without a visit and not online, mail must be offered.',
      ),
    );
  }
  if (FULL_DEPTH.has(onlineDepth) && times !== 0) {
    findings.push(
      warning(6, 'onsite.times', '全程网办的到现场次数应为0。', 'An item that is online to the end needs no visit.'),
    );
  }
  return findings;
}

function fees({fees: lines, payOnline, legalBasis}: Guide): LintFinding[] {
  if (lines.length === 0) {
    return payOnline
      ? [warning(7, 'payOnline', '不收费的不应支持网上支付。', 'An item without a fee has no online payment.')]
      : [];
  }
  const findings: LintFinding[] = [];
  const hasBasis = legalBasis.some(({name}) => /收费|价格/.test(name));
  lines.forEach(({byLaw, standard, amount}, at) => {
    if (!byLaw && !hasBasis) findings.push(warning(7, `fees.${at}.byLaw`, '收费应有依据。', 'A fee names its basis.'));
    if (!standard && amount === null)
      findings.push(warning(7, `fees.${at}.standard`, '收费应有标准。', 'A fee names its standard.'));
  });
  if (payOnline === undefined)
    findings.push(
      warning(
        7,
        'payOnline',
        '收费事项应写明是否支持网上支付。',
        'An item with a fee says whether it can be paid online.',
      ),
    );
  return findings;
}

function phones({consultPhone, complainPhone}: Guide): LintFinding[] {
  const findings: LintFinding[] = [];
  const both = {consultPhone, complainPhone};
  for (const field of ['consultPhone', 'complainPhone'] as const) {
    const phone = both[field];
    if (!phone) findings.push(warning(8, field, '咨询电话和投诉电话都要有。', 'Both telephones must be there.'));
    else if (!/^0\d{2,3}-/.test(phone))
      findings.push(warning(8, field, '电话应带区号。', 'The telephone needs its area code.'));
  }
  if (consultPhone && consultPhone === complainPhone) {
    findings.push(warning(8, 'complainPhone', '咨询电话和投诉电话不能相同。', 'The two telephones must differ.'));
  }
  return findings;
}

function served({serviceObjects, themes}: Guide): LintFinding[] {
  const persons = serviceObjects.includes('1');
  const bodies = serviceObjects.some((code) => code !== '1');
  const findings: LintFinding[] = [];
  if (serviceObjects.length === 0)
    findings.push(warning(9, 'serviceObjects', '应写明服务对象。', 'The guide says whom it serves.'));
  themes.forEach((theme, at) => {
    if ((PERSON_THEMES.has(theme) && !persons) || (CORP_THEMES.has(theme) && !bodies)) {
      findings.push(
        warning(9, `themes.${at}`, '主题与服务对象不一致。', 'The theme and the served objects do not agree.'),
      );
    }
  });
  return findings;
}
