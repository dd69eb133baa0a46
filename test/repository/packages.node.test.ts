import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {dirname, join, relative} from 'node:path';
import {describe, test} from 'node:test';
import {packages} from '../lint/layout.mjs';
import {filesUnder, root} from '../support/files.mjs';

const rows = packages as Record<string, {row: number; realm: string} | undefined>;
const readJson = <Content>(path: string) => JSON.parse(readFileSync(join(root, path), 'utf8')) as Content;

function dependenciesOf(name: string): string[] {
  const {dependencies = {}} = readJson<{dependencies?: Record<string, string>}>(`packages/${name}/package.json`);
  return Object.keys(dependencies).flatMap((dependency) => /^@tongban\/(.+)$/.exec(dependency)?.[1] ?? []);
}

/** What a source file imports of other packages: ['vault', 'worker/drafts']. */
function importsOf(file: string): [name: string, path: string][] {
  const code = readFileSync(join(root, file), 'utf8');
  return [...code.matchAll(/['"]@tongban\/([^/'"]+)\/([^'"]+)\.js['"]/g)].map(([, name = '', path = '']) => [
    name,
    path,
  ]);
}

/** The folder of the nearest tsconfig.json, from the project's root. */
function projectOf(file: string): string {
  const folder = dirname(file);
  return existsSync(join(root, folder, 'tsconfig.json')) ? folder : projectOf(folder);
}

function referencesOf(project: string): string[] {
  const {references = []} = readJson<{references?: {path: string}[]}>(`${project}/tsconfig.json`);
  return references.map(({path}) => relative(root, join(root, project, path)).replaceAll('\\', '/'));
}

describe('packages', () => {
  test('are those that the layout names', () => {
    const found = filesUnder('packages', (path) => /^packages\/[^/]+\/package\.json$/.test(path));
    assert.deepEqual(found.map((path) => path.split('/')[1]).sort(), Object.keys(rows).sort());
  });

  for (const [name, own] of Object.entries(rows)) {
    test(`${name} depends on lower rows only`, () => {
      for (const dependency of dependenciesOf(name)) {
        assert.ok((rows[dependency]?.row ?? Infinity) < (own?.row ?? 0), `${name} depends on ${dependency}`);
      }
    });

    test(`${name} imports only what its package.json and its project references name`, () => {
      const dependencies = dependenciesOf(name);
      for (const file of filesUnder(`packages/${name}/src`, (path) => path.endsWith('.ts'))) {
        const references = referencesOf(projectOf(file));
        for (const [imported, path] of importsOf(file)) {
          assert.ok(dependencies.includes(imported), `${file}: ${imported} is not in package.json`);
          const target = projectOf(`packages/${imported}/src/${path}.ts`);
          assert.ok(references.includes(target), `${file}: ${target} is not among the references of its tsconfig.json`);
        }
      }
    });
  }
});
