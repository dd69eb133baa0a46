import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {ESLint} from 'eslint';
import tseslint from 'typescript-eslint';
import {root} from '../support/files.mjs';

// The project's own configuration, without the rules that need the types of a file that really exists.
const eslint = new ESLint({cwd: root, overrideConfig: [tseslint.configs.disableTypeChecked]});

async function broken(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, {filePath: file});
  return [...new Set(result?.messages.map(({ruleId, message}) => ruleId ?? message))];
}

const domain = "import {errors} from '@tongban/domain/errors.js';\nexport const all = errors;\n";
const uses = (specifier: string, kind = 'import') => `${kind} {x} from '${specifier}';\nexport const y = x;\n`;
const usesType = (specifier: string) => `import type {X} from '${specifier}';\nexport type Y = X;\n`;
const styles = (rule: string) => `import {css} from 'lit';\nexport const styles = css\`${rule}\`;\n`;

const refused: [why: string, file: string, code: string, rule: string][] = [
  [
    'an import of a higher row',
    'packages/domain/src/a.ts',
    uses('@tongban/base/define.js'),
    'tongban/imports-point-down',
  ],
  [
    'a type of a higher row',
    'packages/domain/src/a.ts',
    usesType('@tongban/base/define.js'),
    'tongban/imports-point-down',
  ],
  [
    'an import of the own row',
    'packages/vault/src/worker/a.ts',
    uses('@tongban/session/worker/b.js'),
    'tongban/imports-point-down',
  ],
  [
    'a late import of a higher row',
    'packages/base/src/a.ts',
    "export const b = () => import('@tongban/window/b.js');\n",
    'tongban/imports-point-down',
  ],
  [
    'an export of a higher row',
    'packages/base/src/a.ts',
    "export * from '@tongban/elements/b.js';\n",
    'tongban/imports-point-down',
  ],
  [
    'a path into another package',
    'packages/base/src/a.ts',
    uses('../../domain/src/errors.js'),
    'tongban/imports-point-down',
  ],
  [
    'a path out of the packages',
    'packages/base/src/a.ts',
    uses('../../../test/fixtures/a.js'),
    'tongban/imports-point-down',
  ],
  [
    'a path from a story into a package',
    'stories/a.stories.ts',
    uses('../packages/base/src/define.js'),
    'tongban/imports-point-down',
  ],
  ['the front of a package', 'packages/base/src/a.ts', uses('@tongban/domain'), 'tongban/imports-point-down'],
  ['the own package by name', 'packages/base/src/a.ts', uses('@tongban/base/b.js'), 'tongban/imports-point-down'],
  ['an unknown package', 'packages/cli/src/a.ts', uses('@tongban/unknown/b.js'), 'tongban/imports-point-down'],
  ['worker code in a page', 'packages/session/src/browser/a.ts', uses('../worker/b.js'), 'tongban/imports-point-down'],
  ['browser code in shared', 'packages/session/src/shared/a.ts', uses('../browser/b.js'), 'tongban/imports-point-down'],
  [
    'worker code of another package in a page',
    'packages/runtime/src/browser/a.ts',
    uses('@tongban/vault/worker/b.js'),
    'tongban/imports-point-down',
  ],
  ['node code in a worker', 'packages/catalogue/src/worker/a.ts', uses('../node/b.js'), 'tongban/imports-point-down'],
  ['a default export', 'packages/domain/src/a.ts', 'export default 1;\n', 'no-restricted-syntax'],
  ['any', 'packages/domain/src/a.ts', 'export const a = (b: any) => b;\n', '@typescript-eslint/no-explicit-any'],
  [
    'a file of 301 lines',
    'packages/domain/src/a.ts',
    `${Array.from({length: 300}, (_, i) => `export const a${i} = ${i};`).join('\n')}\nexport const last = 0;\n`,
    'max-lines',
  ],
  ['a file called utils', 'packages/domain/src/utils.ts', 'export const a = 1;\n', 'tongban/file-names'],
  ['a file called types', 'packages/base/src/types.ts', domain, 'tongban/file-names'],
  ['a file in camelCase', 'packages/base/src/someThing.ts', domain, 'tongban/file-names'],
  [
    'rem in the styles of an element',
    'packages/elements/src/a.ts',
    styles('p { margin-top: 1.5rem; }'),
    'tongban/element-styles',
  ],
  ['styles newer than the floor', 'packages/elements/src/a.ts', styles('p { inset: 0; }'), 'tongban/element-styles'],
  [
    'nested styles',
    'packages/elements/src/a.ts',
    styles('p { color: red; &:hover { color: blue; } }'),
    'tongban/element-styles',
  ],
  [
    'a write past the transaction',
    'packages/vault/src/worker/a.ts',
    "export const a = (db: {put(b: string): void}) => db.put('b');\n",
    'tongban/one-transaction',
  ],
  [
    'a global that Chromium 86 lacks',
    'packages/runtime/src/worker/a.ts',
    'export const a = structuredClone({});\n',
    'compat/compat',
  ],
  [
    'a method that Chromium 86 lacks',
    'packages/domain/src/a.ts',
    "export const a = Object.hasOwn({}, 'b');\n",
    'compat/compat',
  ],
  [
    'a button in name only',
    'packages/elements/src/a.ts',
    'import {html} from \'lit\';\nexport const a = html`<div role="buton"></div>`;\n',
    'lit-a11y/aria-role',
  ],
  [
    'an expression Lit cannot place',
    'packages/elements/src/a.ts',
    'import {html} from \'lit\';\nexport const a = (b: string) => html`<p ${b}="c"></p>`;\n',
    'lit/binding-positions',
  ],
];

const accepted: [why: string, file: string, code: string][] = [
  ['an import of a lower row', 'packages/base/src/a.ts', domain],
  ['a type from a worker', 'packages/session/src/browser/a.ts', usesType('../worker/b.js')],
  ['shared code in a worker', 'packages/session/src/worker/a.ts', uses('../shared/b.js')],
  [
    'worker code of a lower package in a worker',
    'packages/runtime/src/worker/a.ts',
    uses('@tongban/vault/worker/b.js'),
  ],
  ['node code of a lower package in Node', 'packages/cli/src/a.ts', uses('@tongban/catalogue/node/b.js')],
  ['a story that imports public doors', 'stories/a.stories.ts', uses('@tongban/elements/b.js')],
  ['the default export a story needs', 'stories/a.stories.ts', 'export default {title: 1};\n'],
  ['em in the styles of an element', 'packages/elements/src/a.ts', styles('p { margin-top: 1.5em; }')],
  [
    'a write through an object store',
    'packages/vault/src/worker/a.ts',
    "export const a = (store: {put(b: string): void}) => store.put('b');\n",
  ],
  ['a new global in Node', 'packages/gateway/src/a.ts', 'export const a = structuredClone({});\n'],
];

describe('lint refuses', () => {
  for (const [why, file, code, rule] of refused) {
    test(why, async () => assert.deepEqual(await broken(file, code), [rule]));
  }
});

describe('lint accepts', () => {
  for (const [why, file, code] of accepted) {
    test(why, async () => assert.deepEqual(await broken(file, code), []));
  }
});
