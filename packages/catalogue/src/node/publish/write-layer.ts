import type {ServiceItem} from '@tongban/domain/guide/service-item.js';
import {encodeHead} from '../../shared/layer-head.js';
import {encodeTexts} from '../../shared/layer-texts.js';
import type {LayerRef, PartRef} from '../../shared/manifest.js';
import type {PackFolder} from './pack-folder.js';

/** Some 500 kB as it is transferred: what a broken line has to fetch again, and few enough requests for a long list. */
const TEXTS_PER_PART = 2_000;

/**
 * Writes one layer of a list, its items in the order given. `gone`: for each earlier layer the ordinals this one takes away. A layer
 * in which no item has a text has no part of texts.
 */
export async function writeLayer(
  items: readonly ServiceItem[],
  gone: readonly (readonly number[])[],
  folder: PackFolder,
): Promise<LayerRef> {
  const head = await folder.put(encodeHead(items, gone));
  const texts: PartRef[] = [];
  if (items.some(({summary}) => summary)) {
    for (let from = 0; from < items.length; from += TEXTS_PER_PART * LANES) {
      const lanes = Array.from({length: LANES}, (_, lane) =>
        items.slice(from + lane * TEXTS_PER_PART, from + (lane + 1) * TEXTS_PER_PART),
      );
      const written = lanes
        .filter(({length}) => length > 0)
        .map((part) => folder.put(encodeTexts(part.map(({summary = ''}) => summary))));
      texts.push(...(await Promise.all(written)));
    }
  }
  return {count: items.length, head, texts, textsPerPart: TEXTS_PER_PART};
}

/** Parts that are compressed at a time. */
const LANES = 4;
