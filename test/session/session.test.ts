import {assert} from '@open-wc/testing';
import type {KeptKey} from '@tongban/session/worker/key-keeper.js';
import {createSession} from '@tongban/session/worker/session.js';
import type {AskMode, PendingSignIn} from '@tongban/session/worker/sign-in-store.js';
import {rejectsWith} from '../support/rejects-with.js';
import {aGateway, readProof, type GatewayQuirks} from './a-gateway.js';

const MINUTE = 60_000;

async function aVisit(quirks?: GatewayQuirks) {
  const gateway = await aGateway(quirks);
  const pending = new Map<string, PendingSignIn>();
  const kept: {key?: KeptKey} = {};
  const clock = {ahead: 0};
  const session = createSession({
    gateway: gateway.origin,
    clientId: gateway.page,
    redirectUri: `${gateway.page}/`,
    fetch: gateway.fetch,
    now: () => Date.now() + clock.ahead,
    store: {
      put: async (each) => void pending.set(each.state, each),
      find: async (state) => pending.get(state),
      async take(state) {
        const found = pending.get(state);
        pending.delete(state);
        return found;
      },
    },
    keeper: {
      keep: async (key) => void (kept.key = key),
      find: async () => kept.key,
      forget: async () => void delete kept.key,
    },
    lang: 'zh-CN',
  });
  const begin = async (wish: Parameters<typeof session.begin>[0] = {}, mode: AskMode = 'openly') => (await session.begin(wish, {mode, from: `${gateway.page}/items/1?q=a#top`})).navigateTo;
  const signIn = async (wish?: Parameters<typeof session.begin>[0], mode?: AskMode) => session.complete(gateway.signIn(await begin(wish, mode)));
  return {gateway, session, pending, kept, clock, begin, signIn};
}

