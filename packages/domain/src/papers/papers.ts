import type {CalendarProvider} from '../time/calendar.js';
import type {Case} from '../case/case.js';
import type {CaseEvent} from '../case/case-event.js';
import {localDateOf} from '../time/civil-date.js';
import {dueOf, type Clock, type ClockKind} from '../time/clocks.js';
import {paperKindOf} from './doc-numbers.js';
import {TbError} from '../errors.js';
import type {Guide} from '../guide/guide.js';
import type {Paper, PaperKind} from './paper.js';
import {paragraphsOf} from './paper-paragraphs.js';
import type {MaterialSlot} from '../slots/slot.js';

/** What a log does not know and a paper must say: masked for a screen, full for the printer of who may see it. */
export interface PaperNames {
  readonly applicant: {readonly name: string; readonly idNo: string};
  readonly agentName?: string;
  readonly officer?: string;
  /** The public progress page, without personal data. */
  readonly progressUrl: string;
}

export interface PaperInput {
  readonly names: PaperNames;
  readonly guide: Pick<Guide, 'legalBasis'>;
  readonly calendar: CalendarProvider;
}

/** Papers that say by which law. */
const withBasis: readonly PaperKind[] = ['onceNotice', 'acceptance', 'refusal', 'specialProcedure', 'extension', 'decision', 'denial'];
/** Papers that list the materials. */
const withMaterials: readonly PaperKind[] = ['filingReceipt', 'intakeReceipt', 'supplementReceipt', 'transferSlip', 'acceptance', 'lackPromise'];

/** The clock whose due date a paper names. */
const dueClock: Partial<Record<PaperKind, readonly ClockKind[]>> = {
  intakeReceipt: ['receiptNotice'],
  supplementReceipt: ['receiptNotice'],
  precheckOpinion: ['supplement'],
  onceNotice: ['supplement'],
  acceptance: ['promised', 'legal'],
  specialProcedure: ['promised', 'legal'],
  extension: ['promised', 'legal'],
  decision: ['deliver'],
  denial: ['deliver'],
  lackPromise: ['lack'],
};

/**
 * A paper as it is printed. `file` is the case right after `event`, which is the one that made the paper: replay the log up to
 * `seqOfPaper(docNo)`, so that a paper printed again next year says what it said today.
 *
 * @throws TbError TB_NOT_FOUND when the event did not make this paper
 */
export function composePaper(file: Case, event: CaseEvent, docNo: string, {names, guide, calendar}: PaperInput): Paper {
  if (!event.papers.includes(docNo)) throw new TbError('TB_NOT_FOUND', {details: {at: 'docNo'}});
  const kind = paperKindOf(docNo);
  const {actor, at} = event;
  const due = dueDate(file, kind, calendar, localDateOf(at));
  return {
    docNo,
    kind,
    caseNo: file.caseNo,
    shortCode: file.shortCode,
    itemName: file.itemName,
    taskCode: file.taskCode,
    applicant: {...names.applicant},
    ...(names.agentName === undefined ? {} : {agentName: names.agentName}),
    materials: withMaterials.includes(kind) ? materialsOf(file, kind) : [],
    paragraphs: paragraphsOf(kind, file, event),
    legalBasis: withBasis.includes(kind) ? guide.legalBasis.map(({name, article = ''}) => `《${name}》${article}`.slice(0, 500)) : [],
    ...(due ? {dueOn: due} : {}),
    office: actor.kind === 'staff' ? actor.office : file.dept,
    ...(names.officer === undefined ? {} : {officer: names.officer}),
    issuedAt: at,
    progressUrl: names.progressUrl,
  };
}

function dueDate({clocks}: Case, kind: PaperKind, calendar: CalendarProvider, on: string): Paper['dueOn'] {
  const kinds = dueClock[kind] ?? [];
  const running = kinds.map((each) => clocks.find((clock: Clock) => clock.kind === each && clock.stoppedOn === undefined));
  for (const clock of running) {
    const due = clock && dueOf(clock, calendar, on);
    if (due && !('none' in due)) return due;
  }
  return undefined;
}

function materialsOf({slots}: Case, kind: PaperKind): Paper['materials'] {
  const listed = kind === 'lackPromise' ? slots.filter(({state}) => state === 'lacking') : slots;
  return listed.map((slot) => {
    const note = noteOf(slot);
    return {name: slot.name, state: stateNames[slot.state], ...(note ? {note} : {})};
  });
}

const stateNames: Readonly<Record<MaterialSlot['state'], string>> = {
  empty: '未提供',
  provided: '已提供',
  waived: '免交',
  promised: '告知承诺',
  lacking: '容缺后补',
};

const checkNames: Readonly<Record<NonNullable<MaterialSlot['check']>['how'], string>> = {
  originalSeen: '已核对原件',
  copyKept: '已留存纸质件',
  certificateFetched: '已调取电子证照',
  shareAnswered: '已通过数据共享核验',
};

function noteOf({refusedReason, dueOn, check, waivedBy, state}: MaterialSlot): string | undefined {
  if (refusedReason !== undefined) return refusedReason;
  if (state === 'lacking' && dueOn !== undefined) return `请于 ${dueOn} 前补交`;
  if (check) return checkNames[check.how];
  if (waivedBy?.by === 'certificate') return `电子证照：${waivedBy.certName}`;
  return waivedBy?.by === 'share' ? `数据共享：${waivedBy.dataName}` : undefined;
}
