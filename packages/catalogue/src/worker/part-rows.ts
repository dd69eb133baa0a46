import type {CatalogueDatabase} from './catalogue-store.js';
import {headsOf, partsOf, type ActiveList, type InstalledRow} from './installed-row.js';

/** Relaxed: all this can be had again, and what was written later never survives what was written before it. */
const RELAXED = {durability: 'relaxed'} as const;

export const emptyRow = (base: string): InstalledRow => ({base, highest: 0, former: [], pending: []});

/** All or none. @throws DOMException QuotaExceededError */
export async function writeParts(
  db: CatalogueDatabase,
  parts: readonly (readonly [sha256: string, bytes: ArrayBuffer])[],
): Promise<void> {
  const tx = db.transaction('parts', 'readwrite', RELAXED);
  for (const [sha256, bytes] of parts) tx.store.put(bytes, sha256).catch(() => undefined); // The transaction says why.
  await tx.done;
}

export async function deleteParts(db: CatalogueDatabase, names: readonly string[]): Promise<void> {
  const tx = db.transaction('parts', 'readwrite', RELAXED);
  for (const name of names) tx.store.delete(name).catch(() => undefined);
  await tx.done;
}

/** Which of these parts lie here. */
export async function partsHere(db: CatalogueDatabase, names: readonly string[]): Promise<Set<string>> {
  const {store} = db.transaction('parts', 'readonly');
  const keys = await Promise.all(names.map((name) => store.getKey(name)));
  return new Set(keys.filter((key) => key !== undefined));
}

/** Changes what is known of a publication's address, in one transaction. */
export async function changeRow(
  db: CatalogueDatabase,
  base: string,
  edit: (row: InstalledRow) => InstalledRow,
): Promise<void> {
  const tx = db.transaction('installed', 'readwrite', RELAXED);
  const row = (await tx.store.get(base)) ?? emptyRow(base);
  tx.store.put(edit(row)).catch(() => undefined);
  await tx.done;
}

/**
 * Makes a publication the one that is searched, in one transaction and only if all its heads lie here. What was searched until now
 * becomes a former one, whose parts stay for tabs that still read them.
 *
 * @returns whether it is the one now
 */
export async function flipTo(db: CatalogueDatabase, base: string, active: ActiveList): Promise<boolean> {
  const tx = db.transaction(['installed', 'parts'], 'readwrite', RELAXED);
  const parts = tx.objectStore('parts');
  const heads = await Promise.all(headsOf(active.manifest).map(({sha256}) => parts.getKey(sha256)));
  const row = (await tx.objectStore('installed').get(base)) ?? emptyRow(base);
  const {sequence} = active.manifest;
  const isNewest = sequence > (row.active?.manifest.sequence ?? 0) && sequence >= row.highest;
  if (isNewest && heads.every((head) => head !== undefined)) {
    const left = row.active && {sequence: row.active.manifest.sequence, parts: partsOf(row.active.manifest)};
    const next: InstalledRow = {
      base,
      highest: sequence,
      active,
      former: left ? [...row.former, left] : row.former,
      pending: [],
    };
    tx.objectStore('installed')
      .put(next)
      .catch(() => undefined);
    await tx.done;
    return true;
  }
  await tx.done;
  return false;
}

/**
 * Deletes, in one transaction, every part that no publication needs: none searched, none still read, none being installed. Addresses
 * that no gateway names any more go, and so do the whole lists that were kept before there were publications.
 */
export async function sweepParts(db: CatalogueDatabase): Promise<void> {
  const tx = db.transaction(['packs', 'installed', 'parts'], 'readwrite', RELAXED);
  const [packs, installed, parts] = [tx.objectStore('packs'), tx.objectStore('installed'), tx.objectStore('parts')];
  for (const key of await packs.getAllKeys()) if (key[1] === 'items') packs.delete(key).catch(() => undefined);
  const named = new Set((await packs.getAll()).map(({value}) => (value as {base?: unknown}).base));
  const needed = new Set<string>();
  for (const {base, active, former, pending} of await installed.getAll()) {
    if (!named.has(base)) installed.delete(base).catch(() => undefined);
    else
      for (const name of [
        ...(active ? partsOf(active.manifest) : []),
        ...former.flatMap((list) => list.parts),
        ...pending,
      ])
        needed.add(name);
  }
  for (const key of await parts.getAllKeys()) if (!needed.has(key)) parts.delete(key).catch(() => undefined);
  await tx.done;
}
