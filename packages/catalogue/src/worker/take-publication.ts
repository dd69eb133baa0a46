import {TbError} from '@tongban/domain/errors.js';
import {localDateOf} from '@tongban/domain/time/civil-date.js';
import type {Manifest} from '../shared/manifest.js';
import {batches} from './batches.js';
import type {Device} from './device.js';
import {partsOf, textsOf} from './installed-row.js';
import type {ListInUse} from './list-in-use.js';
import type {Publication} from './publication.js';
import {alone} from './tab-locks.js';

/** How long a page without any list waits for the tab that installs one; then it installs beside it. */
const WAIT_FOR_OTHER_TAB_MS = 10_000;

export interface Taking {
  readonly device: Device;
  readonly list: ListInUse;
  /** ISO 8601. */
  readonly now: string;
  readonly saveData: boolean;
}

/**
 * Installs a publication whose signature was checked: fetches what is missing, then flips to it in one transaction. One that is
 * installed already is confirmed. What was searched until now goes on answering meanwhile, and after any failure.
 *
 * @returns whether that is done; another tab may be at it, or its day has not come
 * @throws TbError TB_CATALOGUE_ROLLED_BACK, TB_CATALOGUE_BROKEN, or TB_NETWORK and its like when a part cannot be had now
 */
export async function takePublication(
  base: string,
  manifest: Manifest,
  {device, list, now, saveData}: Taking,
): Promise<boolean> {
  const row = await device.row(base);
  const searched = list.version?.publication.base === base ? list.version.publication.manifest : undefined;
  if (manifest.sequence < Math.max(row?.highest ?? 0, searched?.sequence ?? 0))
    throw new TbError('TB_CATALOGUE_ROLLED_BACK', {details: {sequence: manifest.sequence}});
  if (manifest.region !== (searched ?? row?.active?.manifest ?? manifest).region)
    throw new TbError('TB_CATALOGUE_BROKEN', {details: {why: 'region'}});
  if (searched?.sequence === manifest.sequence) return confirm(searched);
  if (searched && manifest.effective[0] > localDateOf(now)) return false; // Not in force before its day.

  await device.change(base, (known) => ({
    ...known,
    highest: Math.max(known.highest, manifest.sequence),
    pending: partsOf(manifest),
  }));
  return alone(`catalogue:${base}:install`, searched ? 0 : WAIT_FOR_OTHER_TAB_MS, install);

  async function confirm(same: Manifest): Promise<true> {
    if (JSON.stringify(same) !== JSON.stringify(manifest))
      throw new TbError('TB_CATALOGUE_ROLLED_BACK', {details: {why: 'sequenceUsedTwice'}});
    list.confirmedAt = now;
    await device.change(base, (known) =>
      known.active?.manifest.sequence === manifest.sequence
        ? {...known, active: {...known.active, confirmedAt: now}}
        : known,
    );
    return true;
  }

  async function install(): Promise<void> {
    await list.adopt(base).catch(() => undefined); // What another tab may have installed meanwhile; if it cannot be read, anew.
    const adopted = list.version?.publication;
    if (adopted?.base === base && adopted.manifest.sequence >= manifest.sequence) return;
    const version = await list.open(base, manifest);
    try {
      if (searched && !saveData) await bringTexts(searched, version.publication);
      await device.flip(base, {manifest, confirmedAt: now});
    } catch (error) {
      await version.release();
      throw error;
    }
    list.use(version, now);
  }

  /** Who has all texts of the former list does not lose them by an update: it brings its own. */
  async function bringTexts(former: Manifest, publication: Publication): Promise<void> {
    if ((await device.missing(textsOf(former))).length > 0) return;
    for (const some of batches(await device.missing(textsOf(manifest)))) await publication.bring(some);
  }
}
