import type {Command} from '../command.js';
import {guideDiff} from './guide-diff.js';
import {guideImport} from './guide-import.js';
import {guideLint} from './guide-lint.js';
import {guidePreview} from './guide-preview.js';
import {guideSchema} from './guide-schema.js';
import {guideTemplate} from './guide-template.js';

const parts: Readonly<Record<string, Command>> = {
  lint: guideLint,
  diff: guideDiff,
  preview: guidePreview,
  schema: guideSchema,
  template: guideTemplate,
  import: guideImport,
};

const WRONG_USE = 64;

/** `tongban guide …`: what those who write guides need. */
export const guideCommand: Command = {
  usage: Object.values(parts)
    .map(({usage}) => usage)
    .join('\n'),

  async run([word = '', ...rest], terminal) {
    const part = parts[word];
    if (part) return part.run(rest, terminal);
    terminal.err(guideCommand.usage);
    return WRONG_USE;
  },
};
