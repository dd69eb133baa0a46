import '@tongban/elements/rating.js';
import type {ErrorCode} from '@tongban/domain/errors.js';
import {html} from 'lit';
import {fixturePortal, type PortalState} from './support/fixture-portal.js';
import {CASE_NO} from './support/fixtures/cases.js';
import {givenRating, ratingInvitation} from './support/fixtures/ratings.js';
import {pressed} from './support/press.js';
import {statesOf, type Lang, type Size, type Story} from './support/story.js';

export default {title: 'tb-rating', component: 'tb-rating'};

type Own = 'rated' | 'amendable' | 'amending' | 'expired' | 'sign-in';

const failing: Partial<Record<PortalState | Own, Readonly<Record<string, ErrorCode>>>> = {
  expired: {'ratings.invitation': 'TB_RATING_TICKET'},
  'sign-in': {'ratings.invitation': 'TB_SIGN_IN_REQUIRED'},
};

const base = statesOf<PortalState | Own>((state, {lang, size}) => {
  const isOpen = state === 'amendable' || state === 'amending';
  const asked = isOpen || state === 'rated' || state === 'expired' || state === 'sign-in' ? 'ready' : state;
  const portal = fixturePortal(asked, {
    failing: failing[state] ?? {},
    invitation: {...ratingInvitation, ...((state === 'rated' || isOpen) && {rated: true, given: {...givenRating, mayAmend: isOpen}})},
  });
  return html`<tb-rating lang=${lang} text-size=${size} case=${CASE_NO} act="act-hand-over" .portal=${portal}></tb-rating>`;
});

const story = (state: PortalState | Own, lang: Lang, size: Size): Story => ({
  ...base(state, lang, size),
  play: async ({canvasElement}) => {
    const element = canvasElement.querySelector('tb-rating');
    if (element && state === 'amending') await pressed(element, '[part=amend]');
  },
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
export const RatedZhNormal = story('rated', 'zh-CN', 'normal');
export const RatedZhElder = story('rated', 'zh-CN', 'elder');
export const RatedEnNormal = story('rated', 'en', 'normal');
export const RatedEnElder = story('rated', 'en', 'elder');
export const ExpiredZhNormal = story('expired', 'zh-CN', 'normal');
export const ExpiredZhElder = story('expired', 'zh-CN', 'elder');
export const ExpiredEnNormal = story('expired', 'en', 'normal');
export const ExpiredEnElder = story('expired', 'en', 'elder');
export const SignInZhNormal = story('sign-in', 'zh-CN', 'normal');
export const SignInZhElder = story('sign-in', 'zh-CN', 'elder');
export const SignInEnNormal = story('sign-in', 'en', 'normal');
export const SignInEnElder = story('sign-in', 'en', 'elder');
export const AmendableZhNormal = story('amendable', 'zh-CN', 'normal');
export const AmendableZhElder = story('amendable', 'zh-CN', 'elder');
export const AmendableEnNormal = story('amendable', 'en', 'normal');
export const AmendableEnElder = story('amendable', 'en', 'elder');
export const AmendingZhNormal = story('amending', 'zh-CN', 'normal');
export const AmendingZhElder = story('amending', 'zh-CN', 'elder');
export const AmendingEnNormal = story('amending', 'en', 'normal');
export const AmendingEnElder = story('amending', 'en', 'elder');
