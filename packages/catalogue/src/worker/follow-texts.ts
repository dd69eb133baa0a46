import {batches} from './batches.js';
import {textsOf} from './installed-row.js';
import type {Device} from './device.js';
import type {Publication} from './publication.js';
import {alone} from './tab-locks.js';

export interface Pace {
  /** Resolves when the page has had the line for itself for a while; `busyMs` is how long the last part took. */
  quiet(busyMs: number): Promise<void>;
  /** Whether the person asked their browser to save data. */
  saveData(): boolean;
}

/**
 * Brings the texts, then the guides, to this device part by part while nobody waits for anything else, in one tab of the origin.
 * What was brought before a tab ended need not be brought again.
 */
export async function followTexts(
  publication: Publication,
  device: Device,
  pace: Pace,
  isWanted: () => boolean,
): Promise<void> {
  const {base, manifest} = publication;
  const refs = [...textsOf(manifest), ...manifest.guides];
  if (pace.saveData() || (await device.missing(refs)).length === 0) return;
  await pace.quiet(0);
  await alone(`catalogue:${base}:texts`, 0, async () => {
    for (const some of batches(await device.missing(refs))) {
      if (!isWanted() || !publication.isKept) return; // Another list is searched now, or there is no room.
      const began = Date.now();
      await publication.bring(some);
      await pace.quiet(Date.now() - began);
    }
  });
}

/** Half of the line at most, and nothing at all in the first seconds after somebody searched. */
export const politePace: Pace = {
  quiet: (busyMs) => new Promise((resolve) => setTimeout(resolve, busyMs === 0 ? 2_000 : Math.min(2_000, busyMs))),
  saveData: () => (navigator as {connection?: {saveData?: boolean}}).connection?.saveData === true,
};
