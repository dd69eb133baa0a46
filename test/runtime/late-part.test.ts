import {assert} from '@open-wc/testing';
import {callNames} from '@tongban/runtime/shared/protocol.js';
import {callArguments} from '@tongban/runtime/worker/call-arguments.js';
import {latePart} from '@tongban/runtime/worker/late-part.js';
import {nearArguments} from '@tongban/runtime/worker/near-arguments.js';
import {rejectsWith} from '../support/rejects-with.js';

/** A file that comes when it is let through. */
function aSlowFile() {
  const asked: {arrive: (value: string) => void; fail: (reason: Error) => void}[] = [];
  const load = () => new Promise<string>((arrive, fail) => void asked.push({arrive, fail}));
  return {asked, load};
}

describe('a late part of the worker', () => {
  it('is fetched once for all who wait for it', async () => {
    const {asked, load} = aSlowFile();
    const part = latePart(load);
    assert.lengthOf(asked, 0, 'nobody asked yet');
    const [first, second] = [part(), part()];
    asked[0]!.arrive('people');
    assert.deepEqual(await Promise.all([first, second, part()]), ['people', 'people', 'people']);
    assert.lengthOf(asked, 1);
  });

  it('fails all who wait when it cannot be fetched, and is fetched anew for the next', async () => {
    const {asked, load} = aSlowFile();
    const part = latePart(load);
    const waiting = [part(), part()];
    asked[0]!.fail(new TypeError('Failed to fetch dynamically imported module'));
    for (const each of waiting) await rejectsWith('TB_NETWORK', each);
    const again = part();
    asked[1]!.arrive('people');
    assert.equal(await again, 'people');
  });
});

describe('the allow-list', () => {
  it('is whole in the first file: each call has the shape of its arguments in one of the two', () => {
    assert.sameMembers([...callNames], [...Object.keys(nearArguments), ...Object.keys(callArguments)]);
  });
});
