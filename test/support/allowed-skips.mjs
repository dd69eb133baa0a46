import {readFileSync} from 'node:fs';

/**
 * A test that may be skipped, and why.
 *
 * @typedef {{stage: string, test: string, why: string}} AllowedSkip `test` is the title as the run prints it, or
 *   `the whole run` for a browser that may be absent.
 */

/** Skips that nobody allowed become failures: a test that silently stops running protects nothing. */
export function holdSkips(stage, results) {
  return results.map((result) =>
    result.outcome === 'skipped' && !isAllowed(stage, result.title)
      ? {...result, outcome: 'failed', unlisted: true}
      : result,
  );
}

/** @type {AllowedSkip[]} */
const allowed = JSON.parse(readFileSync(new URL('../allowed-skips.json', import.meta.url), 'utf8'));

const isAllowed = (stage, title) => allowed.some((skip) => skip.stage === stage && skip.test === title);
