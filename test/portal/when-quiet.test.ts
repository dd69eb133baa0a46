import {whenQuiet} from '@tongban/portal/browser/when-quiet.js';
import {assert} from '@open-wc/testing';

describe('when the page is quiet', () => {
  it('work is done later, never at once', async () => {
    let isDone = false;
    const done = new Promise<void>((resolve) => {
      whenQuiet(() => {
        isDone = true;
        resolve();
      }, 0);
    });
    assert.isFalse(isDone);
    await done;
    assert.equal(document.readyState, 'complete');
  });
});
