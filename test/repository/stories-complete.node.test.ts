import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';

const root = join(import.meta.dirname, '../..');
const states = ['waiting', 'ready', 'empty', 'failed', 'stale'];
const languages = {Zh: 'zh-CN', En: 'en'};
const sizes = {Normal: 'normal', Elder: 'elder'};
const looks = Object.entries(languages).flatMap(([langName, lang]) => Object.entries(sizes).map(([sizeName, size]) => ({suffix: langName + sizeName, lang, size})));

describe('the stories', () => {
  for (const tag of definedTags()) {
    const file = `stories/${tag.replace('tb-', '')}.stories.ts`;

    it(`show <${tag}> in every state, language and size`, () => {
      assert.ok(existsSync(join(root, file)), `${file} is missing`);
      const shown = storiesIn(file);
      const own = [...shown.values()].map(({state}) => state);
      const wanted = [...new Set([...states, ...own])].flatMap((state) => looks.map(({suffix}) => pascal(state) + suffix));
      assert.deepEqual(wanted.filter((name) => !shown.has(name)), []);
    });

    it(`name what they show of <${tag}>`, () => {
      for (const [name, {state, lang, size}] of existsSync(join(root, file)) ? storiesIn(file) : []) {
        const suffix = looks.find((look) => look.lang === lang && look.size === size)?.suffix ?? '?';
        assert.equal(name, pascal(state) + suffix);
      }
    });
  }

  it('are looked for on more than one tag', () => {
    assert.ok(definedTags().length > 1);
  });
});

/** Every tag that a file of ours claims. */
function definedTags(): string[] {
  const doors = readdirSync(join(root, 'packages'), {recursive: true, encoding: 'utf8'}).filter((path) => /^[\w-]+[\\/]src[\\/].*\.ts$/.test(path) && !path.includes('node_modules'));
  const tags = doors.flatMap((path) => [...readFileSync(join(root, 'packages', path), 'utf8').matchAll(/\bdefine\('(tb-[\w-]+)'/g)].map(([, tag = '']) => tag));
  return [...new Set(tags)].sort();
}

/** The stories of a file by name. They are one-liners, so that this and Storybook's own indexer can read them without running them. */
function storiesIn(file: string): Map<string, {state: string; lang: string; size: string}> {
  const lines = readFileSync(join(root, file), 'utf8').matchAll(/^export const (\w+) = story\('([\w-]+)', '([\w-]+)', '(\w+)'\);$/gm);
  return new Map([...lines].map(([, name = '', state = '', lang = '', size = '']) => [name, {state, lang, size}]));
}

const pascal = (state: string) => state.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
