/** Few rounds: shows that a bench works, measures nothing. */
export const isQuick = process.env['TONGBAN_BENCH_QUICK'] === '1';

/**
 * Prints a figure, and its goal beside it. A missed goal makes the process end with 1, after everything has been measured.
 *
 * @param unit `ms`, `1/s`, `count`, …: no blanks
 */
export function figure(name: string, value: number, unit: string, goal?: {atMost: number} | {atLeast: number}): void {
  console.log(`figure ${name} ${unit === 'share' ? shareOf(value) : round(value)} ${unit}`);
  if (!goal) return;
  const isMet = 'atMost' in goal ? value <= goal.atMost : value >= goal.atLeast;
  note(`goal of ${name}: ${'atMost' in goal ? `≤ ${goal.atMost}` : `≥ ${goal.atLeast}`}, ${isMet ? 'met' : 'MISSED'}`);
  if (!isMet) process.exitCode = 1;
}

/** How a figure came about. */
export function note(text: string): void {
  for (const line of text.split('\n')) console.log(`# ${line}`);
}

/** Says the spread of the rounds a figure is the median of. */
export function noteRounds(name: string, rounds: readonly number[], unit: string): void {
  note(`${name}: ${rounds.length} rounds ${rounds.map(round).join(' ')} ${unit}`);
}

/** Cut, not rounded: only all is 1. */
const shareOf = (value: number) => String(Math.floor(value * 10_000) / 10_000);

/** Four digits that matter, none that do not. */
function round(value: number): string {
  if (Number.isInteger(value) || Math.abs(value) >= 1_000) return String(Math.round(value));
  return String(Number(value.toPrecision(Math.abs(value) < 1 ? 2 : 4)));
}
