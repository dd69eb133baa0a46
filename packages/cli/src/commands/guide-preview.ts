import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {startPreview} from '@tongban/catalogue/node/authoring/preview/preview-server.js';
import type {Command} from '../command.js';

const WRONG_USE = 64;

/** The built kit: beside this package in a checkout, and beside it where both are installed. */
const besideThis = fileURLToPath(new URL('../../../portal/dist/kit/', import.meta.url));

/** Shows a guide file in the real tags until it is stopped. */
export const guidePreview: Command = {
  usage: 'tongban guide preview <file> [--region <six digits>] [--port <number>] [--regions <file>] [--kit <folder>]',

  async run(args, terminal) {
    const {positionals, values} = parseArgs({
      args,
      allowPositionals: true,
      options: {
        region: {type: 'string'},
        port: {type: 'string', default: '0'},
        regions: {type: 'string'},
        kit: {type: 'string', default: besideThis},
      },
    });
    const [file, ...more] = positionals;
    const {region, port, regions, kit} = values;
    if (!file || more.length > 0 || !/^\d{1,5}$/.test(port) || (region !== undefined && !/^\d{6}$/.test(region))) {
      terminal.err(guidePreview.usage);
      return WRONG_USE;
    }
    const preview = await startPreview({file, region, kit, port: Number(port), regionsFile: regions});
    terminal.out(preview.url);
    terminal.err('保存文件后页面自动刷新；按 Ctrl-C 结束。 The page reloads when the file is saved. Stop with Ctrl-C.');
    await new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
    });
    await preview.close();
    return 0;
  },
};
