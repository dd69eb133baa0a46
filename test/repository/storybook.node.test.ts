import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {loadCsf} from 'storybook/internal/csf-tools';
import {root} from '../support/files.mjs';

const folder = join(root, 'stories');
const files = readdirSync(folder).filter((name) => name.endsWith('.stories.ts'));

// The stories run as tests without Storybook's own index, which refuses more: a name it reserves, an export it cannot see.
describe('Storybook lists the stories of', () => {
  for (const file of files) {
    it(file, () => {
      const csf = loadCsf(readFileSync(join(folder, file), 'utf8'), {fileName: file, makeTitle: (title) => title ?? file}).parse();
      const exported = readFileSync(join(folder, file), 'utf8').match(/^export const \w+/gm) ?? [];
      assert.equal(csf.stories.length, exported.length);
      assert.ok(csf.stories.length > 0);
    });
  }
});
