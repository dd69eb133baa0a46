import {parseArgs} from 'node:util';
import {describeChanges} from '@tongban/catalogue/node/authoring/describe-diff.js';
import {faultLine} from '@tongban/catalogue/node/authoring/file-fault.js';
import {readGuides} from '@tongban/catalogue/node/authoring/read-guides.js';
import type {Command, Terminal} from '../command.js';
import {sayError} from '../say-error.js';

const EQUAL = 0;
const DIFFERS = 1;
const TROUBLE = 2;

/** Says what is new between two files of guides. Exit code as of diff(1): 0 equal, 1 differs, 2 trouble. */
export const guideDiff: Command = {
  usage: 'tongban guide diff <old file> <new file>',

  async run(args, terminal) {
    const files = filesOf(args);
    if (!files) {
      terminal.err(guideDiff.usage);
      return TROUBLE;
    }
    const [before, after] = [await guidesOf(files[0], terminal), await guidesOf(files[1], terminal)];
    if (!before || !after) return TROUBLE;
    const lines = describeChanges(before, after);
    for (const {sign, zh, en} of lines) terminal.out(`${sign} ${zh} / ${en.trimStart()}`);
    return lines.length > 0 ? DIFFERS : EQUAL;
  },
};

function filesOf(args: string[]): [string, string] | undefined {
  try {
    const [before, after, ...more] = parseArgs({args, allowPositionals: true, options: {}}).positionals;
    return before && after && more.length === 0 ? [before, after] : undefined;
  } catch {
    return undefined; // An option it does not have: 1 would say that the files differ.
  }
}

async function guidesOf(file: string, terminal: Terminal) {
  try {
    const {guides, faults} = await readGuides(file);
    for (const fault of faults) terminal.err(faultLine(fault));
    return faults.length > 0 ? undefined : guides;
  } catch (error) {
    if (!sayError(error, terminal)) throw error;
    return undefined;
  }
}
