const RUN = /[\p{L}\p{N}]+/gu;

/**
 * Pairs of signs, and the last sign of each run: what minisearch#201 and the issues of other engines recommend for Chinese. With a
 * search by beginnings, the pairs and last signs find one sign too.
 */
export function bigramsOf(text: string): string[] {
  const pairs = new Set<string>();
  for (const [run] of text.matchAll(RUN)) {
    for (let at = 0; at + 1 < run.length; at++) pairs.add(run.slice(at, at + 2));
    pairs.add(run.slice(-1));
  }
  return [...pairs];
}

/** The pairs of a query; of a single sign, the sign. */
export function queryBigramsOf(text: string): string[] {
  const pairs = new Set<string>();
  for (const [run] of text.matchAll(RUN)) {
    if (run.length === 1) pairs.add(run);
    for (let at = 0; at + 1 < run.length; at++) pairs.add(run.slice(at, at + 2));
  }
  return [...pairs];
}
