import type {Command, SubmitCase} from '@tongban/domain/case/command.js';
import type {When} from '@tongban/domain/guide/when.js';
import type {Seeds} from '@tongban/gateway/config.js';
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {aFiling, aKey, aScan, RETIREMENT_CATALOG, upload} from '../support/filings.js';
import {gatewayWorld, type Visitor} from '../support/gateway-world.js';
import {refused} from '../support/refused.js';

const SHANGHAI = '310000';

/** The item with a fee of 20 yuan. */
const withFee = (when: When) => (seeds: Seeds): Seeds => ({
  ...seeds,
  guides: seeds.guides.map((guide) => (guide.catalogCode === RETIREMENT_CATALOG ? {...guide, fees: [{name: '工本费', amount: 20, standard: '20 元/证', when}]} : guide)),
});

describe('a result', async () => {
  // A fee that is not asked of somebody who comes themself.
  const world = await gatewayWorld({seeds: withFee({q: 'channel', is: 'agent'})});
  const resident = await world.person('sh-resident', SHANGHAI, SHANGHAI);
  const clerk = await world.staff('SH3100-1201', SHANGHAI);
  const chief = await world.staff('SH3100-1202', SHANGHAI);
  let scans = 0;

  const look = (who: Visitor, caseNo: string) => who.api.call('caseFile', {params: {caseNo}});
  const act = async (who: Visitor, caseNo: string, command: Command) =>
    who.api.call('act', {params: {caseNo}, body: command, key: aKey(), revision: (await look(who, caseNo)).revision});
  async function walk(caseNo: string, ...commands: Command[]): Promise<string> {
    for (const command of commands) await act(clerk, caseNo, command);
    return caseNo;
  }
  async function accepted(filing?: Partial<SubmitCase>): Promise<string> {
    const {caseNo} = await resident.api.call('submit', {body: aFiling(await upload(resident, aScan(`scan ${scans++}`)), filing), key: aKey()});
    return walk(caseNo, {action: 'precheck', payload: {}}, {action: 'precheckPass', payload: {}}, {action: 'accept', payload: {}}, {action: 'startReview', payload: {}});
  }
  const granted: Command[] = [{action: 'decide', payload: {outcome: 'grant'}}, {action: 'make', payload: {resultName: '提取款转账凭证'}}];
  const sent = async (by: 'electronic' | 'courier') => walk(await accepted(), ...granted, {action: 'dispatch', payload: {by, waybill: 'E1'}});
  const close: Command = {action: 'close', payload: {}};
  async function open(who: Visitor, caseNo: string, kind = 'decision') {
    const {docNo} = (await look(resident, caseNo)).papers.find((paper) => paper.kind === kind)!;
    await who.api.call('paper', {params: {caseNo, docNo}});
  }

  it('sent electronically lets the case be closed once its applicant has opened it', async () => {
    const caseNo = await sent('electronic');
    await open(clerk, caseNo);
    await open(resident, caseNo, 'acceptance');
    await refused(act(clerk, caseNo, close), 'TB_CASE_GUARD', {action: 'close', guard: 'resultTaken', why: 'notTaken'});
    await open(resident, caseNo);
    await open(resident, caseNo);
    assert.ok((await look(clerk, caseNo)).allowed.includes('close'));
    assert.equal((await act(clerk, caseNo, close)).state, 'closed');
  });

  it('that was read before it was sent has not been received', async () => {
    const caseNo = await walk(await accepted(), ...granted);
    await open(resident, caseNo);
    await act(clerk, caseNo, {action: 'dispatch', payload: {by: 'electronic'}});
    await refused(act(clerk, caseNo, close), 'TB_CASE_GUARD');
  });

  it('in a parcel is not received by reading about it', async () => {
    const caseNo = await sent('courier');
    await open(resident, caseNo);
    await refused(act(clerk, caseNo, close), 'TB_CASE_GUARD');
    await act(clerk, caseNo, {action: 'dispatch', payload: {by: 'electronic'}});
    await open(resident, caseNo);
    await act(clerk, caseNo, {action: 'dispatch', payload: {by: 'courier', waybill: 'E2'}});
    await refused(act(clerk, caseNo, close), 'TB_CASE_GUARD');
  });

  it('that is a denial is opened like a grant', async () => {
    const caseNo = await accepted();
    await act(clerk, caseNo, {action: 'propose', payload: {what: 'deny', reason: '不符合提取条件'}});
    await act(chief, caseNo, {action: 'decide', payload: {outcome: 'deny', reason: '不符合提取条件'}});
    await act(clerk, caseNo, {action: 'dispatch', payload: {by: 'electronic'}});
    await open(resident, caseNo, 'denial');
    assert.equal((await act(clerk, caseNo, close)).state, 'closed');
  });
});

describe('a result with a fee', async () => {
  const world = await gatewayWorld({seeds: withFee(null)});
  const resident = await world.person('sh-resident', SHANGHAI, SHANGHAI);
  const clerk = await world.staff('SH3100-1201', SHANGHAI);

  it('is not made before the fee is paid, and says so', async () => {
    let receipt = await resident.api.call('submit', {body: aFiling(await upload(resident)), key: aKey()});
    const {caseNo} = receipt;
    const act = (command: Command) => clerk.api.call('act', {params: {caseNo}, body: command, key: aKey(), revision: receipt.revision});
    for (const action of ['precheck', 'precheckPass', 'accept', 'startReview'] as const) receipt = await act({action, payload: {}});
    receipt = await act({action: 'decide', payload: {outcome: 'grant'}});
    await refused(act({action: 'make', payload: {resultName: '提取款转账凭证'}}), 'TB_CASE_GUARD', {action: 'make', guard: 'feeSettled', why: 'fee'});
  });
});
