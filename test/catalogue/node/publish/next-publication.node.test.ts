import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {nextPublication} from '@tongban/catalogue/node/publish/next-publication.js';
import type {Manifest} from '@tongban/catalogue/shared/manifest.js';

/** Five in the afternoon of 30 September in Greenwich is 1 October in China. */
const now = new Date('2026-09-30T17:00:00.000Z');
const previous = (parts: Partial<Manifest>) => parts as Manifest;

describe('the next publication', () => {
  test('holds from today in China, and is named after its quarter', () => {
    const {edition, effective, publishedAt} = nextPublication({region: '320000', now});
    assert.deepEqual([edition, effective, publishedAt], ['2026Q4', ['2026-10-01', null], '2026-09-30T17:00:00.000Z']);
  });

  test('between two quarters counts on from the last', () => {
    const after = (edition: string) =>
      nextPublication({region: '320000', now, previous: previous({edition, sequence: 1})}).edition;
    assert.deepEqual(['2026Q3+4', '2026Q4', '2026Q4+1', '2026Q4+9'].map(after), [
      '2026Q4',
      '2026Q4+1',
      '2026Q4+2',
      '2026Q4+10',
    ]);
  });

  test('has a sequence that grows, even within a second and after a clock that ran ahead', () => {
    const seconds = now.getTime() / 1000;
    const after = (sequence: number) =>
      nextPublication({region: '320000', now, previous: previous({edition: '', sequence})}).sequence;
    assert.deepEqual([after(7), after(seconds), after(seconds + 500)], [seconds, seconds + 1, seconds + 501]);
    assert.equal(nextPublication({region: '320000', now}).sequence, seconds);
  });

  test('may be named and dated by its publisher', () => {
    const wish = {region: '320000', now, from: '2027-01-01', edition: '2027第一批'};
    assert.deepEqual(nextPublication(wish).effective, ['2027-01-01', null]);
    assert.equal(nextPublication(wish).edition, '2027第一批');
  });
});
