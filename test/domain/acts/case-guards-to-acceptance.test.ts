import {guards} from '@tongban/domain/acts/guards.js';
import {transitions} from '@tongban/domain/acts/transitions.js';
import {assert} from '@open-wc/testing';
import {
  AGENT, aCaseGuide, aDelegation, anAgreement, aPiece, APPLICANT, aSlot, at, aWalkTo, bankSlot, CaseWalk, checkAll, idCardSlot, MONDAY, proofSlot, staff,
} from '../../fixtures/cases.js';
import {throwsWith} from '../../support/throws-with.js';
import {stopped} from './stopped-by-guard.js';

const shanghai = staff('shanghai');
const suzhou = staff('suzhou');

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

describe('a payload', () => {
  it('that breaks its contract changes nothing', () => {
    const walk = aWalkTo('received');
    const before = JSON.stringify(walk.file);
    throwsWith('TB_CONTRACT_INVALID', () => walk.act(suzhou, 'faceMatch', {score: 2}));
    assert.equal(JSON.stringify(walk.file), before);
  });
});
