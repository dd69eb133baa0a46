import {SYNONYMS} from '@tongban/catalogue/shared/synonyms.js';
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';

const list = JSON.parse(
  readFileSync(new URL('../../packages/catalogue/data/synonyms.json', import.meta.url), 'utf8'),
) as string[][];

describe('the list of synonyms', () => {
  it('is the one that is edited: data/make-synonyms.mjs has been run', () => {
    assert.deepEqual(SYNONYMS, list);
  });

  it('has a hundred pairs and more, each word in one group', () => {
    assert.ok(list.reduce((pairs, group) => pairs + group.length - 1, 0) >= 100);
    const words = list.flat();
    assert.deepEqual(
      words.filter((word, at) => words.indexOf(word) !== at),
      [],
    );
  });
});
