/** Where a command writes; a test hands in its own. */
export interface Terminal {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

/** One word of `tongban <word> …`. Answers the exit code. */
export interface Command {
  readonly usage: string;
  run(args: string[], terminal: Terminal): Promise<number>;
}
