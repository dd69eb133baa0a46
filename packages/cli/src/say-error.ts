import {isErrorCode, sentenceOf, TbError} from '@tongban/domain/errors.js';
import type {Terminal} from './command.js';

/** Says a failure with a code of ours on one line, in both languages. @returns whether it was one */
export function sayError(error: unknown, terminal: Terminal): boolean {
  if (!(error instanceof TbError) || !isErrorCode(error.name)) return false;
  const details = Object.entries(error.details)
    .map(([key, value]) => `${key}=${value}`)
    .join(' ');
  terminal.err(`${error.name} ${sentenceOf(error, 'zh-CN')} ${sentenceOf(error, 'en')} ${details}`.trim());
  return true;
}
