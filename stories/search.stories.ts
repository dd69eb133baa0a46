import '@tongban/elements/search.js';
import {html} from 'lit';
import {TbError} from '@tongban/domain/errors.js';
import {fixturePortal, type FixturePortal, type PortalState, type World} from './support/fixture-portal.js';
import {manyItems} from './support/fixtures/items.js';
import {EARLIER} from './support/fixtures/times.js';
import {pressed} from './support/press.js';
import {statesOf, type Lang, type Size, type Story} from './support/story.js';

export default {title: 'tb-search', component: 'tb-search'};

type Own = 'untouched' | 'filters' | 'theme' | 'slip' | 'sentence' | 'nothing' | 'many' | 'texts-failed' | 'old-list';

const queries: Partial<Record<PortalState | Own, string>> = {untouched: '', theme: '', slip: 'gongjijing', sentence: '我退休了，想把公积金取出来', nothing: ''};

const worlds: Partial<Record<PortalState | Own, Partial<World>>> = {
  many: {items: manyItems},
  'old-list': {list: {list: {edition: '2026年第三季度', sequence: 11, items: 6, publishedAt: EARLIER}, asOf: EARLIER, kept: true, texts: true, problem: 'TB_CATALOGUE_SIGNATURE'}},
};

const steps: Partial<Record<PortalState | Own, readonly string[]>> = {
  filters: ['.filter-button', '.values .choice input'],
  theme: ['.theme'],
  nothing: ['.theme', '[role=combobox]=>户口', '[part=empty]'],
  many: ['[part=more]'],
};

const base = statesOf<PortalState | Own>((state, {lang, size}) => {
  const isPlain = state === 'waiting' || state === 'empty' || state === 'failed' || state === 'stale';
  const portal = fixturePortal(isPlain ? state : 'ready', worlds[state]);
  const shown = state === 'texts-failed' ? withoutTexts(portal) : portal;
  return html`<tb-search lang=${lang} text-size=${size} query=${queries[state] ?? '公积金'} .portal=${shown}></tb-search>`;
});

/** The texts are not on this device and cannot be fetched. */
function withoutTexts(portal: FixturePortal): FixturePortal {
  const {search, ...others} = portal.catalogue;
  return {...portal, catalogue: {...others, search: (query) => (query.tier === 'full' ? Promise.reject(new TbError('TB_OFFLINE_NO_COPY')) : search(query))}};
}

const story = (state: PortalState | Own, lang: Lang, size: Size): Story => ({
  ...base(state, lang, size),
  play: async ({canvasElement}) => {
    const element = canvasElement.querySelector('tb-search');
    if (element) await pressed(element, ...(steps[state] ?? []));
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
export const UntouchedZhNormal = story('untouched', 'zh-CN', 'normal');
export const UntouchedZhElder = story('untouched', 'zh-CN', 'elder');
export const UntouchedEnNormal = story('untouched', 'en', 'normal');
export const UntouchedEnElder = story('untouched', 'en', 'elder');
export const FiltersZhNormal = story('filters', 'zh-CN', 'normal');
export const FiltersZhElder = story('filters', 'zh-CN', 'elder');
export const FiltersEnNormal = story('filters', 'en', 'normal');
export const FiltersEnElder = story('filters', 'en', 'elder');
export const ThemeZhNormal = story('theme', 'zh-CN', 'normal');
export const ThemeZhElder = story('theme', 'zh-CN', 'elder');
export const ThemeEnNormal = story('theme', 'en', 'normal');
export const ThemeEnElder = story('theme', 'en', 'elder');
export const SlipZhNormal = story('slip', 'zh-CN', 'normal');
export const SlipZhElder = story('slip', 'zh-CN', 'elder');
export const SlipEnNormal = story('slip', 'en', 'normal');
export const SlipEnElder = story('slip', 'en', 'elder');
export const SentenceZhNormal = story('sentence', 'zh-CN', 'normal');
export const SentenceZhElder = story('sentence', 'zh-CN', 'elder');
export const SentenceEnNormal = story('sentence', 'en', 'normal');
export const SentenceEnElder = story('sentence', 'en', 'elder');
export const NothingZhNormal = story('nothing', 'zh-CN', 'normal');
export const NothingZhElder = story('nothing', 'zh-CN', 'elder');
export const NothingEnNormal = story('nothing', 'en', 'normal');
export const NothingEnElder = story('nothing', 'en', 'elder');
export const ManyZhNormal = story('many', 'zh-CN', 'normal');
export const ManyZhElder = story('many', 'zh-CN', 'elder');
export const ManyEnNormal = story('many', 'en', 'normal');
export const ManyEnElder = story('many', 'en', 'elder');
export const TextsFailedZhNormal = story('texts-failed', 'zh-CN', 'normal');
export const TextsFailedZhElder = story('texts-failed', 'zh-CN', 'elder');
export const TextsFailedEnNormal = story('texts-failed', 'en', 'normal');
export const TextsFailedEnElder = story('texts-failed', 'en', 'elder');
export const OldListZhNormal = story('old-list', 'zh-CN', 'normal');
export const OldListZhElder = story('old-list', 'zh-CN', 'elder');
export const OldListEnNormal = story('old-list', 'en', 'normal');
export const OldListEnElder = story('old-list', 'en', 'elder');
