import {normalise, termsOf} from '@tongban/catalogue/shared/normalise.js';
import {assert} from '@open-wc/testing';

describe('text as it is compared', () => {
  it('has one width, small letters and simplified signs', () => {
    assert.equal(normalise('ＥＴＣ　發證（２０２６）').text, 'etc发证2026');
    assert.equal(normalise('養老保險關係轉移').text, '养老保险关系转移');
  });

  it('remembers where each sign stood', () => {
    const {text, from} = normalise('设立(内资)①');
    assert.equal(text, '设立内资1');
    assert.deepEqual(from, [0, 1, 3, 4, 6]);
  });

  it('counts signs beyond the basic plane by their units', () => {
    assert.deepEqual(normalise('𠮷事').from, [0, 0, 2]);
  });

  it('divides a query at blanks, marks and where Chinese meets letters', () => {
    assert.deepEqual(termsOf(' 退休　提取、公积金 '), ['退休', '提取', '公积金']);
    assert.deepEqual(termsOf('退休tqGJJ'), ['退休', 'tqgjj']);
    assert.deepEqual(termsOf('退休 退休'), ['退休']);
    assert.deepEqual(termsOf('，。 !'), []);
  });
});
