import {assert} from '@open-wc/testing';
import {queriesOfSentence, wordsOfSentence} from '@tongban/domain/guide/sentence.js';
import fc from 'fast-check';

describe('the words of a sentence', () => {
  const sentences: Record<string, string[]> = {
    '我退休了，想把公积金取出来': ['退休', '公积金'],
    '请问身份证丢了怎么办？': ['身份证丢'],
    '我要办营业执照': ['营业执照'],
    '想给刚出生的孩子上户口，需要什么材料': ['刚出生', '孩子上户口'],
    '去世': ['去世'],
    'NAS设备 怎么 备案': ['NAS设备', '备案'],
  };

  for (const [sentence, words] of Object.entries(sentences)) {
    it(`of 「${sentence}」 are ${words.join('、')}`, () => assert.deepEqual(wordsOfSentence(sentence), words));
  }

  it('lie in the sentence, whatever is said', () => {
    fc.assert(fc.property(fc.string({unit: 'grapheme', maxLength: 40}), (sentence) => wordsOfSentence(sentence).every((word) => sentence.normalize('NFKC').includes(word))));
  });
});

describe('the searches a sentence may have meant', () => {
  it('begin with all its words and end with each alone', () => {
    assert.deepEqual(queriesOfSentence('我退休了，想把公积金取出来'), ['退休 公积金', '退休', '公积金']);
    assert.deepEqual(queriesOfSentence('退休，公积金，异地'), ['退休 公积金 异地', '公积金 异地', '退休 异地', '退休 公积金', '退休', '公积金', '异地']);
  });

  it('never repeat what was asked already', () => {
    fc.assert(fc.property(fc.string({unit: 'grapheme', maxLength: 40}), (sentence) => !queriesOfSentence(sentence).includes(sentence.trim())));
    assert.deepEqual(queriesOfSentence('公积金'), []);
  });
});
