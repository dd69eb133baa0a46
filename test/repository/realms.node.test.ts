import assert from 'node:assert/strict';
import {join} from 'node:path';
import {describe, test} from 'node:test';
import ts from 'typescript';
import {root} from '../support/files.mjs';

const snippets: [what: string, code: string, realms: string[]][] = [
  ['a document', 'export const a = document.title;', ['browser']],
  ['the scope of a worker', 'export const a = new WorkerGlobalScope();', ['worker']],
  ['a database of the browser', 'export const a = indexedDB.open("a");', ['browser', 'worker']],
  ['a module of Node', 'import {readFileSync} from "node:fs"; export const a = readFileSync("a");', ['node']],
  ['the process', 'export const a = process.env;', ['node']],
  ['a request', 'export const a = fetch("https://gw.example/");', ['browser', 'node', 'shared', 'worker']],
  ['a method newer than Chromium 86', 'export const a = [1].at(0);', ['node']],
  ['a file to hand on', 'export const a = (file: Blob) => file.size;', ['browser', 'node', 'pure', 'shared', 'worker']],
  ['an enum', 'export enum A {B}', []],
  ['an element of an array that may be short', 'export const a = (b: string[]): string => b[0];', []],
];

const realms = ['browser', 'node', 'pure', 'shared', 'worker'];
const fileOf = (index: number) => join(root, `packages/realms/snippet-${index}.ts`);

/** The indexes of the snippets that compile in a realm. */
function compilingIn(realm: string): Set<number> {
  const config = join(root, `packages/realms/${realm}.json`);
  const {config: json} = ts.readConfigFile(config, (path) => ts.sys.readFile(path)) as {config: object};
  const {options, fileNames} = ts.parseJsonConfigFileContent(
    json,
    ts.sys,
    join(root, 'realms'),
    {composite: false},
    config,
  );
  const sources = new Map(snippets.map(([, code], index) => [fileOf(index), code]));
  const host = ts.createCompilerHost(options);
  const {getSourceFile, fileExists} = host;
  host.fileExists = (path) => sources.has(path) || fileExists(path);
  host.getSourceFile = (path, language) => {
    const code = sources.get(path);
    return code === undefined ? getSourceFile(path, language) : ts.createSourceFile(path, code, language);
  };
  const program = ts.createProgram(
    [...fileNames.filter((path) => path.endsWith('.d.ts')), ...sources.keys()],
    options,
    host,
  );
  const compiles = (index: number) => program.getSemanticDiagnostics(program.getSourceFile(fileOf(index))).length === 0;
  return new Set([...snippets.keys()].filter(compiles));
}

describe('code compiles only where it can run', () => {
  const compiling = new Map(realms.map((realm) => [realm, compilingIn(realm)]));
  for (const [index, [what, , allowed]] of snippets.entries()) {
    test(what, () =>
      assert.deepEqual(
        realms.filter((realm) => compiling.get(realm)?.has(index)),
        allowed,
      ),
    );
  }
});
