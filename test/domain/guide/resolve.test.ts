import type {Guide} from '@tongban/domain/guide/guide.js';
import type {HeldProof} from '@tongban/domain/people/person.js';
import {resolve, type Resolved, type ResolveWish} from '@tongban/domain/guide/resolve.js';
import {evaluate, type Answers} from '@tongban/domain/guide/when.js';
import {assert} from '@open-wc/testing';
import fc from 'fast-check';
import {aDelta, aGuide, aMaterial, aSituation} from '../../fixtures/guides.js';
import {anyAnswers, anyGuide, anyHeld} from './random-guide.js';

const NANTONG = '320600';
const idCard = aMaterial({
  id: 'id',
  name: '居民身份证',
  source: 20,
  waive: [{by: 'certificate', certName: '居民身份证', certTypeCode: '11100000000013127D001'}],
});
const retirement = aMaterial({
  id: 'retire',
  name: '退休证',
  source: 20,
  when: {q: 'retired', is: 'no'},
  waive: [{by: 'share', dataName: '人社退休信息'}],
});
const bank = aMaterial({id: 'bank'});
const guide = aGuide({situations: [aSituation()], materials: [idCard, bank, retirement], deltas: [aDelta()]});

const heldIdCard: HeldProof = {
  by: 'certificate',
  name: '居民身份证',
  certTypeCode: '11100000000013127D001',
  validTo: '2030-01-01',
};
const heldRetirement: HeldProof = {by: 'share', name: '人社退休信息', issuer: '人社'};

const wish = (parts: Partial<ResolveWish> = {}): ResolveWish => ({answers: {}, region: NANTONG, held: [], ...parts});
const states = ({materials}: Resolved) => Object.fromEntries(materials.map(({spec, state}) => [spec.id, state]));

describe('a checklist', () => {
  it('lists what hangs on an unanswered question as maybe, and asks it', () => {
    const resolved = resolve(guide, wish());
    assert.deepEqual(states(resolved), {id: 'need', bank: 'need', retire: 'maybe'});
    assert.deepEqual(resolved.unanswered, ['retired']);
  });

  it('narrows with the answers and says which answer did it', () => {
    const yes = resolve(guide, wish({answers: {retired: 'yes'}}));
    assert.deepEqual(states(yes), {id: 'need', bank: 'need'});
    assert.deepEqual(
      yes.ruledOut.map(({spec, because}) => [spec.id, because]),
      [['retire', [{why: 'answer', question: 'retired', label: '能'}]]],
    );

    const no = resolve(guide, wish({answers: {retired: 'no'}}));
    assert.equal(states(no)['retire'], 'need');
    assert.deepEqual(no.unanswered, []);
  });

  it('starts with 免交 what the government holds, with the reason', () => {
    const {materials} = resolve(guide, wish({answers: {retired: 'no'}, held: [heldIdCard, heldRetirement]}));
    assert.deepEqual(
      materials.map(({spec, state}) => [spec.id, state]),
      [
        ['id', 'waivable'],
        ['bank', 'need'],
        ['retire', 'waivable'],
      ],
    );
    assert.deepInclude(materials[2]!.because, {
      why: 'held',
      waiver: {by: 'share', dataName: '人社退休信息'},
      issuer: '人社',
    });
  });

  it('asks for a paper whose certificate has expired, and says so', () => {
    const resolved = resolve(guide, wish({held: [heldIdCard], today: '2031-01-01'}));
    assert.equal(states(resolved)['id'], 'need');
    assert.deepInclude(resolved.warnings, {kind: 'expiredProof', at: '居民身份证'});
  });

  it('tells certificates apart by their type code, not by a like name', () => {
    const other: HeldProof = {...heldIdCard, certTypeCode: '11100000000013127D002'};
    assert.equal(states(resolve(guide, wish({held: [other]})))['id'], 'need');
  });

  it('offers a promise without taking it for given', () => {
    const promised = aGuide({materials: [aMaterial({waive: [{by: 'promise'}]})]});
    const [material] = resolve(promised, wish()).materials;
    assert.equal(material?.state, 'need');
    assert.deepEqual(material?.promise, {by: 'promise'});
  });

  it('is 零材料 when only the form is left for this applicant', () => {
    const light = aGuide({
      materials: [
        idCard,
        aMaterial({id: 'form', kind: 2, name: '住房公积金提取申请表'}),
        aMaterial({id: 'more', necessity: 2}),
      ],
    });
    assert.isFalse(resolve(light, wish()).zeroMaterial);
    assert.isTrue(resolve(light, wish({held: [heldIdCard]})).zeroMaterial);
    assert.isFalse(resolve(guide, wish({held: [heldIdCard]})).zeroMaterial);
  });

  it('adds up the fees that apply, and names no total when one is open', () => {
    const charged = aGuide({
      situations: [aSituation({id: 'why'})],
      fees: [
        {name: '换领', amount: 20, when: {q: 'why', is: 'yes'}},
        {name: '补领', amount: 40, when: {q: 'why', is: 'no'}},
        {name: '邮寄', amount: 5, when: null},
      ],
    });
    assert.equal(resolve(charged, wish()).fee.total, 5);
    assert.deepEqual(
      resolve(charged, wish()).fee.maybe.map(({name}) => name),
      ['换领', '补领'],
    );
    assert.equal(resolve(charged, wish({answers: {why: 'no'}})).fee.total, 45);
    assert.isNull(resolve(aGuide({fees: [{name: '检验费', amount: null, when: null}]}), wish()).fee.total);
  });

  it('asks first what decides most, and asks nothing that decides nothing', () => {
    const many = aGuide({
      situations: [aSituation({id: 'idle'}), aSituation({id: 'one'}), aSituation({id: 'two'})],
      materials: [
        aMaterial({id: 'a', when: {q: 'one', is: 'yes'}}),
        aMaterial({id: 'b', when: {q: 'two', is: 'yes'}}),
        aMaterial({id: 'c', when: {q: 'two', is: 'no'}}),
      ],
    });
    assert.deepEqual(resolve(many, wish()).unanswered, ['two', 'one']);
    assert.deepEqual(resolve(many, wish({answers: {two: 'yes'}})).unanswered, ['one']);
  });

  it('counts no answer to a question that does not show', () => {
    const staged = aGuide({
      situations: [aSituation({id: 'married'}), aSituation({id: 'abroad', showIf: {q: 'married', is: 'yes'}})],
      materials: [aMaterial({id: 'proof', when: {q: 'abroad', is: 'yes'}})],
    });
    assert.deepEqual(resolve(staged, wish({answers: {married: 'no', abroad: 'yes'}})).materials, []);
    assert.deepEqual(resolve(staged, wish()).unanswered, ['married']);
  });

  it('warns of a condition over an unknown question, and keeps its material as maybe', () => {
    const broken = aGuide({materials: [aMaterial({when: {q: 'nobody', is: 'yes'}})]});
    const resolved = resolve(broken, wish());
    assert.deepEqual(states(resolved), {bank: 'maybe'});
    assert.deepInclude(resolved.warnings, {kind: 'unknownWhen', code: 'TB_WHEN_UNKNOWN', at: 'materials.0.when'});
  });

  it('warns of a region that has not claimed the item and of the wrong kind of applicant', () => {
    const {warnings} = resolve(aGuide(), wish({userType: 'corp'}));
    assert.deepEqual(warnings, [
      {kind: 'unclaimed', code: 'TB_ITEM_UNCLAIMED', at: NANTONG},
      {kind: 'notForUserType', at: 'corp'},
    ]);
  });
});

