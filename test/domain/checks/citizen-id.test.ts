import {birthDateOf, checkCitizenId, makeCitizenId, sexOf} from '@tongban/domain/checks/citizen-id.js';
import {parseRegions, regionTable} from '@tongban/domain/regions/regions.js';
import {assert} from '@open-wc/testing';
import * as fc from 'fast-check';
import data from '../../../demo/data/regions.json';
import vectors from '../../fixtures/check-vectors.json';
import {throwsWith} from '../../support/throws-with.js';
import {datesFrom} from '../time/naive-dates.js';
import {valueOf, problemOf} from './outcome.js';

const anyId = fc
  .record({area: fc.integer({min: 100000, max: 999999}).map(String), birth: fc.constantFrom(...datesFrom('1850-01-01', 60000)), serial: fc.integer({min: 0, max: 999})})
  .map((parts) => ({parts, id: makeCitizenId(parts)}));

describe('a citizen number', () => {
  for (const {value} of vectors.citizenId.valid) {
    it(`${value} is right`, () => assert.equal(valueOf(checkCitizenId(value)), value));
  }

  it('is wrong for a stated reason', () => {
    const [digit, month, leapDay, lower] = vectors.citizenId.invalid.map(({value}) => value) as [string, string, string, string];
    assert.equal(problemOf(checkCitizenId(digit)), 'citizen-id-check');
    assert.equal(problemOf(checkCitizenId(month)), 'citizen-id-date');
    assert.equal(problemOf(checkCitizenId(leapDay)), 'citizen-id-date');
    assert.equal(valueOf(checkCitizenId(lower)), lower.toUpperCase());
    assert.equal(problemOf(checkCitizenId('')), 'empty');
    assert.equal(problemOf(checkCitizenId(' \u3000')), 'empty');
    assert.equal(problemOf(checkCitizenId('1101051949123100')), 'citizen-id-length');
    assert.equal(problemOf(checkCitizenId('110105194912310021X')), 'citizen-id-length');
    assert.equal(problemOf(checkCitizenId('110105491231002')), 'citizen-id-old');
    assert.equal(problemOf(checkCitizenId('1101051949123100Y2')), 'citizen-id-characters');
  });

  it('may be typed in full width, in groups, with invisible marks', () => {
    assert.equal(valueOf(checkCitizenId('\u200e１１０１０５ 19491231 002ｘ')), '11010519491231002X');
  });

  it('born after today is wrong', () => {
    const id = makeCitizenId({area: '999999', birth: '2026-03-03', serial: 1});
    assert.equal(problemOf(checkCitizenId(id, {today: '2026-03-02'})), 'citizen-id-future');
    assert.equal(valueOf(checkCitizenId(id, {today: '2026-03-03'})), id);
  });

  it('with an area unknown or gone is right, with a word about it', () => {
    const regions = regionTable(parseRegions(data));
    const warningsFor = (area: string) => {
      const result = checkCitizenId(makeCitizenId({area, birth: '1899-01-01', serial: 1}), {regions});
      return result.ok ? result.warnings : undefined;
    };
    assert.deepEqual(warningsFor('999999'), ['citizen-id-area-unknown']);
    assert.deepEqual(warningsFor('350402'), ['citizen-id-area-retired']);
    assert.deepEqual(warningsFor('310118'), []);
  });

  it('says when and as what a person was born', () => {
    assert.equal(birthDateOf('11010519491231002x'), '1949-12-31');
    assert.equal(sexOf('11010519491231002X'), 'female');
    assert.equal(sexOf('440524188001010014'), 'male');
    assert.isUndefined(birthDateOf('110105194912310021'));
    assert.isUndefined(sexOf('110105194912310021'));
  });

  it('is made right from its parts', () => {
    fc.assert(
      fc.property(anyId, ({parts, id}) => {
        assert.equal(valueOf(checkCitizenId(id)), id);
        assert.equal(birthDateOf(id), parts.birth);
        assert.equal(sexOf(id), parts.serial % 2 ? 'male' : 'female');
        assert.equal(id.slice(0, 6), parts.area);
      }),
      {numRuns: 200},
    );
    throwsWith('TB_CONTRACT_INVALID', () => makeCitizenId({area: '999999', birth: '1999-02-29', serial: 1}));
    throwsWith('TB_CODE_INVALID', () => makeCitizenId({area: '99999', birth: '1999-02-28', serial: 1}));
    throwsWith('TB_CODE_INVALID', () => makeCitizenId({area: '999999', birth: '1999-02-28', serial: 1000}));
  });

  it('with any one sign changed is wrong', () => {
    fc.assert(
      fc.property(anyId, fc.nat(17), fc.constantFrom(...'0123456789X'), ({id}, at, sign) => {
        fc.pre(id[at] !== sign);
        assert.isFalse(checkCitizenId(id.slice(0, at) + sign + id.slice(at + 1)).ok);
      }),
      {numRuns: 500},
    );
  });

  it('with two neighbours swapped is wrong', () => {
    fc.assert(
      fc.property(anyId, fc.nat(16), ({id}, at) => {
        fc.pre(id[at] !== id[at + 1]);
        assert.isFalse(checkCitizenId(id.slice(0, at) + id[at + 1]! + id[at]! + id.slice(at + 2)).ok);
      }),
      {numRuns: 500},
    );
  });
});
