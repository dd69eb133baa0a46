import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {tenantSecrets} from '@tongban/gateway/identity/tenant-secrets.js';
import {loopback} from '../../support/loopback.js';
import {signIn} from '../../support/sign-in.js';
import {aDatabase} from '../support/a-database.js';
import {federatedWorld, type FederatedWorld} from './federated-world.js';

const SHANGHAI = '310000';
const JIANGSU = '320000';
const RETIREE = 'js-nantong-retiree';
const TENANTS = ['hub', SHANGHAI, JIANGSU, '330000'];
const DAY = 86_400_000;

const data = await aDatabase();

describe('when the keys of all servers change', () => {
  let world: FederatedWorld;

  before(async () => {
    world = await federatedWorld(data);
  });
  after(() => world.close());

  const at = (province: string) => ({gateway: world.gateway(province), page: world.page(province)});
  const jwks = async (origin: string) => ((await (await loopback(`${origin}/oidc/jwks`)).json()) as {keys: {kid: string}[]}).keys.map(({kid}) => kid);
  const keyNow = async (tenant: string) => (await tenantSecrets(await world.database.tenant(tenant))).signingKey.kid;

  /** As if a key had signed so long already. */
  async function age(generation: number, ms: number): Promise<void> {
    for (const tenant of TENANTS) {
      const db = await world.database.tenant(tenant);
      await db.updateTable('signing_keys').set({signs_from: new Date(Date.now() - ms)}).where('ring', '=', 'identity').where('generation', '=', generation).execute();
    }
    await world.refreshKeys();
  }

  it('the next is published before it signs; who is signed in stays so, and signing in and calling each other go on', async () => {
    const {session, send} = await signIn({...at(SHANGHAI), person: RETIREE, home: JIANGSU});
    const whoami = async () => (await send({method: 'GET', url: `${world.gateway(SHANGHAI)}/whoami`})).status;
    const [oldKey] = await jwks(world.gateway(JIANGSU));
    await age(1, 84 * DAY);
    const announced = await jwks(world.gateway(JIANGSU));
    assert.equal(announced.length, 2);
    assert.equal(await keyNow(JIANGSU), oldKey, 'the old one signs on');
    assert.equal((await jwks(world.hub)).length, 2);

    await age(2, 1_000);
    assert.equal(await keyNow(JIANGSU), announced[1]);
    assert.deepEqual(await jwks(world.gateway(JIANGSU)), [announced[1], oldKey], 'what the old one signed still verifies');
    assert.equal(await whoami(), 200);
    await session.renew();
    assert.equal(await whoami(), 200);

    const url = `${world.gateway(SHANGHAI)}/whoami`;
    const headers = await world.identity(JIANGSU).peerTokens.headersFor({method: 'GET', url, peer: SHANGHAI});
    assert.deepEqual(await (await loopback(url, {headers})).json(), {kind: 'gateway', id: 'gateway-320000', region: JIANGSU});
    const other = await signIn({...at(SHANGHAI), person: 'js-suzhou-agent', home: JIANGSU});
    assert.equal((await other.send({method: 'GET', url})).status, 200);
  });
});
