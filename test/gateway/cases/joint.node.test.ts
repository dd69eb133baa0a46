import type {Command, SubmitCase} from '@tongban/domain/case/command.js';
import type {Seeds} from '@tongban/gateway/config.js';
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {aKey, aScan, upload} from '../support/filings.js';
import {gatewayWorld, type Visitor} from '../support/gateway-world.js';
import {refused} from '../support/refused.js';

const SHANGHAI = '310000';
const JIANGSU = '320000';
const ID_CARD = '11310000TBDEM1123H2002099005000';

/** Somebody at 苏州 who may also decide the part that is done there. */
const withReviewer = (seeds: Seeds): Seeds => ({...seeds, staff: seeds.staff.map((one) => (one.id === 'JS3205-0103' ? {...one, roles: [...one.roles, 'reviewer']} : one))});

describe('多地联办: a case in two parts', async () => {
  const world = await gatewayWorld({provinces: [SHANGHAI, JIANGSU], seeds: withReviewer});
  const applicant = await world.person('js-nantong-retiree', SHANGHAI, JIANGSU);
  const suzhou = await world.staff('JS3205-0103', JIANGSU);
  const shanghai = await world.staff('SH3100-1201', SHANGHAI);

  const look = (caseNo: string, who: Visitor = shanghai) => who.api.call('caseFile', {params: {caseNo}});
  const act = async (who: Visitor, caseNo: string, command: Command) => who.api.call('act', {params: {caseNo}, body: command, key: aKey(), revision: (await look(caseNo, who)).revision});
  const running = async (caseNo: string) => (await look(caseNo)).clocks.filter(({state}) => state === 'running').map(({kind, part, dueNow}) => [kind, part, dueNow]);

  it('goes from the window’s part to the partner’s, each on its own clock, the case on the sum of both', async () => {
    const slot = async (materialId: string) => ({materialId, name: '', necessity: 1 as const, state: 'provided' as const, pieces: [await upload(applicant, aScan(materialId))]});
    const body: SubmitCase = {
      taskCode: ID_CARD, taskVersion: 1, mode: 'joint', windowRegion: '320500', answers: {why: 'expire'},
      fields: {name: '顾秀兰', idNo: '999320196603159026', mobile: '19900000001', pickup: 'o1'},
      slots: [await slot('form'), await slot('old')],
    };
    const {caseNo} = await applicant.api.call('submit', {body, key: aKey()});
    await act(suzhou, caseNo, {action: 'takeIn', payload: {office: '苏州市政务服务中心'}});
    for (const materialId of ['form', 'old']) await act(suzhou, caseNo, {action: 'checkOriginal', payload: {materialId, how: 'originalSeen'}});
    await act(suzhou, caseNo, {action: 'takeFee', payload: {means: 'cash', fen: 2000, billNo: 'JS-0001'}});
    await act(suzhou, caseNo, {action: 'accept', payload: {}});
    // Monday 2 March 2026: 60 days and 20 workdays for the whole; 20 days and 5 workdays, then 40 and 15, for the parts.
    const whole = [['legal', undefined, {on: '2026-05-06'}], ['promised', undefined, {on: '2026-03-30'}]];
    assert.deepEqual(await running(caseNo), whole);
    await act(suzhou, caseNo, {action: 'startReview', payload: {}});
    await act(suzhou, caseNo, {action: 'startPart', payload: {part: 'local'}});
    assert.deepEqual(await running(caseNo), [...whole, ['legal', 'local', {on: '2026-03-23'}], ['promised', 'local', {on: '2026-03-09'}]]);
    await refused(act(shanghai, caseNo, {action: 'startPart', payload: {part: 'partner'}}), 'TB_CASE_GUARD');
    await act(suzhou, caseNo, {action: 'decidePart', payload: {part: 'local', outcome: 'grant'}});
    await act(shanghai, caseNo, {action: 'startPart', payload: {part: 'partner'}});
    assert.deepEqual((await running(caseNo)).slice(2), [['legal', 'partner', {on: '2026-04-13'}], ['promised', 'partner', {on: '2026-03-23'}]]);
    await act(shanghai, caseNo, {action: 'decidePart', payload: {part: 'partner', outcome: 'grant'}});
    for (const command of [{action: 'decide', payload: {outcome: 'grant'}}, {action: 'make', payload: {resultName: '居民身份证'}}, {action: 'dispatch', payload: {by: 'window'}}] satisfies Command[]) await act(shanghai, caseNo, command);
    assert.equal((await act(suzhou, caseNo, {action: 'handOver', payload: {to: 'applicant', idChecked: true}})).state, 'closed');
  });
});
