import {guards} from '@tongban/domain/guards.js';
import {transitions} from '@tongban/domain/transitions.js';
import {TbError, type ErrorCode} from '@tongban/domain/errors.js';
import {assert} from '@open-wc/testing';
import {throwsWith} from '../support/throws-with.js';
import {
  AGENT, aCaseGuide, aDelegation, anAgreement, aPiece, APPLICANT, aSlot, at, aWalkTo, bankSlot, CaseWalk, checkAll, idCardSlot, MONDAY, proofSlot, staff, SYSTEM,
} from '../fixtures/cases.js';

const shanghai = staff('shanghai');
const chief = staff('shanghaiChief');
const suzhou = staff('suzhou');

/** Asserts that an act is stopped by this guard, with this code. */
function stopped(guard: keyof typeof guards, act: () => unknown, code: ErrorCode = 'TB_CASE_GUARD'): void {
  throwsWith(code, () => {
    try {
      act();
    } catch (error) {
      if (error instanceof TbError) assert.equal(error.details.guard, guard);
      throw error;
    }
  });
}

const withoutProof = {slots: [idCardSlot, bankSlot]};
const lacking = (date = '2026-03-20') => ({lacking: [{materialId: 'proof', dueOn: date}]});

describe('the table of guards', () => {
  it('uses every guard there is', () => {
    const used = new Set(Object.values(transitions).flatMap(({guards: names = []}) => names));
    assert.sameMembers([...used], Object.keys(guards));
  });
});

describe('submit needs', () => {
  const online = {mode: 'online', windowRegion: undefined} as const;

  it('a mode the item is done in, and a window with an agreement', () => {
    stopped('modeOffered', () => new CaseWalk({guide: aCaseGuide({modes: ['online']})}).submit());
    stopped('modeOffered', () => new CaseWalk().submit({windowRegion: undefined}));
    stopped('modeOffered', () => new CaseWalk({agreements: []}).submit(), 'TB_POWER_MISSING');
    stopped('modeOffered', () => new CaseWalk().submit({windowRegion: '510000'}), 'TB_POWER_MISSING');
  });

  it('the edition of the day of filing', () => {
    stopped('editionActive', () => new CaseWalk({guide: aCaseGuide({effective: ['2026-04-01', null]})}).submit(), 'TB_EDITION_INACTIVE');
    stopped('editionActive', () => new CaseWalk({guide: aCaseGuide({effective: ['2025-01-01', '2026-03-01']})}).submit(), 'TB_EDITION_INACTIVE');
    stopped('editionActive', () => new CaseWalk().submit({taskVersion: 2}), 'TB_EDITION_INACTIVE');
  });

  it('the level of assurance the item asks for', () => {
    stopped('loaEnough', () => new CaseWalk().submit({}, {...APPLICANT, loa: 2} as typeof APPLICANT), 'TB_LEVEL_TOO_LOW');
  });

  it('of an agent a delegation in force', () => {
    assert.deepEqual(new CaseWalk().submit({}, AGENT).file.agent, {id: AGENT.id, delegationId: 'dlg-1'});
    stopped('delegationInForce', () => new CaseWalk({delegations: []}).submit({}, AGENT), 'TB_DELEGATION_MISSING');
    stopped('delegationInForce', () => new CaseWalk({delegations: [aDelegation({validTo: '2026-03-01'})]}).submit({}, AGENT), 'TB_DELEGATION_MISSING');
    stopped('delegationInForce', () => new CaseWalk({delegations: [aDelegation({grantor: {id: 'somebody', userType: 'person'}})]}).submit({}, AGENT), 'TB_DELEGATION_MISSING');
  });

  it('every required field and every question that decides something', () => {
    stopped('fieldsFilled', () => new CaseWalk().submit({fields: {name: '顾秀兰', account: '  '}}), 'TB_FIELD_REQUIRED');
    const guide = aCaseGuide({
      situations: [{id: 'retired', question: '？', options: [{id: 'yes', label: '是'}]}],
      materials: [...aCaseGuide().materials.slice(0, 2), {...aCaseGuide().materials[2]!, when: {q: 'retired', is: 'yes'}}],
    });
    stopped('fieldsFilled', () => new CaseWalk({guide}).submit(), 'TB_FIELD_REQUIRED');
    assert.equal(new CaseWalk({guide}).submit({answers: {retired: 'yes'}}).file.state, 'submitted');
  });

  it('online every necessary material; for a window it may be brought there', () => {
    stopped('materialsProvided', () => new CaseWalk().submit({...online, slots: [idCardSlot]}), 'TB_MATERIAL_MISSING');
    stopped('materialsProvided', () => new CaseWalk().submit({...online, slots: [idCardSlot, aSlot({pieces: []})]}), 'TB_MATERIAL_MISSING');
    assert.equal(new CaseWalk().submit({slots: []}).file.state, 'submitted');
  });

  it('for a waiver the proof that the state holds, when it was asked', () => {
    throwsWith('TB_MATERIAL_MISSING', () => new CaseWalk({held: []}).submit());
    const held = [{by: 'certificate', name: '居民身份证', validTo: null}] as const;
    assert.equal(new CaseWalk({held}).submit().file.slots[0]?.trust, 'A');
    throwsWith('TB_MATERIAL_MISSING', () => new CaseWalk({held: [{...held[0], validTo: '2026-03-01'}]}).submit());
  });

  it('slots of this guide, with names and trust that are not the sender\'s to choose', () => {
    throwsWith('TB_CONTRACT_INVALID', () => new CaseWalk().submit({slots: [aSlot({materialId: 'other'})]}));
    throwsWith('TB_CONTRACT_INVALID', () => new CaseWalk().submit({slots: [aSlot({state: 'waived'})]}));
    throwsWith('TB_CONTRACT_INVALID', () => new CaseWalk().submit({slots: [aSlot({state: 'lacking'})]}));
    const [, bank] = new CaseWalk().submit({slots: [aSlot({name: '别的', necessity: 2, trust: 'A'})]}).file.slots;
    assert.deepInclude(bank, {name: '本人银行卡', necessity: 1, trust: 'C'});
  });
});

