import * as v from 'valibot';
import {Slug, text} from '../primitives.js';
import {When} from './when.js';

/** Why a material need not be handed in (免交, domain.md §5). */
export const Waiver = v.variant('by', [
  v.strictObject({by: v.literal('certificate'), certName: text(100), certTypeCode: v.optional(text(21))}),
  v.strictObject({by: v.literal('share'), dataName: text(100)}),
  v.strictObject({by: v.literal('promise'), note: v.optional(text(300))}),
]);
export type Waiver = v.InferOutput<typeof Waiver>;

/** What a guide asks for; one case holds it as a `MaterialSlot`. Codes as in the national exchange tables (data: codes.json `material`). */
export const MaterialSpec = v.strictObject({
  id: Slug,
  name: text(200),
  /** 1 证件证书证明, 2 申请表格文书, 3 其他 */
  kind: v.picklist([1, 2, 3]),
  /** 1 纸质, 2 电子化, 3 纸质/电子化 */
  form: v.picklist([1, 2, 3]),
  /** 10 申请人自备, 20 政府部门核发, 99 其他 */
  source: v.picklist([10, 20, 99]),
  copies: v.strictObject({original: v.number(), copy: v.number()}),
  /** 1 必要, 2 非必要, 3 容缺后补 */
  necessity: v.picklist([1, 2, 3]),
  when: When,
  waive: v.array(Waiver),
  issuer: v.optional(text(100)),
  blankForm: v.optional(v.boolean()),
  sample: v.optional(v.boolean()),
  acceptStand: v.optional(text(1000)),
  byLaw: v.optional(text(500)),
  note: v.optional(text(500)),
});
export type MaterialSpec = v.InferOutput<typeof MaterialSpec>;
