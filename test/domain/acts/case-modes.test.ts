import {dueOf} from '@tongban/domain/time/clocks.js';
import type {Case} from '@tongban/domain/case/case.js';
import {assert} from '@open-wc/testing';
import {throwsWith} from '../../support/throws-with.js';
import {APPLICANT, aWalkTo, calendar, CaseWalk, checkAll, idCardSlot, bankSlot, proofSlot, SHANGHAI, staff, SUZHOU, SYSTEM} from '../../fixtures/cases.js';

const shanghai = staff('shanghai');
const suzhou = staff('suzhou');
const clockOf = (file: Case, kind: string) => {
  const clock = file.clocks.find((each) => each.kind === kind);
  if (!clock) throw new Error(`no ${kind} clock`);
  return clock;
};

describe('全程网办 online', () => {
  it('is filed, received, accepted, decided and delivered by home alone', () => {
    const {file} = new CaseWalk()
      .submit({mode: 'online', windowRegion: undefined})
      .act(shanghai, 'precheck', {})
      .act(shanghai, 'precheckPass', {})
      .act(shanghai, 'accept', {})
      .act(shanghai, 'startReview', {})
      .act(shanghai, 'decide', {outcome: 'grant'})
      .act(shanghai, 'make', {resultName: '提取凭证', resultNo: '1'})
      .act(shanghai, 'dispatch', {by: 'electronic'})
      .act(APPLICANT, 'close', {});
    assert.equal(file.state, 'closed');
    assert.equal(file.doneResult, 0);
    assert.isUndefined(file.windowDay);
    assert.deepEqual(file.papers.map(({kind}) => kind), ['filingReceipt', 'intakeReceipt', 'acceptance', 'decision', 'deliveryReceipt']);
    assert.deepEqual(file.acts.map(({name, officerId}) => [name, officerId]), [['online', shanghai.id]]);
  });

  it('is nothing another region\'s window can take in', () => {
    const walk = new CaseWalk().submit({mode: 'online', windowRegion: undefined});
    throwsWith('TB_POWER_MISSING', () => walk.act(suzhou, 'takeIn', {office: '苏州'}));
    throwsWith('TB_POWER_MISSING', () => new CaseWalk().takeInWalkIn({mode: 'online'}, suzhou));
  });
});

