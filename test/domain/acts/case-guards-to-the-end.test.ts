import {guards} from '@tongban/domain/acts/guards.js';
import {assert} from '@open-wc/testing';
import {
  AGENT, aCaseGuide, aDelegation, aPiece, APPLICANT, aWalkTo, bankSlot, CaseWalk, idCardSlot, MONDAY, staff, SYSTEM,
} from '../../fixtures/cases.js';
import {throwsWith} from '../../support/throws-with.js';
import {stopped} from './stopped-by-guard.js';

const shanghai = staff('shanghai');
const chief = staff('shanghaiChief');
const suzhou = staff('suzhou');

const withoutProof = {slots: [idCardSlot, bankSlot]};
const lacking = (date = '2026-03-20') => ({lacking: [{materialId: 'proof', dueOn: date}]});

describe('refuse needs', () => {
  const wish = {reason: '不属于本机关职权', remedy: '可申请行政复议'};

  it('a second person', () => {
    const walk = aWalkTo('atHome');
    stopped('secondPerson', () => walk.act(chief, 'refuse', wish), 'TB_SECOND_PERSON');
    walk.act(shanghai, 'propose', {what: 'refuse', reason: wish.reason});
    stopped('secondPerson', () => walk.act(shanghai, 'refuse', wish), 'TB_SECOND_PERSON');
    assert.deepInclude(walk.act(chief, 'refuse', wish).file, {state: 'refused', doneResult: 6, endReason: wish.reason});
  });

  it('a proposal made since the case came where it is', () => {
    const walk = aWalkTo('atHome').act(shanghai, 'propose', {what: 'refuse', reason: wish.reason});
    walk.act(shanghai, 'onceNotice', {faults: [{materialId: 'bank', what: '不清楚'}]}).act(APPLICANT, 'resubmit', {slots: [bankSlot]});
    stopped('secondPerson', () => walk.act(chief, 'refuse', wish), 'TB_SECOND_PERSON');
  });

  it('a reason in words', () => {
    const walk = aWalkTo('atHome').act(shanghai, 'propose', {what: 'refuse', reason: wish.reason});
    throwsWith('TB_REASON_REQUIRED', () => walk.act(chief, 'refuse', {...wish, reason: '  '}));
  });

  it('a proposal that fits the state and the person', () => {
    stopped('proposalFits', () => aWalkTo('reviewing').act(shanghai, 'propose', {what: 'refuse', reason: '无'}), 'TB_CASE_TRANSITION');
    stopped('proposalFits', () => aWalkTo('atHome').act(shanghai, 'propose', {what: 'deny', reason: '无'}), 'TB_CASE_TRANSITION');
    stopped('proposalFits', () => aWalkTo('atHome').act(SYSTEM, 'propose', {what: 'refuse', reason: '无'}), 'TB_FORBIDDEN');
    stopped('proposalFits', () => aWalkTo('supplement').act(SYSTEM, 'propose', {what: 'expire', reason: '无'}));
  });
});

describe('decide needs', () => {
  it('no open suspension', () => {
    throwsWith('TB_CASE_TRANSITION', () => aWalkTo('suspended').act(shanghai, 'decide', {outcome: 'grant'}));
    const walk = aWalkTo('suspended');
    const open = {...walk.file, state: 'reviewing'} as const;
    const attempt = {
      file: open,
      command: {action: 'decide', payload: {outcome: 'grant'}},
      context: walk.context({actor: shanghai}),
      standing: {side: 'home'},
      day: MONDAY,
    } as const;
    assert.isFalse(guards.noSuspension.check(attempt).ok);
    assert.isTrue(guards.noSuspension.check({...attempt, file: aWalkTo('reviewing').file}).ok);
  });

  it('two people and a reason for a denial', () => {
    const walk = aWalkTo('reviewing');
    throwsWith('TB_REASON_REQUIRED', () => walk.act(chief, 'decide', {outcome: 'deny'}));
    stopped('secondPersonToDeny', () => walk.act(chief, 'decide', {outcome: 'deny', reason: '不符'}), 'TB_SECOND_PERSON');
    walk.act(chief, 'propose', {what: 'deny', reason: '不符'});
    stopped('secondPersonToDeny', () => walk.act(chief, 'decide', {outcome: 'deny', reason: '不符'}), 'TB_SECOND_PERSON');
    assert.equal(walk.act(shanghai, 'decide', {outcome: 'deny', reason: '不符'}).file.decision?.outcome, 'deny');
  });
});

describe('a special procedure', () => {
  it('pauses both clocks unless it counts in the limit', () => {
    const walk = aWalkTo('suspended').on('2026-03-04').act(shanghai, 'resume', {});
    for (const clock of walk.file.clocks.filter(({kind}) => kind === 'legal' || kind === 'promised')) {
      assert.deepEqual(clock.pauses, [{from: MONDAY, to: '2026-03-04', kind: 'special', basis: '办法第五条', countsInLimit: false}]);
    }
  });
});

