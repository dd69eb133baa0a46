import type {Limit} from '@tongban/domain/guide/limit.js';
import type {MaterialSpec, Waiver} from '@tongban/domain/guide/material.js';
import type {DeltaOp, Situation} from '@tongban/domain/guide/guide.js';
import type {When} from '@tongban/domain/guide/when.js';
import * as codes from './code-words.js';
import {wordsOf} from './guide-words.js';
import type {Words} from './words.js';

const NONE: Words = {zh: '（无）', en: '(none)'};

/** A value of a guide as a clerk would say it. `path` has no list positions; conditions speak in the questions of `situations`. */
export function valueWords(path: string, value: unknown, situations: readonly Situation[]): Words {
  if (value === undefined || (value === null && !isCondition(path)) || (Array.isArray(value) && value.length === 0))
    return NONE;
  if (isCondition(path)) return whenWords(value as When, situations);
  const table = tables[path];
  if (Array.isArray(value))
    return joined(value.map((part) => (table ? codes.wordsOfCode(table, part) : memberWords(path, part))));
  if (table) return codes.wordsOfCode(table, value);
  if (isLimit(path)) return limitWords(value as Limit);
  if (path === 'materials.copies') return copiesWords(value as MaterialSpec['copies']);
  if (typeof value === 'boolean') return codes.wordsOfCode(codes.yesNo, value);
  return memberWords(path, value);
}

const isLimit = (path: string) => /(^|\.)(legal|promised|limit)$/.test(path);
const isCondition = (path: string) => path.endsWith('.when') || path.endsWith('.showIf');

const tables: Readonly<Record<string, readonly codes.Code<string | number | boolean>[]>> = {
  itemType: codes.itemTypes,
  'deltas.itemType': codes.itemTypes,
  projectType: codes.projectTypes,
  serviceObjects: codes.serviceObjects,
  handleForms: codes.handleForms,
  onlineDepth: codes.onlineDepths,
  minLoa: codes.levels,
  modes: codes.modes,
  primaryMode: codes.modes,
  'materials.kind': codes.materialKinds,
  'materials.form': codes.materialForms,
  'materials.source': codes.materialSources,
  'materials.necessity': codes.necessities,
  'fields.type': codes.fieldTypes,
  'fields.prefill': codes.prefills,
  'steps.actor': codes.stepActors,
  'results.delivery': codes.deliveries,
};

export function limitWords({value, unit, note}: Limit): Words {
  const {zh, en} = codes.wordsOfCode(codes.limitUnits, unit);
  const [remark, remarkEn] = note ? [`（${note}）`, ` (${note})`] : ['', ''];
  if (unit === 'instant' || unit === 'onSpot') return {zh: zh + remark, en: en + remarkEn};
  if (value === null) return {zh: `未定${remark}`, en: `not fixed${remarkEn}`};
  return {
    zh: `${value} ${unit === 'month' ? '个' : ''}${zh}${remark}`,
    en: `${value} ${value === 1 ? en.replace(/s$/, '') : en}${remarkEn}`,
  };
}

const copiesWords = ({original, copy}: MaterialSpec['copies']): Words => ({
  zh: `原件 ${original} 份、复印件 ${copy} 份`,
  en: `${original} original, ${copy} copies`,
});

/** 谁来办理？＝委托他人办理 */
export function whenWords(when: When, situations: readonly Situation[]): Words {
  if (when === null) return {zh: '所有人', en: 'everybody'};
  if ('q' in when) {
    const situation = situations.find(({id}) => id === when.q);
    const option = situation?.options.find(({id}) => id === when.is);
    const told = `“${situation?.question ?? when.q}”＝“${option?.label ?? when.is}”`;
    return {zh: told, en: told};
  }
  if ('not' in when) {
    const inner = whenWords(when.not, situations);
    return {zh: `不是 ${inner.zh}`, en: `not ${inner.en}`};
  }
  const [parts, zh, en] = 'any' in when ? [when.any, ' 或 ', ' or '] : [when.all, ' 且 ', ' and '];
  const told = parts.map((part) => whenWords(part, situations));
  return {zh: told.map((part) => part.zh).join(zh), en: told.map((part) => part.en).join(en)};
}

export function waiverWords(waiver: Waiver): Words {
  if (waiver.by === 'certificate') {
    return {zh: `电子证照《${waiver.certName}》`, en: `electronic certificate ${waiver.certName}`};
  }
  if (waiver.by === 'share') return {zh: `数据共享（${waiver.dataName}）`, en: `shared data ${waiver.dataName}`};
  return {zh: '告知承诺', en: 'signed promise'};
}

/** A member of a list, or a group of values: its own name and what else it says. */
export function memberWords(path: string, value: unknown): Words {
  if (typeof value !== 'object' || value === null) {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return {zh: text, en: text};
  }
  if (path === 'materials.waive') return waiverWords(value as Waiver);
  if (path === 'deltas.ops') return opWords(value as DeltaOp);
  const parts = Object.entries(value).map(([key, part], at) => {
    const name = wordsOf(`${path}.${key}`);
    const inner = valueWords(`${path}.${key}`, part, []);
    return at === 0 ? inner : {zh: `${name.zh} ${inner.zh}`, en: `${name.en} ${inner.en}`};
  });
  return joined(parts, '，');
}

function opWords(op: DeltaOp): Words {
  switch (op.op) {
    case 'addMaterial':
      return {zh: `加收材料“${op.material.name}”`, en: `also asks for ${op.material.name}`};
    case 'removeMaterial':
      return {zh: `不收材料 ${op.id}`, en: `does not ask for ${op.id}`};
    case 'patchMaterial':
      return {zh: `材料 ${op.id} 的要求不同`, en: `asks for ${op.id} in another way`};
    case 'addField':
      return {zh: `表单加填“${op.field.label}”`, en: `also has the field ${op.field.label}`};
    case 'removeField':
      return {zh: `表单不填 ${op.id}`, en: `does not have the field ${op.id}`};
    case 'addStep':
      return {zh: `加步骤“${op.step.name}”`, en: `also has the step ${op.step.name}`};
    case 'addWaiver': {
      const {zh, en} = waiverWords(op.waiver);
      return {zh: `材料 ${op.id} 可免交：${zh}`, en: `${op.id} can be waived: ${en}`};
    }
  }
}

const joined = (parts: readonly Words[], between = '、'): Words => ({
  zh: parts.map(({zh}) => zh).join(between),
  en: parts.map(({en}) => en).join(', '),
});
