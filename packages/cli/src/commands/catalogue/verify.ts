import {parseArgs} from 'node:util';
import {readPublicKeys} from '@tongban/catalogue/node/publish/key-folder.js';
import {partsOf} from '@tongban/catalogue/node/publish/pack-folder.js';
import {verifyPack} from '@tongban/catalogue/node/publish/verify-pack.js';
import type {Command} from '../../command.js';

const WRONG_USE = 64;

export const verifyCommand: Command = {
  usage: 'tongban catalogue verify <dir> --keys <file|dir>',

  async run(args, terminal) {
    const {positionals, values} = parseArgs({args, allowPositionals: true, options: {keys: {type: 'string'}}});
    const [dir] = positionals;
    if (!dir || !values.keys) {
      terminal.err(verifyCommand.usage);
      return WRONG_USE;
    }
    const {manifest, guides} = await verifyPack(dir, await readPublicKeys(values.keys));
    const parts = partsOf(manifest);
    const kilobytes = Math.round(parts.reduce((sum, {bytes}) => sum + bytes, 0) / 1000);
    terminal.out(
      `${manifest.edition} (${manifest.sequence}): ${manifest.items} items, ${guides.length} guides, ${parts.length} parts, ${kilobytes} kB: 完好 sound`,
    );
    return 0;
  },
};
