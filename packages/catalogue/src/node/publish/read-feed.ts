import {createReadStream} from 'node:fs';
import {basename} from 'node:path';
import {TbError} from '@tongban/domain/errors.js';
import type {Reason} from './feed-fault.js';
import {BrokenList, listElements} from './list-elements.js';

/** One row of a file as it came: not looked at yet, or what made it unreadable. */
export type FeedRow = {readonly file: string; readonly row: number} & (
  {readonly value: unknown} | {readonly unreadable: Reason}
);

const UNREADABLE: Readonly<Record<'json' | 'utf8', Reason>> = {
  json: {zh: '这一行不是完整的 JSON。', en: 'This line is not whole JSON.'},
  utf8: {
    zh: '文件不是 UTF-8 编码，请在编辑器中另存为 UTF-8 后再试。',
    en: 'The file is not UTF-8. Save it as UTF-8 in your editor and try again.',
  },
};

/** Longer than any row may be: what runs on beyond it is no list of lines. */
const LINE_LIMIT = 16 * 1024 ** 2;

/**
 * The rows of a file: lines of JSON where its name ends in `.jsonl` or `.ndjson`, else one JSON value that is a list, holds one
 * under `key`, or is one row. A line that cannot be read is told of, and the next ones go on.
 *
 * @throws TbError TB_NOT_FOUND; TB_FEED_INVALID with `details.why` (`utf8`, `json`, `rows`) when the file as a whole cannot be read
 */
export async function* readFeed(path: string, key: string): AsyncGenerator<FeedRow> {
  const file = basename(path);
  if (!/\.(jsonl|ndjson)$/i.test(path)) {
    let row = 0;
    for await (const value of valuesOf(path, key)) yield {file, row: ++row, value};
    return;
  }
  let row = 0;
  for await (const line of linesOf(path)) {
    row += 1;
    if (line.trim() === '') continue;
    try {
      yield {file, row, value: JSON.parse(line) as unknown};
    } catch {
      yield {file, row, unreadable: UNREADABLE.json};
    }
  }
}

/** The item code of a row that is at fault elsewhere: none or one. */
export function codeIn(row: FeedRow): string[] {
  const code = 'value' in row ? codeOf(row.value) : undefined;
  return typeof code === 'string' ? [code] : [];
}

const codeOf = (value: unknown) => (value as {taskCode?: unknown} | null)?.taskCode;

/** The sentence for a file that could not be read as a whole. */
export function whyUnreadable(error: unknown): Reason | undefined {
  if (!(error instanceof TbError) || error.name !== 'TB_FEED_INVALID') return undefined;
  const {why, line, column} = error.details;
  if (why === 'utf8') return UNREADABLE.utf8;
  if (why === 'rows') return {zh: '文件里没有事项列表。', en: 'The file holds no list of rows.'};
  const at = line === undefined ? '' : `${String(line)}:${String(column)}`;
  return {zh: `文件不是完整的 JSON（${at}）。`, en: `The file is not whole JSON (${at}).`};
}

/** The rows of a file that is one JSON value. A list is read row by row. */
async function* valuesOf(path: string, key: string): AsyncGenerator<unknown> {
  const file = basename(path);
  const pieces = textOf(path);
  let text = '';
  while (text.trim() === '') {
    const next = await pieces.next();
    if (next.done) break;
    text += next.value;
  }
  try {
    if (text.trimStart().startsWith('[')) yield* listElements(following(text, pieces));
    else yield* rowsIn(await wholeText(text, pieces), key, file);
  } catch (cause) {
    if (!(cause instanceof BrokenList)) throw cause;
    throw new TbError('TB_FEED_INVALID', {cause, details: {file, why: 'json', ...cause.place}});
  }
}

/** The rows of a value that is no list: those under `key`, or itself. */
function rowsIn(text: string, key: string, file: string): unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new TbError('TB_FEED_INVALID', {cause, details: {file, why: 'json', ...placeOf(cause, text)}});
  }
  const list = (value as Record<string, unknown> | null)?.[key];
  if (list === undefined && codeOf(value) !== undefined) return [value];
  if (!Array.isArray(list)) throw new TbError('TB_FEED_INVALID', {details: {file, why: 'rows'}});
  return list as unknown[];
}

async function* following(first: string, pieces: AsyncIterable<string>): AsyncGenerator<string> {
  yield first;
  yield* pieces;
}

async function wholeText(first: string, pieces: AsyncIterable<string>): Promise<string> {
  let text = first;
  for await (const piece of pieces) text += piece;
  return text;
}

async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of textOf(path)) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LINE_LIMIT) throw new TbError('TB_FEED_INVALID', {details: {file: basename(path), why: 'json'}});
    yield* lines;
  }
  if (rest !== '') yield rest;
}

/** The text of a file. A byte order mark is taken off; any other encoding than UTF-8 is refused and never guessed. */
async function* textOf(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', {fatal: true});
  try {
    for await (const chunk of createReadStream(path)) yield decoder.decode(chunk as Buffer, {stream: true});
    yield decoder.decode();
  } catch (cause) {
    const file = basename(path);
    if (cause instanceof TypeError) throw new TbError('TB_FEED_INVALID', {cause, details: {file, why: 'utf8'}});
    throw new TbError('TB_NOT_FOUND', {cause, details: {file}});
  }
}

/** Line and column of a syntax error, as far as the engine says where it is. */
function placeOf(cause: unknown, text: string): {line?: number; column?: number} {
  const position = cause instanceof Error ? /position (\d+)/.exec(cause.message)?.[1] : undefined;
  if (position === undefined) return {};
  const before = text.slice(0, Number(position)).split('\n');
  return {line: before.length, column: (before[before.length - 1] ?? '').length + 1};
}
