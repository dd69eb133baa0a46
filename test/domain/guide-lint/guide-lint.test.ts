import {diffEditions} from '@tongban/domain/guide/edition-diff.js';
import {lintGuide} from '@tongban/domain/guide-lint/guide-lint.js';
import type {Guide} from '@tongban/domain/guide/guide.js';
import {assert} from '@open-wc/testing';
import demoGuides from '../../../demo/data/guides/guides.json';
import {aDelta, aGuide, aMaterial, aSituation} from '../../fixtures/guides.js';

const found = (parts: Partial<Guide>) => lintGuide(aGuide(parts)).map(({rule, field}) => `${rule} ${field}`);
const permit: Partial<Guide> = {
  itemType: '01',
  catalogCode: '000199014000',
  taskCode: '11310000TBDEM115842000199014000',
  faq: [{question: '问', answer: '答'}],
  steps: ['受理', '审查', '决定', '办结', '送达'].map((name) => ({name, actor: 'home'})),
};
const instant = {value: 0, unit: 'instant'} as const;

describe('the lint of a guide', () => {
  it('finds nothing in a guide that keeps the rules', () => {
    assert.deepEqual(found({}), []);
    assert.deepEqual(found(permit), []);
  });

  const cases: [rule: string, broken: Partial<Guide>, mended: Partial<Guide>][] = [
    ['1 projectType', {promised: instant}, {promised: instant, projectType: 1}],
    ['1 projectType', {projectType: 1}, {projectType: 2}],
    ['2 projectType', {projectType: 9}, {projectType: 9, promised: {value: null, unit: 'workday'}}],
    [
      '3 results.0.kind',
      {results: [{name: '居民身份证', kind: '其他', delivery: [], sample: true}]},
      {results: [{name: '提取凭证', kind: '其他', delivery: [], sample: true}]},
    ],
    [
      '3 results.0.kind',
      {results: [{name: '设立批复（正本）', kind: '出证办结', delivery: [], sample: true}]},
      {results: [{name: '设立批复（正本）', kind: '审批办结', delivery: [], sample: true}]},
    ],
    [
      '4 onsite.reason',
      {onsite: {times: 1}, onlineDepth: '3'},
      {onsite: {times: 1, reason: '采集指纹'}, onlineDepth: '3'},
    ],
    ['4 onsite.reason', {onsite: {times: 0, reason: '采集指纹'}}, {onsite: {times: 0}}],
    ['5 handleForms', {handleForms: ['1']}, {handleForms: ['1', '4']}],
    [
      '6 onsite.times',
      {onsite: {times: 1, reason: '采集指纹'}},
      {onsite: {times: 1, reason: '采集指纹'}, onlineDepth: '4'},
    ],
    ['7 payOnline', {payOnline: true}, {payOnline: false}],
    [
      '7 fees.0.byLaw',
      {payOnline: true, fees: [{name: '工本费', amount: 20, when: null}]},
      {payOnline: true, fees: [{name: '工本费', amount: 20, byLaw: '收费通知', when: null}]},
    ],
    [
      '7 fees.0.standard',
      {payOnline: true, fees: [{name: '检验费', amount: null, byLaw: '法', when: null}]},
      {payOnline: true, fees: [{name: '检验费', amount: null, byLaw: '法', standard: '按次', when: null}]},
    ],
    [
      '7 payOnline',
      {fees: [{name: '工本费', amount: 20, byLaw: '法', when: null}]},
      {payOnline: false, fees: [{name: '工本费', amount: 20, byLaw: '法', when: null}]},
    ],
    ['8 consultPhone', {consultPhone: '12345678'}, {consultPhone: '021-12345678'}],
    ['8 complainPhone', {complainPhone: '021-00000015'}, {complainPhone: '021-00000016'}],
    ['8 complainPhone', {complainPhone: undefined}, {complainPhone: '021-00000016'}],
    ['9 themes.0', {themes: ['户籍办理'], serviceObjects: ['2']}, {themes: ['户籍办理'], serviceObjects: ['1', '2']}],
    ['9 themes.0', {themes: ['法人注销'], serviceObjects: ['1']}, {themes: ['法人注销'], serviceObjects: ['2']}],
    ['10 faq', {...permit, faq: []}, permit],
    ['10 steps', {...permit, steps: [{name: '受理', actor: 'home'}]}, permit],
    [
      '11 results.0.sample',
      {results: [{name: '证明', kind: '其他', delivery: []}]},
      {results: [{name: '证明', kind: '其他', delivery: [], sample: true}]},
    ],
    ['12 promised', {promised: {value: 6, unit: 'workday'}}, {promised: {value: 5, unit: 'workday'}}],
    [
      '12 promised',
      {promised: {value: 2, unit: 'month'}},
      {promised: {value: 2, unit: 'month'}, legal: {value: null, unit: 'workday'}},
    ],
    [
      '13 materials.0.when',
      {situations: [aSituation()], materials: [aMaterial({when: {q: 'retired', is: 'maybe'}})]},
      {situations: [aSituation()], materials: [aMaterial({when: {q: 'retired', is: 'no'}})]},
    ],
    ['14 taskCode', {taskCode: '11310000TBDEM115852002099008000'}, {}],
    ['14 catalogCode', {catalogCode: '002099009000'}, {}],
    ['14 dept.code', {dept: {name: '某局', code: '11310000TBDEM11585'}}, {}],
  ];

  for (const [finding, broken, mended] of cases) {
    it(`finds rule ${finding} and is content once it is mended: ${
      diffEditions(aGuide(mended), aGuide(broken))
        .fields.map(({key}) => key)
        .join(', ') || 'parts'
    }`, () => {
      assert.include(found(broken), finding);
      assert.notInclude(found(mended), finding);
    });
  }

  it('refuses an unknown question and a promise longer than the law as others do, by code', () => {
    const findings = lintGuide(
      aGuide({promised: {value: 6, unit: 'workday'}, materials: [aMaterial({when: {q: 'x', is: 'y'}})]}),
    );
    assert.deepEqual(
      findings.map(({code, severity}) => [code, severity]),
      [
        ['TB_LIMIT_ORDER', 'error'],
        ['TB_WHEN_UNKNOWN', 'error'],
      ],
    );
  });

  it('only warns when the limits have different units, where the calendar decides', () => {
    const [finding] = lintGuide(aGuide({promised: {value: 3, unit: 'workday'}, legal: {value: 3, unit: 'day'}}));
    assert.equal(finding?.severity, 'warning');
  });

  it('names the region whose edition breaks a rule', () => {
    assert.deepEqual(found({deltas: [aDelta({promised: {value: 9, unit: 'workday'}})]}), ['12 deltas.320000.promised']);
  });

  it('speaks both languages', () => {
    for (const {zh, en} of lintGuide(aGuide({onsite: {times: 1}, handleForms: [], consultPhone: undefined}))) {
      assert.match(zh, /[\u4e00-\u9fff]/);
      assert.match(en, /^[ -~]*[a-z]/);
    }
  });
});

describe('the demo guides', () => {
  const findings = (demoGuides as unknown as Guide[]).flatMap((guide) =>
    lintGuide(guide).map((finding) => ({...finding, guide: guide.name})),
  );

  it('could be published: no rule that stops a guide is broken', () => {
    assert.lengthOf(demoGuides, 17);
    assert.deepEqual(
      findings.filter(({severity}) => severity === 'error'),
      [],
    );
  });

  it('break no rules but the known ones, which their sources leave open', () => {
    // The source names no samples of results.
    const known = findings.filter(({rule}) => rule !== 11).map(({guide, rule, field}) => `${guide} ${rule} ${field}`);
    assert.sameMembers(known, [
      '个体工商户设立登记 10 faq',
      '个体工商户设立登记 10 steps',
      '个体工商户设立登记 10 steps',
      '个体工商户设立登记 10 steps',
      '工业产品生产许可证核发 10 faq',
      // A permit in Sichuan only.
      '户口迁移(跨省通办五类) 10 deltas.510000.steps',
      '户口迁移(跨省通办五类) 10 deltas.510000.steps',
      // Three workdays are promised where the law gives three days.
    ]);
  });
});
