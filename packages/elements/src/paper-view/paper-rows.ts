import {wordsFor} from '@tongban/base/language.js';
import {localDateOf} from '@tongban/domain/time/civil-date.js';
import type {Paper} from '@tongban/domain/papers/paper.js';
import {dateWords, dueWords, timeOfDay} from '../date-words.js';
import {paperWords, type PaperWord} from './messages.js';

/** The facts of a paper in the order they are printed; a twin in plain text says exactly the same. */
export interface PaperRow {
  readonly label: string;
  readonly value: string;
}

export const wordsOfPaper = (lang: string) => wordsFor(paperWords, lang, 'tb-paper');

/** What stands at the head of a paper: what it is about and for whom. */
export function headRows(paper: Paper, lang: string): PaperRow[] {
  const row = rowMaker(lang);
  return [
    row('docNo', paper.docNo),
    row('caseNo', paper.caseNo),
    row('shortCode', paper.shortCode),
    row('item', paper.itemName),
    row('taskCode', paper.taskCode),
    row('applicant', paper.applicant.name),
    row('idNo', paper.applicant.idNo),
    ...(paper.agentName === undefined ? [] : [row('agent', paper.agentName)]),
  ];
}

/** What stands at its foot: by when, who and when. */
export function footRows(paper: Paper, lang: string): PaperRow[] {
  const row = rowMaker(lang);
  return [
    ...(paper.dueOn ? [row('due', dueWords(paper.dueOn, lang))] : []),
    row('office', paper.office),
    ...(paper.officer === undefined ? [] : [row('officer', paper.officer)]),
    row('issuedAt', issued(paper, lang)),
  ];
}

/** With its year: a paper is kept. */
const issued = ({issuedAt}: Paper, lang: string): string => `${dateWords(localDateOf(issuedAt), lang)} ${timeOfDay(issuedAt)}`;

function rowMaker(lang: string) {
  const words = wordsOfPaper(lang);
  return (word: PaperWord, value: string): PaperRow => ({label: words[word], value});
}
