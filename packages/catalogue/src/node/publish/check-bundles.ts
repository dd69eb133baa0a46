import {Bundle, bundleOrder} from '@tongban/domain/guide/bundle.js';
import {parseRow} from '../row-fault.js';
import {feedError, type FeedFault} from './feed-fault.js';
import type {FeedRow} from './read-feed.js';

export interface BundlesChecked {
  readonly kept: Bundle[];
  readonly faults: FeedFault[];
}

/** 一件事 of a feed: every item is one of the feed's, and none waits for itself, not even around a corner. */
export async function checkBundles(
  rows: AsyncIterable<FeedRow>,
  hasItem: (taskCode: string) => boolean,
): Promise<BundlesChecked> {
  const kept: Bundle[] = [];
  const faults: FeedFault[] = [];
  const ids = new Set<string>();
  for await (const row of rows) {
    const found: FeedFault[] = [];
    const bundle =
      'unreadable' in row
        ? undefined
        : parseRow(Bundle, row.value, (field, _, reason) => found.push(feedError(row.file, row.row, field, reason)));
    if ('unreadable' in row) found.push(feedError(row.file, row.row, '', row.unreadable));
    if (bundle)
      found.push(...faultsOf(bundle, hasItem).map(([field, reason]) => feedError(row.file, row.row, field, reason)));
    if (bundle && ids.has(bundle.id)) found.push(feedError(row.file, row.row, 'id', REPEATED));
    faults.push(...found);
    if (!bundle || found.length > 0) continue;
    ids.add(bundle.id);
    kept.push(bundle);
  }
  return {kept, faults};
}

const REPEATED = {zh: '与前面的一件事编号重复，已跳过。', en: 'Has the id of an earlier bundle, so it was skipped.'};

function faultsOf(
  bundle: Bundle,
  hasItem: (taskCode: string) => boolean,
): [field: string, reason: {zh: string; en: string}][] {
  const own = new Set(bundle.items.map(({taskCode}) => taskCode));
  const faults: [string, {zh: string; en: string}][] = bundle.items.flatMap(
    ({taskCode, after}, at): [string, {zh: string; en: string}][] => [
      ...(hasItem(taskCode)
        ? []
        : ([[`items.${String(at)}.taskCode`, unknown(taskCode)]] as [string, {zh: string; en: string}][])),
      ...after.flatMap((code, place): [string, {zh: string; en: string}][] =>
        own.has(code) ? [] : [[`items.${String(at)}.after.${String(place)}`, unknown(code)]],
      ),
    ],
  );
  if (own.size < bundle.items.length) faults.push(['items', {zh: '同一事项出现两次。', en: 'Names an item twice.'}]);
  const ordered = bundleOrder(bundle);
  if ('circle' in ordered) faults.push(['items', circle(ordered.circle)]);
  return faults;
}

const unknown = (code: string) => ({zh: `没有事项 ${code}。`, en: `There is no item ${code}.`});
const circle = (codes: readonly string[]) => ({
  zh: `先后次序成环：${codes.join(' → ')}。`,
  en: `Items wait for each other in a circle: ${codes.join(' → ')}.`,
});
