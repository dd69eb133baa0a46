import {assert} from '@open-wc/testing';
import {askAhead} from '@tongban/portal/browser/ask-ahead.js';

/** What is asked for a page with this content. */
function asked(content: string): unknown[] {
  const root = document.createElement('div');
  root.innerHTML = content;
  const questions: unknown[] = [];
  askAhead(root, (...question) => questions.push(question));
  return questions;
}

describe('asking ahead', () => {
  it('asks for the guides the page will show', () => {
    assert.deepEqual(asked('<tb-item-guide item="one"></tb-item-guide><p><tb-item-guide item="two"></tb-item-guide></p>'), [
      ['catalogue.guide', 'one'],
      ['catalogue.guide', 'two'],
    ]);
  });

  it('asks for nothing that no tag names', () => {
    assert.deepEqual(asked('<tb-item-guide></tb-item-guide><tb-login></tb-login>'), []);
  });

  it('leaves a province with its own gateway to itself', () => {
    const inside = (attributes: string) => `<tb-province ${attributes}><tb-item-guide item="one"></tb-item-guide></tb-province>`;
    assert.deepEqual(asked(inside('gateway="https://other.example"')), []);
    assert.deepEqual(asked(inside('region="310000"')), [['catalogue.guide', 'one']]);
  });
});
