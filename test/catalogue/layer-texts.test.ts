import {fold} from '@tongban/catalogue/shared/fold.js';
import {decodeTexts, encodeTexts} from '@tongban/catalogue/shared/layer-texts.js';
import {assert} from '@open-wc/testing';
import * as fc from 'fast-check';
import {throwsWith} from '../support/throws-with.js';
import {arbitraryItem} from './fixtures/arbitrary-items.js';

const originals = (bytes: Uint8Array) => {
  const part = decodeTexts(bytes);
  return Array.from({length: part.count}, (_, at) => part.original(at));
};

describe('a part of texts', () => {
  it('gives every text back as it was', () => {
    const texts = fc.array(
      arbitraryItem.map(({summary = ''}) => summary),
      {maxLength: 20},
    );
    fc.assert(fc.property(texts, (all) => assert.deepEqual(originals(encodeTexts(all)), all)));
  });

  it('holds them folded, one to a line', () => {
    const part = decodeTexts(encodeTexts(['退休 ETC（卡）。', '', '變更設備']));
    assert.equal(part.folded, '退休etc卡\n\n变更设备\n');
    assert.deepEqual([...part.starts], [0, 7, 8, 13]);
  });

  it('finds what stands far behind the last mark', () => {
    const text = `A${'退'.repeat(1_000)}。休`;
    const part = decodeTexts(encodeTexts([text]));
    assert.equal(part.original(0), text);
    assert.equal(part.folded, `${fold(text)}\n`);
  });

  it('is refused when it is cut short', () => {
    const bytes = encodeTexts(['退休 提取', '变更']);
    for (let length = 0; length < bytes.length; length++)
      throwsWith('TB_CATALOGUE_BROKEN', () => decodeTexts(bytes.subarray(0, length)));
  });
});
