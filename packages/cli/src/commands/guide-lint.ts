import {parseArgs} from 'node:util';
import {faultLine} from '@tongban/catalogue/node/authoring/file-fault.js';
import {lintFiles} from '@tongban/catalogue/node/authoring/lint-files.js';
import type {Command} from '../command.js';

const FAULTY = 1;
const WRONG_USE = 64;

/** Exit code 1 when a guide cannot be published, with --strict also when a rule only warns. */
export const guideLint: Command = {
  usage: 'tongban guide lint <file or folder>… [--format text|json] [--strict]',

  async run(args, terminal) {
    const {positionals, values} = parseArgs({
      args,
      allowPositionals: true,
      options: {format: {type: 'string', default: 'text'}, strict: {type: 'boolean', default: false}},
    });
    if (positionals.length === 0 || !['text', 'json'].includes(values.format)) {
      terminal.err(guideLint.usage);
      return WRONG_USE;
    }
    const {faults, guides, files} = await lintFiles(positionals);
    const errors = faults.filter(({severity}) => severity === 'error').length;
    if (values.format === 'json') terminal.out(JSON.stringify(faults, null, 2));
    else {
      for (const fault of faults) terminal.out(faultLine(fault));
      terminal.err(`${guides} guides in ${files.length} files: ${errors} errors, ${faults.length - errors} warnings`);
    }
    return errors > 0 || (values.strict && faults.length > 0) ? FAULTY : 0;
  },
};
