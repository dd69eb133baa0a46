import '@tongban/elements/login.js';
import {define} from '@tongban/base/define.js';
import {TbProvince} from '@tongban/portal/browser/tb-province.js';
import {html} from 'lit';
import {fixturePortal, type PortalState} from './support/fixture-portal.js';
import {anonymous, retiree, signedInAs} from './support/fixtures/people.js';
import {statesOf} from './support/story.js';

export default {title: 'tb-province', component: 'tb-province'};

define('tb-province', TbProvince);

/** A province shows nothing of its own: its states are those of the tags inside, which take language and size from it. */
const story = statesOf<PortalState>((state, {lang, size}) => {
  const asked = state === 'empty' ? 'ready' : state;
  const portal = fixturePortal(asked, {session: state === 'empty' ? anonymous : signedInAs(retiree)});
  return html`<tb-province region="310000" lang=${lang} text-size=${size}><tb-login .portal=${portal}></tb-login></tb-province>`;
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
