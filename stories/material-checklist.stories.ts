import '@tongban/elements/material-checklist.js';
import {html} from 'lit';
import {fixturePortal, type PortalState} from './support/fixture-portal.js';
import {supplementCase} from './support/fixtures/cases.js';
import {fundRetireGuide} from './support/fixtures/guides.js';
import {anonymous} from './support/fixtures/people.js';
import {statesOf} from './support/story.js';

export default {title: 'tb-material-checklist', component: 'tb-material-checklist'};

const story = statesOf<PortalState | 'anonymous' | 'case' | 'other-region'>((state, {lang, size}) => {
  if (state === 'case') {
    return html`<tb-material-checklist lang=${lang} text-size=${size} case=${supplementCase.caseNo} .portal=${fixturePortal('ready', {cases: [supplementCase]})}></tb-material-checklist>`;
  }
  const portal =
    state === 'anonymous' ? fixturePortal('ready', {session: anonymous}) : fixturePortal(state === 'empty' || state === 'other-region' ? 'ready' : state);
  const item = state === 'empty' ? '' : fundRetireGuide.taskCode;
  return html`<tb-material-checklist lang=${lang} text-size=${size} item=${item} for-region=${state === 'other-region' ? '340100' : '310000'} .portal=${portal}></tb-material-checklist>`;
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
export const AnonymousZhNormal = story('anonymous', 'zh-CN', 'normal');
export const AnonymousZhElder = story('anonymous', 'zh-CN', 'elder');
export const AnonymousEnNormal = story('anonymous', 'en', 'normal');
export const AnonymousEnElder = story('anonymous', 'en', 'elder');
export const CaseZhNormal = story('case', 'zh-CN', 'normal');
export const CaseZhElder = story('case', 'zh-CN', 'elder');
export const CaseEnNormal = story('case', 'en', 'normal');
export const CaseEnElder = story('case', 'en', 'elder');
export const OtherRegionZhNormal = story('other-region', 'zh-CN', 'normal');
export const OtherRegionZhElder = story('other-region', 'zh-CN', 'elder');
export const OtherRegionEnNormal = story('other-region', 'en', 'normal');
export const OtherRegionEnElder = story('other-region', 'en', 'elder');
