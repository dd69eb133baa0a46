import {assert} from '@open-wc/testing';
import type {Case} from '@tongban/domain/case/case.js';
import {caseView} from '@tongban/domain/case/case-view.js';
import {feeOf} from '@tongban/domain/fees/fee-of.js';
import type {FeeSpec} from '@tongban/domain/guide/guide.js';
import fc from 'fast-check';
import {walks} from '../../fixtures/case-moves.js';
import {aCaseGuide, APPLICANT, aWalkTo, CaseWalk, staff, SYSTEM} from '../../fixtures/cases.js';
import {throwsWith} from '../../support/throws-with.js';

const [window, chief] = [staff('suzhou'), staff('shanghaiChief')];
const DAY = '2026-03-02';
const why = {id: 'why', question: '什么情况？', options: [{id: 'expire', label: '有效期满'}, {id: 'lost', label: '丢失'}]};
const byReason: FeeSpec[] = [
  {name: '到期换领', amount: 20, when: {q: 'why', is: 'expire'}},
  {name: '丢失补领', amount: 40, when: {q: 'why', is: 'lost'}},
];
const aGuide = (fees: FeeSpec[] = [{name: '工本费', amount: 20, when: null}]) => aCaseGuide({fees, situations: [why]});
const guide = aGuide();
const feeIn = ({file}: CaseWalk, of = guide) => feeOf(file, of);
const atWindow = (of = guide) => new CaseWalk({guide: of}).submit().act(window, 'takeIn', {office: '苏州市政务服务中心'});
const bill = (billNo: string, fen = 2000) => ({billNo, fen, on: DAY});

