import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {parseCondition, writeCondition} from '@tongban/catalogue/node/authoring/sheets/condition-text.js';
import type {Situation} from '@tongban/domain/guide/guide.js';
import type {When} from '@tongban/domain/guide/when.js';
import fc from 'fast-check';

const situations: Situation[] = [
  {
    id: 'who',
    question: '谁来办理？',
    options: [
      {id: 'self', label: '本人'},
      {id: 'agent', label: '委托他人（含代理机构）或亲属'},
    ],
  },
  {
    id: 'place',
    question: '住所属于哪种情况?',
    options: [
      {id: 'own', label: '自有'},
      {id: 'rent', label: '租赁'},
    ],
  },
];
const answers = situations.flatMap(({id, options}) => options.map((option) => ({q: id, is: option.id})));
const whenOf = (text: string) => {
  const parsed = parseCondition(text, situations);
  assert.ok('when' in parsed, text);
  return parsed.when;
};
const faultOf = (text: string) => {
  const parsed = parseCondition(text, situations);
  return 'fault' in parsed ? parsed.fault.zh : '';
};

const conditions = fc.letrec<{when: Exclude<When, null>}>((tie) => ({
  when: fc.oneof(
    {maxDepth: 3},
    fc.constantFrom(...answers),
    fc.array(tie('when'), {minLength: 2, maxLength: 3}).map((any) => ({any})),
    fc.array(tie('when'), {minLength: 2, maxLength: 3}).map((all) => ({all})),
    tie('when').map((not) => ({not})),
  ),
})).when;

describe('a condition in a cell', () => {
  test('is read back as it was written', () => {
    fc.assert(fc.property(conditions, (when) => assert.deepEqual(whenOf(writeCondition(when)), when)));
  });

  test('may use the words of questions and options', () => {
    assert.deepEqual(whenOf('谁来办理＝本人'), {q: 'who', is: 'self'});
    assert.deepEqual(whenOf('“谁来办理？”=“委托他人（含代理机构）或亲属” 且 place=租赁'), {
      all: [
        {q: 'who', is: 'agent'},
        {q: 'place', is: 'rent'},
      ],
    });
    assert.deepEqual(whenOf('place≠own'), {not: {q: 'place', is: 'own'}});
  });

  test('binds 且 closer than 或', () => {
    const [self, own, rent] = [
      {q: 'who', is: 'self'},
      {q: 'place', is: 'own'},
      {q: 'place', is: 'rent'},
    ];
    assert.deepEqual(whenOf('who=self 且 place=own 或 place=rent'), {any: [{all: [self, own]}, rent]});
    assert.deepEqual(whenOf('who=self 且 （place=own 或 place=rent）'), {all: [self, {any: [own, rent]}]});
  });

  test('is everybody when nothing stands there', () => {
    for (const text of ['', '  ', '所有人', '—']) assert.equal(whenOf(text), null);
  });

  test('says what is wrong with it', () => {
    assert.match(faultOf('谁付钱=本人'), /没有问题“谁付钱”/);
    assert.match(faultOf('who=邻居'), /没有选项“邻居”，只有：本人、/);
    for (const text of [
      'who',
      'who=',
      '(who=self',
      'who=self place=own)',
      'who=self 且',
      '=',
      '且',
      '非()',
      'who=self)',
    ]) {
      assert.notEqual(faultOf(text), '', text);
    }
  });
});
