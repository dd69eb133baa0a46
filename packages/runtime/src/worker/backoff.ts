const FIRST_MS = 1_000;
const LONGEST_MS = 5 * 60 * 1_000;

/**
 * How long to wait before attempt number `attempts + 1`: a random part of a span that doubles up to five minutes, so that a
 * thousand clients do not come back in the same second. Never less than the server asked for.
 *
 * @param random uniform in [0, 1)
 */
export function backoff(attempts: number, retryAfter: number, random: () => number): number {
  const span = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempts, 20));
  return Math.round(retryAfter + random() * span);
}
