import {readFile} from 'node:fs/promises';
import {basename} from 'node:path';
import {TbError} from '@tongban/domain/errors.js';
import {parse} from '@tongban/domain/parse.js';
import {Region6, text, type LocalDate} from '@tongban/domain/primitives.js';
import type {ServiceItem} from '@tongban/domain/guide/service-item.js';
import * as v from 'valibot';
import type {FeedItem} from './feed-item.js';

/**
 * 认领: what each region takes into its own list, by item code or catalogue code. A region that is not named here opens all that the feed
 * lists for it; one that is named opens what it claims, and the rest is shown as 未开通.
 */
export const Claims = v.record(Region6, v.array(text(80)));
export type Claims = v.InferOutput<typeof Claims>;

/** @throws TbError TB_NOT_FOUND, TB_FEED_INVALID */
export async function readClaims(path: string): Promise<Claims> {
  const file = basename(path);
  const content = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new TbError('TB_NOT_FOUND', {cause, details: {file}});
  });
  let value: unknown;
  try {
    value = JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new TbError('TB_FEED_INVALID', {cause, details: {file}});
  }
  return parse(Claims, value, 'TB_FEED_INVALID');
}

/** The item as it is published for `day`: open, or not and why. What the feed itself says first wins over the claim of a region. */
export function asPublished(
  {taskState, effective, ...item}: FeedItem,
  day: LocalDate,
  claimed: (item: ServiceItem) => boolean,
): ServiceItem {
  const notOpen = closedBy(taskState, effective, day) ?? item.notOpen ?? (claimed(item) ? undefined : 'unclaimed');
  const {notOpen: _, ...open} = item;
  return notOpen === undefined ? open : {...open, notOpen};
}

/** Whether an item is claimed where it is listed. */
export function claimedBy(claims: Claims): (item: Pick<ServiceItem, 'region' | 'taskCode' | 'catalogCode'>) => boolean {
  const codes = new Map(Object.entries(claims).map(([region, list]) => [region, new Set(list)]));
  return ({region, taskCode, catalogCode}) => {
    const own = codes.get(region);
    return own === undefined || own.has(taskCode) || (catalogCode !== undefined && own.has(catalogCode));
  };
}

function closedBy(
  state: FeedItem['taskState'],
  effective: FeedItem['effective'],
  day: LocalDate,
): ServiceItem['notOpen'] {
  if (state === 'cancelled' || state === 'paused') return state;
  const [from, until] = effective ?? [day, null];
  if (day < from) return 'notYetEffective';
  return until !== null && day > until ? 'cancelled' : undefined;
}
