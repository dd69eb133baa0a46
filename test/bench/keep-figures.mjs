import {writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const file = fileURLToPath(new URL('../../docs/figures.md', import.meta.url));

/**
 * Writes docs/figures.md: what a run printed, as a table and word for word.
 *
 * @param {readonly string[]} machineLines
 * @param {readonly {bench: string, printed: string}[]} runs
 */
export function keepFigures(machineLines, runs) {
  const all = runs.flatMap(({printed}) => figuresIn(printed));
  const rows = all.filter(({name}) => !name.startsWith('peer.')).map(({name, value, unit, goal}) => `| \`${name}\` | ${value} | ${unit} | ${goal} |`);
  const words = runs.map(({bench, printed}) => `### ${bench.replace('.bench.ts', '')}\n\n${'```'}text\n${notesIn(printed)}\n${'```'}`);
  writeFileSync(
    file,
    `# Figures

The last whole run of \`npm run bench -- --keep\`, as it came, missed goals included. Each figure is the median of its rounds unless its notes say
otherwise; the rounds below are the spread. A busy machine slows everything: the load before the run stands with the machine.

${machineLines.map((line) => `* ${line}`).join('\n')}

| figure | value | unit | goal |
|---|---|---|---|
${rows.join('\n')}
${besideOthers(all)}
## How they came about

${words.join('\n\n')}
`,
  );
}

/** Ours beside the libraries that were measured on the same data: each with how many times ours it is. */
function besideOthers(figures) {
  const peers = [...new Set(figures.flatMap(({name}) => /^peer\.([^.]+)\./.exec(name)?.[1] ?? []))];
  if (peers.length === 0) return '';
  const known = new Map(figures.map((figure) => [figure.name, figure]));
  const cell = (peer, name) => {
    const {value} = known.get(`peer.${peer}.${name}`) ?? {};
    const {value: ratio} = known.get(`peer.${peer}.${name}.ratio`) ?? {};
    return value === undefined ? '' : ratio === undefined ? value : `${value} (${ratio}×)`;
  };
  const names = [...new Set(figures.flatMap(({name}) => /^peer\.[^.]+\.([^.]+)$/.exec(name)?.[1] ?? []))];
  const lines = names.map((name) => {
    const own = known.get(`catalogue.${name}`);
    return `| \`${name}\` | ${own?.value ?? ''} ${own?.unit ?? ''} | ${peers.map((peer) => cell(peer, name)).join(' | ')} |`;
  });
  return `
## The catalogue beside libraries

Same feed, same queries, same browser, same run; in brackets how many times ours. How each was set up stands below.

| \`catalogue.\`… | ours | ${peers.join(' | ')} |
|---|---|${'---|'.repeat(peers.length)}
${lines.join('\n')}
`;
}

function figuresIn(printed) {
  return [...printed.matchAll(/^figure (\S+) (\S+) (\S+)$/gm)].map(([, name, value, unit]) => {
    const [, limit, verdict] = new RegExp(`^# goal of ${name.replaceAll('.', '\\.')}: (.+), (met|MISSED)$`, 'm').exec(printed) ?? [];
    return {name, value, unit, goal: limit ? `${limit} ${verdict === 'met' ? 'met' : '**missed**'}` : ''};
  });
}

function notesIn(printed) {
  return printed
    .split('\n')
    .filter((line) => line.startsWith('# ') && !line.startsWith('# goal of '))
    .map((line) => line.slice(2))
    .join('\n');
}