describe('forward needs', () => {
  it('every upload compared with its original', () => {
    stopped('originalsChecked', () => aWalkTo('received').act(suzhou, 'forward', {carrier: 'online'}));
    const walk = aWalkTo('received').act(suzhou, 'checkOriginal', {materialId: 'bank', how: 'originalSeen'});
    stopped('originalsChecked', () => walk.act(suzhou, 'forward', {carrier: 'online'}));
    assert.equal(checkAll(walk).act(suzhou, 'forward', {carrier: 'online'}).file.state, 'forwarding');
  });

  it('a waybill for a parcel, and a parcel for papers that were not scanned', () => {
    const walk = new CaseWalk().takeInWalkIn({slots: [idCardSlot]}).act(suzhou, 'checkOriginal', {materialId: 'bank', how: 'copyKept'});
    stopped('carrierKnown', () => walk.act(suzhou, 'forward', {carrier: 'online'}));
    stopped('carrierKnown', () => walk.act(suzhou, 'forward', {carrier: 'ems', waybill: ' '}));
    assert.equal(walk.act(suzhou, 'forward', {carrier: 'ems', waybill: 'EA1'}).file.state, 'forwarding');
  });

  it('an agreement in force with the power to receive', () => {
    for (const agreement of [anAgreement({powers: ['deliver']}), anAgreement({validTo: '2026-03-01'}), anAgreement({revokedOn: MONDAY}), anAgreement({items: []})]) {
      throwsWith('TB_POWER_MISSING', () => checkAll(aWalkTo('received')).act(suzhou, 'forward', {carrier: 'online'}, {agreements: [agreement]}));
    }
  });
});

