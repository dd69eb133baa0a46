import type {TakeInCase} from '@tongban/domain/case/command.js';
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {aKey} from '../support/filings.js';
import {gatewayWorld} from '../support/gateway-world.js';
import {refused} from '../support/refused.js';

const JIANGSU = '320000';

/** 姜若宁 stands at the 苏州 window for her firm, whose scope of business changes. */
const walkIn: TakeInCase = {
  taskCode: '11320000TBDEM2118B2000199002000',
  taskVersion: 1,
  mode: 'agent',
  windowRegion: '320500',
  delegationId: 'dlg-firm-agent',
  answers: {one: 'single', permit: 'no', channel: 'agent'},
  fields: {uscc: '91320500TBDEM90101', scopeOld: '软件开发', scopeNew: '软件开发；信息咨询', decidedOn: '2026-02-27'},
  slots: [],
  applicant: {userType: 'corp', name: '苏州通办示例科技有限公司', idNo: '91320500TBDEM90101', mobile: '19900000004'},
};

describe('a walk-in with a delegation', async () => {
  const world = await gatewayWorld({provinces: [JIANGSU]});
  const suzhou = await world.staff('JS3205-0103', JIANGSU);
  const takeIn = (body: TakeInCase) => suzhou.api.call('takeIn', {body, key: aKey()});

  it('is read with its agent, by the window and by the agent', async () => {
    const {caseNo} = await takeIn(walkIn);
    const file = await suzhou.api.call('caseFile', {params: {caseNo}});
    assert.equal(file.applicant.name, '苏州通办示例科技有限公司');
    assert.equal(file.agent?.name, '*若宁');
    const agent = await world.person('js-suzhou-agent', JIANGSU, JIANGSU);
    assert.equal((await agent.api.call('caseFile', {params: {caseNo}})).agent?.name, '*若宁');
    assert.ok((await agent.api.call('myCases', {})).cases.some((row) => row.caseNo === caseNo));
  });

  it('is refused when nobody gave that delegation', async () => {
    await refused(takeIn({...walkIn, delegationId: 'dlg-guardian'}), 'TB_DELEGATION_MISSING', {why: 'unknown'});
  });

  it('is refused, and writes nothing, when nobody here knows the agent', async () => {
    const db = await world.database.tenant(JIANGSU);
    const known = await db.selectFrom('people').selectAll().where('id', '=', 'js-suzhou-agent').executeTakeFirstOrThrow();
    const count = async () => (await db.selectFrom('cases').select('case_no').execute()).length;
    const before = await count();
    await db.deleteFrom('people').where('id', '=', known.id).execute();
    try {
      await refused(takeIn(walkIn), 'TB_DELEGATION_MISSING', {why: 'agent'});
      assert.equal(await count(), before);
    } finally {
      await db.insertInto('people').values({...known, record: JSON.stringify(known.record)}).execute();
    }
  });
});
