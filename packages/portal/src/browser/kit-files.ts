/** The kit's files by what needs them, relative to the loader. */
export interface KitFiles {
  /** The worker's first file; its late ones it fetches itself. */
  readonly worker: string;
  /** What every tag needs. */
  readonly kit: readonly string[];
  /** What a tag needs beside that. */
  readonly tags: Readonly<Record<string, readonly string[]>>;
}

/** The build writes it: names carry hashes, which are known last. */
declare function __kitFiles__(): KitFiles;

export const kitFiles = (): KitFiles => __kitFiles__();
