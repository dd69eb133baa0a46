import type {Command, SubmitCase} from '@tongban/domain/case/command.js';
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {aFiling, aKey, aScan, aWalkIn, upload} from '../support/filings.js';
import {gatewayWorld, type Visitor} from '../support/gateway-world.js';
import {refused} from '../support/refused.js';

const SHANGHAI = '310000';
const JIANGSU = '320000';

describe('a form that comes back as it was shown, masked,', async () => {
  const world = await gatewayWorld({provinces: [SHANGHAI, JIANGSU]});
  const retiree = await world.person('js-nantong-retiree', SHANGHAI, JIANGSU);
  const clerk = await world.staff('SH3100-1201', SHANGHAI);
  const suzhou = await world.staff('JS3205-0103', JIANGSU);
  let scans = 0;

  const scan = () => upload(retiree, aScan(`scan ${scans++}`));
  const look = (who: Visitor, caseNo: string) => who.api.call('caseFile', {params: {caseNo}});
  const act = async (who: Visitor, caseNo: string, command: Command) =>
    who.api.call('act', {params: {caseNo}, body: command, key: aKey(), revision: (await look(who, caseNo)).revision});
  const submit = async (overrides: Partial<SubmitCase> = {}) => (await retiree.api.call('submit', {body: aFiling(await scan(), overrides), key: aKey()})).caseNo;
  const fault = {faults: [{materialId: 'bank', what: '看不清'}]};

  async function stored(caseNo: string): Promise<Record<string, string>> {
    const db = await world.database.tenant(SHANGHAI);
    return (await db.selectFrom('case_fields').select('fields').where('case_no', '=', caseNo).executeTakeFirstOrThrow()).fields;
  }
  async function amendment(caseNo: string, fields: Record<string, string> = {}): Promise<Command> {
    const file = await look(retiree, caseNo);
    return {action: 'amend', payload: {answers: file.answers, fields: {...file.fields, ...fields}, slots: aFiling(await scan()).slots}};
  }
  const full = aFiling(undefined).fields;

  it('keeps what the case has when it is amended after the precheck', async () => {
    const caseNo = await submit();
    await act(clerk, caseNo, {action: 'precheck', payload: {}});
    await act(clerk, caseNo, {action: 'precheckReturn', payload: fault});
    const command = await amendment(caseNo, {mobile: '19900000002'});
    assert.match(JSON.stringify(command), /9\*{16}6.*622202\*+3445/);
    assert.equal((await act(retiree, caseNo, command)).state, 'submitted');
    assert.deepEqual(await stored(caseNo), {...full, mobile: '19900000002'});
  });

  it('keeps it when a window handed the case back, and in an answer to a notice', async () => {
    const caseNo = await submit({mode: 'agent', windowRegion: '320500'});
    await act(suzhou, caseNo, {action: 'takeIn', payload: {office: '苏州市政务服务中心'}});
    await act(suzhou, caseNo, {action: 'returnAtWindow', payload: fault});
    assert.equal((await act(retiree, caseNo, await amendment(caseNo))).state, 'submitted');
    await act(suzhou, caseNo, {action: 'takeIn', payload: {office: '苏州市政务服务中心'}});
    await act(suzhou, caseNo, {action: 'onceNotice', payload: {faults: [{fieldId: 'bankNo', what: '卡号有误'}]}});
    const {fields} = await look(retiree, caseNo);
    await act(retiree, caseNo, {action: 'resubmit', payload: {slots: [], fields: {...fields, bankNo: '6222020200119999998'}}});
    assert.deepEqual(await stored(caseNo), {...full, bankNo: '6222020200119999998'});
  });

  it('is filed with what the state knows of the applicant', async () => {
    const {person} = await retiree.api.call('me', {query: {}});
    const {name, idNo, mobile} = person!;
    assert.equal(name, '*秀兰');
    assert.deepEqual(await stored(await submit({fields: {...full, name, idNo, mobile: mobile!}})), full);
  });

  it('is refused where a mask hides something else, and nothing is kept of it', async () => {
    for (const [field, value] of [['name', '*大友'], ['idNo', '3****************X'], ['mobile', '138****8000'], ['bankNo', '622202*********0000']] as const) {
      await refused(submit({fields: {...full, [field]: value}}), 'TB_FIELD_INVALID', {field, why: 'masked'});
    }
    const caseNo = await submit();
    await act(clerk, caseNo, {action: 'precheck', payload: {}});
    await act(clerk, caseNo, {action: 'precheckReturn', payload: fault});
    await refused(act(retiree, caseNo, await amendment(caseNo, {name: '*大友'})), 'TB_FIELD_INVALID', {field: 'name', why: 'masked'});
    assert.deepEqual(await stored(caseNo), full);
    assert.equal((await look(retiree, caseNo)).state, 'returned');
  });

  it('is no name for a walk-in', async () => {
    const body = aWalkIn();
    const masked = {...body, applicant: {...body.applicant, name: '*多多'}};
    await refused(suzhou.api.call('takeIn', {body: masked, key: aKey()}), 'TB_FIELD_INVALID', {field: 'applicant.name', why: 'masked'});
  });
});
