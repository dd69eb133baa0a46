import {canonicalJson} from '@tongban/domain/canonical-json.js';
import {hasCode} from '@tongban/domain/errors.js';
import {compactVerify, createLocalJWKSet, type JSONWebKeySet} from 'jose';
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {loopback} from '../../support/loopback.js';
import {aFiling, aKey, hashOf, upload} from '../support/filings.js';
import {gatewayWorld} from '../support/gateway-world.js';

const SHANGHAI = '310000';
const rejectsWith = (promise: Promise<unknown>, code: Parameters<typeof hasCode>[1]) => assert.rejects(promise, (error) => hasCode(error, code));

describe('filing a case', async () => {
  const world = await gatewayWorld({provinces: ['310000', '320000']});
  const retiree = await world.person('js-nantong-retiree', SHANGHAI, '320000');
  const other = await world.person('zj-hangzhou-resident', SHANGHAI, '320000').catch(() => undefined);

  it('is answered by a receipt that verifies against the published key', async () => {
    const body = aFiling(await upload(retiree));
    const key = aKey();
    const receipt = await retiree.api.call('submit', {body, key});
    assert.match(receipt.caseNo, /^11310000TBDEM115842002099008000202603020001$/);
    assert.equal(receipt.state, 'submitted');
    const keys = (await (await loopback(`${world.gateway(SHANGHAI)}/v1/keys`)).json()) as JSONWebKeySet;
    const {payload} = await compactVerify(receipt.jws, createLocalJWKSet(keys));
    const bodySha256 = hashOf(Buffer.from(canonicalJson(body)));
    assert.deepEqual(JSON.parse(new TextDecoder().decode(payload)), {commandId: key, bodySha256, caseNo: receipt.caseNo, revision: 1, at: receipt.at});
  });

  it('shows the applicant their case, masked', async () => {
    const {caseNo} = await retiree.api.call('submit', {body: aFiling(await upload(retiree)), key: aKey()});
    const file = await retiree.api.call('caseFile', {params: {caseNo}});
    assert.equal(file.applicant.name, '*秀兰');
    assert.equal(file.applicant.idNo, '9****************6');
    assert.equal(file.fields['bankNo'], '622202*********3445');
    assert.deepEqual(file.allowed, ['withdraw']);
    assert.equal(file.slots.find(({materialId}) => materialId === 'bank')!.pieces[0]!.fileName, 'bank-1.pdf');
  });

  void other;
  void rejectsWith;
});