describe('an extension', () => {
  it('is given once, by a chief, with a reason', () => {
    const walk = aWalkTo('reviewing');
    throwsWith('TB_ROLE_MISSING', () => walk.act(shanghai, 'extend', {workdays: 5, reason: '案情复杂'}));
    throwsWith('TB_CONTRACT_INVALID', () => walk.act(chief, 'extend', {workdays: 11, reason: '案情复杂'}));
    walk.act(chief, 'extend', {workdays: 5, reason: '案情复杂'});
    assert.isTrue(walk.file.clocks.filter(({kind}) => kind === 'legal' || kind === 'promised').every(({extraWorkdays}) => extraWorkdays === 5));
    stopped('extendedOnce', () => walk.act(chief, 'extend', {workdays: 5, reason: '案情复杂'}));
  });
});

describe('make needs', () => {
  it('nothing lacking', () => {
    const walk = aWalkTo('atHome', {}, withoutProof).act(shanghai, 'accept', lacking()).act(shanghai, 'startReview', {}).act(shanghai, 'decide', {outcome: 'grant'});
    stopped('nothingLacking', () => walk.act(shanghai, 'make', {resultName: '证'}));
    walk.act(APPLICANT, 'fillLack', {materialId: 'proof', pieces: [aPiece()]});
    stopped('somethingLacking', () => walk.act(APPLICANT, 'fillLack', {materialId: 'proof', pieces: [aPiece()]}));
    assert.equal(walk.act(shanghai, 'make', {resultName: '证'}).file.state, 'making');
  });

  it('the lacking material itself', () => {
    const walk = aWalkTo('atHome', {}, withoutProof).act(shanghai, 'accept', lacking());
    stopped('slotLacking', () => walk.act(APPLICANT, 'fillLack', {materialId: 'bank', pieces: [aPiece()]}));
  });

  it('the fee paid or waived', () => {
    const guide = aCaseGuide({fees: [{name: '工本费', amount: 20, when: null}]});
    const decided = () => aWalkTo('decided', {guide});
    const makes = (walk: CaseWalk) => walk.act(shanghai, 'make', {resultName: '证'}).file.state === 'making';
    stopped('feeSettled', () => makes(decided()));
    assert.isTrue(makes(decided().act(SYSTEM, 'payFee', {billNo: 'bill-1', fen: 2000, on: '2026-03-02'})));
    assert.isTrue(makes(decided().act(shanghai, 'takeFee', {means: 'cash', fen: 2000, billNo: 'receipt-1'})));
    assert.isTrue(makes(decided().act(chief, 'waiveFee', {reason: '低保对象免收'})));
    stopped('feeSettled', () => makes(decided().act(SYSTEM, 'payFee', {billNo: 'bill-1', fen: 1999, on: '2026-03-02'})));
  });

  it('a grant', () => {
    const walk = aWalkTo('reviewing').act(shanghai, 'propose', {what: 'deny', reason: '不符'}).act(chief, 'decide', {outcome: 'deny', reason: '不符'});
    stopped('granted', () => walk.act(shanghai, 'make', {resultName: '证'}));
  });
});

describe('delivery', () => {
  it('of a grant waits for the making, and a parcel has a waybill', () => {
    stopped('resultReady', () => aWalkTo('decided').act(shanghai, 'dispatch', {by: 'window'}));
    stopped('waybillKnown', () => aWalkTo('making').act(shanghai, 'dispatch', {by: 'courier'}));
  });

  it('over the counter only of what waits there, to an agent only who may receive', () => {
    const courier = aWalkTo('making').act(shanghai, 'dispatch', {by: 'courier', waybill: 'EA1'});
    stopped('waitsAtWindow', () => courier.act(suzhou, 'handOver', {to: 'applicant', idChecked: true}));
    stopped('agentMayReceive', () => aWalkTo('delivering').act(suzhou, 'handOver', {to: 'agent', idChecked: true}), 'TB_DELEGATION_MISSING');
  });

  it('may be sent another way when the first did not reach anybody', () => {
    const walk = aWalkTo('making').act(shanghai, 'dispatch', {by: 'courier', waybill: 'EA1'}).act(shanghai, 'dispatch', {by: 'window'});
    assert.equal(walk.act(suzhou, 'handOver', {to: 'applicant', idChecked: true}).file.state, 'closed');
  });
});

