import {whyAbsent} from '../browsers/installed.mjs';
import {node, script} from '../command.mjs';
import {filesUnder} from '../files.mjs';
import {collected} from './collected.mjs';

/** The browser tests in one browser. Where it is not to be had, the stage is one skipped test with the reason. */
export const browserTests = (stage, browser) => async (filter) => {
  const files = filesUnder(
    'test',
    (path) => path.endsWith('.test.ts') && !path.endsWith('.node.test.ts') && path.includes(filter),
  );
  if (files.length === 0) return [];
  const reason = await whyAbsent(browser);
  if (reason) return [{title: 'the whole run', outcome: 'skipped', reason}];
  const chosen = filter ? ['--files', ...files] : [];
  return collected(stage, (results) =>
    node([script('@web/test-runner/dist/bin.js'), ...chosen], {BROWSER: browser, RESULTS_FILE: results}),
  );
};
