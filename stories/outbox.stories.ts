import '@tongban/elements/outbox.js';
import type {Outbox} from '@tongban/domain/outbox/outbox.js';
import {html} from 'lit';
import {fixturePortal, type PortalState} from './support/fixture-portal.js';
import {allSent, busyOutbox, emptyOutbox, entriesByState} from './support/fixtures/outbox.js';
import {EARLIER} from './support/fixtures/times.js';
import {pressed} from './support/press.js';
import {statesOf, type Lang, type Size, type Story} from './support/story.js';

export default {title: 'tb-outbox', component: 'tb-outbox'};

type OneEntry = Exclude<keyof typeof entriesByState, 'waiting'> | 'waiting-network';
type Own = OneEntry | 'giving-up' | 'busy' | 'locked' | 'wiped';

/** `waiting` is the state of the tag; the state of an entry of that name is shown as `waiting-network`. */
const one = (name: keyof typeof entriesByState): Outbox => ({...allSent, entries: [entriesByState[name]]});

const outboxes: Partial<Record<PortalState | Own, Outbox>> = {
  ready: busyOutbox,
  stale: busyOutbox,
  busy: busyOutbox,
  empty: allSent,
  'waiting-network': one('waiting'),
  'giving-up': one('refused'),
  locked: {...emptyOutbox, sealed: {submit: 2, rating: 1}, isLocked: true},
  wiped: {...emptyOutbox, wipedAt: EARLIER},
};

const portalStates: readonly string[] = ['waiting', 'failed', 'stale'] satisfies PortalState[];
const isPortalState = (state: string): state is PortalState => portalStates.includes(state);
const isEntry = (state: string): state is keyof typeof entriesByState => state in entriesByState;

const draw = statesOf<PortalState | Own>((state, {lang, size}) => {
  const outbox = outboxes[state] ?? (isEntry(state) ? one(state) : allSent);
  const portal = fixturePortal(isPortalState(state) ? state : 'ready', {outbox});
  return html`<tb-outbox lang=${lang} text-size=${size} .portal=${portal}></tb-outbox>`;
});

/** Somebody has pressed 「放弃」 where it says so. */
const story = (state: PortalState | Own, lang: Lang, size: Size): Story => ({
  ...draw(state, lang, size),
  play: async ({canvasElement}) => {
    const element = canvasElement.querySelector('tb-outbox');
    if (element && state === 'giving-up') await pressed(element, '[data-step=giveUp]');
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
export const QueuedZhNormal = story('queued', 'zh-CN', 'normal');
export const QueuedZhElder = story('queued', 'zh-CN', 'elder');
export const QueuedEnNormal = story('queued', 'en', 'normal');
export const QueuedEnElder = story('queued', 'en', 'elder');
export const ScansZhNormal = story('scans', 'zh-CN', 'normal');
export const ScansZhElder = story('scans', 'zh-CN', 'elder');
export const ScansEnNormal = story('scans', 'en', 'normal');
export const ScansEnElder = story('scans', 'en', 'elder');
export const SendingZhNormal = story('sending', 'zh-CN', 'normal');
export const SendingZhElder = story('sending', 'zh-CN', 'elder');
export const SendingEnNormal = story('sending', 'en', 'normal');
export const SendingEnElder = story('sending', 'en', 'elder');
export const NoReceiptZhNormal = story('no-receipt', 'zh-CN', 'normal');
export const NoReceiptZhElder = story('no-receipt', 'zh-CN', 'elder');
export const NoReceiptEnNormal = story('no-receipt', 'en', 'normal');
export const NoReceiptEnElder = story('no-receipt', 'en', 'elder');
export const WaitingNetworkZhNormal = story('waiting-network', 'zh-CN', 'normal');
export const WaitingNetworkZhElder = story('waiting-network', 'zh-CN', 'elder');
export const WaitingNetworkEnNormal = story('waiting-network', 'en', 'normal');
export const WaitingNetworkEnElder = story('waiting-network', 'en', 'elder');
export const SignedOutZhNormal = story('signed-out', 'zh-CN', 'normal');
export const SignedOutZhElder = story('signed-out', 'zh-CN', 'elder');
export const SignedOutEnNormal = story('signed-out', 'en', 'normal');
export const SignedOutEnElder = story('signed-out', 'en', 'elder');
export const ReceiptedZhNormal = story('receipted', 'zh-CN', 'normal');
export const ReceiptedZhElder = story('receipted', 'zh-CN', 'elder');
export const ReceiptedEnNormal = story('receipted', 'en', 'normal');
export const ReceiptedEnElder = story('receipted', 'en', 'elder');
export const RefusedZhNormal = story('refused', 'zh-CN', 'normal');
export const RefusedZhElder = story('refused', 'zh-CN', 'elder');
export const RefusedEnNormal = story('refused', 'en', 'normal');
export const RefusedEnElder = story('refused', 'en', 'elder');
export const ConflictZhNormal = story('conflict', 'zh-CN', 'normal');
export const ConflictZhElder = story('conflict', 'zh-CN', 'elder');
export const ConflictEnNormal = story('conflict', 'en', 'normal');
export const ConflictEnElder = story('conflict', 'en', 'elder');
export const BlockedZhNormal = story('blocked', 'zh-CN', 'normal');
export const BlockedZhElder = story('blocked', 'zh-CN', 'elder');
export const BlockedEnNormal = story('blocked', 'en', 'normal');
export const BlockedEnElder = story('blocked', 'en', 'elder');
export const QuarantinedZhNormal = story('quarantined', 'zh-CN', 'normal');
export const QuarantinedZhElder = story('quarantined', 'zh-CN', 'elder');
export const QuarantinedEnNormal = story('quarantined', 'en', 'normal');
export const QuarantinedEnElder = story('quarantined', 'en', 'elder');
export const GivingUpZhNormal = story('giving-up', 'zh-CN', 'normal');
export const GivingUpZhElder = story('giving-up', 'zh-CN', 'elder');
export const GivingUpEnNormal = story('giving-up', 'en', 'normal');
export const GivingUpEnElder = story('giving-up', 'en', 'elder');
export const BusyZhNormal = story('busy', 'zh-CN', 'normal');
export const BusyZhElder = story('busy', 'zh-CN', 'elder');
export const BusyEnNormal = story('busy', 'en', 'normal');
export const BusyEnElder = story('busy', 'en', 'elder');
export const LockedZhNormal = story('locked', 'zh-CN', 'normal');
export const LockedZhElder = story('locked', 'zh-CN', 'elder');
export const LockedEnNormal = story('locked', 'en', 'normal');
export const LockedEnElder = story('locked', 'en', 'elder');
export const WipedZhNormal = story('wiped', 'zh-CN', 'normal');
export const WipedZhElder = story('wiped', 'zh-CN', 'elder');
export const WipedEnNormal = story('wiped', 'en', 'normal');
export const WipedEnElder = story('wiped', 'en', 'elder');
