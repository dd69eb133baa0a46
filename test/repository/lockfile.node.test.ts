import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';

const lock = readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8');

test('the lock file names packages, not the place they were downloaded from', () => {
  assert.deepEqual(lock.match(/"resolved": "https?:[^"]*"/g), null);
});
