import {fold, foldWithPlaces} from '@tongban/catalogue/shared/fold.js';
import {SIMPLIFIED, TRADITIONAL} from '@tongban/catalogue/shared/simplified-signs.js';
import {assert} from '@open-wc/testing';
import * as fc from 'fast-check';
import pairs from './fixtures/folded-pairs.json';
import {plain} from './oracle.js';

describe('a text as it is compared', () => {
  for (const [original = '', folded = ''] of pairs) {
    it(`is 「${folded}」 for ${JSON.stringify(original)}, also for the oracle`, () => {
      assert.equal(fold(original), folded);
      assert.equal(plain(original), folded);
    });
  }

  it('is what the oracle makes of it, whatever the text', () => {
    const texts = fc.oneof(
      fc.string({unit: 'binary', maxLength: 30}),
      fc.array(fc.constantFrom(...TRADITIONAL), {maxLength: 30}).map((signs) => signs.join('')),
    );
    fc.assert(fc.property(texts, (text) => assert.equal(fold(text), plain(text))));
  });

  it('is what the oracle makes of each sign that is written in another way today', () => {
    for (const sign of TRADITIONAL) assert.equal(fold(sign), plain(sign));
  });

  it('stays as it is when it is folded again', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary', maxLength: 30}), (text) => assert.equal(fold(fold(text)), fold(text))),
    );
  });

  it('remembers where each sign stood', () => {
    const {text, from} = foldWithPlaces('设立(内资)①');
    assert.equal(text, '设立内资1');
    assert.deepEqual(from, [0, 1, 3, 4, 6]);
    assert.deepEqual(foldWithPlaces('𠮷事').from, [0, 0, 2]);
  });
});

describe('the signs that are written in another way today', () => {
  it('have one sign each, none of which is written in another way again', () => {
    const simplified = [...SIMPLIFIED];
    assert.equal([...TRADITIONAL].length, simplified.length);
    assert.isAbove(simplified.length, 3_000);
    const traditional = new Set(TRADITIONAL);
    assert.deepEqual(
      simplified.filter((sign) => traditional.has(sign)),
      [],
    );
  });
});
