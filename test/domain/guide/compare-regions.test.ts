import {compareRegions} from '@tongban/domain/guide/compare-regions.js';
import {assert} from '@open-wc/testing';
import {aDelta, aGuide, aMaterial} from '../../fixtures/guides.js';

const guide = aGuide({
  materials: [aMaterial({id: 'id'}), aMaterial({id: 'bank'})],
  deltas: [
    aDelta({
      region: '310000',
      taskCode: 'SH',
      ops: [{op: 'addMaterial', material: aMaterial({id: 'approval', name: '批准通知'})}],
      note: '须先批准',
    }),
    aDelta({
      region: '320000',
      taskCode: 'JS',
      promised: {value: 0, unit: 'instant'},
      ops: [{op: 'patchMaterial', id: 'bank', set: {necessity: 3}}],
    }),
    aDelta({region: '320600', name: '南通的名称'}),
  ],
});

describe('regions side by side', () => {
  const {rows, regions} = compareRegions(guide, ['310000', '320600', '330000']);
  const row = (about: string) => rows.find((candidate) => candidate.about === about);
  const material = (id: string) => rows.find((candidate) => candidate.about === 'material' && candidate.id === id);

  it('show what differs first', () => {
    const differs = rows.map((candidate) => candidate.differs);
    assert.deepEqual(
      differs,
      [...differs].sort((a, b) => Number(b) - Number(a)),
    );
    assert.isTrue(row('promised')?.differs);
    assert.isFalse(row('legal')?.differs);
  });

  it('have one cell a region, with what the nearest region says', () => {
    assert.deepEqual(row('name')?.cells, [guide.name, '南通的名称', guide.name]);
    assert.deepEqual(row('promised')?.cells, [guide.promised, {value: 0, unit: 'instant'}, guide.promised]);
    assert.deepEqual(row('note')?.cells, ['须先批准', undefined, undefined]);
  });

  it('leave the cell empty where a material is not asked for', () => {
    assert.deepEqual(
      material('approval')?.cells.map((cell) => cell !== undefined),
      [true, false, false],
    );
    assert.deepEqual(
      material('bank')?.cells.map((cell) => typeof cell === 'object' && 'necessity' in cell && cell.necessity),
      [1, 3, 1],
    );
    assert.isFalse(material('id')?.differs);
  });

  it('say which region has not opened the item', () => {
    assert.deepEqual(
      regions.map(({claimed}) => claimed),
      [true, true, false],
    );
    assert.deepEqual(
      regions.map(({taskCode}) => taskCode),
      ['SH', 'JS', guide.taskCode],
    );
  });
});
