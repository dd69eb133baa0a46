import type {PartRef} from '../shared/manifest.js';

/** Parts that go into one transaction: what a broken install brings again at most. */
const BATCH_BYTES = 1024 * 1024;

export function batches(refs: readonly PartRef[]): PartRef[][] {
  const all: PartRef[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const ref of refs) {
    if (size + ref.bytes > BATCH_BYTES) all.push([]);
    size = size + ref.bytes > BATCH_BYTES ? ref.bytes : size + ref.bytes;
    all[all.length - 1]?.push(ref);
  }
  return all;
}
