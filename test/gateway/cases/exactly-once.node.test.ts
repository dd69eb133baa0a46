import type {Receipt} from '@tongban/domain/case/case-file.js';
import {hasCode} from '@tongban/domain/errors.js';
import {verifyChain} from '@tongban/domain/case/log.js';
import type {CaseEvent} from '@tongban/domain/case/case-event.js';
import {sha256} from '@tongban/gateway/canonical-hash.js';
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {aFiling, aKey, aScan, upload} from '../support/filings.js';
import {gatewayWorld} from '../support/gateway-world.js';

const SHANGHAI = '310000';

describe('three gateway processes on one database', async () => {
  const world = await gatewayWorld({processes: 3});
  const resident = await world.person('sh-resident', SHANGHAI, SHANGHAI);
  const clerk = await world.staff('SH3100-1201', SHANGHAI);
  const body = async (text: string) => aFiling(await upload(resident, aScan(text)), {fields: {...aFiling(undefined).fields, name: '沈'}});

  async function verifiedLog(caseNo: string): Promise<CaseEvent[]> {
    const db = await world.database.tenant(SHANGHAI);
    const rows = await db.selectFrom('case_events').select('event').where('case_no', '=', caseNo).orderBy('seq').execute();
    const events = rows.map(({event}) => event as CaseEvent);
    await verifyChain(events, (text) => Promise.resolve(sha256(text)));
    return events;
  }

  it('apply a command once that is sent to all of them at the same time', async () => {
    const filing = await body('once');
    const key = aKey();
    const receipts = await Promise.all(Array.from({length: 9}, () => resident.api.call('submit', {body: filing, key})));
    assert.equal(new Set(receipts.map(({caseNo}) => caseNo)).size, 1);
    assert.equal(new Set(receipts.map(({jws}) => jws)).size, 1);
    assert.equal((await verifiedLog(receipts[0]!.caseNo)).length, 1);
  });

  it('give every case of a day its own number', async () => {
    const filings = await Promise.all(Array.from({length: 12}, (_, n) => body(`number ${n}`)));
    const receipts = await Promise.all(filings.map((filing) => resident.api.call('submit', {body: filing, key: aKey()})));
    const serials = receipts.map(({caseNo}) => Number(caseNo.slice(-4))).sort((a, b) => a - b);
    assert.deepEqual(serials, serials.map((_, index) => serials[0]! + index));
  });

  it('let one of several different commands win, and tell the others that the case has moved on', async () => {
    const {caseNo} = await resident.api.call('submit', {body: await body('race'), key: aKey()});
    const attempts = Array.from({length: 9}, () =>
      clerk.api.call('act', {params: {caseNo}, body: {action: 'precheck', payload: {}}, key: aKey(), revision: 1}).then(
        (receipt): Receipt | Error => receipt,
        (error: Error) => error,
      ),
    );
    const outcomes = await Promise.all(attempts);
    const lost = outcomes.filter((outcome) => outcome instanceof Error);
    assert.equal(outcomes.length - lost.length, 1);
    for (const error of lost) assert.ok(hasCode(error, 'TB_CASE_STALE'), String(error));
    assert.deepEqual((await verifiedLog(caseNo)).map(({action}) => action), ['submit', 'precheck']);
  });

  it('take no command for a log that was tampered with', async () => {
    const {caseNo} = await resident.api.call('submit', {body: await body('tampered'), key: aKey()});
    const db = await world.database.tenant(SHANGHAI);
    const {event} = await db.selectFrom('case_events').select('event').where('case_no', '=', caseNo).executeTakeFirstOrThrow();
    await db.updateTable('case_events').set({event: JSON.stringify({...event, at: '2026-03-01T02:00:00.000Z'})}).where('case_no', '=', caseNo).execute();
    const attempt = clerk.api.call('act', {params: {caseNo}, body: {action: 'precheck', payload: {}}, key: aKey(), revision: 1});
    await assert.rejects(attempt, (error) => hasCode(error, 'TB_LOG_BROKEN'));
  });
});
