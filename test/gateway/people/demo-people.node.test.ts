import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, test} from 'node:test';
import {Agreement} from '@tongban/domain/agreements/agreement.js';
import {checkCitizenId} from '@tongban/domain/checks/citizen-id.js';
import {checkUscc} from '@tongban/domain/checks/uscc.js';
import type {Guide} from '@tongban/domain/guide/guide.js';
import {DelegationsFile, PeopleFile} from '@tongban/gateway/people/person-record.js';
import * as v from 'valibot';
import {root} from '../../support/files.mjs';

const readJson = (name: string): unknown => JSON.parse(readFileSync(join(root, 'demo/data', name), 'utf8'));
const {people, staff} = v.parse(PeopleFile, readJson('people.json'));
const delegations = v.parse(DelegationsFile, readJson('delegations.json'));
const agreements = v.parse(v.array(Agreement), readJson('agreements.json'));
const guides = readJson('guides/guides.json') as Guide[];
const TODAY = '2026-11-21';

describe('the demo people', () => {
  test('are nobody real: an area never assigned, and numbers that add up', () => {
    for (const {userType, idNo, birth, id} of people) {
      const check = userType === 'person' ? checkCitizenId(idNo) : checkUscc(idNo);
      assert.ok(check.ok, id);
      if (userType === 'person') assert.equal(idNo.slice(0, 3), '999', id);
      if (birth) assert.equal(idNo.slice(6, 14), birth.replaceAll('-', ''), id);
    }
  });

  test('have ids and staff codes of their own, and no password', () => {
    const ids = [...people, ...staff].map(({id}) => id);
    assert.equal(new Set(ids).size, ids.length);
    assert.doesNotMatch(JSON.stringify([people, staff]), /password|口令|密码/i);
  });

  test('cover several levels, a firm with an agent, a guardian with a minor and a retiree', () => {
    assert.deepEqual([...new Set(people.map(({loa}) => loa))].sort(), [0, 2, 3, 4]);
    const kinds = delegations.filter(({validTo}) => validTo >= TODAY).map(({kind}) => kind);
    for (const kind of ['corpAgent', 'guardian'] as const) assert.ok(kinds.includes(kind), kind);
    assert.ok(
      people.some(({homeRegion, held}) => homeRegion === '320600' && held.some(({name}) => name === '人社退休信息')),
    );
  });

  test('delegate only among themselves', () => {
    const known = new Map(people.map(({id, userType}) => [id, userType]));
    for (const {grantor, granteeId} of delegations) {
      assert.equal(known.get(grantor.id), grantor.userType);
      assert.equal(known.get(granteeId), 'person');
    }
  });
});

describe('the demo agreements', () => {
  const between = (window: string, home: string) =>
    agreements.filter(
      (agreement) => agreement.window.region === window && agreement.home.region === home && agreement.kind === 'agent',
    );

  test('let every province of the delta receive for every other, for items that have a guide', () => {
    const provinces = ['310000', '320000', '330000', '340000'];
    const codes = new Set(guides.map(({catalogCode}) => catalogCode));
    for (const window of provinces) {
      for (const home of provinces.filter((other) => other !== window)) {
        const [agreement] = between(window, home);
        assert.ok(agreement);
        assert.ok(agreement.powers.includes('receive') && agreement.validFrom <= TODAY, `${window} → ${home}`);
        for (const code of agreement.items) assert.ok(codes.has(code), code);
      }
    }
  });

  test('hold one that has expired and one without the power to deliver', () => {
    assert.equal(agreements.filter(({validTo}) => validTo !== null && validTo < TODAY).length, 1);
    assert.deepEqual(
      between('320000', '340000').map(({powers}) => powers.includes('deliver')),
      [false],
    );
  });
});

describe('the demo guides', () => {
  test('have an edition of their own in each province, with codes that add up', () => {
    const codes = guides.flatMap(({deltas}) => deltas.map(({taskCode}) => taskCode));
    assert.equal(codes.length, 85);
    assert.equal(new Set(codes).size, 85);
    for (const {deltas} of guides) {
      for (const {region, taskCode = '', dept} of deltas) {
        assert.equal(taskCode.slice(0, 8), `11${region}`);
        assert.equal(taskCode.slice(0, 18), dept?.code);
        assert.deepEqual(checkUscc(taskCode.slice(0, 18)), {ok: true, value: dept?.code, warnings: []});
      }
    }
  });
});
