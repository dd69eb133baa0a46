import '@tongban/elements/item-guide.js';
import {html} from 'lit';
import {fixturePortal, type PortalState} from './support/fixture-portal.js';
import {fundRetireGuide} from './support/fixtures/guides.js';
import {statesOf} from './support/story.js';

export default {title: 'tb-item-guide', component: 'tb-item-guide'};

const story = statesOf<PortalState | 'unclaimed' | 'apply'>((state, {lang, size}) => {
  const portal = fixturePortal(state === 'empty' || state === 'unclaimed' || state === 'apply' ? 'ready' : state);
  const item = state === 'empty' ? '' : fundRetireGuide.taskCode;
  return html`<tb-item-guide lang=${lang} text-size=${size} item=${item} view=${state === 'apply' ? 'apply' : 'guide'} for-region=${state === 'unclaimed' ? '510000' : '310000'} .portal=${portal}></tb-item-guide>`;
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
export const UnclaimedZhNormal = story('unclaimed', 'zh-CN', 'normal');
export const UnclaimedZhElder = story('unclaimed', 'zh-CN', 'elder');
export const UnclaimedEnNormal = story('unclaimed', 'en', 'normal');
export const UnclaimedEnElder = story('unclaimed', 'en', 'elder');
export const ApplyZhNormal = story('apply', 'zh-CN', 'normal');
export const ApplyZhElder = story('apply', 'zh-CN', 'elder');
export const ApplyEnNormal = story('apply', 'en', 'normal');
export const ApplyEnElder = story('apply', 'en', 'elder');
