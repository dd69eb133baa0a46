import {logoutOutbox} from '@tongban/gateway/identity/logout-outbox.js';
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {signIn, visit} from '../../support/sign-in.js';
import {aDatabase} from '../support/a-database.js';
import {until} from '../support/until.js';
import {federatedWorld, type FederatedWorld} from './federated-world.js';

const SHANGHAI = '310000';
const JIANGSU = '320000';
const RETIREE = 'js-nantong-retiree';
const HUB = 'https://hub.example/oidc';

const data = await aDatabase();

describe('word of a sign-out', () => {
  it('outlives the process that could not deliver it, and is delivered once', async () => {
    const db = await data.database.tenant('360000');
    const waiting = () => db.selectFrom('logout_notices').select(['issuer', 'person', 'attempts']).execute();
    const dying = logoutOutbox(db, () => Promise.resolve(false));
    await dying.tell('somebody', [HUB]);
    await dying.close();
    assert.deepEqual(await waiting(), [{issuer: HUB, person: 'somebody', attempts: 1}]);
    await db.updateTable('logout_notices').set({due_at: new Date(0)}).execute();
    const heard: string[] = [];
    const [one, two] = [0, 1].map(() => logoutOutbox(db, (issuer, person) => Promise.resolve(heard.push(`${issuer} ${person}`) > 0)));
    await until(async () => (await waiting()).length === 0, 20_000);
    assert.deepEqual(heard, [`${HUB} somebody`]);
    await Promise.all([one!.close(), two!.close()]);
  });

  it('is given up when every session has ended by itself', async () => {
    const db = await data.database.tenant('370000');
    await db.insertInto('logout_notices').values({issuer: HUB, person: 'somebody', attempts: 9, created_at: new Date(Date.now() - 15 * 3_600_000), due_at: new Date(0)}).execute();
    const heard: string[] = [];
    const outbox = logoutOutbox(db, (issuer) => Promise.resolve(heard.push(issuer) > 0));
    await until(async () => (await db.selectFrom('logout_notices').select('id').execute()).length === 0);
    assert.deepEqual(heard, []);
    await outbox.close();
  });
});

describe('signing out while the hub is away', () => {
  let world: FederatedWorld;

  before(async () => {
    world = await federatedWorld(data);
  });
  after(() => world.close());

  it('ends the sign-ins elsewhere when it is back', async () => {
    const at = (province: string) => ({gateway: world.gateway(province), page: world.page(province)});
    const shanghai = await signIn({...at(SHANGHAI), person: RETIREE, home: JIANGSU});
    const jiangsu = visit({...at(JIANGSU), browser: shanghai.browser});
    const {navigateTo} = await jiangsu.session.begin({}, {mode: 'inFrame', from: 'http://page/'});
    await jiangsu.session.complete((await shanghai.browser.open(navigateTo)).url.href);
    const isIn = async () => (await jiangsu.send({method: 'GET', url: `${world.gateway(JIANGSU)}/whoami`})).status === 200;
    world.setAway(world.hub, true);
    await shanghai.session.signOut();
    assert.ok(await isIn());
    world.setAway(world.hub, false);
    await until(async () => !(await isIn()), 20_000);
  });
});
