import type {ServiceItem} from '@tongban/domain/guide/service-item.js';

/**
 * The one order in which a list is published, whatever order its feed came in: editions of one catalogue item by all its regions lie
 * together, because their names, offices and texts are alike and pack into half the bytes.
 */
export function orderItems(items: readonly ServiceItem[]): ServiceItem[] {
  const keys = new Map(items.map((item) => [item, keyOf(item)]));
  return [...items].sort((a, b) => compare(keys.get(a) ?? '', keys.get(b) ?? ''));
}

const keyOf = ({catalogCode = '', name, region, taskCode}: ServiceItem) =>
  [catalogCode, name, region, taskCode].join('\u0000');

/** By UTF-16 units: the same on every machine, whatever its language. */
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
