import {assert, expect, fixture, html, oneEvent, waitUntil} from '@open-wc/testing';
import {define} from '@tongban/base/define.js';
import {TbElement} from '@tongban/base/tb-element.js';
import {setLoaded} from '@tongban/portal/browser/current.js';
import type {TbPortalFailed, TbPortalReady} from '@tongban/portal/browser/events.js';
import {TbProvince} from '@tongban/portal/browser/tb-province.js';
import type {WorkerConfig} from '@tongban/runtime/shared/worker-config.js';
import {PortalUser} from '@tongban/base/portal-user.js';
import {startWorker} from '@tongban/runtime/browser/start-worker.js';

/** A tag that shows what it was handed down. */
class Inside extends TbElement {
  readonly user = new PortalUser(this, () => undefined);

  protected override renderBody(): unknown {
    return `${this.language} ${this.size} ${this.settings.region ?? ''}`;
  }

  get words(): string {
    return this.shadowRoot?.textContent.trim() ?? '';
  }
}

define('tb-province', TbProvince);
define('x-inside', Inside);

const worker = new URL('../../packages/runtime/src/worker/main.ts', import.meta.url).href;
/** Nothing listens at these addresses. */
const config: WorkerConfig = {gateway: 'http://localhost:9', region: '310000', callback: location.href, lang: 'zh-CN', staff: false};

const inside = (province: TbProvince) => province.querySelector<Inside>('x-inside')!;

/** Adds a province to the page and waits for what it announces. */
async function announced<E extends Event>(name: 'tb-portal-ready' | 'tb-portal-failed', province: ReturnType<typeof html>): Promise<{event: E; element: TbProvince}> {
  const heard = oneEvent<E & CustomEvent>(document, name);
  const element = await fixture<TbProvince>(province);
  return {event: await heard, element};
}

describe('<tb-province>', () => {
  // The first test: before any loader was there.
  it('says that it cannot work on a page without a loader', async () => {
    const {event} = await announced<TbPortalFailed>('tb-portal-failed', html`<tb-province region="310000"></tb-province>`);
    assert.equal(event.code, 'TB_CONFIG');
  });

  it('hands language, text size and region down, and their changes', async () => {
    const province = await fixture<TbProvince>(html`<tb-province lang="en" text-size="elder" region="320000"><x-inside></x-inside></tb-province>`);
    await waitUntil(() => inside(province).words === 'en elder 320000');
    province.lang = 'zh-CN';
    province.textSize = 'large';
    province.region = '330000';
    await waitUntil(() => inside(province).words === 'zh-CN large 330000');
  });

  it('gives way to what a tag says itself', async () => {
    const province = await fixture<TbProvince>(html`<tb-province lang="en" text-size="elder"><x-inside lang="zh-CN" text-size="normal"></x-inside></tb-province>`);
    await waitUntil(() => inside(province).words.startsWith('zh-CN normal'));
  });

  it('leaves a portal alone that was set by hand', async () => {
    const byHand = {onChange: () => () => undefined} as never;
    const province = await fixture<TbProvince>(html`<tb-province region="310000"><x-inside></x-inside></tb-province>`);
    const late = document.createElement('x-inside') as Inside;
    late.user.use(byHand);
    province.append(late);
    await late.updateComplete;
    assert.equal(late.user.portal, byHand);
  });

  it('adds nothing to look at: its content is the page’s', async () => {
    const province = await fixture<TbProvince>(html`<tb-province lang="zh-CN"><h2>上海</h2><x-inside></x-inside></tb-province>`);
    assert.equal(province.shadowRoot?.children.length, 1);
    assert.equal(province.shadowRoot?.firstElementChild?.localName, 'slot');
    await expect(province).to.be.accessible();
  });

  it('says in a code why its portal cannot start', async () => {
    setLoaded({config, startWorker: (told) => startWorker('http://localhost:9/nothing.js', told)});
    const {event} = await announced<TbPortalFailed>('tb-portal-failed', html`<tb-province gateway="http://nowhere.localhost:9" region="310000"></tb-province>`);
    assert.equal(event.code, 'TB_WORKER_STOPPED');
  });

  it('starts the portal of the loader and hands it to the tags inside, one for all provinces of a gateway', async () => {
    setLoaded({config, startWorker: (told) => startWorker(worker, told)});
    const {event, element} = await announced<TbPortalReady>('tb-portal-ready', html`<tb-province region="310000"><x-inside></x-inside></tb-province>`);
    assert.equal(event.region, '310000');
    await waitUntil(() => inside(element).user.portal !== undefined);
    const {element: other} = await announced<TbPortalReady>('tb-portal-ready', html`<tb-province region="320000"><x-inside></x-inside></tb-province>`);
    await waitUntil(() => inside(other).user.portal !== undefined);
    assert.equal(inside(other).user.portal, inside(element).user.portal);
  });
});
