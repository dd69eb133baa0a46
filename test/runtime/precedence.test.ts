import {assert} from '@open-wc/testing';
import {precedence} from '@tongban/runtime/worker/precedence.js';

describe('precedence', () => {
  it('keeps nobody waiting while nothing is under way', async () => {
    await precedence().clear();
  });

  it('lets others go on once all that was under way has ended, well or not', async () => {
    const {first, clear} = precedence();
    const order: string[] = [];
    let answer = (): void => undefined;
    let fail = (): void => undefined;
    const answered = first(new Promise<void>((resolve) => (answer = resolve))).then(() => order.push('answered'));
    const failed = first(new Promise<void>((_, reject) => (fail = () => reject(new Error('no network'))))).catch(() => order.push('failed'));
    const waiting = clear().then(() => order.push('others'));
    answer();
    await answered;
    assert.deepEqual(order, ['answered']);
    fail();
    await Promise.all([failed, waiting]);
    assert.deepEqual(order, ['answered', 'failed', 'others']);
  });

  it('does not wait for what begins later', async () => {
    const {first, clear} = precedence();
    const waiting = clear();
    void first(new Promise(() => undefined));
    await waiting;
  });
});
