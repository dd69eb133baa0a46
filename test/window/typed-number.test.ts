import {assert} from '@open-wc/testing';
import {typedNumber} from '@tongban/window/desk/typed-number.js';

describe('a number typed or scanned', () => {
  it('is taken with blanks, small letters and full-width signs put right', () => {
    assert.equal(typedNumber(' k7m2 q9td '), 'K7M2Q9TD');
    assert.equal(typedNumber('Ｋ７Ｍ２Ｑ９ＴＤ'), 'K7M2Q9TD');
    assert.equal(typedNumber('12310000999000080R3002099008000202611230001'), '12310000999000080R3002099008000202611230001');
  });

  it('is found in the address a receipt carries', () => {
    assert.equal(typedNumber('https://www.shanghai.example/progress?case=K7M2Q9TD'), 'K7M2Q9TD');
    assert.equal(typedNumber('https://www.shanghai.example/progress/#K7M2Q9TD'), 'K7M2Q9TD');
  });

  it('is nothing where there is none', () => {
    for (const typed of ['', '   ', '公积金', 'K7M2', '<script>', 'A'.repeat(51)]) assert.isUndefined(typedNumber(typed), typed);
  });
});
