import {resolve} from 'node:path';
import {parseArgs} from 'node:util';
import {buildPack} from '@tongban/catalogue/node/publish/build-pack.js';
import {keepFormer} from '@tongban/catalogue/node/publish/keep-former.js';
import {readSigningKey} from '@tongban/catalogue/node/publish/key-folder.js';
import {nextPublication} from '@tongban/catalogue/node/publish/next-publication.js';
import {prepareFeed} from '@tongban/catalogue/node/publish/prepare-feed.js';
import {publishUpdate} from '@tongban/catalogue/node/publish/publish-update.js';
import {readPublication} from '@tongban/catalogue/node/publish/read-pack.js';
import type {Manifest} from '@tongban/catalogue/shared/manifest.js';
import {checkRegionCode} from '@tongban/domain/checks/region-code.js';
import {isLocalDate, localDateOf} from '@tongban/domain/time/civil-date.js';
import type {Command} from '../../command.js';
import {feedFiles, feedOptions, feedUsage} from './feed-options.js';
import {countChanges} from './say-changes.js';
import {leftOut, sayFaults} from './say-faults.js';

/** A file that cannot be read, or a faulty row where these forbid. */
const FAULTY = 2;
const WRONG_USE = 64;

export const buildCommand: Command = {
  usage: `tongban catalogue build ${feedUsage} --region <code> --key <file|dir> --out <dir> [--onto <published dir>] [--edition <name>] [--strict]`,

  async run(args, terminal) {
    const {positionals, values} = parseArgs({
      args,
      allowPositionals: true,
      options: {
        ...feedOptions,
        region: {type: 'string'},
        key: {type: 'string'},
        out: {type: 'string'},
        onto: {type: 'string'},
        edition: {type: 'string'},
        strict: {type: 'boolean', default: false},
      },
    });
    const {region, key, out, onto, edition, from} = values;
    const isWrong =
      !region ||
      !checkRegionCode(region).ok ||
      !key ||
      !out ||
      positionals.length === 0 ||
      (from !== undefined && !isLocalDate(from));
    if (isWrong || (onto !== undefined && resolve(onto) === resolve(out))) {
      terminal.err(buildCommand.usage);
      return WRONG_USE;
    }

    const now = new Date();
    const feed = await prepareFeed(feedFiles(positionals, values), from ?? localDateOf(now.toISOString()));
    sayFaults(feed.faults, terminal);
    terminal.out(`${feed.rows} rows read, ${leftOut(feed.faults)} left out`);
    if (feed.isIncomplete || (values.strict && leftOut(feed.faults) > 0)) return FAULTY;

    const previous = onto === undefined ? undefined : await readPublication(onto);
    const head = nextPublication({region, now, previous: previous?.manifest, from, edition});
    const options = {...head, dir: out, key: await readSigningKey(key)};
    if (!previous) {
      sayManifest(await buildPack(feed, options), terminal.out);
      return 0;
    }
    const {changes, manifest} = await publishUpdate(previous, keepFormer(feed, previous), options);
    terminal.out(countChanges(changes));
    if (manifest) sayManifest(manifest, terminal.out);
    else terminal.out('没有变化，未生成新版本。 Nothing changed, so nothing was built.');
    return 0;
  },
};

function sayManifest({edition, sequence, items, layers}: Manifest, out: (line: string) => void): void {
  out(`${edition} (${sequence}): ${items} items in ${layers.length} ${layers.length === 1 ? 'layer' : 'layers'}`);
}
