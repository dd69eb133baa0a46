import {applyDiff, diffEditions, isEmptyDiff} from '@tongban/domain/guide/edition-diff.js';
import type {Guide} from '@tongban/domain/guide/guide.js';
import {assert} from '@open-wc/testing';
import fc from 'fast-check';
import {aDelta, aGuide, aMaterial} from '../../fixtures/guides.js';
import {anyGuide} from './random-guide.js';

/** As it comes over the wire: without keys that hold nothing. */
const sent = (guide: Guide) => JSON.parse(JSON.stringify(guide)) as Guide;

describe('what is new in an edition', () => {
  it('names the values that changed, with before and after', () => {
    const {fields, parts} = diffEditions(aGuide(), aGuide({version: 2, promised: {value: 1, unit: 'workday'}}));
    assert.deepEqual(fields, [
      {key: 'version', before: 1, after: 2},
      {key: 'promised', before: {value: 3, unit: 'workday'}, after: {value: 1, unit: 'workday'}},
    ]);
    assert.deepEqual(parts, {});
  });

  it('tells materials that came, went and changed apart', () => {
    const before = aGuide({materials: [aMaterial({id: 'stays'}), aMaterial({id: 'goes'}), aMaterial({id: 'eases'})]});
    const after = aGuide({
      materials: [aMaterial({id: 'comes'}), aMaterial({id: 'stays'}), aMaterial({id: 'eases', necessity: 3})],
    });
    const {materials} = diffEditions(before, after).parts;
    assert.deepEqual(
      materials?.added.map(({id}) => id),
      ['comes'],
    );
    assert.deepEqual(
      materials?.removed.map(({id}) => id),
      ['goes'],
    );
    assert.deepEqual(materials?.changed, [{id: 'eases', changes: [{key: 'necessity', before: 1, after: 3}]}]);
  });

  it('sees a region that changed its own part', () => {
    const {deltas} = diffEditions(aGuide({deltas: [aDelta()]}), aGuide({deltas: [aDelta({note: '新'})]})).parts;
    assert.deepEqual(deltas?.changed, [{id: '320000', changes: [{key: 'note', before: undefined, after: '新'}]}]);
  });

  it('is nothing between an edition and itself', () => {
    fc.assert(fc.property(anyGuide, (guide) => assert.isTrue(isEmptyDiff(diffEditions(guide, sent(guide))))));
  });

  it('leads from the earlier edition to the later one', () => {
    fc.assert(
      fc.property(anyGuide, anyGuide, (one, other) => {
        const [before, after] = [sent(one), sent({...other, plainName: undefined, version: 2})];
        const diff = diffEditions(before, after);
        assert.isFalse(isEmptyDiff(diff));
        assert.deepEqual(applyDiff(before, diff), after);
      }),
    );
  });

  it('leads there too when a guide names a material twice', () => {
    const before = aGuide({materials: [aMaterial(), aMaterial({necessity: 3})]});
    const after = aGuide({materials: [aMaterial({necessity: 2})]});
    assert.deepEqual(applyDiff(before, diffEditions(before, after)), after);
  });
});
