import {writeFile} from 'node:fs/promises';
import {parseArgs} from 'node:util';
import {formatSchema, guideSchema as schemaOfGuides} from '@tongban/catalogue/node/authoring/guide-schema.js';
import type {Command} from '../command.js';

/** Writes the JSON Schema of guide files, to the terminal or into a file. */
export const guideSchema: Command = {
  usage: 'tongban guide schema [--out <file>]',

  async run(args, {out}) {
    const {values} = parseArgs({args, options: {out: {type: 'string'}}});
    const text = formatSchema(schemaOfGuides());
    if (values.out === undefined) out(text.trimEnd());
    else await writeFile(values.out, text);
    return 0;
  },
};
