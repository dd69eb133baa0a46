import {asLine} from './results.mjs';

/** A reporter of node:test that writes one result per test. Suites are not counted: their tests are. */
export default async function* results(events) {
  const names = [];
  for await (const {type, data} of events) {
    if (type === 'test:start') names[data.nesting] = data.name;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details.type === 'suite' && !failedByItself(data)) continue;
    const title = [...names.slice(0, data.nesting), data.name].join(' › ');
    yield asLine({title, outcome: outcomeOf(type, data)});
  }
}

/** A suite whose own body threw has no test that could tell. */
const failedByItself = ({details}) => details.error !== undefined && details.error.failureType !== 'subtestsFailed';

function outcomeOf(type, {skip, todo}) {
  if (skip !== undefined || todo !== undefined) return 'skipped';
  return type === 'test:pass' ? 'passed' : 'failed';
}
