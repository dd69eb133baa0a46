import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {gatewayKey} from '@tongban/gateway/identity/gateway-key.js';
import {tenantSecrets} from '@tongban/gateway/identity/tenant-secrets.js';
import {loopback} from '../../support/loopback.js';
import {signIn, visit, type SignedIn} from '../../support/sign-in.js';
import {aDatabase} from '../support/a-database.js';
import {federatedWorld, type FederatedWorld} from './federated-world.js';

const SHANGHAI = '310000';
const JIANGSU = '320000';
const ZHEJIANG = '330000';
const RETIREE = 'js-nantong-retiree';
const LOGOUT = 'http://schemas.openid.net/event/backchannel-logout';

const data = await aDatabase();

describe('signing out', () => {
  let world: FederatedWorld;

  before(async () => {
    world = await federatedWorld(data);
  });
  after(() => world.close());

  const at = (province: string) => ({gateway: world.gateway(province), page: world.page(province)});
  const status = async ({send}: SignedIn, province: string) => (await send({method: 'GET', url: `${world.gateway(province)}/whoami`})).status;

  /** One person, one browser, three portals. */
  async function everywhere() {
    const shanghai = await signIn({...at(SHANGHAI), person: RETIREE, home: JIANGSU});
    const {browser} = shanghai;
    const jiangsu = visit({...at(JIANGSU), browser});
    const zhejiang = visit({...at(ZHEJIANG), browser});
    for (const [visitor, mode] of [[jiangsu, 'inFrame'], [zhejiang, 'quietly']] as const) {
      const {navigateTo} = await visitor.session.begin({}, {mode, from: 'http://page/'});
      await visitor.session.complete((await browser.open(navigateTo)).url.href);
    }
    return {browser, shanghai, jiangsu, zhejiang};
  }

  for (const from of ['shanghai', 'jiangsu'] as const) {
    it(`ends everything everywhere from ${from}`, async () => {
      const {browser, ...visitors} = await everywhere();
      const heard: string[] = [];
      world.onSignedOut(ZHEJIANG, (person) => heard.push(person));
      assert.deepEqual(await visitors[from].session.signOut(), {});
      assert.deepEqual(heard, [RETIREE]);
      for (const [visitor, province] of [[visitors.shanghai, SHANGHAI], [visitors.jiangsu, JIANGSU], [visitors.zhejiang, ZHEJIANG]] as const) {
        if (visitor === visitors[from]) continue;
        assert.equal(await status(visitor, province), 401);
        await assert.rejects(visitor.session.renew(), {name: 'TB_SIGN_IN_EXPIRED'});
        assert.equal(visitor.session.current().status, 'expired');
      }
      const next = visit({...at(JIANGSU), browser});
      const {navigateTo} = await next.session.begin({}, {mode: 'inFrame', from: 'http://page/'});
      await next.session.complete((await browser.open(navigateTo)).url.href);
      assert.equal(next.session.current().status, 'anonymous');
      const third = visit({...at(ZHEJIANG), browser});
      const again = await third.session.begin({homeRegion: JIANGSU}, {mode: 'quietly', from: 'http://page/'});
      await third.session.complete((await browser.open(again.navigateTo)).url.href);
      assert.equal(third.session.current().status, 'anonymous');
    });
  }

  it('ends the sign-in through the provider’s own page when the worker has no token left', async () => {
    const {browser, shanghai, zhejiang} = await everywhere();
    const asked = await browser.open(`${world.gateway(SHANGHAI)}/oidc/session/end?client_id=${encodeURIComponent(world.page(SHANGHAI))}&post_logout_redirect_uri=${encodeURIComponent(`${world.page(SHANGHAI)}/`)}`);
    assert.match(asked.html, /退出登录/);
    const [, action = '', xsrf = ''] = /action="([^"]+)"><input type="hidden" name="xsrf" value="([^"]+)"/.exec(asked.html) ?? [];
    const done = await browser.submit(asked, {xsrf, logout: 'yes'}, action);
    assert.equal(done.url.origin, world.page(SHANGHAI));
    assert.deepEqual([await status(shanghai, SHANGHAI), await status(zhejiang, ZHEJIANG)], [401, 401]);
  });

  it('leaves staff and other people alone', async () => {
    const clerk = await signIn({gateway: world.gateway(JIANGSU), page: world.window, staff: 'JS3205-0103'});
    const other = await signIn({...at(JIANGSU), person: 'js-suzhou-agent', home: JIANGSU});
    const {session} = await signIn({...at(JIANGSU), person: RETIREE, home: JIANGSU});
    await session.signOut();
    assert.deepEqual([await status(clerk, JIANGSU), await status(other, JIANGSU)], [200, 200]);
  });

  it('signs a member of staff out', async () => {
    const clerk = await signIn({gateway: world.gateway(JIANGSU), page: world.window, staff: 'JS3205-0103'});
    const headers = await clerk.session.sign({method: 'GET', url: `${world.gateway(JIANGSU)}/whoami`});
    await clerk.session.signOut();
    assert.equal((await loopback(`${world.gateway(JIANGSU)}/whoami`, {headers})).status, 401);
    assert.equal(clerk.session.current().status, 'anonymous');
  });

  it('takes no notice that is forged, used before, or none of the sender’s business', async () => {
    const stranger = await signIn({...at(SHANGHAI), person: 'sh-resident', home: SHANGHAI});
    const key = await gatewayKey((await tenantSecrets(await world.database.tenant(JIANGSU))).signingKey);
    const [hub, jiangsu, shanghai] = [`${world.hub}/oidc`, `${world.gateway(JIANGSU)}/oidc`, `${world.gateway(SHANGHAI)}/oidc`];
    const post = async (to: string, claims: {iss: string; aud: string; sub: string}, typ = 'logout+jwt') => {
      const token = await key.sign({...claims, events: {[LOGOUT]: {}}}, {typ});
      const send = () => loopback(`${to}/backchannel-logout`, {method: 'POST', headers: {'content-type': 'application/x-www-form-urlencoded'}, body: new URLSearchParams({logout_token: token}).toString()});
      return [(await send()).status, (await send()).status];
    };
    assert.deepEqual(await post(shanghai, {iss: hub, aud: shanghai, sub: 'sh-resident'}), [403, 403], 'signed by a province in the hub’s name');
    assert.deepEqual(await post(hub, {iss: shanghai, aud: hub, sub: 'sh-resident'}), [403, 403], 'signed by one province in another’s name');
    assert.deepEqual(await post(hub, {iss: jiangsu, aud: hub, sub: RETIREE}, 'JWT'), [403, 403], 'of another type');
    assert.deepEqual(await post(hub, {iss: jiangsu, aud: hub, sub: 'sh-resident'}), [204, 403], 'understood, used once, and without effect');
    assert.equal(await status(stranger, SHANGHAI), 200);
  });
});
