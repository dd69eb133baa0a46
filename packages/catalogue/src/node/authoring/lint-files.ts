import {readdir, readFile, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {TbError} from '@tongban/domain/errors.js';
import type {FileFault} from './file-fault.js';
import {holdsGuides} from './guide-file.js';
import {parseJsonText} from './json-text.js';
import {lintText} from './lint-text.js';

export interface LintedFiles {
  /** Files read, in order. */
  readonly files: readonly string[];
  readonly guides: number;
  readonly faults: readonly FileFault[];
}

/**
 * Lints files, and in folders every .json file that holds guides.
 *
 * @throws TbError TB_NOT_FOUND when a path is not there
 */
export async function lintFiles(paths: readonly string[]): Promise<LintedFiles> {
  const files: string[] = [];
  const faults: FileFault[] = [];
  const editions = new Set<string>();
  let guides = 0;
  for (const path of paths) {
    for (const {file, chosen} of await filesAt(path)) {
      const text = await readFile(file, 'utf8');
      if (!chosen && !holdsGuides(parseJsonText(text))) continue;
      const linted = lintText(file, text, editions);
      files.push(file);
      faults.push(...linted.faults);
      guides += linted.guides.length;
    }
  }
  return {files, guides, faults};
}

/** The file itself, or all below a folder in the order of their names. */
async function filesAt(path: string): Promise<{file: string; chosen: boolean}[]> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new TbError('TB_NOT_FOUND', {cause, details: {file: path}});
  });
  if (!found.isDirectory()) return [{file: path, chosen: true}];
  const entries = await readdir(path, {withFileTypes: true});
  const nested = await Promise.all(
    entries
      .filter((entry) => (entry.isDirectory() ? !/^(\.|node_modules$)/.test(entry.name) : entry.name.endsWith('.json')))
      .map(({name}) => name)
      .sort()
      .map((name) => filesAt(join(path, name))),
  );
  return nested.flat().map(({file}) => ({file, chosen: false}));
}
