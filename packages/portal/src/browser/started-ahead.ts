/**
 * Something that takes a while to start and is surely needed soon: started ahead once, for the first who wants the same. For anybody
 * else it is started then.
 */
export function startedAhead<What, T>(begin: (what: What) => Promise<T>, isSame: (one: What, other: What) => boolean): {start(what: What): Promise<T>; take: (what: What) => Promise<T>} {
  let ahead: {what: What; started: Promise<T>} | undefined;
  return {
    start(what) {
      const started = begin(what);
      started.catch(() => undefined); // Whoever takes it hears of it.
      ahead = {what, started};
      return started;
    },
    take(what) {
      if (!ahead || !isSame(ahead.what, what)) return begin(what);
      const {started} = ahead;
      ahead = undefined;
      return started;
    },
  };
}
