import '@tongban/elements/login.js';
import type {SessionState} from '@tongban/domain/people/person.js';
import {html} from 'lit';
import {fixturePortal, type PortalState} from './support/fixture-portal.js';
import {agent, anonymous, expired, retiree, signedInAs} from './support/fixtures/people.js';
import {statesOf} from './support/story.js';

export default {title: 'tb-login', component: 'tb-login'};

type Own = 'expired' | 'step-up' | 'agent' | 'signing-in';

const sessions: Partial<Record<PortalState | Own, SessionState>> = {
  empty: anonymous,
  expired,
  'step-up': signedInAs({...retiree, loa: 2}),
  agent: signedInAs({...agent, actingFor: agent.delegations[0]}),
  'signing-in': {status: 'signingIn'},
};

const story = statesOf<PortalState | Own>((state, {lang, size}) => {
  const asked = state === 'waiting' || state === 'failed' || state === 'stale' ? state : 'ready';
  const portal = fixturePortal(asked, {session: sessions[state] ?? signedInAs(retiree)});
  return html`<tb-login lang=${lang} text-size=${size} min-loa="3" .portal=${portal}></tb-login>`;
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
export const ExpiredZhNormal = story('expired', 'zh-CN', 'normal');
export const ExpiredZhElder = story('expired', 'zh-CN', 'elder');
export const ExpiredEnNormal = story('expired', 'en', 'normal');
export const ExpiredEnElder = story('expired', 'en', 'elder');
export const StepUpZhNormal = story('step-up', 'zh-CN', 'normal');
export const StepUpZhElder = story('step-up', 'zh-CN', 'elder');
export const StepUpEnNormal = story('step-up', 'en', 'normal');
export const StepUpEnElder = story('step-up', 'en', 'elder');
export const AgentZhNormal = story('agent', 'zh-CN', 'normal');
export const AgentZhElder = story('agent', 'zh-CN', 'elder');
export const AgentEnNormal = story('agent', 'en', 'normal');
export const AgentEnElder = story('agent', 'en', 'elder');
export const SigningInZhNormal = story('signing-in', 'zh-CN', 'normal');
export const SigningInZhElder = story('signing-in', 'zh-CN', 'elder');
export const SigningInEnNormal = story('signing-in', 'en', 'normal');
export const SigningInEnElder = story('signing-in', 'en', 'elder');
