// npm run bench: measures what we promise, and says where a promise is not kept.
//
//   node test/bench/run.mjs                    every bench
//   node test/bench/run.mjs gateway/submit     those whose path contains a word
//   node test/bench/run.mjs --quick            few rounds: shows that the benches work; never for docs/figures.md
//   node test/bench/run.mjs --keep             every bench, kept in docs/figures.md
//
// Figures are lines `figure <name> <value> <unit>`; a line that begins with # says how they came about. Exit 1 when a goal is missed.
import {spawn} from 'node:child_process';
import {readdirSync} from 'node:fs';
import {join, relative, sep} from 'node:path';
import {fileURLToPath} from 'node:url';
import {ensureInstalled} from '../../install.mjs';

const LIMIT_MS = 30 * 60_000;

const root = fileURLToPath(new URL('../..', import.meta.url));
const here = fileURLToPath(new URL('.', import.meta.url));

ensureInstalled();
const {machine} = await import('./machine.mjs');
const {keepFigures} = await import('./keep-figures.mjs');
const {findChromium} = await import('../support/browsers/find-chromium.mjs');

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const isQuick = process.argv.includes('--quick');
const isKept = process.argv.includes('--keep');
if (isKept && (isQuick || words.length > 0)) throw new Error('Only a whole run, and no quick one, is kept.');
const benches = readdirSync(here, {recursive: true, encoding: 'utf8'})
  .filter((path) => path.endsWith('.bench.ts'))
  .map((path) => path.split(sep).join('/'))
  .filter((path) => words.length === 0 || words.some((word) => path.includes(word)))
  .sort();
if (benches.length === 0) throw new Error(`No bench is called ${words.join(' or ')}.`);

const chromium = benches.some((path) => /^(journey|catalogue)\//.test(path)) ? await findChromium() : undefined;
const about = machine(chromium);
for (const line of about) console.log(`# ${line}`);
if (isQuick) console.log('# quick: too few rounds for figures');

const runs = [];
for (const bench of benches) {
  console.log(`\n# ── ${bench}`);
  runs.push({bench, ...(await run(bench))});
}
const missed = runs.filter(({code}) => code !== 0).map(({bench}) => bench);
if (isKept) keepFigures(about, runs);
console.log(missed.length > 0 ? `\n# missed: ${missed.join(', ')}` : '\n# every goal met');
process.exit(missed.length > 0 ? 1 : 0);

/** Runs one bench in a process of its own, so that none warms another; one that does not end is ended. */
function run(bench) {
  return new Promise((resolve) => {
    const args = ['--conditions=tongban-source', '--import=tsx', relative(root, join(here, bench))];
    const env = {...process.env, ...(chromium && {CHROME_PATH: chromium}), ...(isQuick && {TONGBAN_BENCH_QUICK: '1'})};
    const child = spawn(process.execPath, args, {cwd: root, env, stdio: ['ignore', 'pipe', 'inherit']});
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      printed += text;
      process.stdout.write(text);
    });
    const late = setTimeout(() => child.kill('SIGTERM'), LIMIT_MS);
    child.on('close', (code) => {
      clearTimeout(late);
      resolve({code: code ?? 1, printed});
    });
  });
}
