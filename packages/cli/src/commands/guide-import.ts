import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {importFiles} from '@tongban/catalogue/node/authoring/sheets/import-files.js';
import {sheetFaultLine} from '@tongban/catalogue/node/authoring/sheets/sheet-fault.js';
import type {Command} from '../command.js';

const FAULTY = 1;
const WRONG_USE = 64;

/** Makes one guide file of each item of a workbook. Exit code 1 when an item was left out or a row not used. */
export const guideImport: Command = {
  usage: 'tongban guide import <.xlsx or .csv file>… --out <folder> [--format text|json]',

  async run(args, terminal) {
    const {positionals, values} = parseArgs({
      args,
      allowPositionals: true,
      options: {out: {type: 'string'}, format: {type: 'string', default: 'text'}},
    });
    const {out, format} = values;
    if (positionals.length === 0 || out === undefined || !['text', 'json'].includes(format)) {
      terminal.err(guideImport.usage);
      return WRONG_USE;
    }
    const {guides, items, faults} = await importFiles(positionals);
    await mkdir(out, {recursive: true});
    for (const guide of guides) {
      await writeFile(join(out, `${guide.taskCode}.json`), `${JSON.stringify(guide, null, 2)}\n`);
    }
    if (format === 'json') terminal.out(JSON.stringify(faults, null, 2));
    else for (const fault of faults) terminal.out(sheetFaultLine(fault));
    terminal.err(`${items} items: ${guides.length} written to ${out}, ${items - guides.length} left out`);
    return faults.some(({severity}) => severity === 'error') ? FAULTY : 0;
  },
};
