import type {Manifest} from '../shared/manifest.js';

/** What a device holds of the publications at one base address. */
export interface InstalledRow {
  readonly base: string;
  /** The highest sequence whose signature was good: nothing lower is taken any more. */
  readonly highest: number;
  /** What is searched. All its heads lie in `parts`; texts and guides may still be on their way. */
  readonly active?: ActiveList;
  /** Publications that a tab may still be reading, with the names of their parts. */
  readonly former: readonly {readonly sequence: number; readonly parts: readonly string[]}[];
  /** The parts of an install under way: none of them is swept. */
  readonly pending: readonly string[];
}

export interface ActiveList {
  readonly manifest: Manifest;
  /** When this was last the newest that the publisher offered, ISO 8601. */
  readonly confirmedAt: string;
}

/** The names of all parts a publication consists of. */
export function partsOf(manifest: Manifest): string[] {
  return [...headsOf(manifest), ...textsOf(manifest), ...manifest.guides].map(({sha256}) => sha256);
}

export const headsOf = (manifest: Manifest) => manifest.layers.map(({head}) => head);
export const textsOf = (manifest: Manifest) => manifest.layers.flatMap(({texts}) => texts);
