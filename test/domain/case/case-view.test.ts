import {allowedActions} from '@tongban/domain/acts/allowed.js';
import {caseSummary, caseView} from '@tongban/domain/case/case-view.js';
import {duplicateOf} from '@tongban/domain/case/duplicates.js';
import {mayRead} from '@tongban/domain/case/may-read.js';
import {assert} from '@open-wc/testing';
import {AGENT, aCase, aDelegation, anAgreement, APPLICANT, aWalkTo, bankSlot, calendar, CaseWalk, FIELDS, idCardSlot, MONDAY, staff, SYSTEM} from '../../fixtures/cases.js';

const party = {userType: 'person', name: '顾秀兰', idNo: '999320196603159026', mobile: '19900000001'} as const;
const view = (walk: CaseWalk, actor = APPLICANT, more: object = {}) =>
  caseView(walk.file, {context: walk.context({actor}), party, fields: FIELDS, ...more});

describe('a case file', () => {
  it('shows people masked, and a firm by its public name', () => {
    assert.deepEqual(view(aWalkTo('submitted')).applicant, {userType: 'person', name: '*秀兰', idNo: '9****************6', mobile: '199****0001'});
    const firm = {userType: 'corp', name: '苏州示例有限公司', idNo: '91320500TBDEM90101', mobile: '19900000004'} as const;
    assert.deepInclude(view(aWalkTo('submitted'), APPLICANT, {party: firm}).applicant, {name: firm.name, idNo: firm.idNo, mobile: '199****0004'});
  });

  it('masks the fields the guide calls personal and leaves out what it does not know', () => {
    assert.deepEqual(view(aWalkTo('submitted'), APPLICANT, {fields: {...FIELDS, other: 'x'}}).fields, {name: '*秀兰', account: '622848*********0018'});
  });

  it('tells each clock with its due date then and now', () => {
    const walk = aWalkTo('suspended').on('2026-03-04').act(staff('shanghai'), 'resume', {});
    const promised = view(walk).clocks.find(({kind}) => kind === 'promised');
    assert.deepEqual(promised, {kind: 'promised', start: MONDAY, dueOriginal: {on: '2026-03-05'}, dueNow: {on: '2026-03-09'}, state: 'paused', light: 'green', workdaysLeft: 3});
  });

  it('keeps what staff propose among themselves from the applicant, but not a warning', () => {
    const proposed = aWalkTo('atHome').act(staff('shanghai'), 'propose', {what: 'refuse', reason: '无权'});
    assert.isUndefined(view(proposed).proposal);
    assert.equal(view(proposed, staff('shanghaiChief')).proposal?.by, 'SH-1');
    const warned = aWalkTo('supplement').on('2026-03-24').act(SYSTEM, 'propose', {what: 'expire', reason: '逾期'});
    assert.equal(view(warned).proposal?.what, 'expire');
  });

  it('says which acts can be rated and which have been, never by whom they were done', () => {
    const {acts} = view(aWalkTo('closed'), APPLICANT, {ratedActs: ['takeIn-2']});
    assert.deepEqual(acts.map(({act, rated}) => [act, rated]), [['takeIn-2', true], ['handOver-12', false]]);
    assert.notInclude(JSON.stringify(acts), staff('suzhou').id);
  });
});

describe('a row of a list', () => {
  it('has the worst light and the nearest date of what runs', () => {
    const row = caseSummary(aCase('atHome'), {party, calendar, today: '2026-03-06'});
    assert.deepInclude(row, {applicantName: '*秀兰', light: 'yellow', dueNow: {on: '2026-03-09'}});
    assert.equal(caseSummary(aCase('atHome'), {party, calendar, today: '2026-03-10'}).light, 'red');
  });

  it('has none once the case has ended', () => {
    const row = caseSummary(aCase('closed'), {party, calendar, today: '2026-06-01'});
    assert.equal(row.light, 'none');
    assert.isUndefined(row.dueNow);
  });
});

describe('the console', () => {
  const codeOf = (walk: CaseWalk, action: string, actor: ReturnType<typeof staff>, agreements = [anAgreement()]) =>
    allowedActions(walk.file, walk.context({actor, agreements})).barred.find((each) => each.action === action)?.code;

  it('enables a button only with the power, and says why else', () => {
    const walk = aWalkTo('received').act(staff('suzhou'), 'checkOriginal', {materialId: 'bank', how: 'originalSeen'});
    assert.equal(codeOf(walk, 'forward', staff('suzhou')), 'TB_CASE_GUARD', 'one original is not checked yet');
    walk.act(staff('suzhou'), 'checkOriginal', {materialId: 'proof', how: 'originalSeen'});
    assert.isUndefined(codeOf(walk, 'forward', staff('suzhou')));
    assert.equal(codeOf(walk, 'forward', staff('suzhou'), [anAgreement({powers: ['deliver']})]), 'TB_POWER_MISSING');
    assert.equal(codeOf(walk, 'forward', staff('suzhou', {roles: ['deliverer']})), 'TB_ROLE_MISSING');
    assert.equal(codeOf(walk, 'signFor', staff('shanghai')), 'TB_CASE_TRANSITION');
    assert.equal(codeOf(aWalkTo('atHome'), 'refuse', staff('shanghaiChief')), 'TB_SECOND_PERSON');
  });
});

describe('a case may be opened', () => {
  const may = (walk: CaseWalk, actor: Parameters<typeof mayRead>[1]['actor'], more: object = {}) => mayRead(walk.file, {...walk.context({actor}), ...more});

  it('by its applicant, and an agent whose delegation covers asking', () => {
    const walk = aWalkTo('received');
    assert.isTrue(may(walk, APPLICANT));
    assert.isFalse(may(walk, {...APPLICANT, id: 'stranger'}));
    assert.isTrue(may(walk, AGENT));
    assert.isFalse(may(walk, AGENT, {delegations: [aDelegation({actions: ['apply']})]}));
  });

  it('by home and the window that has it; by another window only while it can still receive it', () => {
    assert.isTrue(may(aWalkTo('received'), staff('shanghai')));
    assert.isTrue(may(aWalkTo('received'), staff('suzhou')));
    assert.isTrue(may(aWalkTo('submitted'), staff('nantong')));
    assert.isFalse(may(aWalkTo('submitted'), staff('nantong'), {agreements: []}));
    assert.isFalse(may(aWalkTo('received'), staff('nantong')));
    assert.isFalse(may(new CaseWalk().submit({mode: 'online', windowRegion: undefined}), staff('suzhou')));
  });
});

describe('a second application for the same item', () => {
  it('is noticed while the first is open', () => {
    const open = {...aCase('received'), caseNo: 'first'};
    const mine = new CaseWalk().submit({slots: [idCardSlot, bankSlot]}).file;
    assert.equal(duplicateOf([mine, open], mine), 'first');
    assert.isUndefined(duplicateOf([mine, {...open, state: 'closed'}], mine));
    assert.isUndefined(duplicateOf([mine, {...open, partyId: 'somebody'}], mine));
    assert.isUndefined(duplicateOf([mine, {...open, catalogCode: '000199001000'}], mine));
  });
});
