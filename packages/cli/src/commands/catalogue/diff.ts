import {parseArgs} from 'node:util';
import {keepFormer} from '@tongban/catalogue/node/publish/keep-former.js';
import {differences} from '@tongban/catalogue/node/publish/verify-pack.js';
import {prepareFeed} from '@tongban/catalogue/node/publish/prepare-feed.js';
import {readPublication} from '@tongban/catalogue/node/publish/read-pack.js';
import {TbError} from '@tongban/domain/errors.js';
import {localDateOf} from '@tongban/domain/time/civil-date.js';
import type {Command, Terminal} from '../../command.js';
import {sayError} from '../../say-error.js';
import {feedFiles, feedOptions, feedUsage, type FeedWish} from './feed-options.js';
import {countChanges, sayChanges} from './say-changes.js';
import {sayFaults} from './say-faults.js';

/** As diff(1) has them. */
const SAME = 0;
const DIFFERENT = 1;
const TROUBLE = 2;

const WRONG_USE = 64;

export const diffCommand: Command = {
  usage: `tongban catalogue diff <published dir> ${feedUsage}`,

  async run(args, terminal) {
    const {positionals, values} = parseArgs({args, allowPositionals: true, options: feedOptions});
    const [dir, ...items] = positionals;
    if (dir === undefined || items.length === 0) {
      terminal.err(diffCommand.usage);
      return WRONG_USE;
    }
    try {
      return await compare(dir, items, values, terminal);
    } catch (error) {
      if (!sayError(error, terminal)) throw error;
      return TROUBLE;
    }
  },
};

async function compare(
  dir: string,
  items: string[],
  wish: FeedWish & {from?: string | undefined},
  terminal: Terminal,
): Promise<number> {
  const published = await readPublication(dir);
  if (!published) throw new TbError('TB_NOT_FOUND', {details: {file: 'manifest.json'}});
  const feed = await prepareFeed(feedFiles(items, wish), wish.from ?? localDateOf(new Date().toISOString()));
  sayFaults(feed.faults, terminal);
  if (feed.isIncomplete) return TROUBLE;
  const changes = differences(published, keepFormer(feed, published));
  if (!changes) return SAME;
  sayChanges(changes, terminal);
  terminal.out(countChanges(changes));
  return DIFFERENT;
}
