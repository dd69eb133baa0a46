/** How deep a search looks: names, everyday names, keywords and offices, or the texts as well. */
export type Tier = 'names' | 'full';

export interface BenchQuery {
  /** As a person types it. */
  readonly text: string;
  /**
   * What must be found: all terms of any of these lists. Peers are asked this, so that synonyms are not held against them. Absent where
   * they are not asked: for what may be pinyin, which none of them knows.
   */
  readonly any?: readonly (readonly string[])[];
}

export interface Installed {
  /** Time spent in writing transactions. */
  readonly writeMs: number;
}

export interface Updated {
  readonly flipMs: number;
}

/** One way to search, running in a worker of its own. */
export interface Engine {
  /** Fetches what the publisher has made ready and keeps it for the next start. */
  install(base: string, tier: Tier): Promise<Installed>;
  /** Reads what was kept until the tier can answer. Names come first. */
  open(tier: Tier): Promise<void>;
  /** How many there are, and the first twenty as a list shows them. */
  search(query: BenchQuery, tier: Tier): Promise<{readonly total: number; readonly hits: readonly unknown[]}>;
  /** All hits, as ordinals of the feed, in any order; undefined for a query it is not asked. */
  find(query: BenchQuery, tier: Tier): Promise<Iterable<number> | undefined>;
  /** What a peer would have to keep beside its index to show hits, and what `find` needs to name them; not part of its memory. */
  loadRecords?(feedBase: string): Promise<void>;
  /** Takes the publication that has replaced the one it installed; how long the transaction took that flips to it. */
  update?(): Promise<Updated>;
  /** Bytes of its WebAssembly memory, which the script engine does not count as its own. */
  wasmBytes?(): Promise<number>;
}

export interface Score {
  /** Means over all queries. */
  readonly recall: number;
  readonly precision: number;
  /** Queries that were not answered exactly, as typed. */
  readonly wrong: readonly string[];
}

/** What the page asks its worker. */
export type Ask =
  | {readonly do: 'install'; readonly base: string; readonly tier: Tier}
  | {readonly do: 'open'; readonly tier: Tier}
  | {readonly do: 'records'; readonly base: string}
  | {readonly do: 'wasm'}
  | {readonly do: 'update'}
  | {readonly do: 'search'; readonly query: BenchQuery; readonly tier: Tier}
  | {readonly do: 'score'; readonly base: string; readonly tier: Tier};

export type Answer = {readonly value: unknown} | {readonly error: string};
