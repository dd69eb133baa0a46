import {TbError} from '@tongban/domain/errors.js';
import {mkdir, readFile, rm, writeFile} from 'node:fs/promises';
import {rmSync} from 'node:fs';
import {dirname} from 'node:path';

/**
 * Takes a PGlite folder for this process: two processes writing one folder destroy it. A lock left by a process that died is taken over.
 *
 * @returns how to give it back
 * @throws TbError TB_CONFIG when a living process holds it
 */
export async function lockFolder(folder: string): Promise<() => void> {
  const file = `${folder.replace(/[/\\]+$/, '')}.lock`;
  await mkdir(dirname(file), {recursive: true});
  for (let attempt = 0; ; attempt++) {
    try {
      await writeFile(file, String(process.pid), {flag: 'wx'});
      return () => rmSync(file, {force: true});
    } catch (cause) {
      const holder = Number(await readFile(file, 'utf8').catch(() => '0'));
      if (attempt > 0 || isAlive(holder)) throw new TbError('TB_CONFIG', {cause, details: {at: 'dataDir', heldBy: holder}});
      await rm(file, {force: true});
    }
  }
}

/** Process 0 means the whole group to `kill`, and a lock without a number is a lock half written by a process that died. */
function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
