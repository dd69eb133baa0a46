import {keySetAt, tendRing, type Ring} from '@tongban/gateway/keys/key-ring.js';
import {compactVerify, createLocalJWKSet, exportJWK, generateKeyPair, type JSONWebKeySet, type JWK} from 'jose';
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {loopback} from '../../support/loopback.js';
import {aDatabase} from '../support/a-database.js';
import {aFiling, aKey, aScan, upload} from '../support/filings.js';
import {gatewayWorld} from '../support/gateway-world.js';

const SHANGHAI = '310000';
const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 1);

describe('the keys of a gateway', async () => {
  const data = await aDatabase();
  const db = await data.database.tenant(SHANGHAI);
  let rings = 0;
  const aRing = () => `ring-${rings++}`;
  const kids = (ring: Ring, now: number) => {
    const {current, next, retired} = keySetAt(ring, now);
    return {current: current.kid, next: next.map(({kid}) => kid), retired: retired.map(({kid}) => kid)};
  };

  it('begin with one, which every process finds', async () => {
    const name = aRing();
    const other = await (await data.another()).tenant(SHANGHAI);
    const [one, two] = await Promise.all([tendRing(db, name, undefined, START), tendRing(other, name, undefined, START)]);
    assert.deepEqual(one, two);
    assert.equal(one.length, 1);
  });

  it('are followed by another that is published a week before it signs, and stay published after', async () => {
    const name = aRing();
    const first = keySetAt(await tendRing(db, name, undefined, START), START).current.kid;
    assert.equal((await tendRing(db, name, undefined, START + 82 * DAY)).length, 1);
    const announced = START + 83 * DAY;
    const ring = await tendRing(db, name, undefined, announced);
    const next = kids(ring, announced).next[0]!;
    assert.deepEqual(kids(ring, announced), {current: first, next: [next], retired: []});
    assert.deepEqual(kids(ring, START + 90 * DAY - 1), {current: first, next: [next], retired: []});
    assert.deepEqual(kids(ring, START + 90 * DAY), {current: next, next: [], retired: [first]}, 'at the hour, without asking again');
  });

  it('are announced for a week also when nobody was there in time', async () => {
    const name = aRing();
    await tendRing(db, name, undefined, START);
    const late = START + 400 * DAY;
    const ring = await tendRing(db, name, undefined, late);
    const {current, next} = kids(ring, late);
    assert.equal(next.length, 1);
    assert.equal(kids(ring, late + 7 * DAY - 1).current, current);
    assert.equal(kids(ring, late + 7 * DAY).current, next[0]);
  });

  it('lose their private half a day after their last use', async () => {
    const name = aRing();
    await tendRing(db, name, undefined, START);
    await tendRing(db, name, undefined, START + 83 * DAY);
    const privateHalves = async (now: number) => (await tendRing(db, name, undefined, now).then(() => tendRing(db, name, undefined, now))).map(({key}) => key.d !== undefined);
    assert.deepEqual(await privateHalves(START + 91 * DAY), [true, true]);
    assert.deepEqual(await privateHalves(START + 91 * DAY + 1), [false, true]);
  });

  it('go on from the one key a gateway had before', async () => {
    const {privateKey} = await generateKeyPair('ES256', {extractable: true});
    const old: JWK = {...(await exportJWK(privateKey)), kid: 'the-old-one'};
    assert.equal(keySetAt(await tendRing(db, aRing(), old, START), START).current.kid, 'the-old-one');
  });
});

describe('a receipt of an earlier key', async () => {
  const world = await gatewayWorld();
  const resident = await world.person('sh-resident', SHANGHAI, SHANGHAI);
  const file = async (scan: string) => resident.api.call('submit', {body: aFiling(await upload(resident, aScan(scan))), key: aKey()});
  const published = async () => (await (await loopback(`${world.gateway(SHANGHAI)}/v1/keys`)).json()) as JSONWebKeySet;
  const signer = async (jws: string) => (await compactVerify(jws, createLocalJWKSet(await published()))).protectedHeader.kid;

  it('still verifies after the gateway has gone on to the next, which was published before', async () => {
    const before = await file('one');
    const db = await world.database.tenant(SHANGHAI);
    await db.updateTable('signing_keys').set({signs_from: new Date(Date.now() - 84 * DAY)}).where('ring', '=', 'receipts').execute();
    await world.restart(SHANGHAI);
    const {keys} = await published();
    assert.equal(keys.length, 2, 'announced');
    assert.ok(keys.every((key) => !('d' in key)));
    assert.equal(await signer((await file('two')).jws), await signer(before.jws));
    await db.updateTable('signing_keys').set({signs_from: new Date(Date.now() - 3 * DAY)}).where('ring', '=', 'receipts').where('generation', '=', 2).execute();
    await world.restart(SHANGHAI);
    const after = await file('three');
    assert.notEqual(await signer(after.jws), await signer(before.jws));
    assert.equal(await signer(after.jws), keys[1]!.kid);
  });
});
