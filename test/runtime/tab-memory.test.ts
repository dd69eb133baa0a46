import {assert} from '@open-wc/testing';
import {tabMemory} from '@tongban/runtime/browser/tab-memory.js';

const ITEM = '12310000999000080R3002099008000';
const OTHER = '12310000999000080R3002099009000';

describe('what a tab remembers of answers', () => {
  beforeEach(() => sessionStorage.clear());

  it('is there for the next page, item by item', () => {
    const before = tabMemory(() => sessionStorage);
    before.keepAnswers(ITEM, {channel: 'self'});
    before.keepAnswers(OTHER, {retired: 'no'});
    const after = tabMemory(() => sessionStorage);
    assert.deepEqual([after.answersTo(ITEM), after.answersTo(OTHER)], [{channel: 'self'}, {retired: 'no'}]);
  });

  it('goes when there are none any more, and all of it when somebody signs out', () => {
    const tab = tabMemory(() => sessionStorage);
    tab.keepAnswers(ITEM, {channel: 'self'});
    tab.keepAnswers(OTHER, {channel: 'self'});
    tab.keepAnswers(ITEM, {});
    assert.deepEqual(tab.answersTo(ITEM), {});
    tab.forgetAnswers();
    assert.deepEqual(tab.answersTo(OTHER), {});
  });

  it('is nothing where another script wrote something else', () => {
    for (const written of ['{', '7', 'null', JSON.stringify({[ITEM]: 'x'}), JSON.stringify({[ITEM]: {channel: {toString: 1}}})]) {
      sessionStorage.setItem('tongban:answers', written);
      assert.deepEqual(tabMemory(() => sessionStorage).answersTo(ITEM), {});
    }
  });

  it('is nothing where storage is switched off', () => {
    const tab = tabMemory(() => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    });
    tab.keepAnswers(ITEM, {channel: 'self'});
    assert.deepEqual(tab.answersTo(ITEM), {});
  });
});
