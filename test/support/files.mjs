import {existsSync, readdirSync} from 'node:fs';
import {join, relative} from 'node:path';
import {fileURLToPath} from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * The files under a folder of the project, as paths from the project's root with `/`, sorted.
 *
 * @param {string} folder
 * @param {(path: string) => boolean} matches
 * @returns {string[]}
 */
export function filesUnder(folder, matches) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/'))
    .filter(matches)
    .sort();
}
