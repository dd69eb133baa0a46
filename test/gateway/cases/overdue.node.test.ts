import type {Command} from '@tongban/domain/case/command.js';
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {aFiling, aKey, aScan, upload} from '../support/filings.js';
import {gatewayWorld, MONDAY, type Visitor} from '../support/gateway-world.js';
import {refused} from '../support/refused.js';
import {until} from '../support/until.js';

const SHANGHAI = '310000';

describe('what nobody answers in time', async () => {
  const world = await gatewayWorld();
  const resident = await world.person('sh-resident', SHANGHAI, SHANGHAI);
  const clerk = await world.staff('SH3100-1201', SHANGHAI);
  const chief = await world.staff('SH3100-1202', SHANGHAI);
  let scans = 0;

  const look = (who: Visitor, caseNo: string) => who.api.call('caseFile', {params: {caseNo}});
  const act = async (who: Visitor, caseNo: string, command: Command) =>
    who.api.call('act', {params: {caseNo}, body: command, key: aKey(), revision: (await look(who, caseNo)).revision});
  async function returned(): Promise<string> {
    const {caseNo} = await resident.api.call('submit', {body: aFiling(await upload(resident, aScan(`scan ${scans++}`))), key: aKey()});
    await act(clerk, caseNo, {action: 'precheck', payload: {}});
    await act(clerk, caseNo, {action: 'precheckReturn', payload: {faults: [{materialId: 'bank', what: '看不清'}]}});
    return caseNo;
  }
  const proposals = async (caseNo: string) => (await look(resident, caseNo)).milestones.filter(({action}) => action === 'propose').length;
  const warned = (caseNo: string) => until(async () => (await look(resident, caseNo)).proposal?.what === 'expire');
  async function on(day: string): Promise<void> {
    world.clock = new Date(`${day}T02:00:00.000Z`);
    await world.restart(SHANGHAI); // Housekeeping begins with the gateway.
  }

  it('is warned of once, and sent back by a person on a later day', async () => {
    const expiry: Command = {action: 'expire', payload: {reason: '逾期未补正'}};
    try {
      const first = await returned();
      const disputed = await returned();
      await act(chief, disputed, {action: 'propose', payload: {what: 'void', reason: '录入有误'}});
      world.clock = new Date(MONDAY.getTime() + 86_400_000);
      const second = await returned();

      await on('2026-03-24'); // Fifteen workdays after the first notice, and one more day.
      await warned(first);
      assert.match((await look(resident, first)).proposal!.reason, /逾期/);
      assert.equal((await look(resident, first)).state, 'returned');
      assert.equal(await proposals(second), 0);
      await refused(act(clerk, first, expiry), 'TB_CASE_GUARD', {action: 'expire', guard: 'warnedBefore', why: 'warning'});

      await on('2026-03-25');
      await warned(second); // Its number comes last, so the others have been looked at.
      assert.equal(await proposals(first), 1);
      assert.equal((await look(clerk, disputed)).proposal?.what, 'void', 'what a person proposed stands');
      assert.equal((await act(clerk, first, expiry)).state, 'sentBack');
    } finally {
      world.clock = MONDAY;
    }
  });
});
