import {parseArgs} from 'node:util';
import {importKinds, runImport, type ImportKind, type ImportRun} from '@tongban/catalogue/node/run-import.js';
import type {Command, Terminal} from '../command.js';

/** Exit code when every row that could be read was written and some could not. */
const SOME_ROWS_LEFT_OUT = 0;
const STRICT_AND_FAULTY = 2;
const WRONG_USE = 64;

export const importCommand: Command = {
  usage: `tongban import ${importKinds.join('|')} <file> --out <dir> [--editions <file>] [--strict]`,

  async run(args, terminal) {
    const {positionals, values} = parseArgs({
      args,
      allowPositionals: true,
      options: {out: {type: 'string'}, editions: {type: 'string'}, strict: {type: 'boolean', default: false}},
    });
    const [kind, file] = positionals;
    if (!isImportKind(kind) || !file || !values.out) {
      terminal.err(importCommand.usage);
      return WRONG_USE;
    }
    const run = await runImport({kind, file, out: values.out, editions: values.editions});
    report(run, terminal);
    if (run.faults.length === 0) return 0;
    return values.strict ? STRICT_AND_FAULTY : SOME_ROWS_LEFT_OUT;
  },
};

const isImportKind = (word: string | undefined): word is ImportKind => importKinds.includes(word as ImportKind);

function report({file, rows, written, faults}: ImportRun, {out, err}: Terminal): void {
  for (const {row, field, code, zh, en} of faults) err(`${file} row ${row} ${field || '-'}: ${code} ${zh} ${en}`);
  for (const {name, records, changed} of written) out(`${name}: ${records} records${changed ? '' : ', unchanged'}`);
  const bad = new Set(faults.map(({row}) => row)).size;
  out(`${file}: ${rows} rows read, ${bad} left out`);
}
