import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {describeChanges} from '@tongban/catalogue/node/authoring/describe-diff.js';
import type {Guide} from '@tongban/domain/guide/guide.js';
import {aDelta, aMaterial} from '../../fixtures/guides.js';
import {aSoundGuide} from './sheets-for-tests.js';

/** What a new version of the sound guide brings, below its head line. */
function changes(parts: Partial<Guide>): string[] {
  return describeChanges([aSoundGuide()], [aSoundGuide({version: 2, ...parts})])
    .slice(1)
    .map(({sign, zh}) => `${sign}${zh.trimEnd()}`);
}

describe('what is new in guides', () => {
  test('is nothing where nothing differs', () => {
    assert.deepEqual(describeChanges([aSoundGuide()], [aSoundGuide()]), []);
  });

  test('is said with the words of the counter, in both languages', () => {
    const [head, line] = describeChanges(
      [aSoundGuide()],
      [aSoundGuide({version: 2, promised: {value: 0, unit: 'instant'}})],
    );
    assert.match(head?.zh ?? '', /^《正常退休提取住房公积金》.* 第 1 版 → 第 2 版$/);
    assert.deepEqual(line, {
      sign: '~',
      zh: '  承诺时限：3 工作日 → 即办',
      en: '  promised limit: 3 workdays → instant',
    });
  });

  test('names materials that came, went and are asked for in another way', () => {
    const [bank, paper] = aSoundGuide().materials as [Guide['materials'][number], Guide['materials'][number]];
    const waive = [{by: 'certificate' as const, certName: '社会保障卡'}];
    assert.deepEqual(
      changes({
        materials: [
          {...bank, necessity: 3, when: {not: {q: 'agent', is: 'no'}}},
          aMaterial({id: 'card', name: '社保卡', waive}),
        ],
      }),
      [
        '-  材料“授权委托书”不再有',
        '+  材料“社保卡”新增：必要性 必要；来源 申请人自备；适用情形 所有人；免交方式 电子证照《社会保障卡》',
        '~  材料“本人银行卡”：必要性：必要 → 容缺后补',
        '~  材料“本人银行卡”：适用情形：所有人 → 不是 “谁来办理？”＝“本人”',
      ],
    );
    assert.equal(paper.name, '授权委托书');
  });

  test('says what came into a list and what left it', () => {
    assert.deepEqual(
      changes({
        modes: ['online', 'direct'],
        faq: [{question: '要多久？', answer: '三天。'}],
        deltas: [aDelta({note: '另有规定'})],
      }),
      [
        '~  通办方式：去掉 代收代办；新增 直接通办',
        '~  常见问题：新增 要多久？，回答 三天。',
        '+  各地差异“320000”新增',
      ],
    );
  });

  test('warns of a change without a new version', () => {
    const lines = describeChanges([aSoundGuide()], [aSoundGuide({name: '退休提取'})]);
    assert.ok(lines.some(({sign, en}) => sign === '*' && en.includes('never altered')));
  });

  test('is told of the newest version where a file holds several', () => {
    const newest = aSoundGuide({version: 3, name: '退休提取'});
    const lines = describeChanges([aSoundGuide({version: 2}), aSoundGuide()], [newest, aSoundGuide()]);
    assert.match(lines[0]?.zh ?? '', /第 2 版 → 第 3 版/);
    assert.equal(lines.length, 2);
  });

  test('names guides that came and went', () => {
    const other = aSoundGuide({taskCode: '11310000TBDEM115842002099009000', name: '另一事项'});
    const lines = describeChanges([aSoundGuide()], [other]);
    assert.deepEqual(
      lines.map(({sign, zh}) => sign + zh.slice(0, 6)),
      ['-取消指南《正', '+新增指南《另'],
    );
  });
});
