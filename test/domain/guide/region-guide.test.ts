import {editionOf, regionChain, regionGuide} from '@tongban/domain/guide/region-guide.js';
import {assert} from '@open-wc/testing';
import fc from 'fast-check';
import {aDelta, aGuide, aMaterial} from '../../fixtures/guides.js';
import {anyGuide, CHAIN} from './random-guide.js';

describe('a guide in a region', () => {
  const jiangsu = aDelta({region: '320000', taskCode: 'JS', name: '江苏的名称', promised: {value: 0, unit: 'instant'}});
  const nantong = aDelta({
    region: '320600',
    name: '南通的名称',
    ops: [{op: 'patchMaterial', id: 'bank', set: {necessity: 3}}],
  });
  const guide = aGuide({materials: [aMaterial()], deltas: [nantong, jiangsu]});

  it('takes from the county what the county says, else from the city, else from the province', () => {
    const own = regionGuide(guide, regionChain('320602'));
    assert.equal(own.name, '南通的名称');
    assert.deepEqual(own.promised, {value: 0, unit: 'instant'});
    assert.equal(own.materials[0]?.necessity, 3);
    assert.equal(own.taskCode, 'JS');
  });

  it('leaves the common part alone where nobody differs', () => {
    assert.deepEqual(regionGuide(guide, regionChain('330100')), guide);
  });

  it('becomes 即办件 with an instant limit, and stops being one with another', () => {
    assert.equal(regionGuide(guide, ['320000']).projectType, 1);
    const slower = aGuide({
      projectType: 1,
      promised: {value: 0, unit: 'instant'},
      deltas: [aDelta({promised: {value: 2, unit: 'workday'}})],
    });
    assert.equal(regionGuide(slower, ['320000']).projectType, 2);
  });

  it('is found by the code of any edition, and by no other', () => {
    assert.equal(editionOf(guide, 'JS')?.region, '320000');
    assert.equal(editionOf(guide, guide.taskCode)?.region, '310000');
    assert.isUndefined(editionOf(guide, 'ZJ'));
  });

  it('knows what a county lies in', () => {
    assert.deepEqual(regionChain('320602'), ['320602', '320600', '320000']);
    assert.deepEqual(regionChain('310000'), ['310000']);
  });

  it('always has the name and the limit of the nearest region that gives one', () => {
    fc.assert(
      fc.property(anyGuide, (any) => {
        const own = regionGuide(any, CHAIN);
        const nearest = <Key extends 'name' | 'promised'>(key: Key) =>
          CHAIN.map((region) => any.deltas.find((delta) => delta.region === region)?.[key]).find(
            (value) => value !== undefined,
          ) ?? any[key];
        assert.deepEqual(own.name, nearest('name'));
        assert.deepEqual(own.promised, nearest('promised'));
      }),
    );
  });

  it('is the same whatever order the deltas are listed in, and asks for the same when a delta is applied again', () => {
    fc.assert(
      fc.property(anyGuide, fc.constantFrom(...CHAIN), (any, region) => {
        const reversed = {...any, deltas: [...any.deltas].reverse()};
        assert.deepEqual({...regionGuide(reversed, CHAIN), deltas: []}, {...regionGuide(any, CHAIN), deltas: []});
        const once = regionGuide(any, [region]);
        assert.sameDeepMembers(regionGuide(once, [region]).materials, once.materials);
      }),
    );
  });
});
