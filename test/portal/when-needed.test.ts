import {assert} from '@open-wc/testing';
import {whenNeeded} from '@tongban/portal/browser/when-needed.js';
import {until} from '../support/until.js';

/** A page of its own, and how often it needed the kit. */
function page(content: string) {
  const root = document.createElement('div');
  root.innerHTML = content;
  const needed = {times: 0};
  whenNeeded(root, ['x-guide', 'x-login'], () => (needed.times += 1));
  return {root, needed};
}

describe('the kit is needed', () => {
  it('at once where a tag stands on the page', () => {
    assert.equal(page('<p><x-login></x-login></p>').needed.times, 1);
  });

  it('not at all by a page without tags', async () => {
    const {root, needed} = page('<p>no tags</p>');
    root.insertAdjacentHTML('beforeend', '<section><b>nor here</b></section>');
    const {root: control, needed: controlled} = page('');
    control.append(document.createElement('x-guide'));
    await until(() => controlled.times === 1, 'another page has seen its tag');
    assert.equal(needed.times, 0);
  });

  it('once, when the first tag is added, alone or inside of something', async () => {
    const {root, needed} = page('');
    root.insertAdjacentHTML('beforeend', '<section><div><x-guide></x-guide></div></section>');
    await until(() => needed.times === 1, 'the tag is seen');
    root.append(document.createElement('x-login'), document.createElement('x-guide'));
    const {root: control, needed: controlled} = page('');
    control.append(document.createElement('x-guide'));
    await until(() => controlled.times === 1, 'another page has seen its tag');
    assert.equal(needed.times, 1);
  });
});
