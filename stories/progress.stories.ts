import '@tongban/elements/progress.js';
import type {CaseFile} from '@tongban/domain/case/case-file.js';
import {html} from 'lit';
import {fixturePortal, type PortalState} from './support/fixture-portal.js';
import {CASE_NO, caseFile, closedCase, supplementCase} from './support/fixtures/cases.js';
import {statesOf} from './support/story.js';

export default {title: 'tb-progress', component: 'tb-progress'};

type Own = 'supplement' | 'closed' | 'denied' | 'fee-due' | 'fee-back' | 'beyond-calendar' | 'sign-in' | 'list' | 'list-empty' | 'list-stale';

/** The promised day lies in a year whose holidays nobody has announced yet. */
const beyondCalendar: CaseFile = {
  ...caseFile,
  clocks: [{kind: 'promised', start: '2026-12-30', dueNow: {notBefore: '2027-01-04'}, state: 'running', light: 'green'}],
};

const denied: CaseFile = {
  ...closedCase,
  decision: {outcome: 'deny', reason: '账户有未清贷款冻结'},
  result: undefined,
  doneResult: 1,
};

const fee = {lines: [{name: '工本费', fen: 4000}], payments: []};
const feeDue: CaseFile = {...caseFile, fee: {...fee, state: 'due', dueFen: 4000, paidFen: 0, refundFen: 0, mayPayOnline: true}};
const paid = {billNo: 'SH2026112200017', means: 'online', fen: 4000, on: '2026-11-20', refunds: []} as const;
const feeBack: CaseFile = {...denied, fee: {...fee, state: 'refundDue', paidFen: 4000, refundFen: 4000, payments: [{...paid, refunds: []}], mayPayOnline: false}};

const files: Partial<Record<PortalState | Own, CaseFile>> = {
  supplement: supplementCase,
  closed: closedCase,
  denied,
  'fee-due': feeDue,
  'fee-back': feeBack,
  'beyond-calendar': beyondCalendar,
};

const asks: Partial<Record<PortalState | Own, PortalState>> = {
  waiting: 'waiting',
  empty: 'empty',
  failed: 'failed',
  stale: 'stale',
  'list-empty': 'empty',
  'list-stale': 'stale',
};

const story = statesOf<PortalState | Own>((state, {lang, size}) => {
  const isList = state.startsWith('list');
  const cases = isList
    ? [caseFile, {...supplementCase, caseNo: `${CASE_NO}1`, shortCode: 'W4LK1N22'}, {...closedCase, caseNo: `${CASE_NO}2`, shortCode: 'H8RT5M3P'}]
    : [files[state] ?? caseFile];
  const portal = fixturePortal(asks[state] ?? 'ready', {cases, failing: state === 'sign-in' ? {'cases.get': 'TB_SIGN_IN_REQUIRED'} : {}});
  return html`<tb-progress lang=${lang} text-size=${size} case=${isList ? '' : CASE_NO} .portal=${portal}></tb-progress>`;
});

export const WaitingZhNormal = story('waiting', 'zh-CN', 'normal');
export const WaitingZhElder = story('waiting', 'zh-CN', 'elder');
export const WaitingEnNormal = story('waiting', 'en', 'normal');
export const WaitingEnElder = story('waiting', 'en', 'elder');
export const ReadyZhNormal = story('ready', 'zh-CN', 'normal');
export const ReadyZhElder = story('ready', 'zh-CN', 'elder');
export const ReadyEnNormal = story('ready', 'en', 'normal');
export const ReadyEnElder = story('ready', 'en', 'elder');
export const EmptyZhNormal = story('empty', 'zh-CN', 'normal');
export const EmptyZhElder = story('empty', 'zh-CN', 'elder');
export const EmptyEnNormal = story('empty', 'en', 'normal');
export const EmptyEnElder = story('empty', 'en', 'elder');
export const FailedZhNormal = story('failed', 'zh-CN', 'normal');
export const FailedZhElder = story('failed', 'zh-CN', 'elder');
export const FailedEnNormal = story('failed', 'en', 'normal');
export const FailedEnElder = story('failed', 'en', 'elder');
export const StaleZhNormal = story('stale', 'zh-CN', 'normal');
export const StaleZhElder = story('stale', 'zh-CN', 'elder');
export const StaleEnNormal = story('stale', 'en', 'normal');
export const StaleEnElder = story('stale', 'en', 'elder');
export const SupplementZhNormal = story('supplement', 'zh-CN', 'normal');
export const SupplementZhElder = story('supplement', 'zh-CN', 'elder');
export const SupplementEnNormal = story('supplement', 'en', 'normal');
export const SupplementEnElder = story('supplement', 'en', 'elder');
export const ClosedZhNormal = story('closed', 'zh-CN', 'normal');
export const ClosedZhElder = story('closed', 'zh-CN', 'elder');
export const ClosedEnNormal = story('closed', 'en', 'normal');
export const ClosedEnElder = story('closed', 'en', 'elder');
export const DeniedZhNormal = story('denied', 'zh-CN', 'normal');
export const DeniedZhElder = story('denied', 'zh-CN', 'elder');
export const DeniedEnNormal = story('denied', 'en', 'normal');
export const DeniedEnElder = story('denied', 'en', 'elder');
export const FeeDueZhNormal = story('fee-due', 'zh-CN', 'normal');
export const FeeDueZhElder = story('fee-due', 'zh-CN', 'elder');
export const FeeDueEnNormal = story('fee-due', 'en', 'normal');
export const FeeDueEnElder = story('fee-due', 'en', 'elder');
export const FeeBackZhNormal = story('fee-back', 'zh-CN', 'normal');
export const FeeBackZhElder = story('fee-back', 'zh-CN', 'elder');
export const FeeBackEnNormal = story('fee-back', 'en', 'normal');
export const FeeBackEnElder = story('fee-back', 'en', 'elder');
export const BeyondCalendarZhNormal = story('beyond-calendar', 'zh-CN', 'normal');
export const BeyondCalendarZhElder = story('beyond-calendar', 'zh-CN', 'elder');
export const BeyondCalendarEnNormal = story('beyond-calendar', 'en', 'normal');
export const BeyondCalendarEnElder = story('beyond-calendar', 'en', 'elder');
export const SignInZhNormal = story('sign-in', 'zh-CN', 'normal');
export const SignInZhElder = story('sign-in', 'zh-CN', 'elder');
export const SignInEnNormal = story('sign-in', 'en', 'normal');
export const SignInEnElder = story('sign-in', 'en', 'elder');
export const ListZhNormal = story('list', 'zh-CN', 'normal');
export const ListZhElder = story('list', 'zh-CN', 'elder');
export const ListEnNormal = story('list', 'en', 'normal');
export const ListEnElder = story('list', 'en', 'elder');
export const ListEmptyZhNormal = story('list-empty', 'zh-CN', 'normal');
export const ListEmptyZhElder = story('list-empty', 'zh-CN', 'elder');
export const ListEmptyEnNormal = story('list-empty', 'en', 'normal');
export const ListEmptyEnElder = story('list-empty', 'en', 'elder');
export const ListStaleZhNormal = story('list-stale', 'zh-CN', 'normal');
export const ListStaleZhElder = story('list-stale', 'zh-CN', 'elder');
export const ListStaleEnNormal = story('list-stale', 'en', 'normal');
export const ListStaleEnElder = story('list-stale', 'en', 'elder');
