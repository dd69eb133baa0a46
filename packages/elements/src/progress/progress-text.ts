import type {Localized} from '@tongban/base/localized.js';
import type {CaseFile, ClockView} from '@tongban/domain/case/case-file.js';
import type {Region6} from '@tongban/domain/primitives.js';
import {dueWords} from '../date-words.js';
import type {ProgressWord} from './messages.js';
import {isDenied} from './standing.js';

export type ProgressText = Localized<ProgressWord>;

/** The name of a region, or undefined while names are on their way. */
export type RegionName = (code: Region6) => string | undefined;

/** What is, in one line. A decision against the applicant is said as such. */
export function headline(text: ProgressText, file: Pick<CaseFile, 'state' | 'homeRegion'> & Partial<Pick<CaseFile, 'decision'>>, nameOf: RegionName): string {
  if (isDenied({state: file.state, decision: file.decision})) return text.of('deniedIs');
  return text.of(`is-${file.state}`, {home: nameOf(file.homeRegion) ?? text.of('theHome')});
}

export function nextSentence(text: ProgressText, file: CaseFile, nameOf: RegionName): string {
  if (isDenied(file)) return text.of('deniedNext');
  return text.of(`next-${file.state}`, {home: nameOf(file.homeRegion) ?? text.of('theHome')});
}

/** A due date as a limit: 「2026年11月24日 前」, but 「不早于…」 stays as it is. */
export function limitWords(text: ProgressText, due: NonNullable<ClockView['dueNow']>): string {
  const words = dueWords(due, text.language);
  return 'on' in due ? text.of('before', {due: words}) : words;
}
