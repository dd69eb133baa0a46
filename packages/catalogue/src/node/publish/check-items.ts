import type {ServiceItem} from '@tongban/domain/guide/service-item.js';
import {parseRow} from '../row-fault.js';
import {feedError, feedWarning, type FeedFault} from './feed-fault.js';
import {FeedItem} from './feed-item.js';
import {codeIn, type FeedRow} from './read-feed.js';

export interface ItemsChecked {
  readonly rows: number;
  readonly kept: FeedItem[];
  readonly faults: FeedFault[];
  /** Codes of rows that were left out, as far as they can be read. */
  readonly leftOut: string[];
}

/** Looks at each row by itself: a faulty one is told of and left out, and does not stop the rest. */
export async function checkItems(rows: AsyncIterable<FeedRow>): Promise<ItemsChecked> {
  const kept: FeedItem[] = [];
  const faults: FeedFault[] = [];
  const leftOut: string[] = [];
  const places = new Map<string, string>();
  let count = 0;

  for await (const row of rows) {
    count += 1;
    const {file, row: at} = row;
    const found: FeedFault[] = [];
    const item = 'unreadable' in row ? unreadable(row, found) : checkItem(row, found);
    const earlier = item && places.get(item.taskCode);
    if (earlier !== undefined) found.push(feedError(file, at, 'taskCode', repeated(earlier)));
    faults.push(...found);
    if (!item || found.some(({severity}) => severity === 'error')) {
      leftOut.push(...codeIn(row));
      continue;
    }
    places.set(item.taskCode, `${file} ${String(at)}`);
    kept.push(item);
  }
  return {rows: count, kept, faults, leftOut};
}

function unreadable(
  {file, row, unreadable: reason}: Extract<FeedRow, {unreadable: unknown}>,
  found: FeedFault[],
): undefined {
  found.push(feedError(file, row, '', reason));
}

function checkItem({file, row, value}: Extract<FeedRow, {value: unknown}>, found: FeedFault[]): FeedItem | undefined {
  const item = parseRow(FeedItem, value, (field, _, reason) => found.push(feedError(file, row, field, reason)));
  if (!item) return undefined;
  if (item.taskCode.trim() === '') found.push(feedError(file, row, 'taskCode', EMPTY));
  if (item.name.trim() === '') found.push(feedError(file, row, 'name', EMPTY));
  for (const [field, text] of textsOf(item)) {
    if (isUnsafe(field, text)) found.push(feedError(file, row, field, UNSAFE));
    else if (field !== 'summary' && /<\/?[a-z!][^>]*>/i.test(text)) found.push(feedWarning(file, row, field, MARKUP));
  }
  return item;
}

const EMPTY = {zh: '不能为空。', en: 'Must not be empty.'};
const UNSAFE = {zh: '含有控制字符或不完整的字符。', en: 'Holds control characters or half a character.'};
const MARKUP = {zh: '含有网页标记，将按普通文字显示。', en: 'Holds markup; it is shown as plain text.'};

const repeated = (earlier: string) => ({
  zh: `与前面的一行（${earlier}）编码重复，已跳过。`,
  en: `Has the code of an earlier row (${earlier}), so it was skipped.`,
});

function textsOf(item: ServiceItem): [field: string, text: string][] {
  const single = (['taskCode', 'name', 'plainName', 'pinyin', 'dept', 'summary'] as const).map(
    (field): [string, string] => [field, item[field] ?? ''],
  );
  const lists = (['keywords', 'themes', 'serviceObjects'] as const).flatMap((field) =>
    item[field].map((text, at): [string, string] => [`${field}.${String(at)}`, text]),
  );
  return [...single, ...lists];
}

/** Signs that no reader sees, and halves of a sign, which no encoding carries: neither would come out as it went in. */
const isUnsafe = (field: string, text: string) =>
  (field === 'summary' ? /(?![\t\n\r])[\p{Cc}\p{Cs}]/u : /[\p{Cc}\p{Cs}]/u).test(text);
