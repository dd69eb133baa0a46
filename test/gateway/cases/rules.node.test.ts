import type {Command} from '@tongban/domain/case/command.js';
import type {Guide} from '@tongban/domain/guide/guide.js';
import {hasCode, type ErrorCode} from '@tongban/domain/errors.js';
import {checkSeeds} from '@tongban/gateway/catalogue/check-seeds.js';
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readSeeds} from '../../../demo/seeds.js';
import {aFiling, aKey, aScan, RETIREMENT_CATALOG, upload} from '../support/filings.js';
import {gatewayWorld, MONDAY, type Visitor} from '../support/gateway-world.js';
import {refused} from '../support/refused.js';

const SHANGHAI = '310000';

describe('the rules at the gateway', async () => {
  const world = await gatewayWorld();
  const resident = await world.person('sh-resident', SHANGHAI, SHANGHAI);
  const clerk = await world.staff('SH3100-1201', SHANGHAI);
  const chief = await world.staff('SH3100-1202', SHANGHAI);
  let scans = 0;

  const submit = async () => (await resident.api.call('submit', {body: aFiling(await upload(resident, aScan(`scan ${scans++}`))), key: aKey()})).caseNo;
  const look = (who: Visitor, caseNo: string) => who.api.call('caseFile', {params: {caseNo}});
  const act = async (who: Visitor, caseNo: string, command: Command) =>
    who.api.call('act', {params: {caseNo}, body: command, key: aKey(), revision: (await look(who, caseNo)).revision});
  async function received(): Promise<string> {
    const caseNo = await submit();
    await act(clerk, caseNo, {action: 'precheck', payload: {}});
    await act(clerk, caseNo, {action: 'precheckPass', payload: {}});
    return caseNo;
  }

  it('show a due date past the calendar as a day it is not before', async () => {
    world.clock = new Date('2026-12-31T02:00:00.000Z');
    try {
      const caseNo = await received();
      const {papers} = await act(clerk, caseNo, {action: 'accept', payload: {}});
      const {clocks} = await look(resident, caseNo);
      const legal = clocks.find(({kind}) => kind === 'legal')!;
      assert.ok(legal.dueNow && 'notBefore' in legal.dueNow);
      const acceptance = papers.find(({kind}) => kind === 'acceptance')!;
      const paper = await resident.api.call('paper', {params: {caseNo, docNo: acceptance.docNo}});
      assert.ok(paper.dueOn && 'notBefore' in paper.dueOn);
      assert.ok((await resident.api.call('myCases', {})).cases.length > 0);
    } finally {
      world.clock = MONDAY;
    }
  });

  it('ask a second person for a refusal', async () => {
    const caseNo = await received();
    const refusal: Command = {action: 'refuse', payload: {reason: '不属于本单位受理范围', remedy: '可依法申请行政复议或提起行政诉讼'}};
    await refused(act(clerk, caseNo, refusal), 'TB_SECOND_PERSON');
    await act(clerk, caseNo, {action: 'propose', payload: {what: 'refuse', reason: '不属于本单位受理范围'}});
    await refused(act(clerk, caseNo, refusal), 'TB_SECOND_PERSON');
    assert.equal((await act(chief, caseNo, refusal)).state, 'refused');
    assert.equal((await look(resident, caseNo)).doneResult, 6);
  });

  it('let an applicant withdraw, and nobody act afterwards', async () => {
    const caseNo = await submit();
    assert.equal((await act(resident, caseNo, {action: 'withdraw', payload: {}})).state, 'withdrawn');
    await refused(act(clerk, caseNo, {action: 'precheck', payload: {}}), 'TB_CASE_TRANSITION');
  });

  it('hold what an applicant changes to the same checks as a first filing', async () => {
    const caseNo = await received();
    await act(clerk, caseNo, {action: 'onceNotice', payload: {faults: [{fieldId: 'bankNo', what: '卡号有误'}]}});
    const resubmit = (fields: Record<string, string>): Command => ({action: 'resubmit', payload: {slots: [], fields}});
    await refused(act(resident, caseNo, resubmit({idNo: '999320196603159027'})), 'TB_FIELD_INVALID', {field: 'idNo', why: 'citizen-id-check'});
    await act(resident, caseNo, resubmit({bankNo: '6222020200119999998'}));
    assert.equal((await look(clerk, caseNo)).fields['bankNo'], '622202*********9998');
  });
});

describe('a gateway does not start', () => {
  const seeds = readSeeds();
  const guide = seeds.guides.find(({catalogCode}) => catalogCode === RETIREMENT_CATALOG)!;
  const refuses = (change: Partial<Guide>, code: ErrorCode) =>
    assert.throws(() => checkSeeds({...seeds, guides: [{...guide, ...change}]}), (error) => hasCode(error, code));

  it('with a guide whose material hangs on a question nobody asks', () => {
    refuses({materials: [{...guide.materials[0]!, when: {q: 'unknown', is: 'yes'}}]}, 'TB_WHEN_UNKNOWN');
  });

  it('with a guide that promises more time than the law gives', () => {
    refuses({promised: {value: 99, unit: 'workday'}, legal: {value: 3, unit: 'workday'}, projectType: 2}, 'TB_LIMIT_ORDER');
  });

  it('with a guide that has not the shape of one', () => {
    refuses({version: 0}, 'TB_CONTRACT_INVALID');
  });
});
