import {readdir} from 'node:fs/promises';
import {basename, join} from 'node:path';
import type {Bundle} from '@tongban/domain/guide/bundle.js';
import type {Guide} from '@tongban/domain/guide/guide.js';
import type {ServiceItem} from '@tongban/domain/guide/service-item.js';
import type {LocalDate} from '@tongban/domain/primitives.js';
import {checkBundles} from './check-bundles.js';
import {checkGuides} from './check-guides.js';
import {checkItems} from './check-items.js';
import {asPublished, claimedBy, readClaims, type Claims} from './claims.js';
import {feedError, feedWarning, type FeedFault} from './feed-fault.js';
import {readFeed, whyUnreadable, type FeedRow} from './read-feed.js';

/** The files of a province's feed. */
export interface FeedFiles {
  readonly items: readonly string[];
  /** Folders count for the .json files in them: one guide a file, or several. */
  readonly guides?: readonly string[] | undefined;
  readonly bundles?: readonly string[] | undefined;
  readonly claims?: string | undefined;
}

/** What is published: items as they hold on the day, and their guides. */
export interface Feed {
  readonly items: readonly ServiceItem[];
  readonly guides: readonly Guide[];
}

export interface PreparedFeed extends Feed {
  /** Checked only: no page reads them yet. */
  readonly bundles: readonly Bundle[];
  readonly rows: number;
  readonly faults: readonly FeedFault[];
  /** Codes of items and guides that were left out for a fault. */
  readonly leftOut: ReadonlySet<string>;
  /** Whether a file could not be read at all: nobody knows then what it would have held. */
  readonly isIncomplete: boolean;
}

/**
 * Reads and checks the files of a feed as it is to hold on `day`. A file that cannot be read as a whole is a fault of its own, and the
 * others go on.
 *
 * @throws TbError TB_NOT_FOUND for a file that is not there; TB_FEED_INVALID for claims that cannot be read
 */
export async function prepareFeed(files: FeedFiles, day: LocalDate): Promise<PreparedFeed> {
  const broken: FeedFault[] = [];
  const claims = files.claims === undefined ? {} : await readClaims(files.claims);
  const items = await checkItems(readAll(files.items, 'items', broken));
  const guides = await checkGuides(readAll(await filesIn(files.guides ?? []), 'guides', broken));
  const codes = new Set(items.kept.map(({taskCode}) => taskCode));
  const bundles = await checkBundles(readAll(files.bundles ?? [], 'bundles', broken), (code) => codes.has(code));
  const isClaimed = claimedBy(claims);
  return {
    items: items.kept.map((item) => asPublished(item, day, isClaimed)),
    guides: guides.kept,
    bundles: bundles.kept,
    rows: items.rows,
    leftOut: new Set([...items.leftOut, ...guides.leftOut]),
    isIncomplete: broken.length > 0,
    faults: [
      ...broken,
      ...items.faults,
      ...guides.faults,
      ...bundles.faults,
      ...idleClaims(claims, items.kept, files.claims),
    ],
  };
}

/** Each file, and of each folder its .json files in the order of their names. */
async function filesIn(paths: readonly string[]): Promise<string[]> {
  const files = paths.map(async (path) => {
    const names = await readdir(path).catch(() => undefined); // No folder: what it is shows when it is read.
    if (!names) return [path];
    return names
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => join(path, name));
  });
  return (await Promise.all(files)).flat();
}

async function* readAll(paths: readonly string[], key: string, broken: FeedFault[]): AsyncGenerator<FeedRow> {
  for (const path of paths) {
    try {
      yield* readFeed(path, key);
    } catch (error) {
      const reason = whyUnreadable(error);
      if (!reason) throw error;
      broken.push(feedError(basename(path), 0, '', reason));
    }
  }
}

/** Claims that open nothing: a slip in a code looks so. */
function idleClaims(claims: Claims, items: readonly ServiceItem[], path = ''): FeedFault[] {
  const known = new Set(
    items.flatMap(({region, taskCode, catalogCode}) => [`${region} ${taskCode}`, `${region} ${catalogCode ?? ''}`]),
  );
  const file = basename(path);
  return Object.entries(claims).flatMap(([region, codes]) =>
    codes
      .map((code, at) => ({code, at}))
      .filter(({code}) => !known.has(`${region} ${code}`))
      .map(({code, at}) =>
        feedWarning(file, 0, `${region}.${String(at)}`, {
          zh: `该地区的事项中没有 ${code}，认领无效。`,
          en: `The region lists no item ${code}, so the claim opens nothing.`,
        }),
      ),
  );
}
