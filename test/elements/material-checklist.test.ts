import '@tongban/elements/material-checklist.js';
import {assert, expect, fixture, html, waitUntil} from '@open-wc/testing';
import type {TbChecklistChanged} from '@tongban/elements/material-checklist/events.js';
import type {TbMaterialChecklist} from '@tongban/elements/material-checklist/material-checklist.js';
import {fixturePortal, type FixturePortal} from '../../stories/support/fixture-portal.js';
import {supplementCase} from '../../stories/support/fixtures/cases.js';
import {fundRetireGuide} from '../../stories/support/fixtures/guides.js';
import {anonymous, retiree, signedInAs} from '../../stories/support/fixtures/people.js';
import {nextPrintout} from '../support/printer.js';

interface Watched {
  element: TbMaterialChecklist;
  changes: TbChecklistChanged[];
}

async function checklist(portal: FixturePortal, {forRegion = '310000', caseNo = ''} = {}): Promise<Watched> {
  const changes: TbChecklistChanged[] = [];
  const element = await fixture<TbMaterialChecklist>(html`<tb-material-checklist
    lang="zh-CN"
    item=${caseNo ? '' : fundRetireGuide.taskCode}
    case=${caseNo}
    for-region=${forRegion}
    .portal=${portal}
    @tb-checklist-changed=${(event: TbChecklistChanged) => changes.push(event)}
  ></tb-material-checklist>`);
  await waitUntil(() => element.shadowRoot?.querySelector('.group, [role=alert], [part=empty]'));
  return {element, changes};
}

const group = ({element}: Watched, state: string) => [...(element.shadowRoot?.querySelectorAll(`.group.${state} .material-name`) ?? [])].map(({textContent}) => textContent);
const words = ({element}: Watched) => element.shadowRoot?.textContent ?? '';
const choose = ({element}: Watched, label: string) =>
  [...(element.shadowRoot?.querySelectorAll('label') ?? [])].find(({textContent}) => textContent?.includes(label))?.querySelector('input')?.click();

describe('<tb-material-checklist>', () => {
  it('is accessible for an item and for a case', async () => {
    await expect((await checklist(fixturePortal())).element).to.be.accessible();
    await expect((await checklist(fixturePortal('ready', {cases: [supplementCase]}), {caseNo: supplementCase.caseNo})).element).to.be.accessible();
  });

  it('starts what the government holds as 免交, with the reason', async () => {
    const shown = await checklist(fixturePortal());
    await waitUntil(() => group(shown, 'waivable').length > 0);
    assert.deepEqual(group(shown, 'waivable'), ['申请人居民身份证']);
    assert.include(words(shown), '公安机关已有电子证照“居民身份证”');
  });

  it('asks an anonymous visitor for what nobody could look up, and says why', async () => {
    const shown = await checklist(fixturePortal('ready', {session: anonymous}));
    assert.include(group(shown, 'need'), '申请人居民身份证');
    await waitUntil(() => words(shown).includes('登录后'));
  });

  it('narrows to what the answers leave', async () => {
    const shown = await checklist(fixturePortal());
    assert.include(group(shown, 'maybe'), '授权委托书及受托人身份证');
    choose(shown, '本人办理');
    await waitUntil(() => !group(shown, 'maybe').includes('授权委托书及受托人身份证'));
    choose(shown, '委托他人');
    await waitUntil(() => group(shown, 'need').includes('授权委托书及受托人身份证'));
    assert.include(words(shown), '因为您选了“委托他人办理”');
  });

  it('keeps its questions where they are while they are answered', async () => {
    const shown = await checklist(fixturePortal());
    const questions = () => [...(shown.element.shadowRoot?.querySelectorAll('legend') ?? [])].map(({textContent}) => textContent);
    const before = questions();
    choose(shown, '委托他人');
    await shown.element.updateComplete;
    assert.deepEqual(questions(), before);
  });

  it('lets people hand in what they need not, and take that back', async () => {
    const shown = await checklist(fixturePortal());
    await waitUntil(() => group(shown, 'waivable').length > 0);
    const toggle = () => shown.element.shadowRoot?.querySelector<HTMLButtonElement>('.material .button.link')?.click();
    toggle();
    await waitUntil(() => group(shown, 'need').includes('申请人居民身份证'));
    toggle();
    await waitUntil(() => group(shown, 'waivable').includes('申请人居民身份证'));
  });

  it('announces each new checklist once', async () => {
    const shown = await checklist(fixturePortal());
    await waitUntil(() => shown.changes[shown.changes.length - 1]?.counts.waivable === 1);
    const before = shown.changes.length;
    choose(shown, '本人办理');
    await waitUntil(() => shown.changes.length > before);
    assert.equal(shown.changes.length, before + 1);
    assert.equal(shown.changes[before]?.unanswered, 1);
  });

  it('asks again when somebody signs in', async () => {
    const portal = fixturePortal('ready', {session: anonymous});
    const shown = await checklist(portal);
    portal.world.session = signedInAs(retiree);
    portal.announce({about: 'session'});
    await waitUntil(() => group(shown, 'waivable').length === 1);
  });

  it('follows the rules of the region asked for', async () => {
    const shown = await checklist(fixturePortal(), {forRegion: '330000'});
    assert.include(group(shown, 'optional'), '婚姻状况声明');
    assert.notInclude(group(await checklist(fixturePortal()), 'optional'), '婚姻状况声明');
  });

  it('shows how each material of a case stands, and why one was not taken', async () => {
    const shown = await checklist(fixturePortal('ready', {cases: [supplementCase]}), {caseNo: supplementCase.caseNo});
    assert.include(words(shown), '未通过：照片模糊');
    assert.notInclude(words(shown), '请按份数备齐');
    assert.isNull(shown.element.shadowRoot?.querySelector('[type=radio]') ?? null);
  });

  it('says once that a copy is shown, of the case and of its guide alike', async () => {
    const shown = await checklist(fixturePortal('stale', {cases: [supplementCase]}), {caseNo: supplementCase.caseNo});
    assert.equal(shown.element.shadowRoot?.querySelectorAll('[part=stale]').length, 1);
  });

  it('prints on a page of its own, without buttons', async () => {
    const shown = await checklist(fixturePortal());
    const caught = nextPrintout();
    shown.element.shadowRoot?.querySelector<HTMLButtonElement>('[part=print]')?.click();
    const {words, buttons} = await caught;
    assert.include(words, '本人银行卡');
    assert.equal(buttons, 0);
    await waitUntil(() => !document.querySelector('iframe'));
  });
});
