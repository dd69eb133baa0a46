import {favourableRate, gbSatisfaction, isBad, isTicketValid, mayAmend, requireRateable, requireTagsOfLevel, ticketExpiry} from '@tongban/domain/rating/rating-rules.js';
import {Stars, type RatingLevel} from '@tongban/domain/rating/rating.js';
import {assert} from '@open-wc/testing';
import {throwsWith} from '../../support/throws-with.js';

const act = {at: '2026-03-02T10:00:00+08:00'};
const stars = (...list: Stars[]) => list.map((each) => ({stars: each}));

describe('a rating', () => {
  it('counts the other way round in the national standard', () => {
    assert.deepEqual(Stars.options.map(gbSatisfaction), [5, 4, 3, 2, 1]);
  });

  it('is bad with one star or two', () => {
    assert.deepEqual(Stars.options.map(isBad), [true, true, false, false, false]);
  });

  it('is taken once for an act, within thirty days', () => {
    assert.doesNotThrow(() => requireRateable({act}, {ratedAt: '2026-03-02T10:00:00+08:00'}));
    assert.doesNotThrow(() => requireRateable({act}, {ratedAt: '2026-04-01T23:59:59+08:00'}));
    throwsWith('TB_RATING_TICKET', () => requireRateable({act}, {ratedAt: '2026-04-02T00:00:00+08:00'}));
    throwsWith('TB_RATING_NOT_YET', () => requireRateable({act}, {ratedAt: '2026-03-02T09:59:59+08:00'}));
    throwsWith('TB_RATING_NOT_YET', () => requireRateable({act: undefined}, {ratedAt: '2026-03-02T10:00:00+08:00'}));
  });

  it('may be amended once, until somebody has begun to follow it up', () => {
    const ratedAt = '2026-03-03T10:00:00+08:00';
    const earlier = {ratingId: 'first', amended: false, followedUp: false};
    const amend = (known: typeof earlier | undefined, amends?: string) => () => requireRateable({act, ...(known && {earlier: known})}, {ratedAt, ...(amends !== undefined && {amends})});
    assert.doesNotThrow(amend(earlier, 'first'));
    throwsWith('TB_RATING_AMENDED', amend({...earlier, amended: true}, 'first'));
    throwsWith('TB_RATING_FOLLOWED_UP', amend({...earlier, followedUp: true}, 'first'));
    throwsWith('TB_RATING_REPLAYED', amend(earlier));
    throwsWith('TB_RATING_REPLAYED', amend(earlier, 'another'));
    throwsWith('TB_NOT_FOUND', amend(undefined, 'first'));
  });

  it('is offered for amending exactly while that would be taken', () => {
    const earlier = {ratingId: 'first', amended: false, followedUp: false};
    assert.isTrue(mayAmend({act, earlier}, '2026-04-01T23:59:59+08:00'));
    assert.isFalse(mayAmend({act, earlier}, '2026-04-02T00:00:00+08:00'));
    assert.isFalse(mayAmend({act, earlier: {...earlier, amended: true}}, '2026-03-03T10:00:00+08:00'));
    assert.isFalse(mayAmend({act, earlier: {...earlier, followedUp: true}}, '2026-03-03T10:00:00+08:00'));
    assert.isFalse(mayAmend({act}, '2026-03-03T10:00:00+08:00'));
  });

  it('has tags of its own level, each once', () => {
    const levels: RatingLevel[] = [
      {star: 5, name: '非常满意', bad: false, tags: [{code: '510', text: '一窗受理一次办结'}, {code: '517', text: '服务热情效率高'}]},
      {star: 1, name: '非常不满意', bad: true, tags: [{code: '109', text: '没有一次性告知'}]},
    ];
    assert.doesNotThrow(() => requireTagsOfLevel({stars: 5, tags: ['510', '517']}, levels));
    assert.doesNotThrow(() => requireTagsOfLevel({stars: 3, tags: []}, levels));
    throwsWith('TB_CONTRACT_INVALID', () => requireTagsOfLevel({stars: 5, tags: ['109']}, levels));
    throwsWith('TB_CONTRACT_INVALID', () => requireTagsOfLevel({stars: 5, tags: ['510', '510']}, levels));
    throwsWith('TB_CONTRACT_INVALID', () => requireTagsOfLevel({stars: 3, tags: ['510']}, levels));
  });
});

describe('a rating ticket', () => {
  it('lasts ten minutes', () => {
    const expiresAt = ticketExpiry('2026-03-02T10:00:00+08:00');
    assert.equal(Date.parse(expiresAt), Date.parse('2026-03-02T10:10:00+08:00'));
    assert.isTrue(isTicketValid({expiresAt}, '2026-03-02T10:09:59+08:00'));
    assert.isFalse(isTicketValid({expiresAt}, '2026-03-02T10:10:00+08:00'));
  });
});

describe('the favourable rate', () => {
  it('stays hidden below ten ratings, with their number beside it', () => {
    assert.deepEqual(favourableRate(stars(5, 5, 5)), {n: 3});
    assert.deepEqual(favourableRate([]), {n: 0});
  });

  it('is (total − bad) / total', () => {
    assert.deepEqual(favourableRate(stars(5, 5, 5, 5, 5, 4, 3, 3, 2, 1)), {n: 10, rate: 0.8});
  });
});
