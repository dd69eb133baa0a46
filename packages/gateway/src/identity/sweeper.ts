const EVERY_MS = 10 * 60_000;

/** Does a piece of cleaning now and then. One that fails is tried again next time. */
export function sweeper(sweep: () => Promise<void>): {stop(): void} {
  const timer = setInterval(() => void sweep().catch(() => undefined), EVERY_MS);
  timer.unref();
  return {stop: () => clearInterval(timer)};
}
