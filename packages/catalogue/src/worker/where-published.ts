import {Publication} from '@tongban/domain/guide/publication.js';
import {parse} from '@tongban/domain/parse.js';
import * as v from 'valibot';

/** Where a gateway's item list is published, and by which keys it is signed. A gateway may say more. */
const WherePublished = v.object({base: Publication.entries.base, keys: Publication.entries.keys});
export type WherePublished = v.InferOutput<typeof WherePublished>;

/** @throws TbError TB_GATEWAY_ANSWER */
export const parseWhere = (input: unknown): WherePublished => parse(WherePublished, input, 'TB_GATEWAY_ANSWER');
