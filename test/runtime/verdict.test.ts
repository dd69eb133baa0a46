import {assert} from '@open-wc/testing';
import {errors, TbError, type ErrorCode} from '@tongban/domain/errors.js';
import {backoff} from '@tongban/runtime/worker/backoff.js';
import {retryAfterOf, verdictOf} from '@tongban/runtime/worker/verdict.js';
import fc from 'fast-check';

const codes = Object.keys(errors) as ErrorCode[];
const anyCode = fc.constantFrom(...codes);
const NOON = Date.UTC(2026, 0, 5, 12);

describe('what becomes of a command after a failed attempt', () => {
  it('is never that it is dropped: it waits, or the gateway said so with a code of ours', () => {
    fc.assert(
      fc.property(anyCode, fc.option(fc.integer({min: 100, max: 599}), {nil: undefined}), (code, status) => {
        const {kind} = verdictOf(new TbError(code), {status});
        const isLastWord = status !== undefined && status >= 400 && status < 500 && ![408, 425, 429].includes(status);
        return kind === 'wait' || kind === 'signIn' || isLastWord;
      }),
    );
  });

  it('is that it waits when nobody answered, the server is down, or too many asked', () => {
    for (const status of [undefined, 200, 201, 302, 408, 425, 429, 500, 502, 503, 504]) {
      assert.equal(verdictOf(new TbError('TB_GATEWAY'), {status}).kind, 'wait', String(status));
    }
  });

  it('is that it waits after a page of a captive portal, whatever its status', () => {
    for (const status of [200, 403, 404, 451]) assert.equal(verdictOf(new TbError('TB_GATEWAY_ANSWER'), {status}).kind, 'wait');
  });

  it('is that it waits after an error that is not ours', () => {
    assert.equal(verdictOf(new TypeError('Failed to fetch'), {}).kind, 'wait');
    assert.equal(verdictOf(new TypeError('a bug'), {status: 400}).kind, 'wait');
  });

  it('is that it waits for a sign-in', () => {
    assert.equal(verdictOf(new TbError('TB_SIGN_IN_EXPIRED'), {status: 401}).kind, 'signIn');
    assert.equal(verdictOf(new TbError('TB_SIGN_IN_REQUIRED'), {}).kind, 'signIn');
    assert.equal(verdictOf(new TbError('TB_VAULT_LOCKED'), {}).kind, 'signIn');
  });

  it('is that it waits for a sign-in when the gateway says 401, whatever its words', () => {
    assert.equal(verdictOf(new TbError('TB_FORBIDDEN'), {status: 401}).kind, 'signIn');
  });

  it('is a conflict when things have moved on: another revision, another state, another edition', () => {
    assert.deepEqual(verdictOf(new TbError('TB_CASE_STALE'), {status: 412}), {kind: 'conflict', code: 'TB_CASE_STALE'});
    for (const code of codes.filter((each) => errors[each].status === 409)) assert.deepEqual(verdictOf(new TbError(code), {status: 409}), {kind: 'conflict', code});
  });

  it('is refused with the gateway’s own word', () => {
    assert.deepEqual(verdictOf(new TbError('TB_RATING_TICKET'), {status: 410}), {kind: 'refused', code: 'TB_RATING_TICKET'});
    assert.deepEqual(verdictOf(new TbError('TB_FIELD_INVALID'), {status: 422}), {kind: 'refused', code: 'TB_FIELD_INVALID'});
  });
});

describe('the pause before the next attempt', () => {
  it('is never shorter than the server asked for, and never longer than five minutes more', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(3_600_000), fc.double({min: 0, max: 1, maxExcluded: true, noNaN: true}), (attempts, retryAfter, chance) => {
        const ms = backoff(attempts, retryAfter, () => chance);
        return ms >= retryAfter && ms <= retryAfter + 300_000;
      }),
    );
  });

  it('grows with each attempt', () => {
    const longest = (attempts: number) => backoff(attempts, 0, () => 0.999_999);
    assert.deepEqual([0, 1, 2, 3, 20].map(longest), [1_000, 2_000, 4_000, 8_000, 300_000]);
  });

  it('reads Retry-After in seconds and as a date', () => {
    assert.equal(retryAfterOf('7', NOON), 7_000);
    assert.equal(retryAfterOf(new Date(NOON + 9_000).toUTCString(), NOON), 9_000);
    for (const nothing of [null, '', 'soon', '-1', new Date(NOON - 9_000).toUTCString()]) assert.equal(retryAfterOf(nothing, NOON), 0, String(nothing));
  });
});
