import type {Command} from '@tongban/domain/case/command.js';
import {outbox} from '@tongban/gateway/events/outbox.js';
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {listen} from '../support/event-source.js';
import {aFiling, aKey, aScan, upload} from '../support/filings.js';
import {gatewayWorld, type Visitor} from '../support/gateway-world.js';
import {until} from '../support/until.js';

const SHANGHAI = '310000';
const JIANGSU = '320000';

describe('events', async () => {
  const world = await gatewayWorld({provinces: [SHANGHAI, JIANGSU], processes: 2, limits: {listenersPerPrincipal: 3}});
  const retiree = await world.person('js-nantong-retiree', SHANGHAI, JIANGSU);
  const resident = await world.person('sh-resident', SHANGHAI, SHANGHAI);
  const clerk = await world.staff('SH3100-1201', SHANGHAI);
  const suzhou = await world.staff('JS3205-0103', JIANGSU);
  const nantong = await world.staff('JS3206-0207', JIANGSU);
  let scans = 0;

  async function file(overrides: Partial<ReturnType<typeof aFiling>> = {}): Promise<string> {
    const body = aFiling(await upload(retiree, aScan(`scan ${scans++}`)), overrides);
    return (await retiree.api.call('submit', {body, key: aKey()})).caseNo;
  }
  const act = (who: Visitor, caseNo: string, revision: number, command: Command) => who.api.call('act', {params: {caseNo}, body: command, key: aKey(), revision});
  const precheck: Command = {action: 'precheck', payload: {}};
  const pass: Command = {action: 'precheckPass', payload: {}};

  it('tell the applicant of every step within two seconds, whichever process took it', async () => {
    const listening = [await listen(retiree), await listen(retiree)];
    const caseNo = await file();
    await act(clerk, caseNo, 1, precheck);
    const done = performance.now();
    await act(clerk, caseNo, 2, pass);
    for (const each of listening) {
      await until(() => each.changes().filter((change) => change.caseNo === caseNo).length === 3, 2_000);
      assert.deepEqual(each.changes().filter((change) => change.caseNo === caseNo).map(({revision}) => revision), [1, 2, 3]);
      each.stop();
    }
    assert.ok(performance.now() - done < 2_000);
  });

  it('say that something changed, and nothing of what', async () => {
    const listening = await listen(retiree);
    const caseNo = await file();
    const change = await until(() => listening.heard.find(({event}) => event === 'change'));
    assert.deepEqual(change.data, {about: 'case', caseNo, revision: 1});
    listening.stop();
  });

  it('go to those a case concerns and nobody else', async () => {
    const [applicant, stranger, officer] = [await listen(retiree), await listen(resident), await listen(clerk)];
    const caseNo = await file();
    await until(() => applicant.changes().some((change) => change.caseNo === caseNo));
    await until(() => officer.changes().some((change) => change.caseNo === caseNo));
    assert.deepEqual(stranger.changes(), []);
    for (const each of [applicant, stranger, officer]) each.stop();
  });

  it('go on after the last one heard, without a gap and without a double', async () => {
    const first = await listen(retiree);
    const caseNo = await file();
    await until(() => first.changes().length === 1);
    const lastHeard = first.heard[first.heard.length - 1]!.id!;
    first.stop();
    await act(clerk, caseNo, 1, precheck);
    const others = await Promise.all([file(), file(), file()]);
    const second = await listen(retiree, lastHeard);
    await act(clerk, caseNo, 2, pass);
    await until(() => second.changes().length === 5);
    const changes = second.changes();
    assert.deepEqual(changes.filter((change) => change.caseNo === caseNo).map(({revision}) => revision), [2, 3]);
    assert.deepEqual(new Set(changes.map((change) => change.caseNo)), new Set([caseNo, ...others]));
    const ids = changes.map(({id}) => Number(id));
    assert.deepEqual(ids, [...ids].sort((a, b) => a - b));
    second.stop();
  });

  it('reach a listener while many are written at once, each once and in order', async () => {
    const listening = await listen(retiree);
    const cases = await Promise.all(Array.from({length: 20}, () => file()));
    await until(() => listening.changes().length === cases.length);
    assert.deepEqual(new Set(listening.changes().map(({caseNo}) => caseNo)), new Set(cases));
    const ids = listening.changes().map(({id}) => Number(id));
    assert.deepEqual(ids, [...ids].sort((a, b) => a - b));
    listening.stop();
  });

  it('tell a listener who was away too long to look at everything again', async () => {
    const db = await world.database.tenant(SHANGHAI);
    await outbox(db, SHANGHAI).prune(new Date(Date.now() + 60_000));
    const listening = await listen(retiree, '1');
    assert.ok(listening.heard.some(({event}) => event === 'resync'));
    listening.stop();
  });

  it('reach the window in the other province, and the applicant’s page there', async () => {
    const home = await world.person('js-nantong-retiree', JIANGSU, JIANGSU);
    const [window, page, elsewhere] = [await listen(suzhou), await listen(home), await listen(nantong)];
    const started = performance.now();
    const caseNo = await file({mode: 'agent', windowRegion: '320500'});
    for (const each of [window, page]) await until(() => each.changes().some((change) => change.caseNo === caseNo), 2_000);
    assert.ok(performance.now() - started < 4_000);
    assert.deepEqual(elsewhere.changes(), []);
    for (const each of [window, page, elsewhere]) each.stop();
  });

  it('reach the other province after it was cut off', async () => {
    const window = await listen(suzhou);
    world.setReachable(JIANGSU, false);
    const caseNo = await file({mode: 'agent', windowRegion: '320500'});
    await until(() => world.log.some((line) => line.includes('peer hints')));
    assert.ok(!window.changes().some((change) => change.caseNo === caseNo));
    world.setReachable(JIANGSU, true);
    await until(() => window.changes().some((change) => change.caseNo === caseNo), 10_000);
    window.stop();
  });

  it('end when the person signs out', async () => {
    const leaver = await world.person('sh-resident', SHANGHAI, SHANGHAI);
    const listening = await listen(leaver);
    await leaver.send({method: 'POST', url: `${leaver.gateway}/oidc/sign-out`});
    await listening.ended;
  });

  it('end when the token does', async () => {
    const listening = await listen(retiree);
    const db = await world.database.tenant(SHANGHAI);
    const tokens = db.selectFrom('oidc_payloads').select(['kind', 'id', 'payload']).where('kind', '=', 'AccessToken');
    const soon = Math.floor(Date.now() / 1000) + 2;
    for (const {kind, id, payload} of await tokens.execute()) {
      await db.updateTable('oidc_payloads').set({payload: JSON.stringify({...payload, exp: soon})}).where('kind', '=', kind).where('id', '=', id).execute();
    }
    const short = await listen(retiree);
    await short.ended;
    assert.ok(Date.now() / 1000 >= soon - 0.1);
    listening.stop();
  });

  it('end for who holds more streams than a person needs', async () => {
    const open = [await listen(clerk), await listen(clerk), await listen(clerk), await listen(clerk), await listen(clerk), await listen(clerk)];
    assert.deepEqual(open.map(({status}) => status), [200, 200, 200, 200, 200, 200]);
    assert.equal((await listen(clerk)).status, 429);
    open.forEach((each) => each.stop());
  });

  it('need a sign-in, and an id that is one', async () => {
    const {loopback} = await import('../../support/loopback.js');
    assert.equal((await loopback(`${world.gateway(SHANGHAI)}/v1/events`)).status, 401);
    assert.equal((await listen(retiree, 'yesterday')).status, 400);
  });
});
