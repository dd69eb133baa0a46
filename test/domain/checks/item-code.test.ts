import {checkItemCode, formatItemCode, mainItemOf, parseItemCode} from '@tongban/domain/checks/item-code.js';
import {makeUscc} from '@tongban/domain/checks/uscc.js';
import {assert} from '@open-wc/testing';
import * as fc from 'fast-check';
import vectors from '../../fixtures/check-vectors.json';
import {problemOf, valueOf, warningsOf} from './outcome.js';

const digits = (length: number) => fc.array(fc.constantFrom(...'0123456789'), {minLength: length, maxLength: length}).map((list) => list.join(''));
const catalogue = fc.record({scope: digits(2), type: digits(2), main: digits(5), sub: fc.oneof(digits(3), fc.constant('00Y'))});
const edition = fc.record({
  authority: fc.record({kind: fc.constantFrom('11', '12'), area: digits(6), body: digits(8)}).map(makeUscc),
  level: fc.constantFrom(...'1234567'),
});
const anyCode = fc.oneof(fc.record({catalogue}), fc.record({catalogue, edition}), fc.record({catalogue, edition, handling: digits(2)}));

describe('an item code', () => {
  for (const {value, parts} of vectors.itemCode.valid) {
    it(`${value} is right and splits into its parts`, () => {
      assert.equal(valueOf(checkItemCode(value)), value);
      assert.deepEqual(warningsOf(checkItemCode(value)), []);
      const [authority, level, scope, type, main, sub, handling] = parts;
      const {catalogue, edition, handling: last} = parseItemCode(value)!;
      assert.deepEqual(edition, {authority: authority!, level: level!});
      assert.deepEqual(catalogue, {scope: scope!, type: type!, main: main!, sub: sub!});
      assert.equal(last, handling);
    });
  }

  it('is wrong for a stated reason', () => {
    const [authority, level, short] = vectors.itemCode.invalid.map(({value}) => value) as [string, string, string];
    assert.equal(problemOf(checkItemCode(authority)), 'item-code-authority');
    assert.equal(problemOf(checkItemCode(level)), 'item-code-level');
    assert.equal(problemOf(checkItemCode(short)), 'item-code-shape');
    assert.equal(problemOf(checkItemCode('')), 'empty');
    assert.equal(problemOf(checkItemCode('44011800900X')), 'item-code-shape');
  });

  it('of twelve characters is a catalogue code', () => {
    assert.equal(valueOf(checkItemCode('000105004000')), '000105004000');
    assert.deepEqual(parseItemCode('000105004000'), {catalogue: {scope: '00', type: '01', main: '05004', sub: '000'}});
    assert.isUndefined(parseItemCode('00010500400006'));
  });

  it('in the widths of the standard is kept as it is, with a word about it', () => {
    assert.deepEqual(warningsOf(checkItemCode('0105004000')), ['item-code-standard-width']);
    assert.deepEqual(warningsOf(checkItemCode('11440000006940116U010500')), ['item-code-standard-width']);
  });

  it('of a type that the region does not have is right, with a word about it', () => {
    assert.deepEqual(warningsOf(checkItemCode('442101007000')), []); // Guangdong's own
    assert.deepEqual(warningsOf(checkItemCode('512101007000')), ['item-code-type']);
    assert.deepEqual(warningsOf(checkItemCode('515501007000')), ['item-code-type']);
  });

  it('of a sub item leads to its main item', () => {
    const sub = parseItemCode('440102002003')!.catalogue;
    assert.deepEqual(mainItemOf(sub), {...sub, sub: '00Y'});
    assert.isUndefined(mainItemOf(parseItemCode('440102002000')!.catalogue));
    assert.isUndefined(mainItemOf(parseItemCode('44010200200Y')!.catalogue));
  });

  it('is put together from the parts that it splits into', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        const written = formatItemCode(code);
        assert.deepEqual(parseItemCode(written), code);
        assert.equal(valueOf(checkItemCode(written)), written);
      }),
      {numRuns: 200},
    );
  });
});