describe('for every guide', () => {
  const more = (answers: Answers, later: Answers): Answers => ({...later, ...answers});
  const resolved = (on: Guide, answers: Answers, held: HeldProof[] = []) =>
    resolve(on, wish({answers, held, region: '320602'}));

  it('answering more never un-decides a material', () => {
    fc.assert(
      fc.property(anyGuide, anyAnswers, anyAnswers, anyHeld, (on, answers, later, held) => {
        const before = resolved(on, answers, held);
        const after = states(resolved(on, more(answers, later), held));
        for (const {spec, state} of before.materials) if (state !== 'maybe') assert.equal(after[spec.id], state);
        for (const {spec} of before.ruledOut) assert.notProperty(after, spec.id);
      }),
      {numRuns: 500},
    );
  });

  it('answering every question that is asked leaves no maybe', () => {
    fc.assert(
      fc.property(anyGuide, fc.constantFrom('a', 'b', 'c'), (on, option) => {
        let answers: Answers = {};
        for (let asked = resolved(on, answers).unanswered; asked.length > 0; asked = resolved(on, answers).unanswered) {
          assert.notProperty(answers, asked[0]!);
          answers = {...answers, [asked[0]!]: option};
        }
        // What stays open can only hang on questions that wait for one another in a ring, which never show.
        const {shown, waiting} = rings(on, resolved(on, answers));
        for (const {spec, state} of resolved(on, answers).materials)
          if (state === 'maybe') assert.isNotEmpty(waiting, `${spec.id} with ${shown.join()}`);
      }),
    );
  });

  it('holding more proofs only takes papers off, and a waived one is not needed too', () => {
    fc.assert(
      fc.property(anyGuide, anyAnswers, anyHeld, anyHeld, (on, answers, held, others) => {
        const few = states(resolved(on, answers, held));
        const {materials} = resolved(on, answers, [...held, ...others]);
        for (const {spec, state, waiver} of materials) {
          if (few[spec.id] === 'waivable') assert.equal(state, 'waivable');
          if (state === 'waivable') assert.isDefined(waiver);
          if (state === 'need' || state === 'lackable') assert.isUndefined(waiver);
        }
        assert.sameMembers(
          materials.map(({spec}) => spec.id),
          Object.keys(few),
        );
      }),
    );
  });

  it('each material stands once: on the list or ruled out', () => {
    fc.assert(
      fc.property(anyGuide, anyAnswers, (on, answers) => {
        const {materials, ruledOut, guide: own} = resolved(on, answers);
        assert.sameMembers(
          [...materials, ...ruledOut].map(({spec}) => spec.id),
          own.materials.map(({id}) => id),
        );
      }),
    );
  });
});

/** Questions that show, and those whose turn never comes. */
function rings({situations}: Guide, {answers}: Resolved) {
  const settled: Record<string, string> = {...answers};
  for (const {id, showIf = null} of [...situations, ...situations, ...situations, ...situations]) {
    if (settled[id] === undefined && evaluate(showIf, settled) === false) settled[id] = '';
  }
  const waiting = situations.filter(({showIf = null}) => evaluate(showIf, settled) === undefined).map(({id}) => id);
  return {shown: Object.keys(answers), waiting};
}
