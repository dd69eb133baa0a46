import type {ListChanges, NewVersion} from '@tongban/catalogue/node/publish/compare-lists.js';
import type {Guide} from '@tongban/domain/guide/guide.js';
import type {ServiceItem} from '@tongban/domain/guide/service-item.js';
import type {Terminal} from '../../command.js';

/** What fields are called on the forms of a publisher. */
const fieldNames: Readonly<Record<string, string>> = {
  catalogCode: '基本编码',
  confidence: '可信程度',
  dept: '实施主体',
  effective: '有效期',
  faq: '常见问题',
  fees: '收费',
  fields: '填报项',
  hasGuide: '有无指南',
  itemType: '事项类型',
  keywords: '关键词',
  legal: '法定时限',
  materials: '材料',
  minLoa: '认证等级',
  modes: '通办方式',
  name: '名称',
  notOpen: '未开通',
  pinyin: '拼音',
  plainName: '日常用语',
  promised: '承诺时限',
  region: '区划',
  serviceObjects: '服务对象',
  situations: '情形',
  deltas: '地区差异',
  source: '来源',
  steps: '流程',
  summary: '说明',
  themes: '主题',
  zeroMaterial: '零材料',
};

/** Says what a publication would change: item by item and field by field, then the guides with their materials. */
export function sayChanges({added, removed, changed, guides}: ListChanges, {out}: Terminal): void {
  for (const item of added) out(`+ 新增 added ${titleOf(item)}`);
  for (const item of removed) out(`- 取消 removed ${titleOf(item)}`);
  for (const {before, after, fields} of changed) {
    out(`~ 修改 changed ${titleOf(after)}`);
    // Pinyin follows from the name and would only repeat it.
    for (const field of fields.filter((each) => each !== 'pinyin' || !fields.includes('name')))
      out(`    ${labelOf(field)}: ${show(before[field])} → ${show(after[field])}`);
  }
  for (const guide of guides.added) out(`+ 新增指南 guide added ${titleOf(guide)} v${guide.version}`);
  for (const guide of guides.removed) out(`- 取消指南 guide removed ${titleOf(guide)} v${guide.version}`);
  for (const version of guides.newVersions) sayVersion('~ 指南新版本 guide, new version', version, out);
  for (const version of guides.rewritten)
    sayVersion('! 指南改动而版本未变 guide changed under its version', version, out);
}

/** One line for those who only want to know how much. */
export function countChanges({added, removed, changed, guides}: ListChanges): string {
  const versions = guides.added.length + guides.removed.length + guides.newVersions.length;
  return `新增 added ${added.length}, 修改 changed ${changed.length}, 取消 removed ${removed.length}, 指南 guides ${versions}`;
}

function sayVersion(what: string, {before, after, diff}: NewVersion, out: Terminal['out']): void {
  out(`${what} ${titleOf(after)} v${before.version} → v${after.version}`);
  for (const {key, before: old, after: now} of diff.fields) {
    if (key !== 'version') out(`    ${labelOf(key)}: ${show(old)} → ${show(now)}`);
  }
  const materials = diff.parts.materials;
  for (const {name} of materials?.added ?? []) out(`    + 材料 material ${name}`);
  for (const {name} of materials?.removed ?? []) out(`    - 材料 material ${name}`);
  for (const {id, changes} of materials?.changed ?? []) {
    const name = after.materials.find((material) => material.id === id)?.name ?? id;
    for (const {key, before: old, after: now} of changes)
      out(`    ~ 材料 material ${name}, ${labelOf(key)}: ${show(old)} → ${show(now)}`);
  }
  for (const key of ['situations', 'fields', 'deltas'] as const) {
    if (diff.parts[key]) out(`    ~ ${labelOf(key)}`);
  }
}

const titleOf = ({taskCode, name}: Pick<ServiceItem | Guide, 'taskCode' | 'name'>) => `${taskCode} ${name}`;
const labelOf = (key: string) => [key, fieldNames[key]].filter(Boolean).join(' ');

const LONGEST = 60;

function show(value: unknown): string {
  if (value === undefined) return '—';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
