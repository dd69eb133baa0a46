import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {root} from '../support/files.mjs';

const ofOneMachine = /(?:^|[\s"'`(=])\/(?:farm|home\/\w+|root|Users\/\w+|work)\//m;

test('no file names a path of the machine it was written on', () => {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  const text = listed.split('\0').filter((path) => /\.(?:css|html|js|json|md|mjs|sh|ts|ya?ml)$/.test(path));
  const guilty = text.filter((path) => ofOneMachine.test(readIfThere(path)));
  assert.deepEqual(guilty, []);
});

/** A file that git still lists may have been deleted since. */
function readIfThere(path: string): string {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return '';
  }
}
