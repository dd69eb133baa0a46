import type {LocalDate, Region6} from '@tongban/domain/primitives.js';
import {localDateOf} from '@tongban/domain/time/civil-date.js';
import type {Manifest} from '../../shared/manifest.js';
import type {PublicationHead} from './build-pack.js';

export interface NextWish {
  readonly region: Region6;
  readonly now: Date;
  /** The publication it follows. */
  readonly previous?: Manifest | undefined;
  /** The first day it holds; today without it. */
  readonly from?: LocalDate | undefined;
  readonly edition?: string | undefined;
}

/**
 * What the next publication says about itself. Its sequence is the time in seconds, so that it grows even for a publisher who lost what
 * was published before. Its edition is the quarter it holds from; what is published in between, in an emergency, is 2026Q4+1.
 */
export function nextPublication({
  region,
  now,
  previous,
  from = localDateOf(now.toISOString()),
  edition,
}: NextWish): PublicationHead {
  const sequence = Math.max(Math.floor(now.getTime() / 1000), (previous?.sequence ?? 0) + 1);
  return {
    region,
    sequence,
    edition: edition ?? nextEdition(quarterOf(from), previous?.edition),
    publishedAt: now.toISOString(),
    effective: [from, null],
  };
}

const quarterOf = (day: LocalDate) => `${day.slice(0, 4)}Q${String(Math.ceil(Number(day.slice(5, 7)) / 3))}`;

function nextEdition(quarter: string, previous = ''): string {
  const [base, addition = '0'] = previous.split('+');
  return base === quarter ? `${quarter}+${String(Number(addition) + 1)}` : quarter;
}
