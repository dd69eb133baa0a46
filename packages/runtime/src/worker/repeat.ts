/** A clock may jump and a computer may sleep: nobody waits longer than this without looking again. */
const LONGEST_SLEEP_MS = 60_000;
const AFTER_FAULT_MS = 5_000;

export interface Repeating {
  /** Works again at once, or right after the round under way. */
  wake(): void;
}

/**
 * Works in rounds until the signal fires. A round says when the next is due, in milliseconds since 1970, or undefined to wait for
 * `wake`. Rounds never overlap, and a round that threw is tried again a little later.
 */
export function repeat(round: () => Promise<number | undefined>, signal: AbortSignal, now: () => number): Repeating {
  let isWoken = false;
  let rouse: () => void = () => undefined;

  const sleep = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      rouse = () => {
        clearTimeout(timer);
        resolve();
      };
      if (isWoken || signal.aborted) rouse();
    });

  async function run(): Promise<void> {
    while (!signal.aborted) {
      isWoken = false;
      const due = await round().catch(() => now() + AFTER_FAULT_MS);
      await sleep(due === undefined ? LONGEST_SLEEP_MS : Math.min(LONGEST_SLEEP_MS, Math.max(0, due - now())));
    }
  }

  signal.addEventListener('abort', () => rouse());
  void run();
  return {
    wake() {
      isWoken = true;
      rouse();
    },
  };
}
