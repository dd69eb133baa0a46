import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {signIn, visit} from '../../support/sign-in.js';
import {aDatabase} from '../support/a-database.js';
import {federatedWorld, type FederatedWorld} from './federated-world.js';

const SHANGHAI = '310000';
const JIANGSU = '320000';
const RETIREE = 'js-nantong-retiree';

const data = await aDatabase();

describe('signing in', () => {
  let world: FederatedWorld;

  before(async () => {
    world = await federatedWorld(data);
  });
  after(() => world.close());

  const whoami = (province: string) => ({method: 'GET', url: `${world.gateway(province)}/whoami?about=1`});

  it('signs a person in at home', async () => {
    const {send, session} = await signIn({gateway: world.gateway(JIANGSU), page: world.page(JIANGSU), person: RETIREE, home: JIANGSU});
    const response = await send(whoami(JIANGSU));
    assert.deepEqual(await response.json(), {kind: 'person', id: RETIREE, userType: 'person', loa: 3, homeRegion: '320600'});
    assert.equal(session.current().status, 'signedIn');
  });

  it('signs a person of Jiangsu in at Shanghai through the hub', async () => {
    const {send} = await signIn({gateway: world.gateway(SHANGHAI), page: world.page(SHANGHAI), person: RETIREE, home: JIANGSU});
    assert.deepEqual(await (await send(whoami(SHANGHAI))).json(), {kind: 'person', id: RETIREE, userType: 'person', loa: 3, homeRegion: '320600'});
  });

  it('signs a member of staff in', async () => {
    const {send} = await signIn({gateway: world.gateway(JIANGSU), page: world.window, staff: 'JS3205-0103'});
    assert.deepEqual(await (await send(whoami(JIANGSU))).json(), {kind: 'staff', id: 'JS3205-0103', region: '320500', office: '苏州市政务服务中心', roles: ['receiver', 'deliverer']});
  });

  it('asks nobody who did not sign in', async () => {
    const {session, browser} = visit({gateway: world.gateway(JIANGSU), page: world.page(JIANGSU)});
    const {navigateTo} = await session.begin({}, {mode: 'inFrame', from: `${world.page(JIANGSU)}/a`});
    const {current, returnTo} = await session.complete((await browser.open(navigateTo)).url.href);
    assert.deepEqual([current.status, returnTo], ['anonymous', '/a']);
  });
});