describe('代收代办 agent', () => {
  it('is received by the window to home\'s standard, sent on, and decided by home', () => {
    const walk = aWalkTo('closed');
    assert.deepEqual(walk.events.map(({action}) => action), [
      'submit', 'takeIn', 'checkOriginal', 'checkOriginal', 'forward', 'signFor', 'accept', 'startReview', 'decide', 'make', 'dispatch', 'handOver',
    ]);
    assert.deepEqual(walk.file.acts.map(({name, office}) => [name, office]), [['takeIn', suzhou.office], ['handOver', suzhou.office]]);
  });

  it('says of every act at the window by which agreement and standard it was done', () => {
    const acts = aWalkTo('closed').events.filter(({agreementId}) => agreementId !== undefined);
    assert.deepEqual(acts.map(({action}) => action), ['takeIn', 'checkOriginal', 'checkOriginal', 'forward', 'handOver']);
    for (const {agreementId, standardVersion} of acts) assert.deepEqual([agreementId, standardVersion], ['agr-1', '2026.1']);
  });

  it('leaves acceptance and decision to home', () => {
    const walk = aWalkTo('received');
    for (const actor of [suzhou, staff('suzhouReviewer')]) throwsWith('TB_POWER_MISSING', () => checkAll(walk).act(actor, 'accept', {}));
  });

  it('keeps the day of the window, the day of home, and a clock for the way between', () => {
    const walk = aWalkTo('received');
    assert.deepEqual(dueOf(clockOf(walk.file, 'forward'), calendar), {on: '2026-03-02'});
    checkAll(walk).on('2026-03-03').act(suzhou, 'forward', {carrier: 'ems', waybill: 'EA1'});
    assert.deepEqual(dueOf(clockOf(walk.file, 'forward'), calendar), {on: '2026-03-04'}, 'two workdays by EMS');
    assert.isUndefined(clockOf(walk.file, 'forward').stoppedOn, 'a parcel has arrived when home signs for it');
    walk.on('2026-03-05').act(shanghai, 'signFor', {});
    assert.deepEqual([walk.file.windowDay, walk.file.homeDay, walk.file.heldBy], ['2026-03-02', '2026-03-05', SHANGHAI]);
    assert.equal(clockOf(walk.file, 'forward').stoppedOn, '2026-03-05');
  });

  it('takes a walk-in, whatever window was written before', () => {
    const {file} = new CaseWalk().takeInWalkIn({windowRegion: '320600'}, suzhou);
    assert.deepEqual([file.state, file.windowRegion, file.loa], ['received', SUZHOU, 4]);
  });

  it('may be brought to another window of the agreement than the one named', () => {
    const walk = aWalkTo('submitted').act(staff('nantong'), 'takeIn', {office: '南通'});
    assert.equal(walk.file.windowRegion, '320600');
    throwsWith('TB_POWER_MISSING', () => walk.act(suzhou, 'checkOriginal', {materialId: 'bank', how: 'originalSeen'}));
  });

  it('can be brought to home itself, which then needs no forwarding', () => {
    const walk = aWalkTo('submitted').act(shanghai, 'takeIn', {office: '上海'}).act(shanghai, 'accept', {});
    assert.equal(walk.file.state, 'accepted');
    assert.isFalse(walk.file.clocks.some(({kind}) => kind === 'forward'));
  });
});

describe('多地联办 joint', () => {
  const joint = () => new CaseWalk().takeInWalkIn({mode: 'joint'}, suzhou);
  const local = staff('suzhouReviewer');

  it('is accepted and decided in part at the window\'s place, then by the partner', () => {
    const walk = joint()
      .act(local, 'accept', {})
      .act(local, 'startReview', {})
      .act(local, 'startPart', {part: 'local'})
      .act(local, 'decidePart', {part: 'local', outcome: 'grant'})
      .act(shanghai, 'startPart', {part: 'partner'})
      .act(shanghai, 'decidePart', {part: 'partner', outcome: 'grant'})
      .act(shanghai, 'decide', {outcome: 'grant'});
    assert.equal(walk.file.state, 'decided');
    assert.deepEqual(walk.file.parts.map(({part, region, state}) => [part, region, state]), [['local', SUZHOU, 'granted'], ['partner', SHANGHAI, 'granted']]);
  });

  it('lets each place decide its own part only', () => {
    const walk = joint().act(local, 'accept', {}).act(local, 'startReview', {});
    throwsWith('TB_POWER_MISSING', () => walk.act(shanghai, 'startPart', {part: 'local'}));
    throwsWith('TB_POWER_MISSING', () => walk.act(local, 'startPart', {part: 'partner'}));
  });

  it('is not forwarded', () => {
    throwsWith('TB_POWER_MISSING', () => checkAll(joint()).act(suzhou, 'forward', {carrier: 'online'}));
  });
});

describe('直接通办 direct', () => {
  it('is decided by the office where the applicant stands, without an agreement', () => {
    const local = staff('suzhou', {roles: ['receiver', 'reviewer', 'deliverer']});
    const walk = new CaseWalk({agreements: []})
      .takeInWalkIn({mode: 'direct', slots: [idCardSlot, bankSlot, proofSlot]}, local)
      .act(local, 'accept', {})
      .act(local, 'startReview', {})
      .act(local, 'decide', {outcome: 'grant'})
      .act(local, 'make', {resultName: '证明'})
      .act(local, 'dispatch', {by: 'window'})
      .act(local, 'handOver', {to: 'applicant', idChecked: true});
    assert.equal(walk.file.state, 'closed');
    assert.isTrue(walk.events.every(({agreementId}) => agreementId === undefined));
    throwsWith('TB_POWER_MISSING', () => new CaseWalk({agreements: []}).takeInWalkIn({mode: 'direct'}, local).act(shanghai, 'accept', {}));
  });
});

