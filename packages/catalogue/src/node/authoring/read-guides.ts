import {readFile} from 'node:fs/promises';
import {TbError} from '@tongban/domain/errors.js';
import type {Guide} from '@tongban/domain/guide/guide.js';
import type {FileFault} from './file-fault.js';
import {lintText} from './lint-text.js';

/** The guides of a file, and the faults for which some of it is none. Broken rules are no matter here. */
export interface GuidesRead {
  readonly guides: readonly Guide[];
  readonly faults: readonly FileFault[];
}

/** @throws TbError TB_NOT_FOUND when the file cannot be read */
export async function readGuides(file: string): Promise<GuidesRead> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    throw new TbError('TB_NOT_FOUND', {cause, details: {file}});
  }
  const {guides, faults} = lintText(file, text);
  return {guides, faults: faults.filter(({rule}) => typeof rule !== 'number')};
}
