import {existsSync, mkdirSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {root} from '../files.mjs';
import {readResults} from '../results.mjs';

/** Runs a test runner that writes results to a file, and answers them with what its exit code adds. */
export async function collected(stage, run) {
  const folder = join(root, '.cache/results');
  const file = join(folder, `${stage}.jsonl`);
  mkdirSync(folder, {recursive: true});
  rmSync(file, {force: true});
  const code = await run(file);
  const results = existsSync(file) ? readResults(file) : [];
  if (code !== 0 && !results.some(({outcome}) => outcome === 'failed')) {
    results.push({title: `${stage}: the runner ended with code ${code}`, outcome: 'failed'});
  }
  return results;
}
