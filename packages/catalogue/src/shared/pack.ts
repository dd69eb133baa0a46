import {parse} from '@tongban/domain/parse.js';
import {Instant, text} from '@tongban/domain/primitives.js';
import {ServiceItem} from '@tongban/domain/guide/service-item.js';
import * as v from 'valibot';

/** The whole item list of one province's feed, as its gateway publishes it. */
export const CataloguePack = v.object({
  /** Changes with the content. */
  version: text(80),
  asOf: Instant,
  items: v.array(ServiceItem),
});
export type CataloguePack = v.InferOutput<typeof CataloguePack>;

/** @throws TbError TB_GATEWAY_ANSWER */
export function parsePack(input: unknown): CataloguePack {
  return parse(CataloguePack, input, 'TB_GATEWAY_ANSWER');
}
