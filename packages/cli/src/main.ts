import type {Command, Terminal} from './command.js';
import {catalogueCommand} from './commands/catalogue.js';
import {guideCommand} from './commands/guide.js';
import {importCommand} from './commands/import.js';
import {sayError} from './say-error.js';

const commands: Readonly<Record<string, Command>> = {
  catalogue: catalogueCommand,
  guide: guideCommand,
  import: importCommand,
};

const WRONG_USE = 64;

/** Runs `tongban <command> …` and answers the exit code; a failure with a code of ours is said, not thrown. */
export async function main(args: string[], terminal: Terminal): Promise<number> {
  const [word = '', ...rest] = args;
  const command = commands[word];
  if (!command) {
    terminal.err(
      Object.values(commands)
        .map(({usage}) => usage)
        .join('\n'),
    );
    return WRONG_USE;
  }
  try {
    return await command.run(rest, terminal);
  } catch (error) {
    if (isWrongOption(error)) {
      terminal.err(`${error.message}\n${command.usage}`);
      return WRONG_USE;
    }
    if (!sayError(error, terminal)) throw error;
    return 1;
  }
}

const isWrongOption = (error: unknown): error is Error =>
  error instanceof Error && String((error as {code?: unknown}).code).startsWith('ERR_PARSE_ARGS');