describe('the fee of a case', () => {
  it('is what the guide asks for the answers that were given', () => {
    const feeFor = (answers: Case['answers'], of = aGuide(byReason)) => feeIn(new CaseWalk({guide: of}).submit({answers}), of);
    assert.deepInclude(feeFor({why: 'expire'}), {owedFen: 2000, state: 'due', isSettled: false});
    assert.deepInclude(feeFor({why: 'lost'}), {owedFen: 4000, state: 'due'});
    const free = feeFor({why: 'expire'}, aGuide(byReason.slice(1)));
    assert.deepInclude(free, {owedFen: 0, isSettled: true});
    assert.isUndefined(free.state);
  });

  it('is taken at the window, in full and once, and stands in the case file', () => {
    const walk = atWindow();
    throwsWith('TB_FEE_AMOUNT', () => walk.act(window, 'takeFee', {means: 'cash', fen: 1999, billNo: 'receipt-1'}));
    walk.act(window, 'takeFee', {means: 'card', fen: 2000, billNo: 'receipt-1'});
    assert.equal(walk.acts[walk.acts.length - 1]!.tells, 'feePaid');
    throwsWith('TB_FEE_SETTLED', () => walk.act(window, 'takeFee', {means: 'card', fen: 2000, billNo: 'receipt-2'}));
    const {fee} = caseView(walk.file, {context: walk.context({actor: window}), party: {userType: 'person', name: '顾秀兰', idNo: '999320196603159026'}});
    assert.deepEqual(fee, {
      state: 'paid', lines: [{name: '工本费', fen: 2000}], dueFen: 0, paidFen: 2000, refundFen: 0, mayPayOnline: false,
      payments: [{billNo: 'receipt-1', means: 'card', fen: 2000, on: DAY, refunds: []}],
    });
  });

  it('can be paid online by the applicant from receipt on, where the guide does not say otherwise', () => {
    const mayPay = (walk: CaseWalk, actor = APPLICANT) => caseView(walk.file, {context: walk.context({actor}), party: {userType: 'person', name: '顾秀兰', idNo: '999320196603159026'}}).fee?.mayPayOnline;
    assert.isFalse(mayPay(new CaseWalk({guide}).submit()));
    assert.isTrue(mayPay(atWindow()));
    assert.isFalse(mayPay(atWindow(), window));
    assert.isFalse(mayPay(atWindow(aCaseGuide({fees: guide.fees, payOnline: false}))));
    assert.isUndefined(mayPay(atWindow(aCaseGuide())));
  });

  it('that the guide leaves open is what the office takes', () => {
    const of = aGuide([{name: '检验费', amount: null, when: null}]);
    const walk = atWindow(of);
    assert.deepInclude(feeIn(walk, of), {owedFen: null, state: 'open', isSettled: false});
    walk.act(window, 'takeFee', {means: 'cash', fen: 12_345, billNo: 'receipt-1'});
    assert.deepInclude(feeIn(walk, of), {state: 'paid', isSettled: true, refundFen: 0});
  });

  it('is believed paid on the system’s word alone, and no bill counts twice', () => {
    const walk = atWindow();
    for (const actor of [APPLICANT, window, chief]) throwsWith(actor.kind === 'staff' ? 'TB_ROLE_MISSING' : 'TB_FORBIDDEN', () => walk.act(actor, 'payFee', bill('bill-1')));
    walk.act(SYSTEM, 'payFee', bill('bill-1'));
    throwsWith('TB_CASE_GUARD', () => walk.act(SYSTEM, 'payFee', bill('bill-1')));
    assert.deepInclude(feeIn(walk), {state: 'paid', paidFen: 2000});
  });

  it('has to go back when the case ends without a result, also when the money comes afterwards', () => {
    const paid = atWindow().act(window, 'takeFee', {means: 'cash', fen: 2000, billNo: 'receipt-1'}).act(APPLICANT, 'withdraw', {});
    assert.deepInclude(feeIn(paid), {state: 'refundDue', refundFen: 2000});
    const late = atWindow().act(APPLICANT, 'withdraw', {});
    assert.isUndefined(feeIn(late).state);
    assert.deepInclude(feeIn(late.act(SYSTEM, 'payFee', bill('bill-1'))), {state: 'refundDue', refundFen: 2000});
    const denied = aWalkTo('reviewing', {guide}).act(SYSTEM, 'payFee', bill('bill-1')).act(staff('shanghai'), 'propose', {what: 'deny', reason: '不符'}).act(chief, 'decide', {outcome: 'deny', reason: '不符'});
    assert.deepInclude(feeIn(denied), {state: 'refundDue', refundFen: 2000});
  });

  it('goes back by a clerk of the office that decides, never more than is owed back', () => {
    const walk = atWindow().act(SYSTEM, 'payFee', bill('bill-1')).act(APPLICANT, 'withdraw', {});
    const back = (fen: number, refundNo: string) => walk.act(chief, 'refundFee', {billNo: 'bill-1', refundNo, fen});
    throwsWith('TB_ROLE_MISSING', () => walk.act(window, 'refundFee', {billNo: 'bill-1', refundNo: 'back-0', fen: 2000}));
    throwsWith('TB_FEE_AMOUNT', () => back(2001, 'back-1'));
    back(500, 'back-1');
    throwsWith('TB_CASE_GUARD', () => back(500, 'back-1'));
    back(1500, 'back-2');
    assert.deepInclude(feeIn(walk), {state: 'refunded', refundFen: 0, paidFen: 0});
    assert.equal(walk.file.state, 'withdrawn');
    throwsWith('TB_CASE_GUARD', () => back(1, 'back-3'));
  });

  it('paid twice has to go back once', () => {
    const walk = atWindow().act(window, 'takeFee', {means: 'cash', fen: 2000, billNo: 'receipt-1'}).act(SYSTEM, 'payFee', bill('bill-1'));
    assert.deepInclude(feeIn(walk), {state: 'refundDue', refundFen: 2000, isSettled: true});
    walk.act(chief, 'refundFee', {billNo: 'bill-1', refundNo: 'back-1', fen: 2000});
    assert.deepInclude(feeIn(walk), {state: 'paid', paidFen: 2000});
  });

  it('never loses or makes money on any walk: what came in is owed, or goes back, or went back', () => {
    fc.assert(
      fc.property(walks, (walk) => {
        const {events, file} = walk;
        const paid = events.filter(({action}) => action === 'payFee' || action === 'takeFee').reduce((sum, {payload}) => sum + (payload as {fen: number}).fen, 0);
        const back = events.filter(({action}) => action === 'refundFee').reduce((sum, {payload}) => sum + (payload as {fen: number}).fen, 0);
        const fee = feeOf(file, walk.context().guide);
        assert.equal(fee.paidFen, paid - back);
        assert.isAtLeast(fee.paidFen, 0);
        if (fee.owedFen !== null) assert.equal(fee.refundFen, Math.max(0, paid - back - fee.owedFen));
      }),
      {numRuns: 60},
    );
  }).timeout(60_000);
});
