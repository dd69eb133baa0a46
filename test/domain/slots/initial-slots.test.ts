import {slotsOf} from '@tongban/domain/slots/initial-slots.js';
import {resolve, type ResolveWish} from '@tongban/domain/guide/resolve.js';
import {assert} from '@open-wc/testing';
import fc from 'fast-check';
import {aGuide, aMaterial, aSituation} from '../../fixtures/guides.js';
import {anyAnswers, anyGuide, anyHeld} from '../guide/random-guide.js';

const SHARE = {by: 'share', dataName: '人社退休信息'} as const;
const held = [{by: 'share', name: '人社退休信息'}] as const;
const guide = aGuide({
  situations: [aSituation()],
  materials: [
    aMaterial({id: 'bank'}),
    aMaterial({id: 'retire', waive: [SHARE, {by: 'promise'}]}),
    aMaterial({id: 'later', necessity: 3, when: {q: 'retired', is: 'no'}}),
  ],
});
const resolved = (parts: Partial<ResolveWish> = {}) =>
  resolve(guide, {answers: {retired: 'no'}, region: '310000', held: [], ...parts});
const states = (slots: ReturnType<typeof slotsOf>) =>
  Object.fromEntries(slots.map(({materialId, state}) => [materialId, state]));

describe('the slots of a draft', () => {
  it('start empty, or waived with the reason', () => {
    const slots = slotsOf(resolved({held: [...held]}));
    assert.deepEqual(states(slots), {bank: 'empty', retire: 'waived', later: 'empty'});
    assert.deepEqual(slots[1]?.waivedBy, SHARE);
  });

  it('are not there for what may still fall away', () => {
    assert.notProperty(states(slotsOf(resolved({answers: {}}))), 'later');
  });

  it('become waived once signing in shows what the government holds', () => {
    assert.equal(states(slotsOf(resolved({held: [...held]}), slotsOf(resolved())))['retire'], 'waived');
  });

  it('keep what was handed in, promised or put off when answers change', () => {
    const before = slotsOf(resolved()).map((slot) => {
      if (slot.materialId === 'bank') return {...slot, state: 'provided' as const};
      if (slot.materialId === 'retire') return {...slot, state: 'promised' as const};
      return {...slot, state: 'lacking' as const, dueOn: '2026-03-10'};
    });
    assert.deepEqual(slotsOf(resolved({held: [...held]}), before), before);
  });

  it('leave a waiver declined that the applicant declined, and take one back that no longer holds', () => {
    const declined = slotsOf(resolved({held: [...held]})).map((slot) => ({
      ...slot,
      state: slot.state === 'waived' ? ('empty' as const) : slot.state,
    }));
    assert.equal(states(slotsOf(resolved({held: [...held]}), declined))['retire'], 'empty');
    assert.equal(states(slotsOf(resolved(), slotsOf(resolved({held: [...held]}))))['retire'], 'empty');
  });

  it('stand for each settled material once, whatever there was before', () => {
    fc.assert(
      fc.property(anyGuide, anyAnswers, anyAnswers, anyHeld, (any, answers, later, proofs) => {
        const at = (given: typeof answers) => resolve(any, {answers: given, region: '320602', held: proofs});
        const after = at(later);
        const slots = slotsOf(after, slotsOf(at(answers)));
        assert.deepEqual(
          slots.map(({materialId}) => materialId),
          after.materials.filter(({state}) => state !== 'maybe').map(({spec}) => spec.id),
        );
        assert.deepEqual(slots, slotsOf(after));
      }),
    );
  });
});
