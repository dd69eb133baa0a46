import type {Command} from '../command.js';
import {buildCommand} from './catalogue/build.js';
import {diffCommand} from './catalogue/diff.js';
import {keysCommand} from './catalogue/keys.js';
import {publishCommand} from './catalogue/publish.js';
import {verifyCommand} from './catalogue/verify.js';

const WRONG_USE = 64;

/** In the order in which a publisher needs them. */
const commands: Readonly<Record<string, Command>> = {
  keys: keysCommand,
  build: buildCommand,
  diff: diffCommand,
  publish: publishCommand,
  verify: verifyCommand,
};

/** Publishing a province's item list (docs/publishing.md). */
export const catalogueCommand: Command = {
  usage: Object.values(commands)
    .map(({usage}) => usage)
    .join('\n'),

  async run([word = '', ...args], terminal) {
    const command = commands[word];
    if (command) return command.run(args, terminal);
    terminal.err(catalogueCommand.usage);
    return WRONG_USE;
  },
};