describe('a check of originals', () => {
  it('makes an upload B, never A', () => {
    for (const how of ['originalSeen', 'copyKept', 'certificateFetched', 'shareAnswered'] as const) {
      const walk = aWalkTo('received').act(suzhou, 'checkOriginal', {materialId: 'bank', how});
      assert.equal(walk.file.slots.find(({materialId}) => materialId === 'bank')?.trust, 'B');
    }
  });

  it('fills an empty slot with what was brought to the window', () => {
    const walk = new CaseWalk().takeInWalkIn({slots: []}).act(suzhou, 'checkOriginal', {materialId: 'bank', how: 'originalSeen', pieces: [aPiece()]});
    const slot = walk.file.slots.find(({materialId}) => materialId === 'bank');
    assert.deepInclude(slot, {state: 'provided', trust: 'B'});
    assert.equal(slot?.pieces[0]?.fileName, 'bank-1.jpg');
  });

  it('needs a slot of that name', () => {
    stopped('slotKnown', () => aWalkTo('received').act(suzhou, 'checkOriginal', {materialId: 'other', how: 'originalSeen'}));
  });
});

describe('a notice', () => {
  const fault = {materialId: 'bank', what: '不清楚'};

  it('comes from who holds the papers', () => {
    stopped('heldHere', () => aWalkTo('received').act(shanghai, 'onceNotice', {faults: [fault]}));
    stopped('heldHere', () => aWalkTo('atHome').act(suzhou, 'onceNotice', {faults: [fault]}));
    assert.equal(aWalkTo('received').act(suzhou, 'onceNotice', {faults: [fault]}).file.noticeFrom, 'received');
  });

  it('comes within five workdays', () => {
    const walk = aWalkTo('atHome').on('2026-03-10');
    stopped('noticeInTime', () => walk.act(shanghai, 'onceNotice', {faults: [fault]}));
    assert.equal(walk.on('2026-03-09', '17:00:00').act(shanghai, 'onceNotice', {faults: [fault]}).file.state, 'supplement');
  });

  it('tells a fault that was there before only by a supervisor with a reason', () => {
    const walk = aWalkTo('supplement').act(APPLICANT, 'resubmit', {slots: [aSlot({pieces: [aPiece({sha256: 'c'.repeat(64)})]})]});
    const old = {faults: [{materialId: 'proof', what: '没有盖章'}]};
    stopped('toldOnce', () => walk.act(shanghai, 'onceNotice', old), 'TB_REASON_REQUIRED');
    stopped('toldOnce', () => walk.act(shanghai, 'onceNotice', {...old, repeatReason: '初审遗漏'}), 'TB_ROLE_MISSING');
    assert.equal(walk.act(staff('shanghaiSupervisor'), 'onceNotice', {...old, repeatReason: '初审遗漏'}).file.state, 'supplement');
  });

  it('may tell again of what was answered wrongly', () => {
    const walk = aWalkTo('supplement').act(APPLICANT, 'resubmit', {slots: [aSlot({pieces: [aPiece({sha256: 'c'.repeat(64)})]})]});
    assert.equal(walk.act(shanghai, 'onceNotice', {faults: [fault]}).file.notices.length, 2);
  });

  it('is answered in full, and the answer is a new receipt', () => {
    const walk = aWalkTo('supplement').on('2026-03-05');
    stopped('faultsAnswered', () => walk.act(APPLICANT, 'resubmit', {slots: []}), 'TB_MATERIAL_MISSING');
    walk.act(APPLICANT, 'resubmit', {slots: [bankSlot]});
    assert.equal(walk.file.state, 'atHome');
    assert.deepEqual(walk.file.faults, []);
    assert.equal(walk.file.clocks.find(({kind, stoppedOn}) => kind === 'receiptNotice' && stoppedOn === undefined)?.start, '2026-03-05');
  });

  it('is answered back to the window that gave it', () => {
    const walk = aWalkTo('received').act(suzhou, 'onceNotice', {faults: [fault]}).act(APPLICANT, 'resubmit', {slots: [bankSlot]});
    assert.equal(walk.file.state, 'received');
  });

  it('about a field is answered by the field', () => {
    const walk = aWalkTo('atHome').act(shanghai, 'onceNotice', {faults: [{fieldId: 'account', what: '账号有误'}]});
    stopped('faultsAnswered', () => walk.act(APPLICANT, 'resubmit', {slots: []}), 'TB_FIELD_REQUIRED');
    assert.equal(walk.act(APPLICANT, 'resubmit', {slots: [], fields: {account: '6228480402564890018'}}).file.state, 'atHome');
  });
});

