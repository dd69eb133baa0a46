import {assert} from '@open-wc/testing';
import {outboxStates} from '@tongban/domain/outbox/outbox-state.js';
import {outcomeOf, outcomes, type Heard} from '@tongban/domain/outbox/outcome.js';
import fc from 'fast-check';

const anyStatus = fc.oneof(fc.integer({min: 0, max: 999}), fc.constant(undefined), fc.double());
const anything: fc.Arbitrary<Heard> = fc.record({status: anyStatus, hasReceipt: fc.boolean(), isGatewaysWord: fc.boolean()});
const refusing = (status: number) => outcomeOf({status, hasReceipt: false, isGatewaysWord: true});

describe('the answer to one attempt', () => {
  it('has a class whatever the status is, and the class a state', () => {
    fc.assert(fc.property(anything, (heard) => outcomes[outcomeOf(heard)].state in outboxStates));
  });

  it('is never a receipt without a receipt', () => {
    fc.assert(fc.property(anything, (heard) => outcomeOf({...heard, hasReceipt: false}) !== 'receipt'));
    assert.deepEqual(Object.entries(outcomes).filter(([, {state}]) => state === 'receipted').map(([name]) => name), ['receipt']);
  });

  it('is no receipt where the gateway failed', () => {
    fc.assert(fc.property(fc.integer({min: 300, max: 999}), fc.boolean(), (status, isGatewaysWord) => outcomeOf({status, hasReceipt: true, isGatewaysWord}) !== 'receipt'));
  });

  it('is the last word only where the gateway itself says no', () => {
    fc.assert(
      fc.property(anything, (heard) => {
        const outcome = outcomeOf(heard);
        const isSaidNo = heard.isGatewaysWord && heard.status !== undefined && heard.status >= 400 && heard.status < 500;
        return outcome === 'receipt' || outcomes[outcome].isRepeated || isSaidNo;
      }),
    );
  });

  it('has these classes', () => {
    const named = {refused: [400, 403, 404, 410, 415, 422, 428], conflict: [409, 412], tooLarge: [413], signIn: [401], busy: [408, 425, 429, 500, 502, 503, 504]};
    for (const [outcome, statuses] of Object.entries(named)) for (const status of statuses) assert.equal(refusing(status), outcome, String(status));
    for (const status of [100, 200, 201, 204, 302, 304]) assert.equal(refusing(status), 'unknown', String(status));
    assert.equal(outcomeOf({hasReceipt: false, isGatewaysWord: false}), 'unreached');
    assert.equal(outcomeOf({status: 201, hasReceipt: true, isGatewaysWord: false}), 'receipt');
  });

  it('is unknown when a captive portal refuses in the gateway’s place', () => {
    for (const status of [401, 403, 404, 407, 409, 413, 451]) assert.equal(outcomeOf({status, hasReceipt: false, isGatewaysWord: false}), 'unknown');
  });
});

describe('what becomes of it', () => {
  it('is waiting exactly where it is sent again', () => {
    for (const [name, {state, isRepeated}] of Object.entries(outcomes)) assert.equal(state === 'waiting', isRepeated, name);
  });

  it('is a pause of everything only for want of a sign-in', () => {
    assert.deepEqual(Object.entries(outcomes).filter(([, {pausesAll}]) => pausesAll).map(([name]) => name), ['signIn']);
  });
});
