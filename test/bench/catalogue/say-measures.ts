import {figure, note, noteRounds} from '../figure.js';
import {median} from '../quantiles.js';
import type {Measures} from './measure-engine.js';

/** Figures by their name without the engine, in the order they are printed. */
export type Figures = ReadonlyMap<string, {readonly value: number; readonly unit: string}>;

const MB = 1e6;
const KB = 1e3;

/** The figures of one engine, with the rounds behind them said. `size` is such as 50k. */
export function figuresOf(name: string, size: string, {coldMs, coldScatteredMs, install, longest, tiers, update}: Measures): Figures {
  const figures = new Map<string, {value: number; unit: string}>();
  const add = (figureName: string, value: number, unit: string) => figures.set(figureName, {value, unit});
  noteRounds(`${name} cold`, coldMs, 'ms');
  add(`cold_first_result_${size}_ms`, median(coldMs), 'ms');
  if (coldScatteredMs.length > 0) {
    noteRounds(`${name} cold, nothing in one piece`, coldScatteredMs, 'ms');
    add(`cold_first_scattered_${size}_ms`, median(coldScatteredMs), 'ms');
  }
  for (const [tier, {memory, p50Ms, p95Ms, score}] of tiers) {
    noteRounds(`${name} ${tier} p95`, p95Ms, 'ms');
    note(`${name} ${tier} p50: ${median(p50Ms).toPrecision(3)} ms; answers that are not exact: ${score.wrong.slice(0, 4).join('; ')}`);
    add(`${tier}_p95_ms`, median(p95Ms), 'ms');
    add(`memory_${tier}_mb`, memory / MB, 'MB');
    add(tier === 'full' ? 'recall' : 'recall_names', score.recall, 'share');
    add(tier === 'full' ? 'precision' : 'precision_names', score.precision, 'share');
  }
  add('install_write_ms', install.writeMs, 'ms');
  add('install_cpu_ms', install.cpuMs, 'ms');
  add('first_search_transfer_kb', install.firstBytes / KB, 'kB');
  note(`${name}: longest gap between the page's timers ${Math.max(install.longest.gap, longest.gap).toFixed(0)} ms`);
  add('longest_task_ms', Math.max(install.longest.task, longest.task), 'ms');
  if (update) {
    add('update_1pct_kb', update.bytes / KB, 'kB');
    add('update_flip_ms', update.flipMs, 'ms');
  }
  return figures;
}

/** Prints a peer's figures, and beside each how many times ours it is. */
export function sayBeside(name: string, figures: Figures, own: Figures): void {
  for (const [figureName, {value, unit}] of figures) {
    figure(`${name}.${figureName}`, value, unit);
    const ours = own.get(figureName)?.value;
    if (ours) figure(`${name}.${figureName}.ratio`, value / ours, 'times');
  }
}
