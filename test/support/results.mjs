// One line of JSON per test, written by the reporters of both runners and added up by test/run.mjs.
import {readFileSync} from 'node:fs';

/** @typedef {{title: string, outcome: 'passed' | 'failed' | 'skipped'}} Result */

/** @param {Result} result */
export const asLine = (result) => `${JSON.stringify(result)}\n`;

/** @returns {Result[]} */
export function readResults(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}
