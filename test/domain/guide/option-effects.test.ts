import {assert} from '@open-wc/testing';
import {optionEffects} from '@tongban/domain/guide/option-effects.js';
import {resolve} from '@tongban/domain/guide/resolve.js';
import fc from 'fast-check';
import {aGuide, aMaterial, aSituation} from '../../fixtures/guides.js';
import {anyAnswers, anyGuide, anyHeld} from './random-guide.js';

const NANTONG = '320600';
const retirement = aMaterial({id: 'retire', name: '退休证', when: {q: 'retired', is: 'no'}, waive: [{by: 'share', dataName: '人社退休信息'}]});
const guide = aGuide({situations: [aSituation()], materials: [aMaterial({id: 'bank'}), retirement]});
const wish = {answers: {}, region: NANTONG, held: []};

describe('what an option changes', () => {
  it('says which papers it spares and which it adds', () => {
    assert.deepEqual(Object.fromEntries(optionEffects(guide, wish, 'retired')), {yes: {spared: ['retire'], added: []}, no: {spared: [], added: ['retire']}});
  });

  it('says the same once it is chosen', () => {
    const chosen = {...wish, answers: {retired: 'no'}};
    assert.deepEqual([...optionEffects(guide, chosen, 'retired')], [...optionEffects(guide, wish, 'retired')]);
  });

  it('counts no paper that the government holds', () => {
    const held = [{by: 'share' as const, name: '人社退休信息'}];
    assert.deepEqual(Object.fromEntries(optionEffects(guide, {...wish, held}, 'retired')), {yes: {spared: [], added: []}, no: {spared: [], added: []}});
  });

  it('knows no question that the guide does not have', () => {
    assert.equal(optionEffects(guide, wish, 'weather').size, 0);
  });

  it('never promises to spare what is then asked for, nor the other way round', () => {
    fc.assert(
      fc.property(anyGuide, anyAnswers, anyHeld, (any, answers, held) => {
        for (const {id} of any.situations) {
          for (const [option, {spared, added}] of optionEffects(any, {answers, region: NANTONG, held}, id)) {
            const {materials} = resolve(any, {answers: {...answers, [id]: option}, region: NANTONG, held});
            const stateOf = (material: string) => materials.find(({spec}) => spec.id === material)?.state;
            assert.isTrue(spared.every((material) => stateOf(material) === undefined));
            assert.isTrue(added.every((material) => stateOf(material) === 'need' || stateOf(material) === 'lackable'));
          }
        }
      }),
      {numRuns: 100},
    );
  });
});
