import '@tongban/elements/application-form.js';
import type {Draft} from '@tongban/domain/case/draft.js';
import type {SessionState} from '@tongban/domain/people/person.js';
import {html} from 'lit';
import {fixturePortal, type PortalState} from './support/fixture-portal.js';
import {CASE_NO, freshDraft, halfwayDraft, supplementCase} from './support/fixtures/cases.js';
import {fundRetireGuide} from './support/fixtures/guides.js';
import {agent, anonymous, expired, retiree, signedInAs} from './support/fixtures/people.js';
import {NOW} from './support/fixtures/times.js';
import {statesOf} from './support/story.js';

export default {title: 'tb-application-form', component: 'tb-application-form'};

type Own = 'halfway' | 'window' | 'answer' | 'returned' | 'sign-in' | 'expired' | 'step-up' | 'acting' | 'refused' | 'queued' | 'filed';

const drafts: Partial<Record<PortalState | Own, Draft>> = {
  halfway: halfwayDraft,
  window: {...halfwayDraft, mode: 'agent', windowRegion: '320500'},
  answer: {...freshDraft, caseNo: CASE_NO, revision: 6},
  returned: {...freshDraft, caseNo: CASE_NO, revision: 6, answers: supplementCase.answers},
  expired: halfwayDraft,
  refused: {...halfwayDraft, status: 'refused', problem: 'TB_EDITION_INACTIVE'},
  queued: {...halfwayDraft, status: 'queued'},
  filed: {...halfwayDraft, status: 'filed', receipt: {caseNo: CASE_NO, shortCode: 'K7M2Q9TD', at: NOW, papers: []}},
};

const sessions: Partial<Record<PortalState | Own, SessionState>> = {
  'sign-in': anonymous,
  expired,
  'step-up': signedInAs({...retiree, loa: 2}),
  acting: signedInAs({...agent, actingFor: agent.delegations[1]}),
};

const asks: Partial<Record<PortalState | Own, PortalState>> = {waiting: 'waiting', empty: 'empty', failed: 'failed', stale: 'stale'};

const story = statesOf<PortalState | Own>((state, {lang, size}) => {
  const isAnswer = state === 'answer' || state === 'returned';
  const portal = fixturePortal(asks[state] ?? 'ready', {
    session: sessions[state] ?? signedInAs(retiree),
    draft: drafts[state] ?? freshDraft,
    cases: [state === 'returned' ? {...supplementCase, state, allowed: ['amend', 'withdraw']} : supplementCase],
    failing: state === 'sign-in' ? {'cases.openDraft': 'TB_SIGN_IN_REQUIRED'} : {},
  });
  return html`<tb-application-form lang=${lang} text-size=${size} item=${isAnswer ? '' : fundRetireGuide.taskCode} case=${isAnswer ? CASE_NO : ''} .portal=${portal}></tb-application-form>`;
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
export const HalfwayZhNormal = story('halfway', 'zh-CN', 'normal');
export const HalfwayZhElder = story('halfway', 'zh-CN', 'elder');
export const HalfwayEnNormal = story('halfway', 'en', 'normal');
export const HalfwayEnElder = story('halfway', 'en', 'elder');
export const WindowZhNormal = story('window', 'zh-CN', 'normal');
export const WindowZhElder = story('window', 'zh-CN', 'elder');
export const WindowEnNormal = story('window', 'en', 'normal');
export const WindowEnElder = story('window', 'en', 'elder');
export const AnswerZhNormal = story('answer', 'zh-CN', 'normal');
export const AnswerZhElder = story('answer', 'zh-CN', 'elder');
export const AnswerEnNormal = story('answer', 'en', 'normal');
export const AnswerEnElder = story('answer', 'en', 'elder');
export const SignInZhNormal = story('sign-in', 'zh-CN', 'normal');
export const SignInZhElder = story('sign-in', 'zh-CN', 'elder');
export const SignInEnNormal = story('sign-in', 'en', 'normal');
export const SignInEnElder = story('sign-in', 'en', 'elder');
export const ExpiredZhNormal = story('expired', 'zh-CN', 'normal');
export const ExpiredZhElder = story('expired', 'zh-CN', 'elder');
export const ExpiredEnNormal = story('expired', 'en', 'normal');
export const ExpiredEnElder = story('expired', 'en', 'elder');
export const StepUpZhNormal = story('step-up', 'zh-CN', 'normal');
export const StepUpZhElder = story('step-up', 'zh-CN', 'elder');
export const StepUpEnNormal = story('step-up', 'en', 'normal');
export const StepUpEnElder = story('step-up', 'en', 'elder');
export const ActingZhNormal = story('acting', 'zh-CN', 'normal');
export const ActingZhElder = story('acting', 'zh-CN', 'elder');
export const ActingEnNormal = story('acting', 'en', 'normal');
export const ActingEnElder = story('acting', 'en', 'elder');
export const RefusedZhNormal = story('refused', 'zh-CN', 'normal');
export const RefusedZhElder = story('refused', 'zh-CN', 'elder');
export const RefusedEnNormal = story('refused', 'en', 'normal');
export const RefusedEnElder = story('refused', 'en', 'elder');
export const QueuedZhNormal = story('queued', 'zh-CN', 'normal');
export const QueuedZhElder = story('queued', 'zh-CN', 'elder');
export const QueuedEnNormal = story('queued', 'en', 'normal');
export const QueuedEnElder = story('queued', 'en', 'elder');
export const FiledZhNormal = story('filed', 'zh-CN', 'normal');
export const FiledZhElder = story('filed', 'zh-CN', 'elder');
export const FiledEnNormal = story('filed', 'en', 'normal');
export const FiledEnElder = story('filed', 'en', 'elder');
export const ReturnedZhNormal = story('returned', 'zh-CN', 'normal');
export const ReturnedZhElder = story('returned', 'zh-CN', 'elder');
export const ReturnedEnNormal = story('returned', 'en', 'normal');
export const ReturnedEnElder = story('returned', 'en', 'elder');