describe('an exit', () => {
  it('leads from 预审退回 back to filing, to a window, or out', () => {
    assert.equal(aWalkTo('returned').act(APPLICANT, 'amend', {answers: {}, fields: {name: '顾', account: '1'}, slots: [idCardSlot, bankSlot]}).file.state, 'submitted');
    assert.equal(aWalkTo('returned').act(suzhou, 'takeIn', {office: '苏州'}).file.state, 'received');
    assert.equal(aWalkTo('returned').act(APPLICANT, 'withdraw', {}).file.state, 'withdrawn');
  });

  it('hands papers back at the window with everything that is wrong', () => {
    const {file} = aWalkTo('received').act(suzhou, 'returnAtWindow', {faults: [{what: '缺退休证明'}]});
    assert.equal(file.state, 'returned');
    assert.isUndefined(file.heldBy);
    assert.equal(file.papers[file.papers.length - 1]?.kind, 'onceNotice');
    assert.isTrue(file.clocks.every(({kind, stoppedOn}) => kind === 'supplement' || stoppedOn !== undefined));
  });

  it('sends a denial out without making anything', () => {
    const walk = aWalkTo('reviewing')
      .act(shanghai, 'propose', {what: 'deny', reason: '不符合条件'})
      .act(staff('shanghaiChief'), 'decide', {outcome: 'deny', reason: '不符合条件'});
    throwsWith('TB_CASE_GUARD', () => walk.act(shanghai, 'make', {resultName: '证'}));
    walk.act(shanghai, 'dispatch', {by: 'window'}).act(suzhou, 'handOver', {to: 'applicant', idChecked: true});
    assert.deepEqual([walk.file.state, walk.file.doneResult, walk.file.endReason], ['closed', 1, '不符合条件']);
  });

  it('accepts on the receipt day what nobody told in time (行政许可法 32)', () => {
    const walk = aWalkTo('atHome').on('2026-03-09');
    throwsWith('TB_CASE_GUARD', () => walk.act(SYSTEM, 'deemAccepted', {}));
    walk.on('2026-03-10').act(SYSTEM, 'deemAccepted', {});
    assert.deepEqual([walk.file.state, walk.file.acceptedOn, walk.file.deemed], ['accepted', '2026-03-02', true]);
    assert.equal(clockOf(walk.file, 'legal').start, '2026-03-02');
    assert.deepEqual(dueOf(clockOf(walk.file, 'promised'), calendar), {on: '2026-03-05'});
  });

  it('accepts it even while the papers are on their way, because the window\'s receipt counts', () => {
    assert.equal(aWalkTo('forwarding').on('2026-03-10').act(SYSTEM, 'deemAccepted', {}).file.state, 'accepted');
  });

  it('counts from home\'s receipt where the agreement says so', () => {
    const agreements = aWalkTo('submitted').context().agreements.map((agreement) => ({...agreement, receiptDay: 'home' as const}));
    const walk = aWalkTo('received', {agreements});
    assert.isFalse(walk.file.clocks.some(({kind}) => kind === 'receiptNotice'));
    checkAll(walk).act(suzhou, 'forward', {carrier: 'online'}).on('2026-03-09').act(shanghai, 'signFor', {});
    assert.equal(clockOf(walk.file, 'receiptNotice').start, '2026-03-09');
    walk.on('2026-03-17').act(SYSTEM, 'deemAccepted', {});
    assert.equal(walk.file.acceptedOn, '2026-03-09');
  });

  it('warns before a material that never came sends the case back', () => {
    const walk = aWalkTo('atHome', {}, {slots: [idCardSlot, bankSlot]})
      .act(shanghai, 'accept', {lacking: [{materialId: 'proof', dueOn: '2026-03-09'}]})
      .on('2026-03-09');
    throwsWith('TB_CASE_GUARD', () => walk.act(SYSTEM, 'propose', {what: 'expire', reason: '逾期未补'}));
    walk.on('2026-03-10');
    throwsWith('TB_CASE_GUARD', () => walk.act(shanghai, 'expire', {reason: '逾期未补'}));
    walk.act(SYSTEM, 'propose', {what: 'expire', reason: '逾期未补'});
    assert.equal(walk.acts[walk.acts.length - 1]?.tells, 'lackWarning');
    throwsWith('TB_CASE_GUARD', () => walk.act(shanghai, 'expire', {reason: '逾期未补'}));
    walk.on('2026-03-11').act(shanghai, 'expire', {reason: '逾期未补'});
    assert.deepEqual([walk.file.state, walk.file.doneResult, walk.file.endReason], ['sentBack', 5, '逾期未补']);
  });

  it('forgets the warning when the material comes after all', () => {
    const walk = aWalkTo('atHome', {}, {slots: [idCardSlot, bankSlot]})
      .act(shanghai, 'accept', {lacking: [{materialId: 'proof', dueOn: '2026-03-09'}]})
      .on('2026-03-10')
      .act(SYSTEM, 'propose', {what: 'expire', reason: '逾期未补'})
      .act(APPLICANT, 'fillLack', {materialId: 'proof', pieces: proofSlot.pieces})
      .on('2026-03-11');
    assert.isUndefined(walk.file.proposal);
    assert.equal(clockOf(walk.file, 'lack').stoppedOn, '2026-03-10');
    throwsWith('TB_CASE_GUARD', () => walk.act(shanghai, 'expire', {reason: '逾期未补'}));
  });

  it('sends back what was never answered, after a warning', () => {
    const walk = aWalkTo('supplement').on('2026-03-24').act(SYSTEM, 'propose', {what: 'expire', reason: '逾期未补正'}).on('2026-03-25');
    assert.equal(walk.act(shanghai, 'expire', {reason: '逾期未补正'}).file.state, 'sentBack');
  });

  it('sends back what was returned and never amended, after a warning', () => {
    const walk = aWalkTo('returned').on('2026-03-24').act(SYSTEM, 'propose', {what: 'expire', reason: '逾期未改'}).on('2026-03-25');
    assert.deepInclude(walk.act(shanghai, 'expire', {reason: '逾期未改'}).file, {state: 'sentBack', doneResult: 5});
  });

  it('sends a lost parcel again, and nothing that went online', () => {
    const parcel = checkAll(aWalkTo('received')).act(suzhou, 'forward', {carrier: 'ems', waybill: 'EA1'});
    assert.equal(parcel.act(suzhou, 'forward', {carrier: 'ems', waybill: 'EA2'}).file.waybill, 'EA2');
    throwsWith('TB_CASE_GUARD', () => aWalkTo('forwarding').act(suzhou, 'forward', {carrier: 'online'}));
  });

  it('voids a record only with two people, and keeps it', () => {
    const supervisor = staff('shanghaiSupervisor');
    const walk = aWalkTo('reviewing');
    throwsWith('TB_SECOND_PERSON', () => walk.act(supervisor, 'void', {reason: '录入错误'}));
    walk.act(supervisor, 'propose', {what: 'void', reason: '录入错误'});
    throwsWith('TB_SECOND_PERSON', () => walk.act(supervisor, 'void', {reason: '录入错误'}));
    walk.act(shanghai, 'propose', {what: 'void', reason: '录入错误'}).act(supervisor, 'void', {reason: '录入错误'});
    assert.deepEqual([walk.file.state, walk.file.doneResult], ['voided', 2]);
  });
});
