import {checkBankCard} from '@tongban/domain/checks/bank-card.js';
import {checkMobile} from '@tongban/domain/checks/mobile.js';
import {checkRegionCode, toSixDigits, toTwelveDigits} from '@tongban/domain/checks/region-code.js';
import {parseRegions, regionTable} from '@tongban/domain/regions/regions.js';
import {assert} from '@open-wc/testing';
import data from '../../../demo/data/regions.json';
import vectors from '../../fixtures/check-vectors.json';
import {throwsWith} from '../../support/throws-with.js';
import {problemOf, valueOf, warningsOf} from './outcome.js';

describe('a region code', () => {
  const regions = regionTable(parseRegions(data));

  it('is right when the region exists', () => {
    for (const code of vectors.region.valid) assert.equal(valueOf(checkRegionCode(code, regions)), code);
    assert.equal(valueOf(checkRegionCode(vectors.region.twelve, regions)), '511602');
  });

  it('is wrong for a stated reason', () => {
    const [short, province, county] = vectors.region.invalid as [string, string, string];
    assert.equal(problemOf(checkRegionCode(short, regions)), 'region-code-shape');
    assert.equal(problemOf(checkRegionCode(province)), 'region-code-unknown');
    assert.equal(problemOf(checkRegionCode(county, regions)), 'region-code-unknown');
    assert.equal(problemOf(checkRegionCode('350402', regions)), 'region-code-retired');
    assert.equal(problemOf(checkRegionCode('511602003000', regions)), 'region-code-shape');
    assert.equal(problemOf(checkRegionCode('', regions)), 'empty');
  });

  it('is written in six or twelve digits', () => {
    assert.equal(toTwelveDigits('320600'), '320600000000');
    assert.equal(toSixDigits('511602000000'), '511602');
    assert.equal(toSixDigits('511602003000'), '511602');
    throwsWith('TB_CODE_INVALID', () => toTwelveDigits('32060'));
    throwsWith('TB_CODE_INVALID', () => toSixDigits('320600'));
  });
});

describe('a mobile number', () => {
  it('is right with eleven digits that begin with 13 to 19', () => {
    for (const number of vectors.mobile.valid) assert.equal(valueOf(checkMobile(number)), number);
  });

  it('loses the country code and what people put between', () => {
    for (const typed of ['+8613800138000', '+86 138-0013-8000', '0086 138 0013 8000', '8613800138000', '１３８００１３８０００', '(+86)13800138000']) {
      assert.equal(valueOf(checkMobile(typed)), '13800138000', typed);
    }
  });

  it('is wrong for a stated reason', () => {
    assert.equal(problemOf(checkMobile('12800138000')), 'mobile-prefix');
    assert.equal(problemOf(checkMobile('1380013800')), 'mobile-length');
    assert.equal(problemOf(checkMobile('138001380000')), 'mobile-length');
    assert.equal(problemOf(checkMobile('1380013800O')), 'mobile-characters');
    assert.equal(problemOf(checkMobile('+86')), 'empty');
  });
});

describe('a bank card number', () => {
  it('is right when it passes the Luhn check', () => {
    assert.deepEqual(checkBankCard('4111 1111-1111 1111'), {ok: true, value: '4111111111111111', warnings: []});
  });

  it('is only warned of when it does not', () => {
    assert.deepEqual(warningsOf(checkBankCard('4111111111111112')), ['bank-card-check']);
    for (let at = 0; at < 16; at++) {
      const digits = [...'4111111111111111'];
      digits[at] = String((Number(digits[at]) + 3) % 10);
      assert.deepEqual(warningsOf(checkBankCard(digits.join(''))), ['bank-card-check'], digits.join(''));
    }
  });

  it('is wrong with too few or too many digits', () => {
    assert.equal(problemOf(checkBankCard('41111111111')), 'bank-card-shape');
    assert.equal(problemOf(checkBankCard('4'.repeat(20))), 'bank-card-shape');
    assert.equal(problemOf(checkBankCard('')), 'empty');
  });
});
