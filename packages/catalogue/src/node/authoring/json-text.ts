import {findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError} from 'jsonc-parser';
import type {Words} from './words.js';

/** Where a piece of a text stands. Lines and columns count from 1. */
export interface Span {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export type PathPart = string | number;

/** A JSON text whose every value can be found again. */
export interface JsonText {
  /** What is no JSON, and keys that stand twice in one object. */
  readonly faults: readonly (Words & {readonly at: Span})[];
  /** The value as JSON.parse makes it; undefined when the text is no JSON. */
  readonly value: unknown;
  /**
   * The place of the value at `path`, else of the nearest that there is above it. An object is pointed at by its key,
   * and so is any value where the key is meant.
   */
  span(path: readonly PathPart[], about?: 'value' | 'key'): Span;
}

const SYNTAX: Readonly<Record<string, Words>> = {
  InvalidSymbol: {zh: '这里有 JSON 不认识的字。', en: 'JSON does not know this word.'},
  InvalidNumberFormat: {zh: '数字写法不对。', en: 'This is no number.'},
  PropertyNameExpected: {zh: '这里应当是加双引号的键。', en: 'A key in double quotes is expected here.'},
  ValueExpected: {zh: '这里缺一个值。', en: 'A value is missing here.'},
  ColonExpected: {zh: '键后面缺冒号。', en: 'The colon after the key is missing.'},
  CommaExpected: {zh: '这里缺逗号。', en: 'A comma is missing here.'},
  CloseBraceExpected: {zh: '缺右花括号。', en: 'The closing brace is missing.'},
  CloseBracketExpected: {zh: '缺右方括号。', en: 'The closing bracket is missing.'},
  EndOfFileExpected: {zh: '内容在这里应当结束。', en: 'The text should end here.'},
  InvalidCommentToken: {zh: 'JSON 里不能写注释。', en: 'JSON has no comments.'},
  UnexpectedEndOfString: {zh: '字符串没有结束，缺右引号。', en: 'The text has no closing quote.'},
  InvalidEscapeCharacter: {zh: '反斜杠后面的字不对。', en: 'The sign after the backslash is wrong.'},
  InvalidCharacter: {
    zh: '字符串里有不可见的控制符（如换行）。',
    en: 'The text holds a control sign, such as a line break.',
  },
};
const BROKEN: Words = {zh: '不是正确的 JSON。', en: 'This is no correct JSON.'};

export function parseJsonText(source: string): JsonText {
  const text = source.replace(/^\uFEFF/, '');
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, {disallowComments: true, allowTrailingComma: false, allowEmptyContent: false});
  const spanAt = spansOf(text);
  const syntax = errors.map(({error, offset, length}) => ({
    ...(SYNTAX[printParseErrorCode(error)] ?? BROKEN),
    at: spanAt(offset, length),
  }));
  const doubles = root
    ? doubleKeys(root).map(({offset, length, value}) => ({
        zh: `键“${String(value)}”在同一对象里出现了两次，只有后一个起作用。`,
        en: `The key ${JSON.stringify(value)} stands twice in one object; only the later one would count.`,
        at: spanAt(offset, length),
      }))
    : [];

  return {
    faults: [...syntax, ...doubles],
    value: syntax.length > 0 ? undefined : (JSON.parse(text) as unknown),
    span(path, about = 'value') {
      const node = root && deepest(root, path);
      if (!node) return spanAt(0, 0);
      const isLong = node.type === 'object' || node.type === 'array';
      const shown = ((isLong || about === 'key') && keyOf(node)) || node;
      return shown.type === 'object' || shown.type === 'array'
        ? spanAt(shown.offset, 1)
        : spanAt(shown.offset, shown.length);
    },
  };
}

/** The key of a value; its text may go on for pages. */
const keyOf = (node: Node) => (node.parent?.type === 'property' ? node.parent.children?.[0] : undefined);

function deepest(root: Node, path: readonly PathPart[]): Node {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    if (node) return node;
  }
  return root;
}

function doubleKeys(node: Node): Node[] {
  const known = new Set<unknown>();
  const doubles: Node[] = [];
  for (const child of node.children ?? []) {
    const key = node.type === 'object' ? child.children?.[0] : undefined;
    if (key && known.has(key.value)) doubles.push(key);
    known.add(key?.value);
    doubles.push(...doubleKeys(child));
  }
  return doubles;
}

/** Line and column of offsets. */
function spansOf(text: string): (offset: number, length: number) => Span {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);

  const positionOf = (offset: number) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return {line: low + 1, column: offset - (starts[low] ?? 0) + 1};
  };
  return (offset, length) => {
    const [from, to] = [positionOf(offset), positionOf(offset + length)];
    return {...from, endLine: to.line, endColumn: to.column};
  };
}
