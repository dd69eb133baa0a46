import type {Action, Command} from '@tongban/domain/case/command.js';
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {loopback} from '../../support/loopback.js';
import {aFiling, aKey, aScan, aWalkIn, upload, WALK_IN_ID} from '../support/filings.js';
import {gatewayWorld, type Visitor} from '../support/gateway-world.js';
import {refused} from '../support/refused.js';

const SHANGHAI = '310000';
const JIANGSU = '320000';
const SUZHOU = '320500';

describe('a case between two provinces', async () => {
  const world = await gatewayWorld({provinces: [SHANGHAI, JIANGSU]});
  const retiree = await world.person('js-nantong-retiree', SHANGHAI, JIANGSU);
  const suzhou = await world.staff('JS3205-0103', JIANGSU);
  const nantong = await world.staff('JS3206-0207', JIANGSU);
  const clerk = await world.staff('SH3100-1201', SHANGHAI);

  const look = (who: Visitor, caseNo: string) => who.api.call('caseFile', {params: {caseNo}});
  async function act(who: Visitor, caseNo: string, command: Command, revision?: number) {
    return who.api.call('act', {params: {caseNo}, body: command, key: aKey(), revision: revision ?? (await look(who, caseNo)).revision});
  }
  const fileAtWindow = async () => {
    const body = aFiling(await upload(retiree), {mode: 'agent', windowRegion: SUZHOU});
    return (await retiree.api.call('submit', {body, key: aKey()})).caseNo;
  };
  const allowed = async (who: Visitor, caseNo: string): Promise<Action[]> => (await look(who, caseNo)).allowed;

  it('goes the whole way: window, forward, sign for, notice, answer, accept, decide, deliver, hand over', async () => {
    const caseNo = await fileAtWindow();
    assert.ok((await suzhou.api.call('staffCases', {})).cases.some((row) => row.caseNo === caseNo));
    assert.ok((await allowed(suzhou, caseNo)).includes('takeIn'));

    const intake = await act(suzhou, caseNo, {action: 'takeIn', payload: {office: '苏州市政务服务中心'}});
    assert.equal(intake.state, 'received');
    assert.ok(intake.papers.some(({kind}) => kind === 'intakeReceipt'));
    await refused(act(suzhou, caseNo, {action: 'forward', payload: {carrier: 'online'}}), 'TB_CASE_GUARD');
    await act(suzhou, caseNo, {action: 'checkOriginal', payload: {materialId: 'bank', how: 'originalSeen'}});
    assert.equal((await act(suzhou, caseNo, {action: 'forward', payload: {carrier: 'online'}})).state, 'forwarding');

    assert.ok((await clerk.api.call('staffCases', {})).cases.some((row) => row.caseNo === caseNo));
    assert.equal((await act(clerk, caseNo, {action: 'signFor', payload: {}})).state, 'atHome');
    await act(clerk, caseNo, {action: 'onceNotice', payload: {faults: [{materialId: 'bank', what: '银行卡照片不清晰', remedy: '请重新上传'}]}});

    const noticed = await look(retiree, caseNo);
    assert.equal(noticed.state, 'supplement');
    assert.equal(noticed.faults[0]!.what, '银行卡照片不清晰');
    const fresh = await upload(retiree, aScan('a sharper picture'));
    const answer: Command = {action: 'resubmit', payload: {slots: [{materialId: 'bank', name: '', necessity: 1, state: 'provided', pieces: [fresh]}]}};
    assert.equal((await act(retiree, caseNo, answer)).state, 'atHome');

    const accepted = await act(clerk, caseNo, {action: 'accept', payload: {}});
    assert.equal(accepted.state, 'accepted');
    const clocks = (await look(clerk, caseNo)).clocks.filter(({state}) => state === 'running').map(({kind}) => kind);
    assert.deepEqual(clocks.sort(), ['legal', 'promised']);
    await act(clerk, caseNo, {action: 'startReview', payload: {}});
    assert.equal((await act(clerk, caseNo, {action: 'decide', payload: {outcome: 'grant'}})).state, 'decided');
    await act(clerk, caseNo, {action: 'make', payload: {resultName: '提取款转账凭证', resultNo: 'T-1'}});
    await act(clerk, caseNo, {action: 'dispatch', payload: {by: 'window'}});
    const done = await act(suzhou, caseNo, {action: 'handOver', payload: {to: 'applicant', idChecked: true}});
    assert.equal(done.state, 'closed');

    const file = await look(retiree, caseNo);
    assert.equal(file.doneResult, 0);
    assert.deepEqual(file.acts.map(({name}) => name), ['takeIn', 'handOver']);
    const steps = file.milestones.map(({action}) => action);
    assert.deepEqual(steps, ['submit', 'takeIn', 'checkOriginal', 'forward', 'signFor', 'onceNotice', 'resubmit', 'accept', 'startReview', 'decide', 'make', 'dispatch', 'handOver']);
  });

  it('takes a walk-in at the window, with scans made there', async () => {
    const scan = await upload(suzhou, aScan('scanned at the window'));
    const body = aWalkIn({slots: [{materialId: 'bank', name: '', necessity: 1, state: 'provided', pieces: [scan]}]});
    const receipt = await suzhou.api.call('takeIn', {body, key: aKey()});
    assert.equal(receipt.state, 'received');
    const file = await look(suzhou, receipt.caseNo);
    assert.equal(file.windowRegion, SUZHOU);
    assert.equal(file.applicant.name, '*多多');
    const db = await world.database.tenant(SHANGHAI);
    const moved = await db.selectFrom('uploads').select(['case_no', 'sha256']).where('id', '=', scan.uploadId).executeTakeFirstOrThrow();
    assert.deepEqual(moved, {case_no: receipt.caseNo, sha256: scan.sha256});
    const paper = await suzhou.api.call('paper', {params: {caseNo: receipt.caseNo, docNo: receipt.papers[0]!.docNo}});
    assert.equal(paper.applicant.name, '钱多多');
  });

  it('knows a walk-in who later signs in as the applicant', async () => {
    const applicant = {userType: 'person', name: '顾秀兰', idNo: '999320196603159026', mobile: '19900000001'} as const;
    const {caseNo} = await suzhou.api.call('takeIn', {body: aWalkIn({applicant}), key: aKey()});
    assert.ok((await retiree.api.call('myCases', {})).cases.some((row) => row.caseNo === caseNo));
    assert.ok((await allowed(retiree, caseNo)).includes('withdraw'));
  });

  it('refuses a walk-in with a wrong number', async () => {
    const applicant = {userType: 'person', name: '钱多多', idNo: WALK_IN_ID.replace(/.$/, (last) => (last === '1' ? '2' : '1')), mobile: '19900000077'} as const;
    await refused(suzhou.api.call('takeIn', {body: aWalkIn({applicant}), key: aKey()}), 'TB_FIELD_INVALID', {field: 'applicant.idNo', why: 'citizen-id-check'});
  });

  it('gives the home gateway’s answer to the window, refusals too', async () => {
    const caseNo = await fileAtWindow();
    await refused(act(suzhou, caseNo, {action: 'accept', payload: {}}), 'TB_POWER_MISSING');
    await refused(act(suzhou, caseNo, {action: 'decide', payload: {outcome: 'grant'}}), 'TB_ROLE_MISSING');
    await refused(act(clerk, caseNo, {action: 'decide', payload: {outcome: 'grant'}}), 'TB_CASE_TRANSITION');
    await refused(act(suzhou, caseNo, {action: 'takeIn', payload: {office: ''}}, 7), 'TB_CASE_STALE', {revision: 1});
    assert.equal((await look(retiree, caseNo)).revision, 1);
  });

  it('shows a case only to the window that holds it, once it is held', async () => {
    const caseNo = await fileAtWindow();
    assert.ok((await look(nantong, caseNo)).caseNo);
    await act(suzhou, caseNo, {action: 'takeIn', payload: {office: '苏州市政务服务中心'}});
    await refused(look(nantong, caseNo), 'TB_FORBIDDEN');
  });

  it('finds a case at home elsewhere by its short code', async () => {
    const caseNo = await fileAtWindow();
    const {shortCode} = await look(retiree, caseNo);
    assert.equal((await look(suzhou, shortCode)).caseNo, caseNo);
  });

  it('does a command once that the window sends twice', async () => {
    const caseNo = await fileAtWindow();
    const call = {params: {caseNo}, body: {action: 'takeIn', payload: {office: '苏州市政务服务中心'}} as const, key: aKey(), revision: 1};
    const first = await suzhou.api.call('act', call);
    assert.deepEqual(await suzhou.api.call('act', call), first);
    assert.equal((await look(suzhou, caseNo)).revision, 2);
  });

  it('files through the gateway of another province, files and all', async () => {
    const home = await world.person('js-nantong-retiree', JIANGSU, JIANGSU);
    const body = aFiling(await upload(home, aScan('from home')));
    const {caseNo} = await home.api.call('submit', {body, key: aKey()});
    assert.ok((await home.api.call('myCases', {})).cases.some((row) => row.caseNo === caseNo));
    assert.equal((await look(retiree, caseNo)).slots.find(({materialId}) => materialId === 'bank')!.pieces[0]!.sha256, body.slots[1]!.pieces[0]!.sha256);
  });

  it('shows the window the very bytes the applicant handed in, and a stranger none', async () => {
    const bytes = aScan('to be looked at');
    const piece = await upload(retiree, bytes);
    const {caseNo} = await retiree.api.call('submit', {body: aFiling(piece, {mode: 'agent', windowRegion: SUZHOU}), key: aKey()});
    const fetchPiece = (who: Visitor) => who.send({method: 'GET', url: `${who.gateway}/v1/cases/${caseNo}/pieces/${piece.uploadId}`});
    for (const who of [retiree, suzhou, clerk]) {
      const response = await fetchPiece(who);
      assert.equal(response.headers.get('content-type'), 'application/pdf');
      assert.equal(response.headers.get('content-disposition'), 'attachment; filename="bank-1.pdf"');
      assert.deepEqual(new Uint8Array(await response.arrayBuffer()), bytes);
    }
    const stranger = await world.person('sh-resident', SHANGHAI, SHANGHAI);
    assert.equal((await fetchPiece(stranger)).status, 403);
  });

  it('tells a device which of its commands were taken, wherever that was', async () => {
    const home = await world.person('js-nantong-retiree', JIANGSU, JIANGSU);
    const [taken, lost] = [aKey(), aKey()];
    const {caseNo} = await home.api.call('submit', {body: aFiling(await upload(home, aScan('counted'))), key: taken});
    assert.deepEqual(await home.api.call('commandStatus', {body: {keys: [taken, lost]}}), {taken: [{key: taken, caseNo}], unknown: [lost]});
    assert.deepEqual((await suzhou.api.call('commandStatus', {body: {keys: [taken]}})).unknown, [taken]);
    world.setReachable(SHANGHAI, false);
    try {
      await refused(home.api.call('commandStatus', {body: {keys: [taken]}}), 'TB_GATEWAY');
    } finally {
      world.setReachable(SHANGHAI, true);
    }
  });

  it('publishes the keys of both, for receipts of cases at home elsewhere', async () => {
    const {keys} = (await (await loopback(`${world.gateway(JIANGSU)}/v1/keys`)).json()) as {keys: {kid: string}[]};
    assert.equal(new Set(keys.map(({kid}) => kid)).size, 2);
  });

  it('reads on from the copy while home cannot be reached, and says that nothing can be done', async () => {
    const caseNo = await fileAtWindow();
    const before = await look(suzhou, caseNo);
    const inbox = await suzhou.api.call('staffCases', {});
    world.setReachable(SHANGHAI, false);
    try {
      const copy = await look(suzhou, caseNo);
      assert.equal(copy.revision, before.revision);
      assert.deepEqual(copy.allowed, []);
      assert.ok(copy.barred.some(({action, code}) => action === 'takeIn' && code === 'TB_GATEWAY'));
      assert.equal((await suzhou.api.call('staffCases', {})).cases.length, inbox.cases.length);
      await refused(act(suzhou, caseNo, {action: 'takeIn', payload: {office: ''}}, 1), 'TB_GATEWAY');
    } finally {
      world.setReachable(SHANGHAI, true);
    }
    assert.equal((await act(suzhou, caseNo, {action: 'takeIn', payload: {office: '苏州市政务服务中心'}})).state, 'received');
  });

  it('deems accepted what nobody told anything about in time', async () => {
    const caseNo = await fileAtWindow();
    await act(suzhou, caseNo, {action: 'takeIn', payload: {office: '苏州市政务服务中心'}});
    const monday = world.clock;
    world.clock = new Date('2026-03-11T02:00:00.000Z');
    try {
      await world.restart(SHANGHAI);
      const file = await untilState(caseNo, 'accepted');
      assert.equal(file.milestones[file.milestones.length - 1]!.action, 'deemAccepted');
    } finally {
      world.clock = monday;
    }
  });

  async function untilState(caseNo: string, state: string) {
    for (let attempt = 0; attempt < 200; attempt++) {
      const file = await look(retiree, caseNo);
      if (file.state === state) return file;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`The case never became ${state}.`);
  }
});
