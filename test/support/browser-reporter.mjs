import {mkdirSync, writeFileSync} from 'node:fs';
import {dirname, relative} from 'node:path';
import {asLine} from './results.mjs';

/** A reporter of Web Test Runner that writes one result per test to `file`. */
export function browserReporter(file) {
  return {
    stop({sessions}) {
      mkdirSync(dirname(file), {recursive: true});
      writeFileSync(file, [...sessions].flatMap(resultsOf).map(asLine).join(''));
    },
  };
}

function resultsOf({testFile, testResults, passed}) {
  const name = relative(process.cwd(), testFile);
  const results = testResults ? walk(testResults, [name]) : [];
  // A file that could not be loaded, or whose page threw outside of a test, has no failed test to show for it.
  if (!passed && !results.some(({outcome}) => outcome === 'failed')) results.push({title: name, outcome: 'failed'});
  return results;
}

function walk({suites, tests}, path) {
  return [
    ...tests.map(({name, passed, skipped}) => ({
      title: [...path, name].join(' › '),
      outcome: skipped ? 'skipped' : passed ? 'passed' : 'failed',
    })),
    ...suites.flatMap((suite) => walk(suite, [...path, suite.name])),
  ];
}
