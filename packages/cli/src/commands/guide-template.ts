import {copyFile} from 'node:fs/promises';
import {parseArgs} from 'node:util';
import {templateFile} from '@tongban/catalogue/node/authoring/template-file.js';
import type {Command} from '../command.js';

const WRONG_USE = 64;

/** Puts the empty workbook that `guide import` reads where it is wanted. */
export const guideTemplate: Command = {
  usage: 'tongban guide template --out <.xlsx file>',

  async run(args, terminal) {
    const {values} = parseArgs({args, options: {out: {type: 'string'}}});
    if (values.out === undefined) {
      terminal.err(guideTemplate.usage);
      return WRONG_USE;
    }
    await copyFile(templateFile, values.out);
    terminal.out(values.out);
    return 0;
  },
};
