import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {join} from 'node:path';
import {root} from './files.mjs';

/** Runs a program of this Node, its output shown as it comes. Answers its exit code. */
export async function node(args, env = {}) {
  const child = spawn(process.execPath, args, {cwd: root, stdio: 'inherit', env: {...process.env, ...env}});
  const [code] = await once(child, 'exit');
  return code ?? 1; // Ended by a signal.
}

/** The script behind a command of an installed package. Called directly: `npx` of a missing one would fetch a stranger. */
export const script = (path) => join(root, 'node_modules', path);
