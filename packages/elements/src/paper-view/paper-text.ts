import type {Paper} from '@tongban/domain/papers/paper.js';
import {footRows, headRows, wordsOfPaper, type PaperRow} from './paper-rows.js';

/** The plain-text twin of a paper: for a screen reader, a message, or a printer that knows only text. */
export function paperText(paper: Paper, lang = 'zh-CN'): string {
  const words = wordsOfPaper(lang);
  const colon = lang.toLowerCase().startsWith('zh') ? '：' : ': ';
  const lines = (rows: readonly PaperRow[]) => rows.map(({label, value}) => `${label}${colon}${value}`);
  const materials = paper.materials.map(({name, state, note}, index) => `${index + 1}. ${name} — ${state}${note ? ` (${note})` : ''}`);
  return [
    words[paper.kind],
    '',
    ...lines(headRows(paper, lang)),
    '',
    ...paper.paragraphs,
    ...(materials.length > 0 ? ['', words.materials, ...materials] : []),
    ...(paper.legalBasis.length > 0 ? ['', `${words.basis}${colon}${paper.legalBasis.join('；')}`] : []),
    '',
    ...lines(footRows(paper, lang)),
    `${words.scan}${colon}${paper.progressUrl}`,
  ].join('\n');
}
