import {formatItemCode, parseItemCode} from '@tongban/domain/checks/item-code.js';
import {makeUscc} from '@tongban/domain/checks/uscc.js';
import {TbError} from '@tongban/domain/errors.js';
import {Limit} from '@tongban/domain/guide/limit.js';
import {LocalDate, Region6, text} from '@tongban/domain/primitives.js';
import * as v from 'valibot';

/**
 * What a set of guides lacks to be filed: catalogue codes, levels, offices, telephones. The demo's is
 * demo/data/source/editions.json; a province's own feed brings these itself.
 */
export const Editions = v.object({
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  effective: v.tuple([LocalDate, v.nullable(LocalDate)]),
  /** Whose edition the stored guide is. */
  publisher: Region6,
  provinces: v.record(
    Region6,
    v.object({
      name: text(30),
      areaCode: v.pipe(v.string(), v.regex(/^0\d{2,3}$/)),
      serial: v.pipe(v.string(), v.regex(/^\d$/)),
    }),
  ),
  depts: v.record(text(20), v.object({serial: v.pipe(v.string(), v.regex(/^\d{2}$/)), name: text(60)})),
  guides: v.record(
    text(64),
    v.object({
      catalogCode: v.pipe(v.string(), v.regex(/^\d{12}$/)),
      minLoa: v.picklist([1, 2, 3, 4]),
      dept: text(20),
      keywords: v.array(text(50)),
      /** Promised limits that stand in for illustrative ones of the source which are longer than the law allows; `common` is everybody's. */
      promised: v.optional(v.record(v.union([Region6, v.literal('common')]), Limit)),
    }),
  ),
});
export type Editions = v.InferOutput<typeof Editions>;

/** One province's edition of one guide. */
export interface Edition {
  readonly taskCode: string;
  readonly dept: {readonly name: string; readonly code: string};
  readonly consultPhone: string;
  readonly complainPhone: string;
}

const STATE_ORGAN = '11';
const PROVINCE_LEVEL = '2';
/** Organisation numbers that begin so are in nobody's use. */
const DEMO_BODY = 'TBDEM';

/** @throws TbError TB_REGION_UNKNOWN or TB_ITEM_UNKNOWN when the editions do not name the province or the guide */
export function editionIn(editions: Editions, guideId: string, region: Region6): Edition {
  const province = editions.provinces[region];
  const entry = editions.guides[guideId];
  const dept = entry && editions.depts[entry.dept];
  const catalogue = entry && parseItemCode(entry.catalogCode)?.catalogue;
  if (!province) throw new TbError('TB_REGION_UNKNOWN', {details: {region}});
  if (!dept || !catalogue) throw new TbError('TB_ITEM_UNKNOWN', {details: {guide: guideId}});

  const code = makeUscc({kind: STATE_ORGAN, area: region, body: `${DEMO_BODY}${province.serial}${dept.serial}`});
  return {
    taskCode: formatItemCode({catalogue, edition: {authority: code, level: PROVINCE_LEVEL}}),
    dept: {name: province.name + dept.name, code},
    // Exchange 000 does not exist, so these can be shown and rung by nobody.
    consultPhone: `${province.areaCode}-000000${dept.serial}`,
    complainPhone: `${province.areaCode}-000001${dept.serial}`,
  };
}
