import {canonicalJson} from '@tongban/domain/canonical-json.js';
import {GENESIS_HASH, type CaseEvent} from '@tongban/domain/case/case-event.js';
import {canonicalEvent, emptyLog, mergeLog, sealEvent, verifyChain} from '@tongban/domain/case/log.js';
import {applyEvent, replay} from '@tongban/domain/case/replay.js';
import type { TbError} from '@tongban/domain/errors.js';
import {hasCode} from '@tongban/domain/errors.js';
import {assert} from '@open-wc/testing';
import fc from 'fast-check';
import {aWalkTo} from '../../fixtures/cases.js';
import {throwsWith} from '../../support/throws-with.js';

async function sha256(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The events of a walk with true hashes. */
async function sealed(): Promise<CaseEvent[]> {
  const events: CaseEvent[] = [];
  for (const {eventId, hash: _hash, ...draft} of aWalkTo('accepted').events) {
    events.push(await sealEvent(draft, {eventId, prevHash: events[events.length - 1]?.hash ?? GENESIS_HASH, sha256}));
  }
  return events;
}

async function brokenAt(events: readonly CaseEvent[]): Promise<unknown> {
  try {
    await verifyChain(events, sha256);
  } catch (error) {
    assert.isTrue(hasCode(error, 'TB_LOG_BROKEN'));
    return (error as TbError).details.seq;
  }
  return undefined;
}

describe('canonical JSON', () => {
  it('is what RFC 8785 says', () => {
    const value = {numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 1e-27], string: '€$\u000f\nA\'B"\\\\"/', literals: [null, true, false]};
    assert.equal(
      canonicalJson(value),
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
    assert.equal(canonicalJson({'\u20ac': 1, '\r': 2, '1': 3, '\u0080': 4, '\ufb33': 5, '\ud83d\ude02': 6}), '{"\\r":2,"1":3,"\u0080":4,"€":1,"😂":6,"\ufb33":5}');
  });

  it('does not hang on the order of members, and comes back as the same value', () => {
    const values = fc.jsonValue().filter((value) => !JSON.stringify(value).includes('\\ud'));
    fc.assert(
      fc.property(fc.dictionary(fc.string(), values), (value) => {
        const text = canonicalJson(value);
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        assert.equal(canonicalJson(reversed), text);
        assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('leaves out what is undefined and refuses what is no JSON', () => {
    assert.equal(canonicalJson({a: undefined, b: 1}), '{"b":1}');
    for (const value of [undefined, NaN, Infinity, () => 1, Symbol('x'), 1n, new Date(0), '\ud800', [undefined], {a: '\udc00'}]) {
      throwsWith('TB_CONTRACT_INVALID', () => canonicalJson(value));
    }
  });
});

describe('a chain of events', () => {
  it('verifies as it was written, also after a trip over the wire', async () => {
    const events = await sealed();
    assert.isUndefined(await brokenAt(events));
    assert.isUndefined(await brokenAt(JSON.parse(JSON.stringify(events)) as CaseEvent[]));
    assert.isUndefined(await brokenAt([]));
  });

  it('says where anything was changed, taken out, put in or moved', async () => {
    const events = await sealed();
    const change = (index: number, parts: Partial<CaseEvent>) => events.map((event, each) => (each === index ? {...event, ...parts} : event));
    assert.equal(await brokenAt(change(2, {at: '2026-03-02T10:00:01+08:00'})), 3);
    assert.equal(await brokenAt(change(1, {payload: {office: '别处'}})), 2);
    assert.equal(await brokenAt(change(0, {opening: {}})), 1);
    assert.equal(await brokenAt(change(3, {actor: {kind: 'system', id: 'x'}})), 4);
    assert.equal(await brokenAt([...events.slice(0, 2), ...events.slice(3)]), 4);
    assert.equal(await brokenAt(events.slice(1)), 2);
    const rehashed = {...events[2]!, payload: {materialId: 'proof', how: 'originalSeen'}};
    const forged = {...rehashed, hash: await sha256(canonicalEvent(rehashed))};
    assert.equal(await brokenAt([...events.slice(0, 2), forged, ...events.slice(3)]), 4, 'the next one still points at the true one');
  });
});

describe('replay', () => {
  const {events} = aWalkTo('accepted');

  it('refuses a log with a gap, a doubled event, a foreign event, or no beginning', () => {
    throwsWith('TB_LOG_BROKEN', () => replay([]));
    throwsWith('TB_LOG_BROKEN', () => replay(events.slice(1)));
    throwsWith('TB_LOG_BROKEN', () => replay([...events.slice(0, 2), ...events.slice(3)]));
    throwsWith('TB_LOG_BROKEN', () => replay([...events, events[events.length - 1]!]));
    throwsWith('TB_LOG_BROKEN', () => replay([events[0]!, {...events[1]!, caseNo: 'other'}]));
    throwsWith('TB_LOG_BROKEN', () => replay([events[0]!, {...events[1]!, prevHash: 'f'.repeat(64)}]));
    throwsWith('TB_LOG_BROKEN', () => replay([events[0]!, {...events[1]!, from: 'atHome'}]));
    throwsWith('TB_LOG_BROKEN', () => replay([{...events[0]!, opening: undefined}]));
    throwsWith('TB_LOG_BROKEN', () => replay([{...events[0]!, opening: {}}]));
    throwsWith('TB_LOG_BROKEN', () => replay([events[0]!, {...events[1]!, payload: {office: 7}}]));
  });

  it('does not touch the case it starts from', () => {
    const before = replay(events.slice(0, 3));
    const copy = JSON.stringify(before);
    applyEvent(before, events[3]!);
    assert.equal(JSON.stringify(before), copy);
  });
});

describe('a replica', () => {
  const {events} = aWalkTo('accepted');

  it('refuses two truths about one place, and one id for two places', () => {
    const log = mergeLog(emptyLog, events);
    throwsWith('TB_LOG_BROKEN', () => mergeLog(log, [{...events[2]!, eventId: 'another'}]));
    throwsWith('TB_LOG_BROKEN', () => mergeLog(log, [{...events[2]!, hash: 'f'.repeat(64)}]));
    throwsWith('TB_LOG_BROKEN', () => mergeLog(log, [{...events[2]!, at: '2026-03-02T10:00:01+08:00'}]));
    throwsWith('TB_LOG_BROKEN', () => mergeLog(emptyLog, [events[0]!, {...events[1]!, eventId: events[0]!.eventId}]));
    throwsWith('TB_LOG_BROKEN', () => mergeLog(emptyLog, [events[0]!, {...events[1]!, prevHash: 'f'.repeat(64)}]));
  });
});
