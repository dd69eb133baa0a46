import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {aFiling, aKey, aScan, RETIREMENT, upload} from '../support/filings.js';
import {gatewayWorld} from '../support/gateway-world.js';
import {refused} from '../support/refused.js';

const SHANGHAI = '310000';
const JIANGSU = '320000';
/** Shanghai's edition of 公司变更登记, for firms. */
const FIRM_CHANGE = '11310000TBDEM1115N2000199002000';

describe('who signed in', async () => {
  const world = await gatewayWorld({provinces: [SHANGHAI, JIANGSU]});
  const retiree = await world.person('js-nantong-retiree', SHANGHAI, JIANGSU);
  const agent = await world.person('js-suzhou-agent', SHANGHAI, JIANGSU);
  const clerk = await world.staff('SH3100-1201', SHANGHAI);
  const firm = world.seeds.people.find(({id}) => id === 'js-suzhou-firm')!;

  it('is shown masked, wherever they are at home', async () => {
    const {person} = await retiree.api.call('me', {query: {}});
    assert.equal(person!.name, '*秀兰');
    assert.equal(person!.idNo, '9****************6');
    assert.equal(person!.mobile, '199****0001');
    assert.equal(person!.homeRegion, '320600');
  });

  it('gets a share for their vault that is theirs and stays', async () => {
    const first = await retiree.api.call('me', {query: {}});
    const again = await retiree.api.call('me', {query: {}});
    const other = await clerk.api.call('me', {query: {}});
    assert.equal(first.vaultShare, again.vaultShare);
    assert.notEqual(first.vaultShare, other.vaultShare);
    await world.restart(SHANGHAI);
    assert.equal((await retiree.api.call('me', {query: {}})).vaultShare, first.vaultShare);
  });

  it('is staff with office and roles', async () => {
    const {staff, person} = await clerk.api.call('me', {query: {}});
    assert.equal(person, undefined);
    assert.deepEqual(staff!.roles, ['receiver', 'reviewer']);
    assert.equal(staff!.office, '上海市住房公积金管理中心');
  });

  it('finds the form filled in with what the state knows, for this item only', async () => {
    const {fields} = await retiree.api.call('prefill', {params: {taskCode: RETIREMENT}, query: {}});
    assert.deepEqual(fields, {name: '顾秀兰', idNo: '999320196603159026', mobile: '19900000001'});
  });

  it('need not hand in what is held for this item', async () => {
    const {held} = await retiree.api.call('held', {params: {taskCode: RETIREMENT}, query: {}});
    assert.deepEqual(held.map(({name}) => name), ['居民身份证', '人社退休信息']);
  });

  it('acts for a firm under its delegation, and not without', async () => {
    const {person} = await agent.api.call('me', {query: {delegation: 'dlg-firm-agent'}});
    assert.equal(person!.actingFor!.grantorName, firm.name);
    const {held} = await agent.api.call('held', {params: {taskCode: FIRM_CHANGE}, query: {delegation: 'dlg-firm-agent'}});
    assert.ok(held.some(({name}) => name === '营业执照'));
    await refused(agent.api.call('me', {query: {delegation: 'dlg-guardian'}}), 'TB_DELEGATION_MISSING');
    await refused(retiree.api.call('prefill', {params: {taskCode: FIRM_CHANGE}, query: {delegation: 'dlg-firm-agent'}}), 'TB_DELEGATION_MISSING');
  });

  it('files for the firm: the case is the firm’s, the paper says who acted', async () => {
    const guide = world.seeds.guides.find(({taskCode}) => taskCode === FIRM_CHANGE)!;
    const answers = Object.fromEntries(guide.situations.map(({id, options}) => [id, options[0]!.id]));
    const {fields: known} = await agent.api.call('prefill', {params: {taskCode: FIRM_CHANGE}, query: {delegation: 'dlg-firm-agent'}});
    const others = guide.fields.filter(({id}) => known[id] === undefined).map(({id, type, options}) => [id, valueFor(type, options?.[0]?.id)]);
    const fields = {...known, ...Object.fromEntries(others)} as Record<string, string>;
    const scan = await upload(agent, aScan('resolution'));
    const slots = guide.materials.filter(({necessity}) => necessity === 1).map(({id}) => ({materialId: id, name: '', necessity: 1 as const, state: 'provided' as const, pieces: [scan]}));
    const body = aFiling(undefined, {taskCode: FIRM_CHANGE, mode: 'agent', windowRegion: '320500', delegationId: 'dlg-firm-agent', answers, fields, slots});
    const {caseNo, papers} = await agent.api.call('submit', {body, key: aKey()});
    const file = await agent.api.call('caseFile', {params: {caseNo}});
    assert.equal(file.applicant.name, firm.name);
    assert.equal(file.applicant.idNo, firm.idNo);
    const self = world.seeds.people.find(({id}) => id === 'js-suzhou-agent')!;
    assert.equal(file.agent!.name, `*${self.name.slice(1)}`);
    const paper = await agent.api.call('paper', {params: {caseNo, docNo: papers[0]!.docNo}});
    assert.equal(paper.agentName, self.name);
    assert.ok((await agent.api.call('myCases', {})).cases.some((row) => row.caseNo === caseNo));
    await refused(retiree.api.call('caseFile', {params: {caseNo}}), 'TB_FORBIDDEN');
  });
});

function valueFor(type: string, option: string | undefined): string {
  const values: Record<string, string> = {region: '310000', date: '2026-03-02', number: '3', money: '10', boolean: 'true', mobile: '13800138000', choice: option ?? 'x', bankCard: '6222020200112233445', citizenId: '999320196603159026', uscc: '91350100M000100Y43'};
  return values[type] ?? '经营范围';
}
