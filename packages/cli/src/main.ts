import {isErrorCode, sentenceOf, TbError} from '@tongban/domain/errors.js';
import type {Command, Terminal} from './command.js';
import {importCommand} from './commands/import.js';

const commands: Readonly<Record<string, Command>> = {
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
    if (!(error instanceof TbError) || !isErrorCode(error.name)) throw error;
    const details = Object.entries(error.details)
      .map(([key, value]) => `${key}=${value}`)
      .join(' ');
    terminal.err(`${error.name} ${sentenceOf(error, 'zh-CN')} ${sentenceOf(error, 'en')} ${details}`.trim());
    return 1;
  }
}

const isWrongOption = (error: unknown): error is Error =>
  error instanceof Error && String((error as {code?: unknown}).code).startsWith('ERR_PARSE_ARGS');
