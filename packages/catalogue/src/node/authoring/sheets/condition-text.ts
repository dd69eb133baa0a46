import type {Situation} from '@tongban/domain/guide/guide.js';
import type {When} from '@tongban/domain/guide/when.js';
import type {Words} from '../words.js';
import {folded} from './cell.js';

/**
 * A condition as a cell holds it: `channel=agent`, `谁来办理？＝委托他人办理`, joined by 且 and 或 (且 binds closer), 非(…) for the
 * contrary, brackets to group. Questions and options go by id or by their text; a text that holds 且, 或 or a bracket stands in
 * quotes. Empty or 所有人: everybody.
 */
export function parseCondition(text: string, situations: readonly Situation[]): {when: When} | {fault: Words} {
  if (EVERYBODY.has(folded(text))) return {when: null};
  const tokens = tokensOf(text);
  let at = 0;

  const take = (wanted: string) => {
    if (tokens[at]?.sign !== wanted) return false;
    at++;
    return true;
  };
  const parseAny = (): When => joined('any', listOf(parseAll, '或'));
  const parseAll = (): When => joined('all', listOf(parseOne, '且'));
  const listOf = (parse: () => When, between: string) => {
    const parts = [parse()];
    while (take(between)) parts.push(parse());
    return parts;
  };
  const parseOne = (): When => {
    const isNot = take('非');
    if (take('(')) {
      const inner = parseAny();
      if (!take(')')) throw new ConditionFault('缺右括号。', 'A closing bracket is missing.');
      return isNot ? {not: inner} : inner;
    }
    return answerAt();
  };
  const answerAt = (): When => {
    const question = tokens[at++]?.word;
    const isEqual = take('=');
    const contrary = !isEqual && take('≠');
    const option = tokens[at++]?.word;
    if (!question || !option || (!isEqual && !contrary)) {
      throw new ConditionFault(
        '应写成“问题=选项”，多个用“且”“或”连接。',
        'It reads question=option; 且 (and) and 或 (or) join several.',
      );
    }
    const answer = answerOf(question, option, situations);
    return contrary ? {not: answer} : answer;
  };

  try {
    const when = parseAny();
    if (at < tokens.length) {
      throw new ConditionFault(
        '写法看不懂；文字里有“且”“或”或括号时请加引号。',
        'This cannot be read. Put texts that hold 且, 或 or brackets in quotes.',
      );
    }
    return {when};
  } catch (error) {
    if (error instanceof ConditionFault) return {fault: {zh: error.zh, en: error.message}};
    throw error;
  }
}

/** By ids, so that a question can be worded better without a change here. */
export function writeCondition(when: When): string {
  if (when === null) return '';
  if ('q' in when) return `${when.q}=${when.is}`;
  if ('not' in when) return `非(${writeCondition(when.not)})`;
  const [parts, between] = 'any' in when ? [when.any, ' 或 '] : [when.all, ' 且 '];
  return parts
    .map((part) =>
      part !== null && ('any' in part || 'all' in part) ? `(${writeCondition(part)})` : writeCondition(part),
    )
    .join(between);
}

const EVERYBODY = new Set(['', '所有人', '全部', '无', '-', '—', '/']);

class ConditionFault extends Error {
  readonly zh: string;

  constructor(zh: string, en: string) {
    super(en);
    this.zh = zh;
  }
}

const joined = (key: 'any' | 'all', parts: When[]): When => {
  const [first = null, ...more] = parts;
  if (more.length === 0) return first;
  return key === 'any' ? {any: parts} : {all: parts};
};

function answerOf(question: string, option: string, situations: readonly Situation[]): When {
  const situation = situations.find(({id, question: text}) => id === question || plain(text) === plain(question));
  if (!situation) {
    throw new ConditionFault(`“情形”表里没有问题“${question}”。`, `The sheet of questions (情形) has no ${question}.`);
  }
  const found = situation.options.find(({id, label}) => id === option || plain(label) === plain(option));
  if (!found) {
    throw new ConditionFault(
      `问题“${question}”没有选项“${option}”，只有：${situation.options.map(({label}) => label).join('、')}。`,
      `The question ${question} has no option ${option}.`,
    );
  }
  return {q: situation.id, is: found.id};
}

/** The end mark of a question is often left out. */
const plain = (text: string) => folded(text).replace(/[?!.。]$/, '');

interface Token {
  readonly sign?: string;
  readonly word?: string;
}

const SIGNS: Readonly<Record<string, string>> = {
  '=': '=',
  '＝': '=',
  '≠': '≠',
  '(': '(',
  '（': '(',
  ')': ')',
  '）': ')',
  且: '且',
  或: '或',
};
const QUOTES: Readonly<Record<string, string>> = {'“': '”', '"': '"', '「': '」', '《': '》'};

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let word = '';
  const endWord = () => {
    if (word.trim() !== '') tokens.push({word: word.trim()});
    word = '';
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? '';
    const closing = word.trim() === '' ? QUOTES[sign] : undefined;
    const end = closing === undefined ? -1 : text.indexOf(closing, at + 1);
    if (end > 0) {
      tokens.push({word: text.slice(at + 1, end)});
      at = end;
    } else if (SIGNS[sign] !== undefined) {
      const isNot = SIGNS[sign] === '(' && word.trim() === '非';
      if (isNot) word = '';
      endWord();
      if (isNot) tokens.push({sign: '非'});
      tokens.push({sign: SIGNS[sign]});
    } else word += sign;
  }
  endWord();
  return tokens;
}
