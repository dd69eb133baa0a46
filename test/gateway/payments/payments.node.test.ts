import type {Command, SubmitCase} from '@tongban/domain/case/command.js';
import {generateKeyPair, SignJWT} from 'jose';
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {loopback} from '../../support/loopback.js';
import {aKey, aScan, upload} from '../support/filings.js';
import {gatewayWorld, type Visitor} from '../support/gateway-world.js';
import {refused} from '../support/refused.js';
import {until} from '../support/until.js';

const SHANGHAI = '310000';
const JIANGSU = '320000';
/** 居民身份证异地换领、补领: 20 yuan when it has expired, 40 when it is lost. */
const ID_CARD = '11310000TBDEM1123H2002099005000';

describe('a fee', async () => {
  const world = await gatewayWorld({provinces: [SHANGHAI, JIANGSU]});
  const applicant = await world.person('js-nantong-retiree', SHANGHAI, JIANGSU);
  const suzhou = await world.staff('JS3205-0103', JIANGSU);
  const clerk = await world.staff('SH3100-1201', SHANGHAI);
  const chief = await world.staff('SH3100-1202', SHANGHAI);
  const gateway = world.gateway(SHANGHAI);
  let scans = 0;

  const look = (caseNo: string, who: Visitor = applicant) => who.api.call('caseFile', {params: {caseNo}});
  const feeOf = async (caseNo: string) => (await look(caseNo)).fee!;
  const act = async (who: Visitor, caseNo: string, command: Command) => who.api.call('act', {params: {caseNo}, body: command, key: aKey(), revision: (await look(caseNo, who)).revision});
  const begin = (caseNo: string, returnTo?: string, who: Visitor = applicant) => who.api.call('beginPayment', {params: {caseNo}, body: returnTo === undefined ? {} : {returnTo}});
  const atCashier = (url: string, wish: 'pay' | 'cancel') => loopback(url, {method: 'POST', headers: {'content-type': 'application/x-www-form-urlencoded'}, body: `do=${wish}`, redirect: 'manual'});
  const notify = (notice: string) => world.anonymous(SHANGHAI).call('paymentNotice', {body: {notice}});
  const noticeOf = async (url: string) => ((await (await loopback(url.replace('/pay/', '/v1/orders/'))).json()) as {notice: string}).notice;

  async function aFiling(): Promise<SubmitCase> {
    const slot = async (materialId: string) => ({materialId, name: '', necessity: 1 as const, state: 'provided' as const, pieces: [await upload(applicant, aScan(`scan ${scans++}`))]});
    return {
      taskCode: ID_CARD, taskVersion: 1, mode: 'agent', windowRegion: '320500', answers: {why: 'expire'},
      fields: {name: '顾秀兰', idNo: '999320196603159026', mobile: '19900000001', pickup: 'o1'},
      slots: [await slot('form'), await slot('old')],
    };
  }
  /** Handed in at 苏州 for Shanghai: from here on the fee can be paid. */
  async function takenIn(): Promise<string> {
    const {caseNo} = await applicant.api.call('submit', {body: await aFiling(), key: aKey()});
    await act(suzhou, caseNo, {action: 'takeIn', payload: {office: '苏州市政务服务中心'}});
    return caseNo;
  }

  it('is paid at the cashier, and the case runs to its end', async () => {
    const caseNo = await takenIn();
    assert.deepEqual({...(await feeOf(caseNo)), lines: []}, {state: 'due', lines: [], dueFen: 2000, paidFen: 0, refundFen: 0, payments: [], mayPayOnline: true});
    for (const materialId of ['form', 'old']) await act(suzhou, caseNo, {action: 'checkOriginal', payload: {materialId, how: 'originalSeen'}});
    const home: Command[] = [{action: 'accept', payload: {}}, {action: 'startReview', payload: {}}, {action: 'decide', payload: {outcome: 'grant'}}];
    await act(suzhou, caseNo, {action: 'forward', payload: {carrier: 'online'}});
    for (const command of [{action: 'signFor', payload: {}} satisfies Command, ...home]) await act(clerk, caseNo, command);
    const make: Command = {action: 'make', payload: {resultName: '居民身份证'}};
    await refused(act(clerk, caseNo, make), 'TB_CASE_GUARD', {action: 'make', guard: 'feeSettled', why: 'fee'});

    const back = `${world.page(SHANGHAI)}/case?case=${caseNo}`;
    const {url, fen} = await begin(caseNo, back);
    assert.equal(fen, 2000);
    assert.equal(new URL(url).origin, world.cashier);
    const page = await (await loopback(url)).text();
    assert.ok(page.includes('演示收银台') && page.includes('20.00 元'));
    assert.ok(!page.includes('顾'), 'the cashier does not know who pays');
    const returned = await atCashier(url, 'pay');
    assert.deepEqual([returned.status, returned.headers.get('location')], [303, back]);

    const fee = await feeOf(caseNo);
    assert.deepEqual([fee.state, fee.dueFen, fee.payments.map(({means, fen: paid}) => [means, paid])], ['paid', 0, [['online', 2000]]]);
    await act(clerk, caseNo, make);
    await act(clerk, caseNo, {action: 'dispatch', payload: {by: 'window'}});
    const {state} = await act(suzhou, caseNo, {action: 'handOver', payload: {to: 'applicant', idChecked: true}});
    assert.equal(state, 'closed');
    await refused(begin(caseNo), 'TB_FEE_SETTLED');
  });

  it('is paid from the page of another province as well', async () => {
    const caseNo = await takenIn();
    const atHome = await world.person('js-nantong-retiree', JIANGSU, JIANGSU);
    const back = `${world.page(JIANGSU)}/`;
    const {url} = await begin(caseNo, back, atHome);
    assert.equal((await atCashier(url, 'pay')).headers.get('location'), back);
    assert.equal((await look(caseNo, atHome)).fee!.state, 'paid');
  });

  it('is taken at the window of another province, with the number of its receipt', async () => {
    const caseNo = await takenIn();
    await refused(act(suzhou, caseNo, {action: 'takeFee', payload: {means: 'cash', fen: 4000, billNo: 'JS-0001'}}), 'TB_FEE_AMOUNT');
    await act(suzhou, caseNo, {action: 'takeFee', payload: {means: 'cash', fen: 2000, billNo: 'JS-0001'}});
    assert.deepEqual((await feeOf(caseNo)).payments.map(({billNo, means}) => [billNo, means]), [['JS-0001', 'cash']]);
    await refused(begin(caseNo), 'TB_FEE_SETTLED');
  });

  it('has one order while that is open, and another after it was cancelled', async () => {
    const caseNo = await takenIn();
    const first = await begin(caseNo);
    assert.deepEqual(await begin(caseNo), first);
    await atCashier(first.url, 'cancel');
    assert.equal((await feeOf(caseNo)).state, 'due');
    const second = await begin(caseNo);
    assert.notEqual(second.billNo, first.billNo);
    await atCashier(second.url, 'pay');
    assert.equal((await feeOf(caseNo)).state, 'paid');
  });

  it('is paid once, however often the cashier says so', async () => {
    const caseNo = await takenIn();
    const {url} = await begin(caseNo);
    await atCashier(url, 'pay');
    const notice = await noticeOf(url);
    const {revision} = await look(caseNo);
    await Promise.all(Array.from({length: 4}, () => notify(notice)));
    assert.equal((await look(caseNo)).revision, revision);
    assert.equal((await feeOf(caseNo)).paidFen, 2000);
  });

  it('is not paid by a notice that the cashier has not signed, or that is for another gateway or another order', async () => {
    const caseNo = await takenIn();
    const {url, billNo} = await begin(caseNo);
    const orderNo = url.split('/').pop()!;
    const {privateKey} = await generateKeyPair('ES256');
    const forged = await new SignJWT({state: 'paid', orderNo, billNo, fen: 2000, paidOn: '2026-03-02'})
      .setProtectedHeader({alg: 'ES256', kid: 'demo-cashier', typ: 'tongban-payment-notice'})
      .setIssuer(world.cashier).setAudience(gateway).setIssuedAt().sign(privateKey);
    await refused(notify(forged), 'TB_PAYMENT_NOTICE');
    await refused(notify('nonsense'), 'TB_PAYMENT_NOTICE');
    const said = await noticeOf(url);
    await refused(world.anonymous(JIANGSU).call('paymentNotice', {body: {notice: said}}), 'TB_PAYMENT_NOTICE');
    const db = await world.database.tenant(SHANGHAI);
    await db.updateTable('payment_orders').set({fen: 1}).where('order_no', '=', orderNo).execute();
    await atCashier(url, 'pay');
    await refused(notify(await noticeOf(url)), 'TB_PAYMENT_NOTICE', {why: 'amount'});
    assert.equal((await feeOf(caseNo)).state, 'due');
  });

  it('whose notice did not arrive is found out by asking', async () => {
    const caseNo = await takenIn();
    const {url} = await begin(caseNo);
    world.setReachable(SHANGHAI, false);
    await atCashier(url, 'pay');
    world.setReachable(SHANGHAI, true);
    await until(async () => (await begin(caseNo).then(() => 'open', (error: {name: string}) => error.name)) === 'TB_FEE_SETTLED');
    assert.equal((await feeOf(caseNo)).paidFen, 2000);
  });

  it('can be tried again when the cashier was away', async () => {
    const caseNo = await takenIn();
    world.setCashierReachable(false);
    await refused(begin(caseNo), 'TB_PAYMENT_CASHIER');
    world.setCashierReachable(true);
    assert.ok((await begin(caseNo)).url);
  });

  it('is owed back when the case is withdrawn, stays on the office’s list until a clerk has given it back', async () => {
    const caseNo = await takenIn();
    const {url, billNo} = await begin(caseNo);
    await act(applicant, caseNo, {action: 'withdraw', payload: {}});
    const listed = async () => (await chief.api.call('staffCases', {})).cases.some((row) => row.caseNo === caseNo);
    assert.equal(await listed(), false);
    await atCashier(url, 'pay');
    assert.deepEqual([(await feeOf(caseNo)).state, (await feeOf(caseNo)).refundFen], ['refundDue', 2000], 'the money came after the end');
    assert.equal(await listed(), true);
    await refused(act(suzhou, caseNo, {action: 'refundFee', payload: {billNo, refundNo: 'back-1', fen: 2000}}), 'TB_ROLE_MISSING');
    await act(chief, caseNo, {action: 'refundFee', payload: {billNo, refundNo: 'back-1', fen: 2000}});
    assert.equal((await feeOf(caseNo)).state, 'refunded');
    assert.equal(await listed(), false);
  });

  it('is begun by the applicant only, from receipt on, and sends nobody to a stranger’s page', async () => {
    const {caseNo} = await applicant.api.call('submit', {body: await aFiling(), key: aKey()});
    await refused(begin(caseNo), 'TB_CASE_TRANSITION');
    await act(suzhou, caseNo, {action: 'takeIn', payload: {office: '苏州市政务服务中心'}});
    const stranger = await world.person('sh-resident', SHANGHAI, SHANGHAI);
    await refused(begin(caseNo, undefined, stranger), 'TB_FORBIDDEN');
    await refused(begin(caseNo, undefined, clerk), 'TB_FORBIDDEN');
    for (const away of ['https://evil.example/', 'javascript:alert(1)', `${world.page(SHANGHAI)}.evil.example/`]) await refused(begin(caseNo, away), 'TB_ORIGIN_FOREIGN');
  });
});
