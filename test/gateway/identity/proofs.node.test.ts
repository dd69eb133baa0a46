import assert from 'node:assert/strict';
import {after, before, beforeEach, describe, it, mock} from 'node:test';
import {createSession} from '@tongban/session/worker/session.js';
import {requestProof} from '@tongban/session/worker/request-proof.js';
import {loopback} from '../../support/loopback.js';
import {memorySignInStore, signIn, throughPages, visit, type SignedIn} from '../../support/sign-in.js';
import {aDatabase} from '../support/a-database.js';
import {federatedWorld, type FederatedWorld} from './federated-world.js';

const JIANGSU = '320000';
const SHANGHAI = '310000';
const RETIREE = 'js-nantong-retiree';

const data = await aDatabase();

describe('proofs, codes and addresses', () => {
  let world: FederatedWorld;
  let retiree: SignedIn;
  let url: string;

  before(async () => {
    world = await federatedWorld(data);
    url = `${world.gateway(JIANGSU)}/whoami`;
  });
  after(() => world.close());
  beforeEach(async () => {
    retiree = await signIn({gateway: world.gateway(JIANGSU), page: world.page(JIANGSU), person: RETIREE, home: JIANGSU});
  });

  const at = (province: string) => ({gateway: world.gateway(province), page: world.page(province)});
  const send = async (headers: Record<string, string>, to = url, method = 'GET') => {
    const response = await loopback(to, {method, headers});
    return response.ok ? 'answered' : ((await response.json()) as {code: string}).code;
  };
  const headersFor = (to = url, method = 'GET') => retiree.session.sign({method, url: to});
  const token = async () => (await headersFor()).authorization.slice('DPoP '.length);

  it('answers a proof once', async () => {
    const headers = await headersFor();
    assert.equal(await send(headers), 'answered');
    assert.equal(await send(headers), 'TB_PROOF_REPLAYED');
  });

  it('answers one of many at the same moment', async () => {
    const headers = await headersFor();
    const outcomes = await Promise.all(Array.from({length: 8}, () => send(headers)));
    assert.equal(outcomes.filter((outcome) => outcome === 'answered').length, 1);
  });

  it('refuses a proof made for another address or method', async () => {
    assert.equal(await send(await headersFor(`${world.gateway(JIANGSU)}/v1/me`)), 'TB_PROOF_INVALID');
    assert.equal(await send(await headersFor(url, 'POST')), 'TB_PROOF_INVALID');
    assert.equal(await send({...(await headersFor())}, `${world.gateway(SHANGHAI)}/whoami`), 'TB_PROOF_INVALID');
  });

  it('refuses a token at another gateway', async () => {
    const pair = await key();
    const accessToken = await token();
    const elsewhere = `${world.gateway(SHANGHAI)}/whoami`;
    const dpop = await requestProof({pair, method: 'GET', url: elsewhere, accessToken, issuedAt: seconds()});
    assert.equal(await send({authorization: `DPoP ${accessToken}`, dpop}, elsewhere), 'TB_SIGN_IN_EXPIRED');
  });

  it('refuses a stolen token with the thief’s own key, without a proof, and as a bearer', async () => {
    const accessToken = await token();
    const dpop = await requestProof({pair: await key(), method: 'GET', url, accessToken, issuedAt: seconds()});
    assert.equal(await send({authorization: `DPoP ${accessToken}`, dpop}), 'TB_PROOF_INVALID');
    assert.equal(await send({authorization: `DPoP ${accessToken}`}), 'TB_PROOF_INVALID');
    assert.equal(await send({authorization: `Bearer ${accessToken}`}), 'TB_PROOF_INVALID');
  });

  it('refuses a proof that is too old, and another token’s', async () => {
    const accessToken = await token();
    const pair = await key();
    const old = await requestProof({pair, method: 'GET', url, accessToken, issuedAt: seconds() - 301});
    assert.equal(await send({authorization: `DPoP ${accessToken}`, dpop: old}), 'TB_PROOF_INVALID');
    const {dpop} = await headersFor();
    const other = await signIn({...at(JIANGSU), person: RETIREE, home: JIANGSU});
    const {authorization} = await other.session.sign({method: 'GET', url});
    assert.equal(await send({authorization, dpop}), 'TB_PROOF_INVALID');
  });

  it('takes no address that is not registered', async () => {
    const {session, browser} = visit({...at(JIANGSU), redirectUri: `${world.page(JIANGSU)}/elsewhere`});
    const {navigateTo} = await session.begin({}, {mode: 'openly', from: `${world.page(JIANGSU)}/`});
    const shown = await browser.open(navigateTo);
    assert.deepEqual([shown.status, shown.url.origin], [400, world.gateway(JIANGSU)]);
    const foreign = new URL(navigateTo);
    foreign.searchParams.set('client_id', 'http://www.evil.localhost');
    assert.equal((await browser.open(foreign.href)).status, 400);
  });

  it('tells a page nothing about a person, however it asks', async () => {
    const {session, browser} = visit({...at(JIANGSU), browser: retiree.browser});
    const {navigateTo} = await session.begin({}, {mode: 'inFrame', from: `${world.page(JIANGSU)}/`});
    const greedy = new URL(navigateTo);
    greedy.searchParams.set('scope', 'openid party');
    assert.equal((await browser.open(greedy.href)).url.searchParams.get('error'), 'invalid_scope');
    const userinfo = `${world.gateway(JIANGSU)}/oidc/me`;
    const answer = (await (await loopback(userinfo, {headers: await headersFor(userinfo)})).json()) as object;
    assert.deepEqual(Object.keys(answer).sort(), ['home_region', 'sub', 'user_type']);
  });

  it('comes back to a registered page below the root', async () => {
    const {session, browser} = visit({...at(JIANGSU), redirectUri: `${world.page(JIANGSU)}/sign-in`, browser: retiree.browser});
    const {navigateTo} = await session.begin({}, {mode: 'inFrame', from: `${world.page(JIANGSU)}/a`});
    const shown = await browser.open(navigateTo);
    assert.equal(shown.url.pathname, '/sign-in');
    assert.equal((await session.complete(shown.url.href)).current.status, 'signedIn');
  });

  it('takes a code once', async () => {
    const store = memorySignInStore();
    const session = createSession({gateway: world.gateway(JIANGSU), clientId: world.page(JIANGSU), redirectUri: `${world.page(JIANGSU)}/`, fetch: loopback, now: () => Date.now(), store});
    const {navigateTo} = await session.begin({}, {mode: 'inFrame', from: `${world.page(JIANGSU)}/`});
    const {url: returned} = await retiree.browser.open(navigateTo);
    const pending = (await store.find(returned.searchParams.get('state')!))!;
    await session.complete(returned.href);
    await store.put(pending);
    await assert.rejects(session.complete(returned.href), {name: 'TB_SIGN_IN_FAILED'});
    assert.equal(await refused(session), 'TB_SIGN_IN_EXPIRED', 'a code that comes twice ends what it gave');
  });

  it('takes no code after a minute', async () => {
    const {session, browser} = visit({...at(JIANGSU), browser: retiree.browser});
    const {navigateTo} = await session.begin({}, {mode: 'inFrame', from: `${world.page(JIANGSU)}/`});
    const {url: returned} = await browser.open(navigateTo);
    mock.timers.enable({apis: ['Date'], now: Date.now() + 61_000});
    try {
      await assert.rejects(session.complete(returned.href), {name: 'TB_SIGN_IN_FAILED'});
    } finally {
      mock.timers.reset();
    }
  });

  it('renews once for many requests, and ends with a refresh token used twice', async () => {
    mock.timers.enable({apis: ['Date'], now: Date.now() + 290_000});
    try {
      const outcomes = await Promise.all(Array.from({length: 5}, async () => send(await headersFor())));
      assert.deepEqual(outcomes, Array(5).fill('answered'));
    } finally {
      mock.timers.reset();
    }
  });

  it('works with a computer whose clock is an hour wrong', async () => {
    for (const wrong of [-3600_000, 3600_000]) {
      const now = () => Date.now() + wrong;
      const session = createSession({gateway: world.gateway(JIANGSU), clientId: world.page(JIANGSU), redirectUri: `${world.page(JIANGSU)}/`, fetch: loopback, now, store: memorySignInStore()});
      const {navigateTo} = await session.begin({}, {mode: 'inFrame', from: `${world.page(JIANGSU)}/`});
      const {url: returned} = await retiree.browser.open(navigateTo);
      await session.complete(returned.href);
      assert.equal(await send(await session.sign({method: 'GET', url})), 'answered');
    }
  });

  it('lets nobody be signed in by an answer that belongs to another browser', async () => {
    const attacker = visit(at(SHANGHAI));
    const {navigateTo} = await attacker.session.begin({homeRegion: JIANGSU}, {mode: 'openly', from: `${world.page(SHANGHAI)}/`});
    const chooser = await attacker.browser.open(navigateTo);
    const atHub = attacker.browser.steps.find(({url: address}) => address.startsWith(`${world.hub}/oidc/auth`))!.url;
    const victim = await signIn({...at(SHANGHAI), person: RETIREE, home: JIANGSU});
    const led = await victim.browser.open(atHub);
    assert.equal(led.status, 401);
    assert.match(led.html, /登录没有完成/);
    assert.equal(chooser.status, 200);
    const returned = await throughPages(attacker.browser, chooser, {...at(SHANGHAI), person: 'js-suzhou-agent'});
    await attacker.session.complete(returned.url.href);
    const current = attacker.session.current();
    assert.equal(current.status === 'signedIn' && current.who.id, 'js-suzhou-agent');
  });

  it('shows its pages in no frame and runs no script on them', async () => {
    const {session} = visit(at(JIANGSU));
    const {navigateTo} = await session.begin({}, {mode: 'openly', from: `${world.page(JIANGSU)}/`});
    const first = await loopback(navigateTo, {redirect: 'manual'});
    const cookie = first.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
    const response = await loopback(new URL(first.headers.get('location')!, navigateTo).href, {headers: {cookie}});
    assert.equal(response.headers.get('x-frame-options'), 'DENY');
    assert.match(response.headers.get('content-security-policy')!, /default-src 'none';.*frame-ancestors 'none'/);
    assert.doesNotMatch(response.headers.get('content-security-policy')!, /unsafe|script-src/);
    assert.doesNotMatch(await response.text(), /<script/);
    assert.equal(first.headers.get('x-frame-options'), null);
  });

  const refused = async (session: SignedIn['session']) => send(await session.sign({method: 'GET', url}));
});

const seconds = () => Math.floor(Date.now() / 1000);
const key = () => crypto.subtle.generateKey({name: 'ECDSA', namedCurve: 'P-256'}, false, ['sign', 'verify']);
