import '@tongban/elements/item-guide.js';
import {assert, expect, fixture, html, waitUntil} from '@open-wc/testing';
import type {TbApplyRequest} from '@tongban/elements/item-guide/events.js';
import type {TbItemGuide} from '@tongban/elements/item-guide/item-guide.js';
import {fixturePortal, type FixturePortal} from '../../stories/support/fixture-portal.js';
import {fundRetireGuide} from '../../stories/support/fixtures/guides.js';
import {anonymous} from '../../stories/support/fixtures/people.js';

const words = (element: TbItemGuide, selector = '*') => element.shadowRoot?.querySelector(selector)?.textContent ?? '';
const all = (element: TbItemGuide, selector: string) => [...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
const press = (element: TbItemGuide, part: string) => element.shadowRoot?.querySelector<HTMLElement>(`[part=${part}]`)?.click();
const label = (element: TbItemGuide, text: string) => all(element, 'label').find(({textContent}) => textContent?.includes(text))?.querySelector('input');

async function guide(portal: FixturePortal = fixturePortal(), {forRegion = '310000', size = 'normal', children = html``} = {}): Promise<TbItemGuide> {
  const element = await fixture<TbItemGuide>(
    html`<tb-item-guide lang="zh-CN" text-size=${size} item=${fundRetireGuide.taskCode} for-region=${forRegion} .portal=${portal}>${children}</tb-item-guide>`,
  );
  await waitUntil(() => element.shadowRoot?.querySelector('h2, [role=alert]'));
  return element;
}

describe('<tb-item-guide>', () => {
  it('is accessible', async () => {
    await expect(await guide()).to.be.accessible();
    await expect(await guide(fixturePortal(), {size: 'elder'})).to.be.accessible();
  });

  it('says the name, the everyday name, the limits and how far it can be trusted', async () => {
    const element = await guide();
    assert.equal(words(element, 'h2'), '正常退休提取住房公积金');
    assert.include(words(element, '.head'), '退休取公积金');
    assert.match(words(element, '[part=facts]'), /承诺时限\s*2 个工作日\s*法定不超过 3 天/);
    assert.include(words(element, '[part=provenance]'), '未经核对');
    assert.include(words(element, '[part=about]'), '第 3 版，2026年3月1日');
  });

  it('calls it zero papers only for the answers that make it so', async () => {
    const free = {...fundRetireGuide, materials: fundRetireGuide.materials.filter(({id}) => id !== 'bank')};
    const element = await guide(fixturePortal('ready', {guides: [free]}));
    assert.notInclude(words(element, '.head'), '零材料');
    label(element, '能(人社')?.click();
    label(element, '本人办理')?.click();
    await waitUntil(() => words(element, '.head').includes('零材料'));
    label(element, '委托他人')?.click();
    await waitUntil(() => !words(element, '.head').includes('零材料'));
  });

  it('compares provinces, what differs first', async () => {
    const element = await guide();
    assert.deepEqual(all(element, 'thead th').slice(1).map(({textContent}) => textContent?.trim().slice(0, 3)), ['上海市', '江苏省', '浙江省']);
    const promised = all(element, 'tbody tr').find(({textContent}) => textContent?.includes('承诺时限'));
    assert.deepEqual([...(promised?.querySelectorAll('td') ?? [])].map(({textContent}) => textContent), ['2 个工作日', '即时办结', '1 个工作日']);
    assert.include(words(element, '[part=differing]'), '3 处不同，8 项相同');
    label(element, '浙江省')?.click();
    await waitUntil(() => all(element, 'thead th').length === 3);
    assert.notInclude(words(element, 'tbody'), '婚姻状况声明');
  });

  it('says when a region has not opened the item, and offers no way to apply there', async () => {
    const element = await guide(fixturePortal(), {forRegion: '510000'});
    await waitUntil(() => words(element, '[part=unclaimed]').includes('四川省还没有认领'));
    assert.isEmpty(all(element, '[part=apply]'));
  });

  it('leaves applying to a page that cancels the request', async () => {
    const element = await guide();
    let request: TbApplyRequest | undefined;
    element.addEventListener('tb-apply-request', (event) => {
      request = event;
      event.preventDefault();
    });
    label(element, '本人办理')?.click();
    await element.updateComplete;
    press(element, 'apply');
    await waitUntil(() => request);
    assert.deepEqual([request?.taskCode, request?.forRegion, request?.answers], [fundRetireGuide.taskCode, '310000', {channel: 'self'}]);
    assert.equal(element.getAttribute('view'), 'guide');
  });

  it('shows the form in its place, with the answers given so far, and comes back', async () => {
    const portal = fixturePortal();
    const element = await guide(portal);
    label(element, '本人办理')?.click();
    await element.updateComplete;
    press(element, 'apply');
    const form = () => element.shadowRoot?.querySelector('tb-application-form');
    await waitUntil(form);
    assert.equal(element.getAttribute('view'), 'apply');
    assert.deepEqual(portal.world.draft.answers, {channel: 'self'});
    assert.equal(form()?.getAttribute('item'), fundRetireGuide.taskCode);
    press(element, 'back');
    await waitUntil(() => element.shadowRoot?.activeElement?.getAttribute('part') === 'apply');
    assert.isNotOk(form());
  });

  it('keeps what the page put into its form slot', async () => {
    const element = await guide(fixturePortal(), {children: html`<p slot="form">到本省页面填写</p>`});
    press(element, 'apply');
    await waitUntil(() => element.shadowRoot?.querySelector('slot[name=form]') && !element.shadowRoot.querySelector('.waiting'));
    const slot = element.shadowRoot?.querySelector<HTMLSlotElement>('slot[name=form]');
    assert.deepEqual(slot?.assignedElements().map(({textContent}) => textContent), ['到本省页面填写']);
  });

  it('starts anew for another item', async () => {
    const other = {...fundRetireGuide, taskCode: 'other', name: '异地购房提取住房公积金'};
    const element = await guide(fixturePortal('ready', {guides: [fundRetireGuide, other]}));
    label(element, '本人办理')?.click();
    await element.updateComplete;
    element.item = 'other';
    await waitUntil(() => words(element, 'h2') === other.name);
    assert.isEmpty(all(element, 'input[type=radio]').filter((radio) => (radio as HTMLInputElement).checked));
  });

  it('tells what failed and tries again', async () => {
    const portal = fixturePortal('ready', {failing: {'catalogue.guide': 'TB_OFFLINE_NO_COPY'}});
    const element = await guide(portal);
    assert.include(words(element, '[role=alert]'), '没有这项内容的副本');
    portal.world.failing = {};
    press(element, 'retry');
    await waitUntil(() => element.shadowRoot?.querySelector('h2'));
  });

  it('says what each answer changes, the same before and after it is given', async () => {
    const element = await guide();
    const effects = () => all(element, '.effect').map(({textContent}) => textContent);
    await waitUntil(() => effects().length === 2);
    assert.deepEqual(effects(), ['少交 1 件', '要交 1 件']);
    label(element, '委托他人')?.click();
    await element.updateComplete;
    assert.deepEqual(effects(), ['少交 1 件', '要交 1 件']);
  });

  it('says of each material why it is asked for', async () => {
    const law = {...fundRetireGuide, materials: fundRetireGuide.materials.map((material) => (material.id === 'bank' ? {...material, byLaw: '住房公积金管理条例第二十四条'} : material))};
    const element = await guide(fixturePortal('ready', {guides: [law]}));
    label(element, '委托他人')?.click();
    await waitUntil(() => words(element, '.group.need').includes('授权委托书'));
    assert.include(words(element, '.group.need'), '因为您选了“委托他人办理”');
    assert.include(words(element, '.group.need'), '办这件事人人都要交');
    assert.include(words(element, '.group.need'), '依据：住房公积金管理条例第二十四条');
  });

  it('asks one question at a time in large type, and where that is wanted', async () => {
    const element = await guide(fixturePortal(), {size: 'elder'});
    const questions = () => all(element, '.question legend').map(({textContent}) => textContent);
    const [first] = questions();
    assert.lengthOf(questions(), 1);
    press(element, 'next');
    await waitUntil(() => questions()[0] !== first);
    assert.isTrue(element.shadowRoot?.activeElement?.matches('.question input'));
    press(element, 'previous');
    await waitUntil(() => questions()[0] === first);
    press(element, 'one-by-one');
    await waitUntil(() => questions().length === 2);
    assert.lengthOf(all(await guide(), '.question'), 2);
  });

  it('keeps a visitor\'s answers through signing in, which leaves the page', async () => {
    const portal = fixturePortal('ready', {session: anonymous, failing: {'cases.openDraft': 'TB_SIGN_IN_REQUIRED'}});
    const element = await guide(portal);
    label(element, '委托他人')?.click();
    await element.updateComplete;
    press(element, 'apply');
    await waitUntil(() => element.getAttribute('view') === 'apply');
    element.remove();
    const again = await guide(portal);
    await waitUntil(() => label(again, '委托他人')?.checked);
  });
});
