import {assert} from '@open-wc/testing';
import {askAhead} from '@tongban/portal/browser/ask-ahead.js';
import {fixturePortal} from '../../stories/support/fixture-portal.js';

/** What is asked for a page with this content. */
async function asked(content: string, portal = fixturePortal()): Promise<unknown[]> {
  const root = document.createElement('div');
  root.innerHTML = content;
  askAhead(root, Promise.resolve(portal));
  await Promise.resolve();
  return portal.calls.map(({name, args}) => [name, ...args]);
}

describe('asking ahead', () => {
  it('asks for the guides the page will show', async () => {
    assert.deepEqual(await asked('<tb-item-guide item="one"></tb-item-guide><p><tb-item-guide item="two"></tb-item-guide></p>'), [
      ['catalogue.guide', 'one'],
      ['catalogue.guide', 'two'],
    ]);
  });

  it('asks for nothing that no tag names', async () => {
    assert.deepEqual(await asked('<tb-item-guide></tb-item-guide><tb-login></tb-login>'), []);
  });

  it('leaves a province with its own gateway to itself', async () => {
    const inside = (attributes: string) => `<tb-province ${attributes}><tb-item-guide item="one"></tb-item-guide></tb-province>`;
    assert.deepEqual(await asked(inside('gateway="https://other.example"')), []);
    assert.deepEqual(await asked(inside('region="310000"')), [['catalogue.guide', 'one']]);
  });

  it('leaves it to the tag to say what went wrong', async () => {
    assert.deepEqual(await asked('<tb-item-guide item="one"></tb-item-guide>', fixturePortal('failed')), [['catalogue.guide', 'one']]);
  });
});
