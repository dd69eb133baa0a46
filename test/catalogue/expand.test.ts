import {expand, termsOf} from '@tongban/catalogue/shared/expand.js';
import {assert} from '@open-wc/testing';

const spellings = (query: string) => expand(query).map((term) => term.spellings);

describe('the terms of a query', () => {
  it('are divided at blanks, marks and where Chinese meets letters', () => {
    assert.deepEqual(termsOf(' 退休　提取、公积金 '), ['退休', '提取', '公积金']);
    assert.deepEqual(termsOf('退休tqGJJ'), ['退休', 'tqgjj']);
    assert.deepEqual(termsOf('NAS设备'), ['nas', '设备']);
    assert.deepEqual(termsOf('，。 !'), []);
  });

  it('keep digits with what they stand in', () => {
    assert.deepEqual(termsOf('２级建造师'), ['2级建造师']);
    assert.deepEqual(termsOf('20kV变电站'), ['20kv', '变电站']);
    assert.deepEqual(termsOf('GB2312标准'), ['gb2312', '标准']);
  });

  it('count once', () => {
    assert.deepEqual(spellings('退休 退休'), [['退休']]);
  });
});

describe('what a query is taken to mean', () => {
  it('is what was typed first, then the words that mean the same', () => {
    assert.deepEqual(spellings('驾照'), [['驾照', '驾驶证', '驾驶执照', '驾证']]);
    assert.include(spellings('社保卡补办')[0] ?? [], '社会保障卡补领');
  });

  it('leaves out what another spelling finds anyway', () => {
    assert.notInclude(spellings('驾照')[0] ?? [], '机动车驾驶证');
  });

  it('takes the longest word, not one within it', () => {
    assert.notInclude(spellings('社保卡').flat().join(' '), '社会保险卡');
  });

  it('reads a digit that stands alone as a numeral too, and a numeral that counts as a digit', () => {
    assert.deepEqual(spellings('2级'), [['2级', '二级']]);
    assert.deepEqual(spellings('二级'), [['二级', '2级']]);
    assert.deepEqual(spellings('统一'), [['统一']]);
    assert.deepEqual(spellings('2026年'), [['2026年']]);
  });

  it('takes letters for pinyin too', () => {
    assert.deepEqual(expand('txtq'), [{spellings: ['txtq'], letters: 'txtq'}]);
    assert.isUndefined(expand('gb2312')[0]?.letters);
  });

  it('stays small for a query that is all synonyms', () => {
    for (const term of expand('驾照社保卡户口本房产证身份证低保医保'.repeat(5)))
      assert.isAtMost(term.spellings.length, 12);
  });

  it('can be said with a list of one’s own', () => {
    assert.deepEqual(expand('甲办', [['甲', '乙']]), [{spellings: ['甲办', '乙办']}]);
  });
});
