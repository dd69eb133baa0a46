import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {root} from '../support/files.mjs';

const read = (file: string) => readFileSync(join(root, file), 'utf8');

describe('the map for newcomers', () => {
  const answers = Array.from(read('docs/where-is-it.md').matchAll(/^(\d+)\. .+ → `([^`]+)`$/gm), ([, number, path]) => ({number: Number(number), path: path ?? ''}));

  it('asks twelve questions', () => {
    assert.deepEqual(answers.map(({number}) => number), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  for (const {number, path} of answers) {
    it(`answers question ${String(number)} with a path that exists`, () => assert.ok(existsSync(join(root, path)), path));
  }
});

describe('the picture of the architecture', () => {
  // A path in backticks that begins at the root; one with a placeholder names a kind of path.
  const paths = Array.from(read('ARCHITECTURE.md').matchAll(/`((?:packages|demo|test|docs)\/[\w./-]+)`/g), ([, path]) => path ?? '').filter((path) => !path.includes('<'));

  it('names only places that exist', () => {
    assert.deepEqual(paths.filter((path) => !existsSync(join(root, path))), []);
    assert.ok(paths.length > 15);
  });
});
