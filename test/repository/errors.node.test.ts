import {errors} from '@tongban/domain/errors.js';
import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, test} from 'node:test';
import {root} from '../support/files.mjs';

const file = join(root, 'docs/errors.md');
const document = existsSync(file) ? readFileSync(file, 'utf8') : undefined;

const codesOf = (entries: [code: string, entry: object][]) => entries.map(([code]) => code);

describe('the error codes', () => {
  test('are named after their area', () => {
    assert.deepEqual(
      Object.keys(errors).filter((code) => !/^TB_[A-Z]+(_[A-Z0-9]+)*$/.test(code)),
      [],
    );
  });

  test('have a sentence in Chinese, one in English and an HTTP status', () => {
    const wrong = Object.entries(errors).filter(
      ([, {zh, en, status}]) =>
        !/\p{Script=Han}.*[。！？]$/u.test(zh) || !/^[^\p{Script=Han}]+[.!?]$/u.test(en) || status < 400,
    );
    assert.deepEqual(codesOf(wrong), []);
  });

  if (document === undefined) return;

  test('are those of docs/errors.md', () => {
    const sections = [...document.matchAll(/^#{2,3} `?(TB_\w+)`?/gm)].map(([, code]) => code);
    assert.deepEqual(sections.toSorted(), Object.keys(errors).sort());
  });

  test('read in docs/errors.md as people see them', () => {
    const unlike = Object.entries(errors).filter(([, {zh, en}]) => !document.includes(zh) || !document.includes(en));
    assert.deepEqual(codesOf(unlike), []);
  });
});
