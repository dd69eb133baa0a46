import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {signIn, throughPages, visit, type SignedIn} from '../../support/sign-in.js';
import {aDatabase} from '../support/a-database.js';
import {federatedWorld, type FederatedWorld} from './federated-world.js';

const SHANGHAI = '310000';
const JIANGSU = '320000';
const ZHEJIANG = '330000';
const RETIREE = 'js-nantong-retiree';

const data = await aDatabase();

describe('signing in once', () => {
  let world: FederatedWorld;

  before(async () => {
    world = await federatedWorld(data);
  });
  after(() => world.close());

  const at = (province: string) => ({gateway: world.gateway(province), page: world.page(province)});
  const signInAtShanghai = () => signIn({...at(SHANGHAI), person: RETIREE, home: JIANGSU});
  const level = ({session}: SignedIn) => {
    const current = session.current();
    return current.status === 'signedIn' ? current.who.loa : current.status;
  };

  it('opens the home portal with one hidden round trip after signing in elsewhere', async () => {
    const {browser} = await signInAtShanghai();
    const jiangsu = visit({...at(JIANGSU), browser});
    const before = browser.steps.length;
    const {navigateTo} = await jiangsu.session.begin({}, {mode: 'inFrame', from: `${world.page(JIANGSU)}/`});
    await jiangsu.session.complete((await browser.open(navigateTo)).url.href);
    assert.equal(level(jiangsu), 3);
    assert.equal(browser.steps.length - before, 1);
  });

  it('opens a third province with one visible round trip and no question', async () => {
    const {browser} = await signInAtShanghai();
    const zhejiang = visit({...at(ZHEJIANG), browser});
    const {navigateTo} = await zhejiang.session.begin({}, {mode: 'quietly', from: `${world.page(ZHEJIANG)}/`});
    const before = browser.steps.length;
    await zhejiang.session.complete((await browser.open(navigateTo)).url.href);
    assert.equal(level(zhejiang), 3);
    assert.ok(browser.steps.slice(before).every(({status}) => status === 303));
  });

  it('finds somebody who signed in at home only, when the province is remembered', async () => {
    const {browser} = await signIn({...at(JIANGSU), person: RETIREE, home: JIANGSU});
    const shanghai = visit({...at(SHANGHAI), browser});
    const {navigateTo} = await shanghai.session.begin({homeRegion: JIANGSU}, {mode: 'quietly', from: `${world.page(SHANGHAI)}/`});
    await shanghai.session.complete((await browser.open(navigateTo)).url.href);
    assert.equal(level(shanghai), 3);
  });

  it('comes back with nobody when nobody is signed in anywhere', async () => {
    const shanghai = visit(at(SHANGHAI));
    for (const wish of [{}, {homeRegion: JIANGSU}]) {
      const {navigateTo} = await shanghai.session.begin(wish, {mode: 'quietly', from: `${world.page(SHANGHAI)}/`});
      await shanghai.session.complete((await shanghai.browser.open(navigateTo)).url.href);
      assert.equal(level(shanghai), 'anonymous');
    }
  });

  it('asks where the person is at home, in links that work without scripts', async () => {
    const shanghai = visit(at(SHANGHAI));
    const {navigateTo} = await shanghai.session.begin({}, {mode: 'openly', from: `${world.page(SHANGHAI)}/`});
    const asked = await shanghai.browser.open(navigateTo);
    assert.match(asked.html, /您的实名账号在哪个省份/);
    const chooser = await shanghai.browser.follow(asked, `home=${JIANGSU}`);
    assert.equal(chooser.url.origin, world.gateway(JIANGSU));
    assert.match(chooser.html, /顾秀兰/);
    assert.match(chooser.html, /9\*{16}6/);
    assert.doesNotMatch(chooser.html, /999320196603159026/);
    await shanghai.session.complete((await throughPages(shanghai.browser, chooser, {...at(SHANGHAI), person: RETIREE})).url.href);
    assert.equal(level(shanghai), 3);
  });

  it('leaves no personal data in any address', async () => {
    const {browser} = await signInAtShanghai();
    const addresses = browser.steps.map(({url}) => decodeURIComponent(url)).join('\n');
    for (const secret of ['顾秀兰', '999320196603159026', '19900000001', RETIREE]) assert.ok(!addresses.includes(secret), secret);
  });

  it('raises the level at home and comes back with it', async () => {
    const {browser, session} = await signInAtShanghai();
    const {navigateTo} = await session.begin({minLoa: 4}, {mode: 'openly', from: `${world.page(SHANGHAI)}/apply?step=2`});
    const asked = await browser.open(navigateTo);
    assert.match(asked.html, /升级认证等级/);
    const returned = await browser.submit(asked, {person: RETIREE, loa: '4'});
    const {returnTo} = await session.complete(returned.url.href);
    assert.deepEqual([level({session} as SignedIn), returnTo], [4, '/apply?step=2']);
  });

  it('does not ask again for a level the session has', async () => {
    const {browser, session} = await signInAtShanghai();
    const {navigateTo} = await session.begin({minLoa: 3}, {mode: 'openly', from: `${world.page(SHANGHAI)}/`});
    await session.complete((await browser.open(navigateTo)).url.href);
    assert.equal(level({session} as SignedIn), 3);
  });

  it('refuses a step-up in the name of somebody else, and a level the person has not', async () => {
    const {browser, session} = await signIn({...at(JIANGSU), person: RETIREE, home: JIANGSU});
    const {navigateTo} = await session.begin({minLoa: 4}, {mode: 'openly', from: `${world.page(JIANGSU)}/`});
    const asked = await browser.open(navigateTo);
    assert.equal((await browser.submit(asked, {person: 'js-suzhou-agent', loa: '4'})).status, 401);
    const zhejiang = visit(at(ZHEJIANG));
    const there = await zhejiang.session.begin({homeRegion: ZHEJIANG}, {mode: 'openly', from: `${world.page(ZHEJIANG)}/`});
    const chooser = await zhejiang.browser.open(there.navigateTo);
    assert.equal((await zhejiang.browser.submit(chooser, {person: 'zj-hangzhou-resident', loa: '4'})).status, 401);
  });

  it('tells a cancelled sign-in from a failed one', async () => {
    const shanghai = visit(at(SHANGHAI));
    const {navigateTo} = await shanghai.session.begin({homeRegion: JIANGSU}, {mode: 'openly', from: `${world.page(SHANGHAI)}/`});
    const returned = await shanghai.browser.submit(await shanghai.browser.open(navigateTo), {cancel: '1'});
    await assert.rejects(shanghai.session.complete(returned.url.href), {name: 'TB_SIGN_IN_CANCELLED'});
    await assert.rejects(shanghai.session.complete(returned.url.href), {name: 'TB_SIGN_IN_FAILED'});
  });

  it('keeps a citizen and a member of staff apart in one browser', async () => {
    const citizen = await signIn({...at(JIANGSU), person: RETIREE, home: JIANGSU});
    const clerk = await signIn({gateway: world.gateway(JIANGSU), page: world.window, staff: 'JS3205-0103', browser: citizen.browser});
    const url = `${world.gateway(JIANGSU)}/whoami`;
    const kinds = await Promise.all([citizen, clerk].map(async ({send}) => ((await (await send({method: 'GET', url})).json()) as {kind: string}).kind));
    assert.deepEqual(kinds, ['person', 'staff']);
  });

  it('lets another person take over a browser only by signing the first one out', async () => {
    const first = await signIn({...at(JIANGSU), person: RETIREE, home: JIANGSU});
    const second = visit({...at(JIANGSU), browser: first.browser});
    const {url, html} = await first.browser.open((await second.session.begin({minLoa: 4}, {mode: 'openly', from: `${world.page(JIANGSU)}/`})).navigateTo);
    assert.ok(html.includes('升级'), url.href);
    const again = visit({...at(JIANGSU), browser: first.browser});
    const {navigateTo} = await again.session.begin({}, {mode: 'openly', from: `${world.page(JIANGSU)}/`});
    const login = new URL(navigateTo);
    login.searchParams.set('prompt', 'login');
    const chooser = await first.browser.follow(await first.browser.open(login.href), `home=${JIANGSU}`);
    const returned = await first.browser.submit(chooser, {person: 'js-suzhou-agent', loa: '3'});
    await again.session.complete(returned.url.href);
    const current = again.session.current();
    assert.equal(current.status === 'signedIn' && current.who.id, 'js-suzhou-agent');
    assert.equal((await first.send({method: 'GET', url: `${world.gateway(JIANGSU)}/whoami`})).status, 401);
  });

  it('lets another person take over a browser through the hub', async () => {
    const {browser, send} = await signInAtShanghai();
    const next = visit({...at(SHANGHAI), browser});
    const login = new URL((await next.session.begin({homeRegion: JIANGSU}, {mode: 'openly', from: `${world.page(SHANGHAI)}/`})).navigateTo);
    login.searchParams.set('prompt', 'login');
    const chooser = await browser.open(login.href);
    assert.equal(chooser.url.origin, world.gateway(JIANGSU));
    const returned = await browser.submit(chooser, {person: 'js-suzhou-agent', loa: '3'});
    await next.session.complete(returned.url.href);
    const current = next.session.current();
    assert.equal(current.status === 'signedIn' && current.who.id, 'js-suzhou-agent');
    assert.equal((await send({method: 'GET', url: `${world.gateway(SHANGHAI)}/whoami`})).status, 401);
  });

  it('says so in words when the hub is away, and works again when it is back', async () => {
    const shanghai = visit(at(SHANGHAI));
    const begin = async () => shanghai.browser.open((await shanghai.session.begin({homeRegion: ZHEJIANG}, {mode: 'openly', from: `${world.page(SHANGHAI)}/`})).navigateTo);
    world.setAway(world.hub, true);
    const shown = await begin();
    world.setAway(world.hub, false);
    // Its addresses may be known already; then the browser meets the hub's silence itself.
    assert.ok(shown.url.origin === world.hub ? shown.status === 503 : shown.status === 502, `${shown.url.origin} ${String(shown.status)}`);
    assert.equal((await begin()).url.origin, world.gateway(ZHEJIANG));
  });
});
