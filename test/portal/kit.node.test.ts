import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, posix} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {brotliDecompressSync} from 'node:zlib';
import {errors} from '@tongban/domain/errors.js';
import type {KitFiles} from '@tongban/portal/browser/kit-files.js';

const folder = mkdtempSync(join(tmpdir(), 'tongban-kit-'));
const read = (file: string) => readFileSync(join(folder, file), 'utf8');
const builder = join(import.meta.dirname, '../../packages/portal/build.mjs');

describe('the built kit', () => {
  let files: string[];
  let listed: KitFiles;

  before(() => {
    execFileSync(process.execPath, [builder, folder], {stdio: ['ignore', 'ignore', 'inherit']});
    files = readdirSync(folder, {recursive: true, encoding: 'utf8'}).map((file) => file.replaceAll('\\', '/'));
    listed = JSON.parse(/function __kitFiles__\(\)\{return (.*)\}\n$/.exec(read('tongban.js'))![1]!) as KitFiles;
  });

  after(() => rmSync(folder, {recursive: true, force: true}));

  const scripts = () => files.filter((file) => file.endsWith('.js'));
  /** Files that a file imports before it runs. */
  const staticImports = (file: string) => [...read(file).matchAll(/(?:\bfrom|\bimport)"(\.[^"]+)"/g)].map(([, path]) => new URL(path!, `kit:/${file}`).pathname.slice(1));

  /** The late files a first file of the worker knows, as it names them, each with what it takes from others. */
  const lateNeeds = (first: string) => JSON.parse(/lateNeeds=(\{.*?\}),lateSources/.exec(read(first))![1]!) as Record<string, string[]>;
  const lateFolder = (first: string) => posix.join(posix.dirname(first), /lateFolder="([^"]*)"/.exec(read(first))![1]!);

  it('has a loader that imports nothing before it runs and that nothing imports', () => {
    assert.deepEqual(staticImports('tongban.js'), []);
    assert.deepEqual(scripts().filter((file) => staticImports(file).includes('tongban.js')), []);
  });

  it('names every tag it can define, and files that are there', () => {
    const table = readFileSync(join(import.meta.dirname, '../../packages/portal/src/browser/tag-table.ts'), 'utf8');
    assert.deepEqual(Object.keys(listed.tags).sort(), [...table.matchAll(/^ {2}'(tb-[\w-]+)':/gm)].map(([, tag]) => tag).sort());
    for (const file of [listed.worker, ...listed.kit, ...Object.values(listed.tags).flat()]) assert.ok(files.includes(file), file);
  });

  it('lists for each tag all that its code imports, so that no ladder of requests is left', () => {
    for (const [tag, own] of Object.entries(listed.tags)) {
      for (const file of own) for (const next of staticImports(file)) assert.ok([...listed.kit, ...own].includes(next), `${tag}: ${file} imports ${next}`);
    }
  });

  it('asks a page with a guide for one file beside loader, kit and worker', () => {
    assert.equal(listed.kit.length, 1);
    assert.equal(listed.tags['tb-item-guide']?.length, 1);
  });

  it('has workers and imports that lead nowhere outside of it', () => {
    for (const file of [listed.worker, 'portal-worker.js']) assert.deepEqual(staticImports(file), []);
    for (const file of scripts()) for (const next of staticImports(file)) assert.ok(files.includes(next), `${file} imports ${next}`);
  });

  it('keeps the same worker under a name that stays, for a portal’s own stub', () => {
    assert.equal(read('portal-worker.js').replace('lateFolder="./parts/"', 'lateFolder="./"'), read(listed.worker));
  });

  it('has late files of the worker that import nothing and that its first file can reach, from both its names', () => {
    assert.ok(Object.keys(lateNeeds(listed.worker)).some((file) => file.startsWith('./people-part-')));
    for (const first of [listed.worker, 'portal-worker.js']) {
      assert.doesNotMatch(read(first), /\bimport\(["'`]/);
      for (const [, asked] of read(first).matchAll(/_late_\("([^"]+)"\)/g)) assert.ok(asked! in lateNeeds(first), asked);
      for (const file of Object.keys(lateNeeds(first)).map((path) => posix.join(lateFolder(first), path))) {
        assert.ok(files.includes(file), `${first}: ${file}`);
        assert.doesNotMatch(read(file), /\bimport\b/);
      }
    }
  });

  it('gives a late file all it takes from the first one', () => {
    const names = (list: string) => list.split(',').map((each) => each.split(':')[0]!);
    const given = names(/other\?_late_\(other\):\{([^}]*)\}/.exec(read(listed.worker))![1]!);
    for (const [path, needs] of Object.entries(lateNeeds(listed.worker))) {
      if (needs.length === 0) continue;
      const taken = /^export default\((.*?)\)=>\{/.exec(read(posix.join('parts', path)))![1]!.slice(1, -1).split('},{');
      assert.equal(taken.length, needs.length);
      needs.forEach((from, at) => from === '' && names(taken[at]!).forEach((name) => assert.ok(given.includes(name), `${path} takes ${name}`)));
    }
  });

  it('leaves the sentences of errors to the page', () => {
    const said = (file: string) => Object.values(errors).filter(({zh, en}) => read(file).includes(zh) || read(file).includes(en));
    assert.deepEqual(said(listed.worker), []);
    assert.ok(read(listed.worker).includes('TB_NETWORK'));
    assert.equal(said(listed.kit[0]!).length, Object.keys(errors).length);
  });

  it('carries each file once more in brotli', () => {
    for (const file of scripts()) assert.equal(brotliDecompressSync(readFileSync(join(folder, `${file}.br`))).toString('utf8'), read(file), file);
  });

  it('keeps the pages’ files for offline, and not those of the staff window', () => {
    const worker = read('tongban-sw.js');
    for (const file of ['tongban.js', listed.worker, ...files.filter((name) => /^parts\/people-part-.*\.js$/.test(name)), ...listed.kit, ...listed.tags['tb-item-guide']!]) assert.ok(worker.includes(`"${file}"`), file);
    assert.ok(!/parts\/window-/.test(worker));
  });

  it('says nothing in syntax that Chromium 86 cannot read', () => {
    for (const file of scripts()) assert.doesNotMatch(read(file), /static\{|#\w+ in |^await /m, file);
  });
});
