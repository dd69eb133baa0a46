import {assert} from '@open-wc/testing';
import {fenIn, fenOf, yuanOf} from '@tongban/domain/fees/fen.js';
import fc from 'fast-check';
import {throwsWith} from '../../support/throws-with.js';

describe('money', () => {
  it('is whole fen, whatever a binary number makes of the yuan', () => {
    assert.deepEqual([20, 0, 0.1, 1.1, 4.35, 1005.05, 0.07].map(fenOf), [2000, 0, 10, 110, 435, 100505, 7]);
  });

  it('has no parts of a fen and is not below nothing', () => {
    for (const yuan of [0.001, 1.005, -1, Number.NaN, Infinity, 1e9]) throwsWith('TB_CONTRACT_INVALID', () => fenOf(yuan));
  });

  it('is written with two decimals and read back as it was', () => {
    assert.deepEqual([0, 7, 10, 435, 2000, 123456789].map(yuanOf), ['0.00', '0.07', '0.10', '4.35', '20.00', '1234567.89']);
    fc.assert(fc.property(fc.nat(999_999_999), (fen) => fenIn(yuanOf(fen)) === fen));
  });

  it('is typed in yuan with two decimals at most', () => {
    assert.deepEqual(['20', ' 12.5 ', '12.50', '0.07'].map(fenIn), [2000, 1250, 1250, 7]);
    for (const typed of ['', '12.', '.5', '1.234', '-1', '1e3', '1,000', '二十']) assert.isUndefined(fenIn(typed), typed);
  });
});
