import {canonicalJson} from '@tongban/domain/canonical-json.js';
import type {SubmitCase} from '@tongban/domain/case/command.js';
import {compactVerify, createLocalJWKSet, type JSONWebKeySet} from 'jose';
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {loopback} from '../../support/loopback.js';
import {aFiling, aKey, hashOf, upload} from '../support/filings.js';
import {gatewayWorld} from '../support/gateway-world.js';
import {refused} from '../support/refused.js';

const SHANGHAI = '310000';

describe('filing a case', async () => {
  const world = await gatewayWorld({provinces: ['310000', '320000', '330000']});
  const retiree = await world.person('js-nantong-retiree', SHANGHAI, '320000');
  const neighbour = await world.person('sh-resident', SHANGHAI, SHANGHAI);
  const submit = (body: SubmitCase, key = aKey()) => retiree.api.call('submit', {body, key});
  const withFields = (fields: Record<string, string>) => aFiling(undefined, {fields: {...aFiling(undefined).fields, ...fields}});

  it('is answered by a receipt that verifies against the published key', async () => {
    const body = aFiling(await upload(retiree));
    const key = aKey();
    const receipt = await submit(body, key);
    assert.match(receipt.caseNo, /^11310000TBDEM11584200209900800020260302\d{4}$/);
    assert.equal(receipt.state, 'submitted');
    const keys = (await (await loopback(`${world.gateway(SHANGHAI)}/v1/keys`)).json()) as JSONWebKeySet;
    const {payload} = await compactVerify(receipt.jws, createLocalJWKSet(keys));
    const bodySha256 = hashOf(Buffer.from(canonicalJson(body)));
    assert.deepEqual(JSON.parse(new TextDecoder().decode(payload)), {commandId: key, bodySha256, caseNo: receipt.caseNo, revision: 1, at: receipt.at});
  });

  it('shows the applicant their case, masked', async () => {
    const {caseNo} = await submit(aFiling(await upload(retiree)));
    const file = await retiree.api.call('caseFile', {params: {caseNo}});
    assert.equal(file.applicant.name, '*秀兰');
    assert.equal(file.applicant.idNo, '9****************6');
    assert.equal(file.fields['bankNo'], '622202*********3445');
    assert.deepEqual(file.allowed, ['withdraw']);
    assert.equal(file.slots.find(({materialId}) => materialId === 'bank')!.pieces[0]!.fileName, 'bank-1.pdf');
  });

  it('finds the case by its short code too', async () => {
    const {caseNo, shortCode} = await submit(aFiling(await upload(retiree)));
    assert.equal((await retiree.api.call('caseFile', {params: {caseNo: shortCode}})).caseNo, caseNo);
  });

  it('prints the filing receipt in full for the applicant', async () => {
    const {caseNo, papers} = await submit(aFiling(await upload(retiree)));
    assert.deepEqual(papers.map(({kind}) => kind), ['filingReceipt']);
    const paper = await retiree.api.call('paper', {params: {caseNo, docNo: papers[0]!.docNo}});
    assert.deepEqual(paper.applicant, {name: '顾秀兰', idNo: '999320196603159026'});
    assert.ok(paper.progressUrl.startsWith(world.page(SHANGHAI)));
  });

  it('lists it among the applicant’s cases, and warns of a second for the same item', async () => {
    const {caseNo} = await submit(aFiling(await upload(retiree)));
    const {cases} = await retiree.api.call('myCases', {});
    assert.ok(cases.some((row) => row.caseNo === caseNo && row.applicantName === '*秀兰'));
    assert.ok((await retiree.api.call('caseFile', {params: {caseNo}})).duplicateOf);
  });

  it('keeps no name, number or typed value in the log', async () => {
    await submit(aFiling(await upload(retiree)));
    const db = await world.database.tenant(SHANGHAI);
    const log = JSON.stringify(await db.selectFrom('case_events').select('event').execute());
    for (const secret of ['顾秀兰', '999320196603159026', '19900000001', '6222020200112233445', '银行卡.pdf']) assert.ok(!log.includes(secret), secret);
  });

  it('answers the same command sent again with the same receipt, and does it once', async () => {
    const body = aFiling(await upload(retiree));
    const key = aKey();
    const first = await submit(body, key);
    assert.deepEqual(await submit(body, key), first);
    const db = await world.database.tenant(SHANGHAI);
    assert.equal((await db.selectFrom('case_events').select('seq').where('case_no', '=', first.caseNo).execute()).length, 1);
  });

  it('still answers a command that was taken when what it rested on is no more', async () => {
    const body = aFiling(await upload(retiree));
    const key = aKey();
    const first = await submit(body, key);
    const db = await world.database.tenant(SHANGHAI);
    const {record} = await db.selectFrom('people').select('record').where('id', '=', 'js-nantong-retiree').executeTakeFirstOrThrow();
    await db.updateTable('people').set({record: JSON.stringify({...record, held: []})}).where('id', '=', 'js-nantong-retiree').execute();
    assert.deepEqual(await submit(body, key), first);
    await db.updateTable('people').set({record: JSON.stringify(record)}).where('id', '=', 'js-nantong-retiree').execute();
  });

  it('takes a key for one content only', async () => {
    const key = aKey();
    await submit(aFiling(await upload(retiree)), key);
    await refused(submit(withFields({mobile: '13800138000'}), key), 'TB_COMMAND_REUSED');
  });

  it('lets two people choose the same key', async () => {
    const key = aKey();
    const first = await submit(aFiling(await upload(retiree)), key);
    const body = aFiling(await upload(neighbour));
    const second = await neighbour.api.call('submit', {body, key});
    assert.notEqual(first.caseNo, second.caseNo);
  });

  describe('is refused, and leaves nothing behind,', () => {
    const count = async () => (await (await world.database.tenant(SHANGHAI)).selectFrom('cases').select('case_no').execute()).length;
    const leavesNothing = async (attempt: Promise<unknown>, ...[code, details]: Parameters<typeof refused> extends [unknown, ...infer Rest] ? Rest : never) => {
      const before = await count();
      await refused(attempt, code, details);
      assert.equal(await count(), before);
    };

    it('with a wrong check digit', async () => {
      await leavesNothing(submit(withFields({idNo: '999320196603159027'})), 'TB_FIELD_INVALID', {field: 'idNo', why: 'citizen-id-check'});
    });

    it('with a retired region', async () => {
      await leavesNothing(submit(withFields({center: world.seeds.regions.retired[0]!.code})), 'TB_REGION_RETIRED', {field: 'center', why: 'retired'});
    });

    it('with an answer to a question nobody asks', async () => {
      await leavesNothing(submit(aFiling(undefined, {answers: {retired: 'perhaps'}})), 'TB_WHEN_UNKNOWN', {question: 'retired', option: 'perhaps'});
    });

    it('with a field the item does not have', async () => {
      await leavesNothing(submit(withFields({shoeSize: '43'})), 'TB_CONTRACT_INVALID');
    });

    it('without a required field', async () => {
      await leavesNothing(submit(withFields({bankNo: ' '})), 'TB_FIELD_REQUIRED');
    });

    it('online without a necessary material', async () => {
      await leavesNothing(submit(aFiling(undefined)), 'TB_MATERIAL_MISSING');
    });

    it('with a waiver for a proof the state does not hold', async () => {
      const slots: SubmitCase['slots'] = [{materialId: 'retire', name: '', necessity: 1, state: 'waived', waivedBy: {by: 'share', dataName: '人社退休信息'}, pieces: []}];
      const hangzhou = await world.person('zj-hangzhou-resident', SHANGHAI, '330000');
      const body = aFiling(undefined, {answers: {retired: 'no', channel: 'self'}, slots});
      await leavesNothing(hangzhou.api.call('submit', {body, key: aKey()}), 'TB_MATERIAL_MISSING', {material: 'retire', why: 'waiver'});
    });

    it('with a file that was never uploaded', async () => {
      const piece = {...(await upload(retiree)), uploadId: '0'.repeat(32)};
      await leavesNothing(submit(aFiling(piece)), 'TB_UPLOAD_UNKNOWN');
    });

    it('with somebody else’s file', async () => {
      await leavesNothing(submit(aFiling(await upload(neighbour))), 'TB_UPLOAD_UNKNOWN');
    });

    it('for an edition that is not there', async () => {
      await leavesNothing(submit(aFiling(undefined, {taskVersion: 7})), 'TB_EDITION_INACTIVE');
    });

    it('for an item nobody has', async () => {
      await leavesNothing(submit(aFiling(undefined, {taskCode: '11310000TBDEM115842002099999000'})), 'TB_ITEM_UNKNOWN');
    });

    it('for an item of a province that does not take part', async () => {
      await leavesNothing(submit(aFiling(undefined, {taskCode: '11440000006940116U2440102002003'})), 'TB_ITEM_UNCLAIMED');
    });

    it('by somebody whose level is too low', async () => {
      const hangzhou = await world.person('zj-hangzhou-resident', SHANGHAI, '330000');
      const body = aFiling(await upload(hangzhou));
      await leavesNothing(hangzhou.api.call('submit', {body: {...body, slots: body.slots.map((slot) => ({...slot}))}, key: aKey()}), 'TB_LEVEL_TOO_LOW');
    });

    it('by an agent without a delegation', async () => {
      await leavesNothing(submit(aFiling(undefined, {delegationId: 'dlg-firm-agent'})), 'TB_DELEGATION_MISSING');
    });

    it('with text no database keeps as it is', async () => {
      await leavesNothing(submit(withFields({name: '顾\u0000秀兰'})), 'TB_CONTRACT_INVALID');
    });
  });

  it('shows a stranger nothing', async () => {
    const {caseNo, papers} = await submit(aFiling(await upload(retiree)));
    await refused(neighbour.api.call('caseFile', {params: {caseNo}}), 'TB_FORBIDDEN');
    await refused(neighbour.api.call('paper', {params: {caseNo, docNo: papers[0]!.docNo}}), 'TB_FORBIDDEN');
    await refused(neighbour.api.call('act', {params: {caseNo}, body: {action: 'withdraw', payload: {}}, key: aKey(), revision: 1}), 'TB_FORBIDDEN');
    await refused(world.anonymous(SHANGHAI).call('caseFile', {params: {caseNo}}), 'TB_SIGN_IN_REQUIRED');
  });

  it('says so when there is no such case', async () => {
    await refused(retiree.api.call('caseFile', {params: {caseNo: '11310000TBDEM115842002099008000202603029999'}}), 'TB_NOT_FOUND');
    await refused(retiree.api.call('caseFile', {params: {caseNo: 'x'}}), 'TB_NOT_FOUND');
  });
});
