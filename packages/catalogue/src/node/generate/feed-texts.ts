import type {FeedWords} from './feed-words.js';
import type {Chance} from './seeded.js';

/** What a text says of its item. */
export interface TextAbout {
  readonly name: string;
  readonly office: string;
  readonly place: string;
}

/**
 * A text of about `length` signs, from 0.6 to 1.4 times that: sentences, materials and laws of real guides between the item's own
 * name, office, addresses, telephone numbers, amounts and limits.
 */
export function feedText(words: FeedWords, chance: Chance, about: TextAbout, length: number): string {
  const wanted = Math.round(length * (0.6 + 0.8 * chance.share()));
  let text = `${about.name}由${about.office}办理。`;
  while (text.length < wanted) text += chance.pick(parts)(words, chance, about);
  return text.slice(0, wanted);
}

type Part = (words: FeedWords, chance: Chance, about: TextAbout) => string;

const sentence: Part = ({sentences}, chance) => `${chance.pick(sentences)}${chance.pick(['。', '；', '，'])}`;
const materials: Part = (words, chance) => `需提交：${Array.from({length: 1 + chance.below(3)}, () => `${chance.pick(words.materials)}${1 + chance.below(3)}份`).join('、')}。`;
const law: Part = ({laws}, chance) => `依据《${chance.pick(laws)}》第${1 + chance.below(190)}条。`;
const related: Part = ({rows}, chance) => `与「${chance.pick(rows).name}」可一并办理；`;
const object: Part = ({objects, acts}, chance) => `适用于${chance.pick(objects)}的${chance.pick(acts)}，`;
const address: Part = ({placeSigns, regions}, chance, {place}) => {
  const proper = chance.pick(placeSigns) + chance.pick(placeSigns);
  const near = chance.happens(0.3) ? chance.pick(regions).name : place;
  return `办理地点：${near}${proper}${chance.pick(['路', '大道', '街', '巷', '村', '社区', '工业园'])}${1 + chance.below(999)}号${chance.pick(['政务服务中心', '便民服务站', '办税服务厅', '不动产登记大厅', '人才市场'])}${1 + chance.below(5)}楼${chance.pick('ABCDEFG'.split(''))}${1 + chance.below(60)}窗口。`;
};
const telephone: Part = (_, chance) => `咨询电话0${510 + chance.below(20)}-${80_000_000 + chance.below(9_999_999)}。`;
const limit: Part = (_, chance) => `法定期限${5 * (1 + chance.below(12))}个工作日，承诺${1 + chance.below(20)}个工作日办结。`;
const amount: Part = (_, chance) => `标准为每${chance.pick(['人', '户', '亩', '件', '套', '月', '年'])}${10 * (1 + chance.below(900))}元。`;

/** A part stands here as often as it comes. */
const parts: readonly Part[] = [sentence, sentence, sentence, sentence, materials, materials, law, related, object, object, address, telephone, limit, amount];
