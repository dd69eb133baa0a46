import {open, rename} from 'node:fs/promises';
import {dirname} from 'node:path';

/** Writes a file whole or not at all, and durably: a reader never meets half of it, and a power cut never leaves an empty one. */
export async function writeWhole(
  file: string,
  bytes: Uint8Array | string,
  {mode = 0o644}: {mode?: number} = {},
): Promise<void> {
  const half = `${file}.part`;
  const handle = await open(half, 'w', mode);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(half, file);
  await syncFolder(dirname(file));
}

/** Makes the names in a folder durable. Where folders cannot be opened, as on Windows, the file system sees to it. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
