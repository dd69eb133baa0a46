import {parseArgs} from 'node:util';
import {readPublicKeys} from '@tongban/catalogue/node/publish/key-folder.js';
import {putInPlace} from '@tongban/catalogue/node/publish/put-in-place.js';
import {localDateOf} from '@tongban/domain/time/civil-date.js';
import type {Command} from '../../command.js';

const WRONG_USE = 64;

export const publishCommand: Command = {
  usage: 'tongban catalogue publish <built dir> --to <published dir> --keys <file|dir>',

  async run(args, terminal) {
    const {positionals, values} = parseArgs({
      args,
      allowPositionals: true,
      options: {to: {type: 'string'}, keys: {type: 'string'}},
    });
    const [built] = positionals;
    if (!built || !values.to || !values.keys) {
      terminal.err(publishCommand.usage);
      return WRONG_USE;
    }
    const keys = await readPublicKeys(values.keys);
    const {manifest, written, pruned} = await putInPlace({
      built,
      to: values.to,
      keys,
      today: localDateOf(new Date().toISOString()),
    });
    terminal.out(
      `${manifest.edition} (${manifest.sequence}): ${manifest.items} items; ${written} parts written, ${pruned} old ones taken away`,
    );
    return 0;
  },
};
