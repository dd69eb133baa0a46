interface Sentence {
  readonly zh: string;
  readonly en: string;
}

/** What can be wrong with a number or code: what happened and what to do. The value itself is never repeated. */
export const checkProblems = {
  empty: {zh: '还没有填写，请填写后继续。', en: 'Nothing was entered. Please fill it in.'},

  'citizen-id-characters': {
    zh: '身份证号码只能是17位数字，最后一位是数字或X，请核对。',
    en: 'An ID number is 17 digits and a last digit or X. Please check for other characters.',
  },
  'citizen-id-length': {
    zh: '身份证号码应为18位，请检查是否漏填或多填。',
    en: 'An ID number has 18 characters. Please check whether one is missing or too many.',
  },
  'citizen-id-old': {
    zh: '这是15位的旧号码，已停止使用，请填写现在身份证上的18位号码。',
    en: 'This is an old 15-digit number, no longer in use. Please enter the 18 characters on the present card.',
  },
  'citizen-id-date': {
    zh: '身份证号码第7至14位不是真实的出生日期，请对照证件核对。',
    en: 'Digits 7 to 14 are not a real date of birth. Please compare them with the card.',
  },
  'citizen-id-future': {
    zh: '身份证号码中的出生日期晚于今天，请对照证件核对。',
    en: 'The date of birth in this number is after today. Please compare it with the card.',
  },
  'citizen-id-check': {
    zh: '身份证号码有误，可能有一位填错，请对照证件逐位核对。',
    en: 'This ID number is wrong, perhaps by one digit. Please compare it with the card.',
  },

  'uscc-characters': {
    zh: '统一社会信用代码只有数字和大写字母，且不含I、O、S、V、Z，请检查是否把数字0、1、2、5填成了字母。',
    en: 'A credit code has digits and capitals but never I, O, S, V or Z. Did a 0, 1, 2 or 5 become a letter?',
  },
  'uscc-length': {
    zh: '统一社会信用代码应为18位，请检查是否漏填或多填。',
    en: 'A unified social credit code has 18 characters. Please check whether one is missing or too many.',
  },
  'uscc-check': {
    zh: '统一社会信用代码有误，可能有一位填错，请对照证照逐位核对。',
    en: 'This credit code is wrong, perhaps by one character. Please compare it with the licence.',
  },

  'certificate-id-shape': {
    zh: '电子证照标识应以“1.2.156.3005.2.”开头并有五段内容，请从证照上完整复制。',
    en: 'A certificate mark starts with “1.2.156.3005.2.” and has five parts after it. Please copy it whole.',
  },
  'certificate-id-check': {
    zh: '电子证照标识有误，可能有一位填错，请重新复制或扫码。',
    en: 'This certificate mark is wrong, perhaps by one character. Please copy or scan it again.',
  },

  'item-code-shape': {
    zh: '事项编码应为12位基本编码、31位实施编码或33位业务办理项编码，请完整复制。',
    en: 'An item code has 12, 31 or 33 characters in a fixed order. Please copy it whole.',
  },
  'item-code-authority': {
    zh: '事项编码前18位不是有效的机关信用代码，请核对。',
    en: 'The first 18 characters are not a valid credit code of an authority. Please check them.',
  },
  'item-code-level': {
    zh: '事项编码第19位表示层级，只能是1至7，请核对。',
    en: 'Character 19 is the level and must be 1 to 7. Please check it.',
  },

  'region-code-shape': {
    zh: '行政区划代码应为6位数字，或6位数字后加6个0，请核对。',
    en: 'A region code is 6 digits, or 6 digits and six zeros. Please check it.',
  },
  'region-code-unknown': {
    zh: '没有这个行政区划代码，请从列表中选择。',
    en: 'There is no such region code. Please choose from the list.',
  },
  'region-code-retired': {
    zh: '该行政区划已撤销，请选择现行区划。',
    en: 'This region no longer exists. Please choose a current one.',
  },

  'mobile-characters': {
    zh: '手机号码只能包含数字，请核对。',
    en: 'A mobile number has digits only. Please check it.',
  },
  'mobile-length': {
    zh: '手机号码应为11位，请检查是否漏填或多填。',
    en: 'A mobile number has 11 digits. Please check whether one is missing or too many.',
  },
  'mobile-prefix': {
    zh: '手机号码应以13至19开头，请核对；固定电话请填在固定电话一栏。',
    en: 'A mobile number starts with 13 to 19. Please check it; a fixed line belongs in its own field.',
  },

  'bank-card-shape': {
    zh: '银行卡号应为12至19位数字，请对照卡面核对。',
    en: 'A card number has 12 to 19 digits. Please compare it with the card.',
  },
} as const satisfies Record<string, Sentence>;

/** What deserves a second look but stops nobody. */
export const checkWarnings = {
  'citizen-id-area-unknown': {
    zh: '号码前6位不在现行和已撤销的区划中，请再核对一次；确认无误可以继续。',
    en: 'The first 6 digits are no known region, present or past. Look once more; go on if it is right.',
  },
  'citizen-id-area-retired': {
    zh: '号码前6位是已撤销的区划，号码仍然有效。',
    en: 'The first 6 digits are a region that no longer exists. The number stays valid.',
  },
  'uscc-organisation': {
    zh: '代码中的组织机构代码部分校验不符，请再核对一次；确认无误可以继续。',
    en: 'The organisation code inside does not add up. Look once more; go on if it is right.',
  },
  'certificate-id-authority': {
    zh: '标识中证照类型的定义机构代码校验不符，请再核对一次；确认无误可以继续。',
    en: 'The code of the authority that defined this type does not add up. Look once more; go on if it is right.',
  },
  'item-code-type': {
    zh: '事项类型代码不在该地区已知的类型中，请确认是否为当地扩展。',
    en: 'This item type is not known for the region. Please confirm that it is a local extension.',
  },
  'item-code-standard-width': {
    zh: '编码长度符合国家标准但与各地通行的12位、31位不同，将原样保存，不作拆分。',
    en: 'This length follows the national standard but not the usual 12 or 31. It is kept as it is, not split.',
  },
  'bank-card-check': {
    zh: '银行卡号可能有误，请对照卡面再核对一次；确认无误可以继续。',
    en: 'This card number may be wrong. Compare it with the card once more; go on if it is right.',
  },
} as const satisfies Record<string, Sentence>;

export type CheckProblem = keyof typeof checkProblems;
export type CheckWarning = keyof typeof checkWarnings;

/** `value` is what to store: in half-width capitals, without blanks or separators. */
export type CheckResult =
  | {readonly ok: true; readonly value: string; readonly warnings: readonly CheckWarning[]}
  | {readonly ok: false; readonly problem: CheckProblem};

export function passed(value: string, ...warnings: CheckWarning[]): CheckResult {
  return {ok: true, value, warnings};
}

export function failed(problem: CheckProblem): CheckResult {
  return {ok: false, problem};
}

/** What to tell the person about a problem or a warning, in their language. */
export function checkSentence(code: CheckProblem | CheckWarning, lang: string): string {
  const {zh, en}: Sentence = {...checkProblems, ...checkWarnings}[code];
  return lang.toLowerCase().startsWith('zh') ? zh : en;
}
