import '@tongban/elements/search.js';
import {html} from 'lit';
import {fixturePortal, type PortalState} from './support/fixture-portal.js';
import {statesOf} from './support/story.js';

export default {title: 'tb-search', component: 'tb-search'};

const story = statesOf<PortalState | 'untouched'>((state, {lang, size}) => {
  const portal = fixturePortal(state === 'untouched' ? 'ready' : state);
  return html`<tb-search lang=${lang} text-size=${size} query=${state === 'untouched' ? '' : '公积金'} .portal=${portal}></tb-search>`;
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
export const UntouchedZhNormal = story('untouched', 'zh-CN', 'normal');
export const UntouchedZhElder = story('untouched', 'zh-CN', 'elder');
export const UntouchedEnNormal = story('untouched', 'en', 'normal');
export const UntouchedEnElder = story('untouched', 'en', 'elder');