describe('accept needs', () => {
  it('home to have signed for what a window received', () => {
    stopped('heldHere', () => checkAll(aWalkTo('received')).act(shanghai, 'accept', {}));
  });

  it('every necessary material', () => {
    const walk = aWalkTo('atHome', {}, {slots: [idCardSlot, proofSlot]});
    stopped('materialsComplete', () => walk.act(shanghai, 'accept', {}), 'TB_MATERIAL_MISSING');
  });

  it('no material that the last notice did not take', () => {
    const walk = aWalkTo('supplement');
    assert.equal(walk.file.slots.find(({materialId}) => materialId === 'bank')?.refusedReason, '银行卡照片不清楚');
    walk.act(APPLICANT, 'resubmit', {slots: [bankSlot]});
    assert.equal(walk.act(shanghai, 'accept', {}).file.state, 'accepted');
  });

  it('a later date for what may follow later, and for nothing else', () => {
    const walk = aWalkTo('atHome', {}, withoutProof);
    stopped('lacksDated', () => walk.act(shanghai, 'accept', {}));
    stopped('lacksDated', () => walk.act(shanghai, 'accept', lacking(MONDAY)));
    stopped('lacksDated', () => walk.act(shanghai, 'accept', {lacking: [...lacking().lacking, {materialId: 'bank', dueOn: '2026-03-20'}]}));
    walk.act(shanghai, 'accept', lacking());
    assert.deepInclude(walk.file.slots[2], {state: 'lacking', dueOn: '2026-03-20'});
    assert.deepEqual(walk.file.papers.slice(-2).map(({kind}) => kind), ['acceptance', 'lackPromise']);
  });

  it('the level, the delegation and the edition the case was filed with', () => {
    stopped('loaEnough', () => aWalkTo('atHome').act(shanghai, 'accept', {}, {guide: aCaseGuide({minLoa: 4})}), 'TB_LEVEL_TOO_LOW');
    stopped('editionActive', () => aWalkTo('atHome').act(shanghai, 'accept', {}, {guide: aCaseGuide({version: 2})}), 'TB_EDITION_INACTIVE');
    const byAgent = checkAll(new CaseWalk().submit({}, AGENT).act(suzhou, 'takeIn', {office: '苏州'}))
      .act(suzhou, 'forward', {carrier: 'online'})
      .act(shanghai, 'signFor', {});
    const revoked = [aDelegation({revokedAt: at(MONDAY, '09:00:00')})];
    stopped('delegationInForce', () => byAgent.act(shanghai, 'accept', {}, {delegations: revoked}), 'TB_DELEGATION_MISSING');
  });

  it('and is still right for an edition that has ended since', () => {
    const guide = aCaseGuide({effective: ['2026-01-01', '2026-03-03']});
    assert.equal(aWalkTo('atHome', {guide}).on('2026-03-05').act(shanghai, 'accept', {}).file.state, 'accepted');
  });
});

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
    const walk = aWalkTo('decided', {guide});
    stopped('feeSettled', () => walk.act(shanghai, 'make', {resultName: '证'}));
    stopped('feeSettled', () => walk.act(shanghai, 'make', {resultName: '证'}, {fee: 'due'}));
    for (const fee of ['paid', 'waived'] as const) assert.equal(aWalkTo('decided', {guide}).act(shanghai, 'make', {resultName: '证'}, {fee}).file.state, 'making');
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
    const walk = new CaseWalk({parts} as never).takeInWalkIn({mode: 'joint'}, staff('suzhouReviewer'));
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

describe('a payload', () => {
  it('that breaks its contract changes nothing', () => {
    const walk = aWalkTo('received');
    const before = JSON.stringify(walk.file);
    throwsWith('TB_CONTRACT_INVALID', () => walk.act(suzhou, 'faceMatch', {score: 2}));
    assert.equal(JSON.stringify(walk.file), before);
  });
});
