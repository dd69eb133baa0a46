import {browserTests} from './stages/browser-tests.mjs';
import {check} from './stages/check.mjs';
import {nodeTests} from './stages/node-tests.mjs';
import {findChromium} from './browsers/find-chromium.mjs';

const inChromium = async () => ({env: {CHROME_PATH: await findChromium()}});

const startPostgres = async () => (await import('./stages/postgres.mjs')).postgres();

/** Kills of a browser: the usual run takes a sample of them. */
const manyKills = async () => ({env: {KILLS: '120'}});

/**
 * What a test run is made of, in order. A stage takes a part of file names to look for and answers results.
 * `npm test` runs all but those marked `asked`, which run only when named; `needs` names a stage that goes before.
 */
export const stages = [
  {name: 'types', heading: 'TypeScript, every realm', run: check('typescript/bin/tsc', '--build')},
  {
    name: 'lint',
    heading: 'ESLint',
    run: check('eslint/bin/eslint.js', '.', '--max-warnings=0', '--cache', '--cache-location=.cache/eslint/'),
  },
  {
    name: 'manifest',
    heading: 'Custom elements manifest',
    run: check(
      '@custom-elements-manifest/analyzer/cem.js',
      'analyze',
      '--config',
      'custom-elements-manifest.config.mjs',
      '--quiet',
    ),
  },
  {
    name: 'node',
    heading: 'Tests in Node',
    run: nodeTests('node', {folder: 'test', ending: '.node.test.ts', concurrency: 2}),
  },
  {
    name: 'postgres',
    heading: 'Gateway tests on PostgreSQL',
    asked: true,
    run: nodeTests('postgres', {
      folder: 'test/gateway',
      ending: '.node.test.ts',
      concurrency: 1,
      environment: startPostgres,
    }),
  },
  {
    name: 'faults',
    heading: 'Browsers killed at random instants, at length',
    asked: true,
    run: nodeTests('faults', {
      folder: 'test',
      ending: 'kill.node.test.ts',
      concurrency: 1,
      environment: manyKills,
      limitMs: 3_600_000,
    }),
  },
  {name: 'browser', needs: 'manifest', heading: 'Tests in Chromium', run: browserTests('browser', 'chromium')},
  {name: 'chromium86', needs: 'manifest', heading: 'Tests in Chromium 86', run: browserTests('chromium86', 'chromium86')},
  {name: 'chromium109', needs: 'manifest', heading: 'Tests in Chromium 109', run: browserTests('chromium109', 'chromium109')},
  {name: 'firefox', needs: 'manifest', heading: 'Tests in Firefox ESR', run: browserTests('firefox', 'firefox')},
  {name: 'webkit', needs: 'manifest', heading: 'Tests in WebKitGTK', run: browserTests('webkit', 'webkit')},
  {
    name: 'e2e',
    heading: 'Journeys against npm start, in Chromium',
    run: nodeTests('e2e', {folder: 'test/e2e', ending: '.e2e.ts', concurrency: 1, environment: inChromium}),
  },
];
