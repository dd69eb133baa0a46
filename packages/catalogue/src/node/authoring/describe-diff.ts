import {diffEditions, isEmptyDiff, type FieldChange, type PartChanges} from '@tongban/domain/guide/edition-diff.js';
import type {Guide, Situation} from '@tongban/domain/guide/guide.js';
import {wordsOf} from './guide-words.js';
import {valueWords} from './value-words.js';
import type {Words} from './words.js';

/** One line of what is new: `+` came, `-` went, `~` changed, `*` to look at. */
export interface DiffLine extends Words {
  readonly sign: '+' | '-' | '~' | '*';
}

/** What a new set of guides brings, in the words of the counter. Empty when nothing differs. */
export function describeChanges(before: readonly Guide[], after: readonly Guide[]): DiffLine[] {
  const earlier = byCode(before);
  const later = byCode(after);
  return [
    ...[...earlier.values()].filter(({taskCode}) => !later.has(taskCode)).map((guide) => wholeLine('-', guide)),
    ...[...later.values()].flatMap((guide) => {
      const old = earlier.get(guide.taskCode);
      return old ? describeGuide(old, guide) : [wholeLine('+', guide)];
    }),
  ];
}

/** Of several editions of an item the newest counts. */
function byCode(guides: readonly Guide[]): Map<string, Guide> {
  const newest = new Map<string, Guide>();
  for (const guide of guides) {
    if ((newest.get(guide.taskCode)?.version ?? 0) < guide.version) newest.set(guide.taskCode, guide);
  }
  return newest;
}

function wholeLine(sign: '+' | '-', {name, taskCode, version, materials}: Guide): DiffLine {
  const [zh, en] = sign === '+' ? ['新增指南', 'new guide'] : ['取消指南', 'guide is gone'];
  return {
    sign,
    zh: `${zh}《${name}》${taskCode} 第 ${version} 版，材料 ${materials.length} 份`,
    en: `${en}: ${name}, ${taskCode}, version ${version}, ${materials.length} materials`,
  };
}

function describeGuide(before: Guide, after: Guide): DiffLine[] {
  const diff = diffEditions(before, after);
  if (isEmptyDiff(diff)) return [];
  const lines = [
    ...diff.fields.filter(({key}) => key !== 'version').map((change) => changed('', change, before, after)),
    ...partLines('situations', '情形', 'question', diff.parts.situations, before, after),
    ...partLines('materials', '材料', 'material', diff.parts.materials, before, after),
    ...partLines('fields', '表单字段', 'form field', diff.parts.fields, before, after),
    ...partLines('deltas', '各地差异', 'regional difference', diff.parts.deltas, before, after),
  ];
  const same = before.version === after.version;
  const head: DiffLine = {
    sign: '~',
    zh: `《${after.name}》${after.taskCode} 第 ${before.version} 版${same ? '' : ` → 第 ${after.version} 版`}`,
    en: `${after.name}, ${after.taskCode}, version ${before.version}${same ? '' : ` → ${after.version}`}`,
  };
  const frozen: DiffLine = {
    sign: '*',
    zh: '  内容变了而版本没有加 1：已发布的版本不能改动，发布前请加 1。',
    en: '  the content changed and the version did not: a published version is never altered, so raise it before publishing.',
  };
  return [head, ...(same ? [frozen] : []), ...lines.map((line) => ({...line, zh: `  ${line.zh}`, en: `  ${line.en}`}))];
}

type PartKey = 'situations' | 'materials' | 'fields' | 'deltas';

function partLines(
  key: PartKey,
  zh: string,
  en: string,
  changes: PartChanges<Guide[PartKey][number]> | undefined,
  before: Guide,
  after: Guide,
): DiffLine[] {
  if (!changes) return [];
  const {added, removed, changed: altered, order} = changes;
  const lines: DiffLine[] = [
    ...removed.map((part): DiffLine => ({
      sign: '-',
      zh: `${zh}“${nameOf(part)}”不再有`,
      en: `${en} ${nameOf(part)} is gone`,
    })),
    ...added.map((part): DiffLine => {
      const told = newPart(part, after.situations);
      return {sign: '+', zh: `${zh}“${nameOf(part)}”新增${told.zh}`, en: `${en} ${nameOf(part)} is new${told.en}`};
    }),
    ...altered.flatMap(({id, changes: own}) => {
      const part = (after[key] as Guide[PartKey][number][]).find((one) => idOf(one) === id);
      const name = part ? nameOf(part) : id;
      return own.map((change) => {
        const line = changed(`${key}.`, change, before, after);
        return {...line, zh: `${zh}“${name}”：${line.zh}`, en: `${en} ${name}: ${line.en}`};
      });
    }),
  ];
  const moved: DiffLine = {
    sign: '~',
    zh: `${zh}的先后改为：${order.join('、')}`,
    en: `order of each ${en} is now: ${order.join(', ')}`,
  };
  return lines.length > 0 ? lines : [moved];
}

type Part = Guide[PartKey][number];

const idOf = (part: Part) => ('id' in part ? part.id : part.region);

function nameOf(part: Part): string {
  if ('question' in part) return part.question;
  if ('label' in part) return part.label;
  if ('copies' in part) return part.name;
  return part.region;
}

/** Of a new material: whether everybody must bring it, and how it need not be brought. */
function newPart(part: Part, situations: readonly Situation[]): Words {
  if (!('copies' in part)) return {zh: '', en: ''};
  const told = (['necessity', 'source', 'when', 'waive'] as const)
    .filter((key) => key !== 'waive' || part.waive.length > 0)
    .map((key) => ({name: wordsOf(`materials.${key}`), value: valueWords(`materials.${key}`, part[key], situations)}));
  return {
    zh: `：${told.map(({name, value}) => `${name.zh} ${value.zh}`).join('；')}`,
    en: `: ${told.map(({name, value}) => `${name.en} ${value.en}`).join('; ')}`,
  };
}

function changed(prefix: string, {key, before, after}: FieldChange, from: Guide, to: Guide): DiffLine {
  const path = prefix + key;
  const {zh, en} = wordsOf(path);
  if (Array.isArray(before) && Array.isArray(after)) {
    const told = listWords(path, before, after);
    return {sign: '~', zh: `${zh}：${told.zh}`, en: `${en}: ${told.en}`};
  }
  const [was, is] = [valueWords(path, before, from.situations), valueWords(path, after, to.situations)];
  return {sign: '~', zh: `${zh}：${was.zh} → ${is.zh}`, en: `${en}: ${was.en} → ${is.en}`};
}

/** What came into a list and what left it; else that its order is another. */
function listWords(path: string, before: readonly unknown[], after: readonly unknown[]): Words {
  const lacking = (list: readonly unknown[], from: readonly unknown[]) => {
    const there = new Set(list.map((member) => JSON.stringify(member)));
    return from.filter((member) => !there.has(JSON.stringify(member)));
  };
  const [gone, came] = [lacking(after, before), lacking(before, after)];
  if (gone.length + came.length === 0) return {zh: '先后有变', en: 'another order'};
  const told = [
    ...(gone.length > 0 ? [{words: valueWords(path, gone, []), zh: '去掉', en: 'gone'}] : []),
    ...(came.length > 0 ? [{words: valueWords(path, came, []), zh: '新增', en: 'new'}] : []),
  ];
  return {
    zh: told.map(({words, zh}) => `${zh} ${words.zh}`).join('；'),
    en: told.map(({words, en}) => `${en} ${words.en}`).join('; '),
  };
}
