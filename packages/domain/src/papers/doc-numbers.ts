import {TbError} from '../errors.js';
import type {PaperKind} from './paper.js';

/** The sign of each kind in a paper's number. Numbers are printed and kept: a sign never changes its meaning. */
const signs = {
  filingReceipt: 'SB',
  intakeReceipt: 'SJ',
  supplementReceipt: 'BS',
  precheckOpinion: 'YS',
  transferSlip: 'LZ',
  onceNotice: 'GZ',
  acceptance: 'SL',
  refusal: 'BY',
  specialProcedure: 'TB',
  extension: 'YQ',
  decision: 'ZY',
  denial: 'BZ',
  deliveryReceipt: 'SD',
  returnNotice: 'TJ',
  withdrawal: 'CH',
  voidRecord: 'ZF',
  lackPromise: 'RQ',
} as const satisfies Record<PaperKind, string>;

/** The number of a paper: case, number of the event that made it, kind. Everybody who replays the log comes to the same one. */
export function docNumber(caseNo: string, seq: number, kind: PaperKind): string {
  return `${caseNo}-${String(seq).padStart(2, '0')}${signs[kind]}`;
}

/** @throws TbError TB_LOG_BROKEN for a number that says no kind */
export function paperKindOf(docNo: string): PaperKind {
  const sign = docNo.slice(-2);
  const kind = (Object.keys(signs) as PaperKind[]).find((each) => signs[each] === sign);
  if (!kind) throw new TbError('TB_LOG_BROKEN', {details: {at: 'papers'}});
  return kind;
}

/** Number of the event a paper was made by: the case as it then stood is the log up to there. */
export function seqOfPaper(docNo: string): number {
  const match = /-(\d{2,})[A-Z]{2}$/.exec(docNo);
  if (!match) throw new TbError('TB_NOT_FOUND', {details: {at: 'docNo'}});
  return Number(match[1]);
}
