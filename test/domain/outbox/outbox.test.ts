import {assert} from '@open-wc/testing';
import {countUnsent, stepsOf, type OutboxEntry, type WaitReason} from '@tongban/domain/outbox/outbox.js';
import {outboxStates, type OutboxState, type OutboxStateEntry} from '@tongban/domain/outbox/outbox-state.js';
import fc from 'fast-check';

const table: Record<string, OutboxStateEntry> = outboxStates;
const states = Object.keys(outboxStates) as OutboxState[];
const reasons: (WaitReason | undefined)[] = [undefined, 'network', 'gateway', 'signIn', 'scans', 'earlier'];
const mendIn = {taskCode: 'item'};
const entryIn = (state: OutboxState): OutboxEntry => ({commandId: state, kind: 'submit', state, queuedAt: '2026-01-05T00:00:00Z', size: 1, attempts: 0});

describe('the states of the outbox', () => {
  it('call sent only what has a receipt', () => {
    assert.deepEqual(states.filter((state) => !table[state]!.isUnsent), ['receipted']);
    assert.equal(countUnsent(states.map(entryIn)), states.length - 1);
  });

  it('never say accepted of what was sent, nor sent of what was not', () => {
    for (const [state, {zh, en, isUnsent}] of Object.entries(table)) {
      const words = [zh.label, zh.means, en.label, en.means].join(' ');
      if (isUnsent) assert.notMatch(words, /已送达|已发送|已提交|Delivered|has been sent/, state);
      assert.notMatch(words.replace('不等于受理', '').replace('does not mean accepted', ''), /已受理|accepted/, state);
    }
  });

  it('read differently from one another, in both languages', () => {
    for (const words of [states.map((state) => outboxStates[state].zh.label), states.map((state) => outboxStates[state].en.label)] as string[][]) {
      assert.lengthOf(new Set(words), states.length);
    }
  });

  it('leave a person something to do wherever they need one', () => {
    for (const [state, {needsPerson, steps}] of Object.entries(table)) if (needsPerson) assert.isNotEmpty(steps, state);
  });

  it('let nobody give up what may still arrive', () => {
    for (const [state, {steps}] of Object.entries(table)) {
      if (steps.includes('giveUp') || steps.includes('takeTheirs')) assert.include(['refused', 'conflict'], state);
    }
  });
});

describe('what a person can do about one entry', () => {
  it('is part of what its state allows', () => {
    fc.assert(
      fc.property(fc.constantFrom(...states), fc.constantFrom(...reasons), fc.boolean(), (state, waitsFor, isMendable) => {
        const steps = stepsOf({state, ...(waitsFor && {waitsFor}), ...(isMendable && {mendIn})});
        return steps.every((step) => table[state]!.steps.includes(step));
      }),
    );
  });

  it('is to sign in where that is what it waits for, and to send it now where it is not', () => {
    assert.deepEqual(stepsOf({state: 'waiting', waitsFor: 'signIn'}), ['signIn', 'export']);
    assert.deepEqual(stepsOf({state: 'waiting', waitsFor: 'network'}), ['sendNow', 'export']);
  });

  it('is to change what was refused only where there is something to change', () => {
    assert.deepEqual(stepsOf({state: 'refused', mendIn}), ['mend', 'giveUp', 'export']);
    assert.deepEqual(stepsOf({state: 'refused'}), ['giveUp', 'export']);
    assert.deepEqual(stepsOf({state: 'conflict'}), ['takeTheirs', 'export']);
  });

  it('is nothing while it is being sent and once it has arrived', () => {
    assert.deepEqual([stepsOf({state: 'sending'}), stepsOf({state: 'receipted'})], [[], []]);
  });
});
