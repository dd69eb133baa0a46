import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {after, before, describe, it, mock} from 'node:test';
import {gatewayKey, type GatewayKey} from '@tongban/gateway/identity/gateway-key.js';
import type {Principal} from '@tongban/gateway/identity/principal.js';
import {tenantSecrets} from '@tongban/gateway/identity/tenant-secrets.js';
import {exportJWK, generateKeyPair} from 'jose';
import {loopback} from '../../support/loopback.js';
import {signIn} from '../../support/sign-in.js';
import {aDatabase} from '../support/a-database.js';
import {federatedWorld, type FederatedWorld} from './federated-world.js';

const SHANGHAI = '310000';
const JIANGSU = '320000';
const ZHEJIANG = '330000';

const clerk = {kind: 'staff', id: 'JS3205-0103', region: '320500', office: '苏州市政务服务中心', roles: ['receiver', 'deliverer']} as const;
const retiree = {kind: 'person', id: 'js-nantong-retiree', userType: 'person', loa: 3, homeRegion: '320600'} as const;

const data = await aDatabase();

describe('tokens between gateways', () => {
  let world: FederatedWorld;
  let jiangsuKey: GatewayKey;
  let strangeKey: GatewayKey;

  before(async () => {
    world = await federatedWorld(data);
    jiangsuKey = await gatewayKey((await tenantSecrets(await world.database.tenant(JIANGSU))).signingKey);
    const {privateKey} = await generateKeyPair('ES256', {extractable: true});
    strangeKey = await gatewayKey({...(await exportJWK(privateKey)), kid: 'strange'});
  });
  after(() => world.close());

  const issuer = (province: string) => `${world.gateway(province)}/oidc`;
  const whoami = (province: string) => `${world.gateway(province)}/whoami`;

  /** What a gateway gets to hear about itself from a peer. */
  async function ask(from: string, to: string, onBehalfOf?: Principal, method = 'GET'): Promise<unknown> {
    const url = whoami(to);
    const headers = await world.identity(from).peerTokens.headersFor({method, url, peer: to, onBehalfOf});
    return (await loopback(url, {method, headers})).json();
  }

  /** The vectors: one good exchange, and ways to spoil it. */
  async function exchange({key = jiangsuKey, subjectKey = key, claims = {}, seconds = 60, typ = 'tongban-subject+jwt', subjectToken, client = 'gateway-320000', withProof = true}: {key?: GatewayKey; subjectKey?: GatewayKey; claims?: object; seconds?: number; typ?: string; subjectToken?: string; client?: string; withProof?: boolean} = {}) {
    const {kind, region, office, roles} = clerk;
    const url = `${issuer(SHANGHAI)}/token`;
    const token = subjectToken ?? (await subjectKey.sign({iss: issuer(JIANGSU), sub: clerk.id, aud: issuer(SHANGHAI), subject: {kind, region, office, roles}, ...claims}, {typ, seconds}));
    const response = await loopback(url, {
      method: 'POST',
      headers: {'content-type': 'application/x-www-form-urlencoded', ...(withProof && {dpop: await key.proof({method: 'POST', url})})},
      body: new URLSearchParams({
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        subject_token: token,
        subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
        client_id: client,
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: await key.assertion(client, issuer(SHANGHAI)),
      }).toString(),
    });
    return (await response.json()) as {access_token?: string; error?: string; token_type?: string; expires_in?: number; issued_token_type?: string};
  }

  it('answers as RFC 8693 says', async () => {
    const {access_token: token, expires_in: seconds = 0, ...rest} = await exchange();
    assert.equal(typeof token, 'string');
    assert.ok(seconds > 50 && seconds <= 60, String(seconds));
    assert.deepEqual(rest, {issued_token_type: 'urn:ietf:params:oauth:token-type:access_token', token_type: 'DPoP'});
  });

  for (const [title, spoiled, error] of [
    ['expired', {seconds: -30}, 'invalid_grant'],
    ['good for longer than a minute', {seconds: 120}, 'invalid_grant'],
    ['for another gateway', {claims: {aud: 'http://gateway.zhejiang.localhost/oidc'}}, 'invalid_grant'],
    ['issued by another gateway', {claims: {iss: 'http://gateway.zhejiang.localhost/oidc'}}, 'invalid_grant'],
    ['of another type', {typ: 'at+jwt'}, 'invalid_grant'],
    ['for another province’s clerk', {claims: {sub: 'SH3100-1201'}}, 'invalid_grant'],
    ['for a clerk of another region', {claims: {subject: {...clerk, kind: 'staff', id: undefined, region: '310000'}}}, 'invalid_grant'],
    ['for a person of a third province without the hub’s word', {claims: {sub: 'zj-hangzhou-resident', subject: {kind: 'person', userType: 'person', loa: 2, homeRegion: '330100'}}}, 'invalid_grant'],
    ['for a role that does not exist', {claims: {subject: {kind: 'staff', region: '320500', office: 'x', roles: ['king']}}}, 'invalid_grant'],
    ['not a token', {subjectToken: 'x.y.z'}, 'invalid_grant'],
    ['without a proof', {withProof: false}, 'invalid_request'],
    ['from a client that is no peer', {client: 'gateway-990000'}, 'invalid_client'],
  ] as const) {
    it(`refuses a subject token ${title}`, async () => {
      assert.equal((await exchange(spoiled)).error, error);
    });
  }

  it('refuses a subject token signed by another key, and a client with another key', async () => {
    assert.equal((await exchange({subjectKey: strangeKey})).error, 'invalid_grant');
    assert.equal((await exchange({key: strangeKey})).error, 'invalid_client');
  });

  it('takes a subject token once, even when it comes twice at the same moment', async () => {
    const {kind, region, office, roles} = clerk;
    const subjectToken = await jiangsuKey.sign({iss: issuer(JIANGSU), sub: clerk.id, aud: issuer(SHANGHAI), subject: {kind, region, office, roles}}, {typ: 'tongban-subject+jwt'});
    const answers = await Promise.all([exchange({subjectToken}), exchange({subjectToken})]);
    assert.deepEqual(answers.map(({error}) => error ?? 'taken').sort(), ['invalid_grant', 'taken']);
  });

  it('binds the token to the key that asked', async () => {
    const {access_token: token} = await exchange();
    const url = whoami(SHANGHAI);
    const dpop = await strangeKey.proof({method: 'GET', url, token});
    const response = await loopback(url, {headers: {authorization: `DPoP ${token!}`, dpop}});
    assert.deepEqual(await response.json(), {code: 'TB_PROOF_INVALID'});
  });

  it('lets a token live for a minute', async () => {
    const {access_token: token} = await exchange();
    const url = whoami(SHANGHAI);
    mock.timers.enable({apis: ['Date'], now: Date.now() + 61_000});
    try {
      const response = await loopback(url, {headers: {authorization: `DPoP ${token!}`, dpop: await jiangsuKey.proof({method: 'GET', url, token})}});
      assert.deepEqual(await response.json(), {code: 'TB_SIGN_IN_EXPIRED'});
    } finally {
      mock.timers.reset();
    }
  });

  it('lets a clerk of Suzhou act at Shanghai, through Jiangsu’s gateway', async () => {
    assert.deepEqual(await ask(JIANGSU, SHANGHAI, clerk), {...clerk, through: JIANGSU});
  });

  it('lets a gateway speak for itself', async () => {
    assert.deepEqual(await ask(JIANGSU, SHANGHAI), {kind: 'gateway', id: 'gateway-320000', region: JIANGSU});
  });

  it('lets a province speak for its own person, who has never been there', async () => {
    assert.deepEqual(await ask(JIANGSU, ZHEJIANG, retiree), retiree);
  });

  it('tells a peer who a person is with a writing request only', async () => {
    const people = async () => (await world.database.tenant(ZHEJIANG)).selectFrom('people').select('id').where('id', '=', retiree.id).execute();
    await ask(JIANGSU, ZHEJIANG, retiree);
    assert.equal((await people()).length, 0);
    await ask(JIANGSU, ZHEJIANG, retiree, 'POST');
    assert.equal((await people()).length, 1);
  });

  it('lets Shanghai speak for a person of Jiangsu only after that person signed in at Shanghai', async () => {
    const agent = {kind: 'person', id: 'js-suzhou-agent', userType: 'person', loa: 3, homeRegion: '320500'} as const;
    await assert.rejects(ask(SHANGHAI, ZHEJIANG, agent), {name: 'TB_FORBIDDEN'});
    await signIn({gateway: world.gateway(SHANGHAI), page: world.page(SHANGHAI), person: agent.id, home: JIANGSU});
    assert.deepEqual(await ask(SHANGHAI, ZHEJIANG, agent), agent);
    assert.deepEqual(await ask(SHANGHAI, JIANGSU, agent), agent);
  });

  it('asks once for many requests of one person', async () => {
    const counted: string[] = [];
    const db = await world.database.tenant(SHANGHAI);
    const tokens = async () => (await db.selectFrom('oidc_payloads').select('id').where('kind', '=', 'AccessToken').execute()).length;
    const before = await tokens();
    const person = {...clerk, id: `JS3205-${randomUUID().slice(0, 4)}`};
    await Promise.all(Array.from({length: 6}, async () => counted.push(JSON.stringify(await ask(JIANGSU, SHANGHAI, person)))));
    assert.equal(new Set(counted).size, 1);
    assert.equal((await tokens()) - before, 1);
  });
});
