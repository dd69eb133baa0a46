import {node} from '../command.mjs';
import {filesUnder} from '../files.mjs';
import {collected} from './collected.mjs';

const LIMIT_MS = 600_000; // For one file: a test that hangs fails, and the run goes on.

/** A stage of node:test files, run against the TypeScript source. */
export const nodeTests =
  (stage, {folder, ending, concurrency, environment = async () => ({}), limitMs = LIMIT_MS}) =>
  async (filter) => {
    const files = filesUnder(folder, (path) => path.endsWith(ending) && path.includes(filter));
    if (files.length === 0) return [];
    const {env = {}, stop} = await environment();
    try {
      return await collected(stage, (results) =>
        node(
          [
            '--conditions=tongban-source',
            '--import=tsx',
            '--test',
            `--test-concurrency=${concurrency}`,
            `--test-timeout=${limitMs}`,
        '--test-reporter=spec',
            '--test-reporter-destination=stdout',
            '--test-reporter=./test/support/node-reporter.mjs',
            `--test-reporter-destination=${results}`,
            ...files,
          ],
          env,
        ),
      );
    } finally {
      await stop?.();
    }
  };
