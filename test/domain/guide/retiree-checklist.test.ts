import type {Guide} from '@tongban/domain/guide/guide.js';
import type {HeldProof} from '@tongban/domain/people/person.js';
import {resolve} from '@tongban/domain/guide/resolve.js';
import {assert} from '@open-wc/testing';
import guides from '../../../demo/data/guides/guides.json';
import people from '../../../demo/data/people.json';

const guide = (guides as unknown as Guide[]).find(({name}) => name === '正常退休提取住房公积金')!;
const retiree = people.people.find(({id}) => id === 'js-nantong-retiree')!;
const checklist = (answers: Record<string, string>, held = retiree.held as HeldProof[]) => {
  const resolved = resolve(guide, {answers, held, region: '310000', userType: 'person', today: '2026-03-02'});
  return {...resolved, states: Object.fromEntries(resolved.materials.map(({spec, state}) => [spec.id, state]))};
};

describe("the retiree of 南通 at 上海's fund centre", () => {
  it('sees what hangs on two questions before answering, none of it for good', () => {
    const {states, unanswered, warnings} = checklist({});
    assert.deepEqual(states, {id: 'waivable', bank: 'need', retire: 'maybe', poa: 'maybe'});
    assert.sameMembers([...unanswered], ['retired', 'channel']);
    assert.deepEqual(warnings, []);
  });

  it('hands in the bank card only', () => {
    assert.deepEqual(checklist({retired: 'yes', channel: 'self'}).states, {id: 'waivable', bank: 'need'});
    assert.deepEqual(checklist({retired: 'no', channel: 'self'}).states, {
      id: 'waivable',
      bank: 'need',
      retire: 'waivable',
    });
  });

  it('would hand in everything as somebody of whom nothing is held', () => {
    assert.deepEqual(checklist({retired: 'no', channel: 'agent'}, []).states, {
      id: 'need',
      bank: 'need',
      retire: 'need',
      poa: 'need',
    });
  });

  it("is told 上海's limit, not the common one", () => {
    assert.deepEqual(checklist({}).limits.promised, {value: 2, unit: 'day'});
  });
});
