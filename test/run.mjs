// npm test: everything that must hold, stage by stage, with one line at the end.
//
//   node test/run.mjs                      all stages
//   node test/run.mjs node browser         these stages
//   node test/run.mjs browser vault        the browser tests whose path contains "vault"
import {ensureInstalled} from '../install.mjs';

ensureInstalled();
const {holdSkips} = await import('./support/allowed-skips.mjs');
const {stages} = await import('./support/stages.mjs');

const {chosen, filter} = understand(process.argv.slice(2));
const total = {passed: 0, failed: 0, skipped: 0};

for (const {name, heading, run} of chosen) {
  console.log(`\n── ${heading} (${name})`);
  const started = Date.now();
  const results = holdSkips(name, await attempt(name, () => run(filter)));
  for (const result of results) {
    total[result.outcome] += 1;
    if (result.unlisted) console.log(`Skipped without leave (test/allowed-skips.json): ${result.title}`);
    if (result.outcome === 'skipped')
      console.log(`Skipped: ${result.title}${result.reason ? `, because ${result.reason}` : ''}`);
  }
  console.log(`── ${name}: ${summary(tally(results))}, ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

console.log(`\n${summary(total)}`);
process.exit(total.failed > 0 ? 1 : 0);

/** Leading words that are names of stages choose them; a word after them is a part of file names. */
function understand(words) {
  const needed = stages.filter(({name}) => words.includes(name)).map(({needs}) => needs);
  const named = stages.filter(({name}) => words.includes(name) || needed.includes(name));
  const others = words.filter((word) => !stages.some(({name}) => name === word));
  if (others.length > 1 || (others.length === 1 && named.length === 0)) {
    console.error(`Unknown: ${others.join(' ')}. Stages are: ${stages.map(({name}) => name).join(', ')}.`);
    process.exit(2);
  }
  return {chosen: named.length > 0 ? named : stages.filter(({asked}) => !asked), filter: others[0] ?? ''};
}

/** A stage that cannot run has failed; the others still run. */
async function attempt(name, run) {
  try {
    return await run();
  } catch (error) {
    console.error(error);
    return [{title: `${name} could not run`, outcome: 'failed'}];
  }
}

function tally(results) {
  const count = (wanted) => results.filter(({outcome}) => outcome === wanted).length;
  return {passed: count('passed'), failed: count('failed'), skipped: count('skipped')};
}

function summary({passed, failed, skipped}) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
