export interface Precedence {
  /** Work that others give way to while it lasts. */
  first<T>(work: Promise<T>): Promise<T>;
  /** Resolves when all such work that is under way now has ended, well or not. */
  clear(): Promise<void>;
}

/** What somebody waits for goes before what only completes it: on a slow line they would take each other's bytes. */
export function precedence(): Precedence {
  const underWay = new Set<Promise<unknown>>();
  return {
    first(work) {
      const end = () => underWay.delete(work);
      underWay.add(work);
      work.then(end, end);
      return work;
    },
    async clear() {
      await Promise.all([...underWay].map((work) => work.catch(() => undefined)));
    },
  };
}
