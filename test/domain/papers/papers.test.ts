import {Paper} from '@tongban/domain/papers/paper.js';
import {composePaper, type PaperInput} from '@tongban/domain/papers/papers.js';
import {parse} from '@tongban/domain/parse.js';
import {replay} from '@tongban/domain/case/replay.js';
import {seqOfPaper} from '@tongban/domain/papers/doc-numbers.js';
import {assert} from '@open-wc/testing';
import fc from 'fast-check';
import {walks} from '../../fixtures/case-moves.js';
import {aCaseGuide, APPLICANT, aWalkTo, bankSlot, calendar, type CaseWalk, idCardSlot, staff, SYSTEM} from '../../fixtures/cases.js';
import {throwsWith} from '../../support/throws-with.js';

const input: PaperInput = {
  names: {applicant: {name: '*秀兰', idNo: '9****************6'}, progressUrl: 'https://www.example/progress'},
  guide: aCaseGuide(),
  calendar,
};

/** A paper as anybody prints it who has the log. */
function printed({events}: CaseWalk, docNo: string): Paper {
  const past = events.slice(0, seqOfPaper(docNo));
  return composePaper(replay(past), past[past.length - 1]!, docNo, input);
}

function lastPaper(walk: CaseWalk): Paper {
  const {papers} = walk.file;
  return printed(walk, papers[papers.length - 1]!.docNo);
}

const all = (walk: CaseWalk) => walk.file.papers.map(({docNo}) => printed(walk, docNo));

describe('a paper', () => {
  it('of every act of every walk keeps its contract and says something', () => {
    fc.assert(
      fc.property(walks, (walk) => {
        for (const paper of all(walk)) {
          parse(Paper, JSON.parse(JSON.stringify(paper)));
          assert.isAbove(paper.paragraphs.join('').length, 10);
        }
      }),
      {numRuns: 20},
    );
  }).timeout(60_000);

  it('says next year what it said today', () => {
    const walk = aWalkTo('received');
    const {docNo} = walk.file.papers[1]!;
    const today = printed(walk, docNo);
    walk.on('2026-11-02').act(staff('suzhou'), 'checkOriginal', {materialId: 'bank', how: 'originalSeen'});
    assert.deepEqual(printed(walk, docNo), today);
  });

  it('of receipt lists the materials with their state, and says until when one hears', () => {
    const paper = printed(aWalkTo('received', {}, {slots: [idCardSlot, bankSlot]}), aWalkTo('received').file.papers[1]!.docNo);
    assert.deepEqual(paper.materials, [
      {name: '居民身份证', state: '免交', note: '电子证照：居民身份证'},
      {name: '本人银行卡', state: '已提供'},
      {name: '退休证明', state: '未提供'},
    ]);
    assert.deepEqual(paper.dueOn, {on: '2026-03-09'});
    assert.equal(paper.office, staff('suzhou').office);
  });

  it('of receipt says in plain words where home\'s receipt counts', () => {
    const agreements = aWalkTo('submitted').context().agreements.map((agreement) => ({...agreement, receiptDay: 'home' as const}));
    const walk = aWalkTo('received', {agreements});
    assert.include(lastPaper(walk).paragraphs.join(''), '自属地部门签收材料之日起算');
    assert.isUndefined(lastPaper(walk).dueOn);
  });

  it('of a notice holds every fault in order', () => {
    const faults = [{materialId: 'bank', what: '不清楚', remedy: '重拍'}, {fieldId: 'account', what: '账号有误'}, {what: '缺签名'}];
    const paper = lastPaper(aWalkTo('atHome').act(staff('shanghai'), 'onceNotice', {faults}));
    assert.deepEqual(paper.paragraphs.slice(1, 4), ['1. 不清楚（重拍）', '2. 账号有误', '3. 缺签名']);
    assert.deepEqual(paper.legalBasis, ['《住房公积金管理条例》']);
  });

  it('of acceptance names the promised due date, and what may follow later', () => {
    const walk = aWalkTo('atHome', {}, {slots: [idCardSlot, bankSlot]}).act(staff('shanghai'), 'accept', {lacking: [{materialId: 'proof', dueOn: '2026-03-20'}]});
    const [acceptance, lack] = all(walk).slice(-2);
    assert.deepEqual(acceptance?.dueOn, {on: '2026-03-05'});
    assert.deepEqual(lack?.materials, [{name: '退休证明', state: '容缺后补', note: '请于 2026-03-20 前补交'}]);
  });

  it('of a deemed acceptance says so, with the receipt day', () => {
    const paper = lastPaper(aWalkTo('atHome').on('2026-03-10').act(SYSTEM, 'deemAccepted', {}));
    assert.include(paper.paragraphs.join(''), '2026-03-02');
    assert.include(paper.paragraphs.join(''), '视为受理');
  });

  it('of a refusal says why and how to object', () => {
    const walk = aWalkTo('atHome').act(staff('shanghai'), 'propose', {what: 'refuse', reason: '无权'}).act(staff('shanghaiChief'), 'refuse', {reason: '不属于本机关职权', remedy: '可申请复议'});
    assert.deepEqual(lastPaper(walk).paragraphs, ['您的申请不予受理。', '理由：不属于本机关职权', '救济途径：可申请复议']);
  });

  it('is composed only from the event that made it', () => {
    const {events, file} = aWalkTo('received').act(APPLICANT, 'withdraw', {});
    throwsWith('TB_NOT_FOUND', () => composePaper(file, events[0]!, file.papers[1]!.docNo, input));
  });
});