describe('close needs', () => {
  const sent = (by: 'courier' | 'electronic') => aWalkTo('making').act(shanghai, 'dispatch', {by, waybill: 'EA1'});

  it('the applicant\'s word, the courier\'s proof, or seven days after an electronic delivery', () => {
    stopped('resultTaken', () => sent('courier').act(SYSTEM, 'close', {}));
    stopped('resultTaken', () => sent('electronic').on('2026-03-08').act(SYSTEM, 'close', {}));
    stopped('resultTaken', () => sent('courier').on('2026-03-20').act(SYSTEM, 'close', {}));
    assert.equal(sent('courier').act(SYSTEM, 'close', {}, {resultTaken: true}).file.state, 'closed');
    assert.equal(sent('electronic').on('2026-03-09').act(SYSTEM, 'close', {}).file.state, 'closed');
    assert.equal(sent('courier').act(APPLICANT, 'close', {}).file.state, 'closed');
  });

  it('hands over the counter what waits there', () => {
    stopped('resultTaken', () => aWalkTo('delivering').act(APPLICANT, 'close', {}));
  });
});

describe('withdraw', () => {
  it('is the applicant\'s or their agent\'s, before the decision', () => {
    assert.deepInclude(aWalkTo('reviewing').act(APPLICANT, 'withdraw', {}).file, {state: 'withdrawn', doneResult: 5, endReason: '申请人撤回申请'});
    assert.equal(aWalkTo('reviewing').act(AGENT, 'withdraw', {reason: '不办了'}).file.endReason, '不办了');
    throwsWith('TB_CASE_TRANSITION', () => aWalkTo('decided').act(APPLICANT, 'withdraw', {}));
    throwsWith('TB_FORBIDDEN', () => aWalkTo('reviewing').act({...APPLICANT, id: 'somebody'}, 'withdraw', {}));
    stopped('delegationInForce', () => aWalkTo('reviewing').act(AGENT, 'withdraw', {}, {delegations: [aDelegation({actions: ['query']})]}), 'TB_DELEGATION_MISSING');
  });

  it('is done by a window only on a signed request', () => {
    stopped('signedRequest', () => aWalkTo('received').act(suzhou, 'withdraw', {}));
    assert.equal(aWalkTo('received').act(suzhou, 'withdraw', {signedRequest: true}).file.state, 'withdrawn');
  });
});

describe('a joint case', () => {
  const parts = [
    {part: 'a', name: '甲', region: '310000', after: []},
    {part: 'b', name: '乙', region: '310000', after: ['a']},
    {part: 'c', name: '丙', region: '310000', after: ['b']},
    {part: 'd', name: '丁', region: '310000', after: []},
  ];
  const reviewing = () => {
    const walk = new CaseWalk({parts}).takeInWalkIn({mode: 'joint'}, staff('suzhouReviewer'));
    return walk.act(staff('suzhouReviewer'), 'accept', {}).act(shanghai, 'startReview', {});
  };
  const states = (walk: CaseWalk) => walk.file.parts.map(({state}) => state).join(' ');
  const refuse = (walk: CaseWalk, part: string) =>
    walk.act(shanghai, 'propose', {what: 'deny', reason: '不符', part}).act(chief, 'decidePart', {part, outcome: 'deny', reason: '不符'});

  it('starts a part only after those before it, and once', () => {
    const walk = reviewing();
    stopped('partsBeforeGranted', () => walk.act(shanghai, 'startPart', {part: 'b'}));
    stopped('partRunning', () => walk.act(shanghai, 'decidePart', {part: 'a', outcome: 'grant'}));
    walk.act(shanghai, 'startPart', {part: 'a'});
    stopped('partWaiting', () => walk.act(shanghai, 'startPart', {part: 'a'}));
    walk.act(shanghai, 'decidePart', {part: 'a', outcome: 'grant'}).act(shanghai, 'startPart', {part: 'b'});
    assert.equal(states(walk), 'granted running waiting waiting');
  });

  it('stops behind a refused part only what waits for it', () => {
    const walk = reviewing().act(shanghai, 'startPart', {part: 'a'});
    stopped('secondPersonToDeny', () => walk.act(chief, 'decidePart', {part: 'a', outcome: 'deny', reason: '不符'}), 'TB_SECOND_PERSON');
    refuse(walk, 'a');
    assert.equal(states(walk), 'denied stopped stopped waiting');
    assert.isUndefined(walk.file.proposal, 'it has been carried out');
    walk.act(shanghai, 'startPart', {part: 'd'}).act(shanghai, 'decidePart', {part: 'd', outcome: 'grant'});
    assert.equal(walk.act(shanghai, 'decide', {outcome: 'grant'}).file.state, 'decided');
  });

  it('is decided when every part has ended, and granted only with a granted part', () => {
    const walk = reviewing();
    stopped('partsEnded', () => walk.act(shanghai, 'decide', {outcome: 'grant'}));
    refuse(walk.act(shanghai, 'startPart', {part: 'a'}), 'a');
    refuse(walk.act(shanghai, 'startPart', {part: 'd'}), 'd');
    stopped('partsEnded', () => walk.act(shanghai, 'decide', {outcome: 'grant'}));
  });
});
