import {assert} from '@open-wc/testing';
import {startedAhead} from '@tongban/portal/browser/started-ahead.js';

/** Starts engines by gateway and counts them. */
function aYard() {
  let built = 0;
  const begin = (gateway: string) => (gateway === 'broken' ? Promise.reject(new Error(gateway)) : Promise.resolve(`${gateway} ${String(++built)}`));
  return startedAhead(begin, (one, other) => one === other);
}

describe('what is started ahead', () => {
  it('is given to the first who wants the same; the next gets one of its own', async () => {
    const {start, take} = aYard();
    await start('here');
    assert.deepEqual([await take('here'), await take('here')], ['here 1', 'here 2']);
  });

  it('is kept for whom it was started', async () => {
    const {start, take} = aYard();
    await start('here');
    assert.deepEqual([await take('elsewhere'), await take('here')], ['elsewhere 2', 'here 1']);
  });

  it('is started when it is wanted, where nobody started it before', async () => {
    assert.equal(await aYard().take('here'), 'here 1');
  });

  it('tells whoever takes it why it did not start', async () => {
    const {start, take} = aYard();
    start('broken').catch(() => undefined);
    const reason: unknown = await take('broken').catch((error: unknown) => error);
    assert.propertyVal(reason, 'message', 'broken');
  });
});
