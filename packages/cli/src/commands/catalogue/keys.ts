import {parseArgs} from 'node:util';
import {addSigningKey, dropSigningKey, readPublicKeys} from '@tongban/catalogue/node/publish/key-folder.js';
import type {Command} from '../../command.js';

const WRONG_USE = 64;

export const keysCommand: Command = {
  usage: 'tongban catalogue keys <dir> [--add | --drop <kid>]',

  async run(args, terminal) {
    const {positionals, values} = parseArgs({
      args,
      allowPositionals: true,
      options: {add: {type: 'boolean', default: false}, drop: {type: 'string'}},
    });
    const [dir] = positionals;
    if (!dir || (values.add && values.drop !== undefined)) {
      terminal.err(keysCommand.usage);
      return WRONG_USE;
    }
    const known = await readPublicKeys(dir).catch(() => []);
    if (values.drop !== undefined) await dropSigningKey(dir, values.drop);
    else if (values.add || known.length === 0) await addSigningKey(dir);
    for (const {kid} of await readPublicKeys(dir)) terminal.out(`${kid}  signing-${kid.slice(0, 8)}.json`);
    return 0;
  },
};