describe('session', () => {
  it('asks for what is wished and says nothing about the person', async () => {
    const {begin, gateway} = await aVisit();
    const url = new URL(await begin({userType: 'corp', minLoa: 3, homeRegion: '320600'}));
    const {state, nonce, code_challenge: challenge, ...rest} = Object.fromEntries(url.searchParams);
    assert.equal(url.origin + url.pathname, `${gateway.origin}/oidc/auth`);
    assert.deepEqual(rest, {
      client_id: gateway.page,
      response_type: 'code',
      scope: 'openid',
      redirect_uri: `${gateway.page}/`,
      code_challenge_method: 'S256',
      acr_values: '3',
      user_type: 'corp',
      idp_hint: '320000',
      ui_locales: 'zh-CN',
    });
    for (const secret of [state, nonce, challenge]) assert.isAbove(secret!.length, 40);
  });

  it('asks the staff provider for staff, and quietly or in a frame when told', async () => {
    const {begin, gateway} = await aVisit();
    assert.isTrue((await begin({userType: 'staff'})).startsWith(`${gateway.origin}/oidc/staff/auth?`));
    assert.equal(new URL(await begin({}, 'inFrame')).searchParams.get('prompt'), 'none');
    assert.equal(new URL(await begin({}, 'quietly')).searchParams.get('quiet'), '1');
  });

  it('comes back signed in, to where the person was', async () => {
    const {session, signIn} = await aVisit();
    const {current, returnTo} = await signIn();
    assert.equal(returnTo, '/items/1?q=a#top');
    assert.deepInclude(current, {status: 'signedIn', who: {id: 'js-1', userType: 'person', loa: 2, homeRegion: '320600'}});
    assert.deepEqual(session.current(), current);
  });

  it('knows where an answer belongs without using it up', async () => {
    const {session, gateway, begin} = await aVisit();
    const returned = gateway.signIn(await begin());
    assert.equal(await session.returnPathOf(returned), '/items/1?q=a#top');
    assert.isUndefined(await session.returnPathOf(`${gateway.page}/?code=x&state=unknown`));
    await session.complete(returned);
  });

  it('refuses an answer it did not ask for, one that comes twice, and one that comes late', async () => {
    const {session, gateway, begin, clock} = await aVisit();
    await rejectsWith('TB_SIGN_IN_FAILED', session.complete(`${gateway.page}/?code=x&state=unknown`));
    const returned = gateway.signIn(await begin());
    await session.complete(returned);
    await rejectsWith('TB_SIGN_IN_FAILED', session.complete(returned));
    const late = gateway.signIn(await begin());
    clock.ahead += 11 * MINUTE;
    await rejectsWith('TB_SIGN_IN_FAILED', session.complete(late));
  });

  it('refuses an answer of another issuer, and an ID token with another nonce', async () => {
    const {session, gateway, begin} = await aVisit();
    const returned = new URL(gateway.signIn(await begin()));
    returned.searchParams.set('iss', 'https://evil.example');
    await rejectsWith('TB_SIGN_IN_FAILED', session.complete(returned.href));
    gateway.quirks.wrongNonce = 'another';
    await rejectsWith('TB_SIGN_IN_FAILED', session.complete(gateway.signIn(await begin())));
    assert.equal(session.current().status, 'anonymous');
  });

  it('tells a person who cancelled from nobody being there', async () => {
    const {session, gateway, begin} = await aVisit();
    await rejectsWith('TB_SIGN_IN_CANCELLED', session.complete(gateway.signIn(await begin(), {error: 'access_denied'})));
    await rejectsWith('TB_SIGN_IN_FAILED', session.complete(gateway.signIn(await begin(), {error: 'login_required'})));
    for (const mode of ['inFrame', 'quietly'] as const) {
      const {current, returnTo} = await session.complete(gateway.signIn(await begin({}, mode), {error: 'login_required'}));
      assert.deepEqual([current.status, returnTo], ['anonymous', '/items/1?q=a#top']);
    }
  });

  it('signs each request anew, bound to its token, method and address', async () => {
    const {session, gateway, signIn} = await aVisit();
    await signIn();
    const request = {method: 'GET', url: `${gateway.origin}/v1/me?delegation=1`};
    const [first, second] = [await session.sign(request), await session.sign(request)];
    const {header, claims} = readProof(first.dpop);
    assert.deepInclude(claims, {htm: 'GET', htu: `${gateway.origin}/v1/me`});
    assert.deepEqual([header.typ, header.alg, header.jwk.d], ['dpop+jwt', 'ES256', undefined]);
    assert.notEqual(claims.jti, readProof(second.dpop).claims.jti);
    const publicKey = await crypto.subtle.importKey('jwk', header.jwk, {name: 'ECDSA', namedCurve: 'P-256'}, true, ['verify']);
    const [head, body, signature] = first.dpop.split('.');
    const bytes = Uint8Array.from(atob(signature!.replace(/-/g, '+').replace(/_/g, '/')), (sign) => sign.charCodeAt(0));
    assert.isTrue(await crypto.subtle.verify({name: 'ECDSA', hash: 'SHA-256'}, publicKey, bytes, new TextEncoder().encode(`${head!}.${body!}`)));
  });

  it('signs for its own gateway only', async () => {
    const {session, signIn} = await aVisit();
    await rejectsWith('TB_SIGN_IN_REQUIRED', session.sign({method: 'GET', url: 'https://gateway.example/v1/me'}));
    await signIn();
    await rejectsWith('TB_ORIGIN_FOREIGN', session.sign({method: 'GET', url: 'https://gateway.example.evil/v1/me'}));
  });

  it('renews once however many requests wait', async () => {
    const {session, gateway, signIn, clock} = await aVisit();
    await signIn();
    clock.ahead += 5 * MINUTE;
    const url = `${gateway.origin}/v1/me`;
    const signed = await Promise.all(Array.from({length: 5}, () => session.sign({method: 'GET', url})));
    assert.lengthOf(gateway.requestsTo('/oidc/token'), 2);
    assert.equal(new Set(signed.map(({authorization}) => authorization)).size, 1);
  });

  it('renews with the key it signed in with', async () => {
    const {session, gateway, signIn} = await aVisit();
    await signIn();
    await session.renew();
    const keys = gateway.requestsTo('/oidc/token').map(({headers}) => readProof(headers.get('dpop')!).header.jwk.x);
    assert.equal(keys.length, 2);
    assert.equal(keys[0], keys[1]);
  });

  it('expires when the gateway refuses to renew, and says so to its listeners', async () => {
    const {session, gateway, signIn} = await aVisit();
    await signIn();
    const heard: string[] = [];
    session.onChange(() => heard.push(session.current().status));
    gateway.quirks.refuse = {status: 400, error: 'invalid_grant'};
    await rejectsWith('TB_SIGN_IN_EXPIRED', session.renew());
    await rejectsWith('TB_SIGN_IN_EXPIRED', session.sign({method: 'GET', url: `${gateway.origin}/v1/me`}));
    assert.deepEqual(heard, ['expired']);
  });

  it('stays signed in while the network or the gateway is away', async () => {
    const {session, gateway, signIn} = await aVisit();
    await signIn();
    gateway.quirks.isDown = true;
    await rejectsWith('TB_NETWORK', session.renew());
    Object.assign(gateway.quirks, {isDown: false, refuse: {status: 503, error: 'temporarily_unavailable'}});
    await rejectsWith('TB_GATEWAY', session.renew());
    Object.assign(gateway.quirks, {refuse: undefined, isCaptive: true});
    await rejectsWith('TB_GATEWAY_ANSWER', session.renew());
    gateway.quirks.isCaptive = false;
    await session.renew();
    assert.equal(session.current().status, 'signedIn');
  });

  it('gives a gateway the nonce it asks for', async () => {
    const {session, gateway, signIn} = await aVisit({nonce: 'n0'});
    await signIn();
    assert.lengthOf(gateway.requestsTo('/oidc/token'), 2);
    session.heed(new Response(null, {headers: {'dpop-nonce': 'n1'}}));
    const {dpop} = await session.sign({method: 'GET', url: `${gateway.origin}/v1/me`});
    assert.equal(readProof(dpop).claims.nonce, 'n1');
  });

  it('keeps a key that no script can read, on the person’s own device, for twelve hours at most', async () => {
    const {kept, signIn} = await aVisit();
    await signIn();
    assert.isUndefined(kept.key);
    await signIn({ownDevice: true});
    assert.isFalse(kept.key!.pair.privateKey.extractable);
    assert.closeTo(kept.key!.until, Date.now() + 12 * 60 * MINUTE, MINUTE);
  });

  it('is recognised with the kept key, and signs in openly with a new one', async () => {
    const {kept, signIn, gateway, clock} = await aVisit();
    const lastKey = () => readProof(gateway.requestsTo('/oidc/token').slice(-1)[0]!.headers.get('dpop')!).header.jwk.x;
    await signIn({ownDevice: true});
    const first = lastKey();
    await signIn({}, 'inFrame');
    assert.equal(lastKey(), first);
    clock.ahead += 13 * 60 * MINUTE;
    await signIn({}, 'inFrame');
    assert.notEqual(lastKey(), first);
    assert.isUndefined(kept.key);
    await signIn({ownDevice: true});
    assert.notEqual(lastKey(), first);
  });

  it('signs out at the gateway and forgets key and tokens', async () => {
    const {session, gateway, kept, signIn} = await aVisit();
    await signIn({ownDevice: true});
    assert.deepEqual(await session.signOut(), {});
    assert.lengthOf(gateway.requestsTo('/oidc/sign-out'), 1);
    assert.isUndefined(kept.key);
    assert.equal(session.current().status, 'anonymous');
    await rejectsWith('TB_SIGN_IN_REQUIRED', session.sign({method: 'GET', url: `${gateway.origin}/v1/me`}));
  });

  it('forgets even when the gateway cannot be told, and then sends the browser there', async () => {
    const {session, gateway, signIn} = await aVisit();
    await signIn();
    gateway.quirks.isDown = true;
    const {navigateTo} = await session.signOut();
    assert.equal(navigateTo, `${gateway.origin}/oidc/session/end?${new URLSearchParams({client_id: gateway.page, post_logout_redirect_uri: `${gateway.page}/`}).toString()}`);
    assert.equal(session.current().status, 'anonymous');
  });
});
