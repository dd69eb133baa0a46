import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {filesUnder, root} from '../support/files.mjs';

interface Manifest {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

const text = readFileSync(join(root, 'package-lock.json'), 'utf8');
const {packages} = JSON.parse(text) as {packages: Record<string, Manifest>};

test('the lock file names packages, not the place they were downloaded from', () => {
  assert.deepEqual(text.match(/"resolved": "https?:[^"]*"/g), null);
});

test('the lock file knows what every package.json asks for, or npm ci would refuse', () => {
  const manifests = filesUnder('packages', (path) => /^packages\/[^/]+\/package\.json$/.test(path));
  for (const path of ['package.json', ...manifests]) {
    const {dependencies, devDependencies} = JSON.parse(readFileSync(join(root, path), 'utf8')) as Manifest;
    const locked = packages[path.replace(/\/?package\.json$/, '')];
    assert.deepEqual(locked?.dependencies, dependencies, path);
    assert.deepEqual(locked?.devDependencies, devDependencies, path);
  }
});
