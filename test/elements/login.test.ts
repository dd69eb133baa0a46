import '@tongban/elements/login.js';
import {assert, expect, fixture, html, oneEvent, waitUntil} from '@open-wc/testing';
import type {TbSignedIn, TbSignedOut} from '@tongban/elements/login/events.js';
import type {TbLogin} from '@tongban/elements/login/login.js';
import {fixturePortal, type FixturePortal} from '../../stories/support/fixture-portal.js';
import {agent, anonymous, expired, retiree, signedInAs} from '../../stories/support/fixtures/people.js';

const wordsOf = (element: TbLogin) => element.shadowRoot?.textContent ?? '';
const button = (element: TbLogin, part: string) => element.shadowRoot?.querySelector<HTMLButtonElement>(`[part=${part}]`);

async function login(portal: FixturePortal, minLoa = 0): Promise<TbLogin> {
  const element = await fixture<TbLogin>(html`<tb-login lang="zh-CN" min-loa=${minLoa} .portal=${portal}></tb-login>`);
  await waitUntil(() => element.shadowRoot?.querySelector('h2, [role=alert]'));
  return element;
}

describe('<tb-login>', () => {
  it('is accessible signed in and signed out', async () => {
    await expect(await login(fixturePortal('ready', {session: anonymous}))).to.be.accessible();
    await expect(await login(fixturePortal('ready', {session: signedInAs(agent)}), 4)).to.be.accessible();
  });

  it('signs in with what the page asks for and says so once', async () => {
    const portal = fixturePortal('ready', {session: anonymous});
    const element = await login(portal, 3);
    let announced = 0;
    element.addEventListener('tb-signed-in', () => announced++);
    setTimeout(() => button(element, 'sign-in')?.click());
    const event = await oneEvent<TbSignedIn>(element, 'tb-signed-in');
    assert.deepEqual([event.userType, event.loa, event.homeRegion], ['person', 3, '320600']);
    await waitUntil(() => wordsOf(element).includes('*秀兰'));
    assert.deepEqual(portal.calls.find(({name}) => name === 'session.signIn')?.args, [{userType: 'person', minLoa: 3}]);
    assert.equal(announced, 1);
  });

  it('keeps the own-device wish to those who ticked it', async () => {
    const portal = fixturePortal('ready', {session: anonymous});
    const element = await login(portal);
    element.shadowRoot?.querySelector<HTMLInputElement>('[type=checkbox]')?.click();
    button(element, 'sign-in')?.click();
    await waitUntil(() => portal.world.session.status === 'signedIn');
    assert.deepEqual(portal.calls.find(({name}) => name === 'session.signIn')?.args, [{userType: 'person', ownDevice: true}]);
  });

  it('moves the focus to the greeting after signing in', async () => {
    const element = await login(fixturePortal('ready', {session: anonymous}));
    button(element, 'sign-in')?.focus();
    button(element, 'sign-in')?.click();
    await waitUntil(() => element.shadowRoot?.activeElement?.getAttribute('part') === 'name');
  });

  it('announces a session that ran out and says that what was typed is kept', async () => {
    const portal = fixturePortal();
    const element = await login(portal);
    portal.world.session = expired;
    setTimeout(() => portal.announce({about: 'session'}));
    const event = await oneEvent<TbSignedOut>(element, 'tb-signed-out');
    assert.isTrue(event.expired);
    assert.include(wordsOf(element), '您填写的内容已保留');
  });

  it('says without a network that a copy is shown, not that the sign-in ran out', async () => {
    const portal = fixturePortal('stale', {session: expired});
    const element = await login(portal);
    await waitUntil(() => wordsOf(element).includes('现在没有网络'));
    assert.include(wordsOf(element), '显示的是本机保存的内容');
    assert.notInclude(wordsOf(element), '登录已过期');
    assert.equal(element.shadowRoot?.querySelectorAll('.notice').length, 1);
    assert.isTrue(button(element, 'sign-in')?.disabled);
    portal.announce({about: 'network', online: true});
    await waitUntil(() => wordsOf(element).includes('登录已过期'));
    assert.isFalse(button(element, 'sign-in')?.disabled);
  });

  it('offers to step up below the level that is needed, and only there', async () => {
    const low = await login(fixturePortal('ready', {session: signedInAs({...retiree, loa: 2})}), 3);
    assert.isOk(low.shadowRoot?.querySelector('[part=step-up]'));
    const high = await login(fixturePortal(), 3);
    assert.isNotOk(high.shadowRoot?.querySelector('[part=step-up]'));
  });

  it('acts for a firm and for oneself again', async () => {
    const portal = fixturePortal('ready', {session: signedInAs(agent)});
    const element = await login(portal);
    const radios = () => [...(element.shadowRoot?.querySelectorAll<HTMLInputElement>('[type=radio]') ?? [])];
    radios()[1]?.click();
    await waitUntil(() => wordsOf(element).includes('现在为“苏州演示贸易有限公司”办理'));
    await waitUntil(() => radios()[0]?.disabled === false);
    radios()[0]?.click();
    await waitUntil(() => !element.shadowRoot?.querySelector('[part=acting]'));
  });

  it('says in words why signing in failed, and lets one try again', async () => {
    const portal = fixturePortal('ready', {session: anonymous, failing: {'session.signIn': 'TB_SIGN_IN_FAILED'}});
    const element = await login(portal);
    button(element, 'sign-in')?.click();
    await waitUntil(() => element.shadowRoot?.querySelector('[role=alert]'));
    assert.include(wordsOf(element), '登录没有完成');
    assert.isFalse(button(element, 'sign-in')?.disabled);
  });

  it('asks for no password anywhere', async () => {
    const element = await login(fixturePortal('ready', {session: anonymous}));
    assert.isNull(element.shadowRoot?.querySelector('[type=password], [type=text], [autocomplete]') ?? null);
  });
});
