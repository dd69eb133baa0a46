/**
 * Something that takes a while to start and is surely needed soon: started ahead once, for the first who takes it. Whoever takes the
 * next one has it started then.
 */
export function startedAhead<T>(begin: () => Promise<T>): {start(): void; take: () => Promise<T>} {
  let ahead: Promise<T> | undefined;
  return {
    start() {
      ahead ??= begin();
      ahead.catch(() => undefined); // Whoever takes it hears of it.
    },
    take() {
      const taken = ahead ?? begin();
      ahead = undefined;
      return taken;
    },
  };
}
