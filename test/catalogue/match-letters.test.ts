import {letterMatcher} from '@tongban/catalogue/shared/search/match-letters.js';
import {SyllableNames, syllableTable} from '@tongban/catalogue/shared/search/syllable-table.js';
import {assert} from '@open-wc/testing';
import * as fc from 'fast-check';

function found(letters: string, syllables: readonly string[]) {
  const names = new SyllableNames();
  const table = syllableTable(1, names, () => syllables);
  return letterMatcher(letters, names.names).find(table, 0, table.syllables.length);
}

describe('pinyin', () => {
  const syllables = ['zheng', 'chang', 'tui', 'xiu', 'ti', 'qu'];

  it('is found whole, as initials and mixed', () => {
    assert.deepEqual(found('tuixiu', syllables), {start: 2, end: 4});
    assert.deepEqual(found('txtq', syllables), {start: 2, end: 6});
    assert.deepEqual(found('tuixtiq', syllables), {start: 2, end: 6});
    assert.deepEqual(found('zhch', syllables), {start: 0, end: 2});
  });

  it('is not found across a gap or from the middle of a syllable', () => {
    assert.isUndefined(found('tuiti', syllables));
    assert.isUndefined(found('hang', syllables));
    assert.isUndefined(found('tuixiux', syllables));
  });

  it('is found however many letters there are', () => {
    const many = Array.from({length: 40}, (_, at) => ['tui', 'xiu'][at % 2] ?? '');
    assert.deepEqual(found(many.slice(0, 33).join(''), many), {start: 0, end: 33});
    assert.isUndefined(found(`${many.slice(0, 33).join('')}q`, many));
  });

  it('is found at its first place also where the rest of many letters fails', () => {
    const letters = `${'ti'.repeat(15)}qu`;
    const row = [...Array.from({length: 17}, () => 'ti'), 'qu'];
    assert.deepEqual(found(letters, row), {start: 2, end: 18});
  });

  it('gives what was taken apart at random', () => {
    const cut = fc.tuple(fc.constantFrom(...syllables), fc.integer({min: 1, max: 5}));
    fc.assert(
      fc.property(fc.array(cut, {minLength: 1, maxLength: 14}), (cuts) => {
        const letters = cuts.map(([syllable, length]) => syllable.slice(0, length)).join('');
        const row = cuts.map(([syllable]) => syllable);
        assert.isDefined(found(letters, ['gong', ...row, 'ji']));
      }),
    );
  });

  it('ends soon on letters that could be divided in endlessly many ways', () => {
    const many = Array.from({length: 60}, () => 'aaaaaa');
    const started = performance.now();
    assert.isUndefined(found(`${'a'.repeat(99)}b`, many));
    assert.isBelow(performance.now() - started, 1_000);
  });
});
