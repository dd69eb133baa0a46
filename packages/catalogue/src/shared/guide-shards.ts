import {Guide} from '@tongban/domain/guide/guide.js';
import {parse} from '@tongban/domain/parse.js';
import {text} from '@tongban/domain/primitives.js';
import * as v from 'valibot';

/**
 * `manifest.guides[0]`, JSON in UTF-8: which of the parts behind it holds an edition's guide. An edition is found under its own code,
 * the common one as well as those of the regions. Where a guide has several versions, they lie together.
 */
export const GuideIndex = v.record(text(80), v.pipe(v.number(), v.integer(), v.minValue(1)));
export type GuideIndex = v.InferOutput<typeof GuideIndex>;

/** Every other part of `manifest.guides`, JSON in UTF-8. */
export const GuideShard = v.array(Guide);
export type GuideShard = v.InferOutput<typeof GuideShard>;

/** @throws TbError TB_CATALOGUE_BROKEN */
export const parseGuideIndex = (input: unknown): GuideIndex => parse(GuideIndex, input, 'TB_CATALOGUE_BROKEN');

/** @throws TbError TB_CATALOGUE_BROKEN */
export const parseGuideShard = (input: unknown): GuideShard => parse(GuideShard, input, 'TB_CATALOGUE_BROKEN');
