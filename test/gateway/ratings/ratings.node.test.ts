import type {Command} from '@tongban/domain/case/command.js';
import type {RatingInput} from '@tongban/domain/rating/rating.js';
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {aFiling, aKey, aScan, upload} from '../support/filings.js';
import {gatewayWorld, MONDAY} from '../support/gateway-world.js';
import {refused} from '../support/refused.js';

const SHANGHAI = '310000';
const JIANGSU = '320000';

describe('rating', async () => {
  const world = await gatewayWorld({provinces: [SHANGHAI, JIANGSU]});
  const retiree = await world.person('js-nantong-retiree', SHANGHAI, JIANGSU);
  const suzhou = await world.staff('JS3205-0103', JIANGSU);
  const supervisor = await world.staff('SH3100-9001', SHANGHAI);
  let scans = 0;

  /** A case the 苏州 window has taken in: its intake can be rated. */
  async function takenIn(): Promise<{caseNo: string; act: string}> {
    const body = aFiling(await upload(retiree, aScan(`scan ${scans++}`)), {mode: 'agent', windowRegion: '320500'});
    const {caseNo} = await retiree.api.call('submit', {body, key: aKey()});
    const command: Command = {action: 'takeIn', payload: {office: '苏州市政务服务中心'}};
    await suzhou.api.call('act', {params: {caseNo}, body: command, key: aKey(), revision: 1});
    const {acts} = await retiree.api.call('caseFile', {params: {caseNo}});
    return {caseNo, act: acts[0]!.act};
  }
  const aRating = (subject: RatingInput['subject'], overrides: Partial<RatingInput> = {}): RatingInput => ({
    ratingId: aKey(), subject, stars: 5, tags: ['510'], comment: '很顺利', channel: 'mobile', ratedAt: MONDAY.toISOString(), ...overrides,
  });
  const ticketFor = async ({caseNo, act}: {caseNo: string; act: string}) => suzhou.api.call('ratingTicket', {params: {caseNo}, body: {act}});
  const page = world.anonymous(SHANGHAI);

  it('by the window’s ticket reaches the supervisor at home, bound to person, item and officer', async () => {
    const rateable = await takenIn();
    const {ticket, url} = await ticketFor(rateable);
    assert.ok(url.startsWith(`${world.page(SHANGHAI)}/#`), 'a ticket stands where no server sees it');
    const invitation = await page.call('ratingInvitation', {body: {by: 'ticket', ticket}});
    assert.equal(invitation.actName, 'takeIn');
    assert.equal(invitation.office, '苏州市政务服务中心');
    assert.equal(invitation.rated, false);
    assert.equal(invitation.levels.length, 5);
    const input = aRating({by: 'ticket', ticket});
    const {ratingId} = await page.call('rate', {body: input, key: aKey()});
    const {ratings} = await supervisor.api.call('staffRatings', {});
    const record = ratings.find((rating) => rating.ratingId === ratingId)!;
    assert.equal(record.caseNo, rateable.caseNo);
    assert.equal(record.officerId, 'JS3205-0103');
    assert.equal(record.raterId, 'js-nantong-retiree');
    assert.equal(record.raterName, '*秀兰');
    assert.equal(record.stars, 5);
    const {acts} = await retiree.api.call('caseFile', {params: {caseNo: rateable.caseNo}});
    assert.equal(acts[0]!.rated, true);
  });

  it('takes a ticket once', async () => {
    const {ticket} = await ticketFor(await takenIn());
    await page.call('rate', {body: aRating({by: 'ticket', ticket}), key: aKey()});
    await refused(page.call('rate', {body: aRating({by: 'ticket', ticket}), key: aKey()}), 'TB_RATING_REPLAYED');
    assert.equal((await page.call('ratingInvitation', {body: {by: 'ticket', ticket}})).rated, true);
  });

  it('takes the same rating sent again as one', async () => {
    const {ticket} = await ticketFor(await takenIn());
    const body = aRating({by: 'ticket', ticket});
    const key = aKey();
    const first = await page.call('rate', {body, key});
    assert.deepEqual(await page.call('rate', {body, key}), first);
    assert.deepEqual(await page.call('rate', {body, key: aKey()}), first);
  });

  it('takes one rating for one act, by ticket or from the case', async () => {
    const rateable = await takenIn();
    const {ticket} = await ticketFor(rateable);
    const other = await ticketFor(rateable);
    await retiree.api.call('rate', {body: aRating({by: 'case', ...rateable}), key: aKey()});
    await refused(page.call('rate', {body: aRating({by: 'ticket', ticket}), key: aKey()}), 'TB_RATING_REPLAYED');
    await refused(page.call('rate', {body: aRating({by: 'ticket', ticket: other.ticket}), key: aKey()}), 'TB_RATING_REPLAYED');
    await refused(ticketFor(rateable), 'TB_RATING_REPLAYED');
  });

  it('lets only one of many win who use a ticket at once', async () => {
    const {ticket} = await ticketFor(await takenIn());
    const attempts = Array.from({length: 6}, () => page.call('rate', {body: aRating({by: 'ticket', ticket}), key: aKey()}));
    const outcomes = await Promise.allSettled(attempts);
    assert.equal(outcomes.filter(({status}) => status === 'fulfilled').length, 1);
  });

  it('takes no ticket after ten minutes', async () => {
    const {ticket, expiresAt} = await ticketFor(await takenIn());
    assert.equal(Date.parse(expiresAt) - MONDAY.getTime(), 600_000);
    world.clock = new Date(MONDAY.getTime() + 600_000);
    try {
      await refused(page.call('ratingInvitation', {body: {by: 'ticket', ticket}}), 'TB_RATING_TICKET');
      await refused(page.call('rate', {body: aRating({by: 'ticket', ticket}), key: aKey()}), 'TB_RATING_TICKET');
    } finally {
      world.clock = MONDAY;
    }
  });

  it('takes no ticket it did not make', async () => {
    for (const ticket of [`310000.${'a'.repeat(32)}`, 'nonsense']) {
      await refused(page.call('rate', {body: aRating({by: 'ticket', ticket}), key: aKey()}), 'TB_RATING_TICKET');
    }
  });

  it('keeps no ticket that could be used', async () => {
    const {ticket} = await ticketFor(await takenIn());
    const db = await world.database.tenant(SHANGHAI);
    assert.ok(!JSON.stringify(await db.selectFrom('rating_tickets').selectAll().execute()).includes(ticket.split('.')[1]!));
  });

  it('takes the words of the level that was chosen, and no others', async () => {
    const rateable = await takenIn();
    await refused(retiree.api.call('rate', {body: aRating({by: 'case', ...rateable}, {stars: 1}), key: aKey()}), 'TB_CONTRACT_INVALID', {at: 'tags'});
  });

  it('waits for an act to be done', async () => {
    const body = aFiling(await upload(retiree, aScan('not yet')));
    const {caseNo} = await retiree.api.call('submit', {body, key: aKey()});
    await refused(retiree.api.call('rate', {body: aRating({by: 'case', caseNo, act: 'handOver-9'}), key: aKey()}), 'TB_RATING_NOT_YET');
    await refused(retiree.api.call('ratingInvitation', {body: {by: 'case', caseNo}}), 'TB_RATING_NOT_YET');
  });

  it('invites to the acts of a case in turn, and says so when every one is rated', async () => {
    const {caseNo, act: intake} = await takenIn();
    const invitation = () => retiree.api.call('ratingInvitation', {body: {by: 'case', caseNo}});
    const rate = (act: string) => retiree.api.call('rate', {body: aRating({by: 'case', caseNo, act}), key: aKey()});
    const withFaults: Command = {action: 'returnAtWindow', payload: {faults: [{materialId: 'bank', what: '看不清'}]}};
    for (const command of [withFaults, {action: 'takeIn', payload: {office: '苏州市政务服务中心'}} satisfies Command]) {
      const {revision} = await suzhou.api.call('caseFile', {params: {caseNo}});
      await suzhou.api.call('act', {params: {caseNo}, body: command, key: aKey(), revision});
    }
    const again = (await retiree.api.call('caseFile', {params: {caseNo}})).acts[1]!.act;
    assert.equal((await invitation()).act, intake);
    await rate(intake);
    const {act, rated} = await invitation();
    assert.deepEqual({act, rated}, {act: again, rated: false});
    await rate(again);
    const last = await invitation();
    assert.deepEqual({act: last.act, rated: last.rated}, {act: again, rated: true});
  });

  it('of a case is for its applicant', async () => {
    const rateable = await takenIn();
    const resident = await world.person('sh-resident', SHANGHAI, SHANGHAI);
    await refused(resident.api.call('rate', {body: aRating({by: 'case', ...rateable}), key: aKey()}), 'TB_FORBIDDEN');
    await refused(page.call('rate', {body: aRating({by: 'case', ...rateable}), key: aKey()}), 'TB_SIGN_IN_REQUIRED');
  });

  describe('amended', () => {
    const rate = (subject: RatingInput['subject'], overrides: Partial<RatingInput> = {}) => retiree.api.call('rate', {body: aRating(subject, overrides), key: aKey()});
    const recordOf = async (caseNo: string) => (await supervisor.api.call('staffRatings', {})).ratings.find((rating) => rating.caseNo === caseNo)!;
    const given = async (rateable: {caseNo: string; act: string}) => (await retiree.api.call('ratingInvitation', {body: {by: 'case', ...rateable}})).given;

    it('stands in the place of the first, which is kept', async () => {
      const rateable = await takenIn();
      const {ratingId: first} = await rate({by: 'case', ...rateable});
      assert.deepEqual(await given(rateable), {ratingId: first, stars: 5, tags: ['510'], comment: '很顺利', ratedAt: MONDAY.toISOString(), mayAmend: true});
      const {ratingId: second} = await rate({by: 'case', ...rateable}, {amends: first, stars: 2, tags: [], comment: '想了想，等太久'});
      const record = await recordOf(rateable.caseNo);
      assert.deepEqual([record.ratingId, record.stars, record.comment], [second, 2, '想了想，等太久']);
      assert.deepEqual(record.before, {ratingId: first, stars: 5, tags: ['510'], comment: '很顺利', ratedAt: MONDAY.toISOString(), receivedAt: MONDAY.toISOString()});
      assert.equal((await given(rateable))!.mayAmend, false);
    });

    it('is taken once, and the same one sent again is the same', async () => {
      const rateable = await takenIn();
      const first = await rate({by: 'case', ...rateable});
      const amendment = aRating({by: 'case', ...rateable}, {amends: first.ratingId, stars: 4, tags: []});
      const second = await retiree.api.call('rate', {body: amendment, key: aKey()});
      assert.deepEqual(await retiree.api.call('rate', {body: amendment, key: aKey()}), second);
      assert.deepEqual(await rate({by: 'case', ...rateable}, {ratingId: first.ratingId}), first, 'nor does the first come back as a second');
      await refused(rate({by: 'case', ...rateable}, {amends: second.ratingId}), 'TB_RATING_AMENDED');
    });

    it('has to name what it amends', async () => {
      const rateable = await takenIn();
      await refused(rate({by: 'case', ...rateable}, {amends: aKey()}), 'TB_NOT_FOUND');
      await rate({by: 'case', ...rateable});
      await refused(rate({by: 'case', ...rateable}), 'TB_RATING_REPLAYED');
      await refused(rate({by: 'case', ...rateable}, {amends: aKey()}), 'TB_RATING_REPLAYED');
    });

    it('is refused once a supervisor follows it up, however often that is said', async () => {
      const rateable = await takenIn();
      const {ratingId} = await rate({by: 'case', ...rateable}, {stars: 1, tags: []});
      const begun = await supervisor.api.call('followUpRating', {params: {ratingId}});
      assert.deepEqual(begun.followedUp, {at: MONDAY.toISOString(), by: 'SH3100-9001'});
      assert.deepEqual(await supervisor.api.call('followUpRating', {params: {ratingId}}), begun);
      assert.equal((await given(rateable))!.mayAmend, false);
      await refused(rate({by: 'case', ...rateable}, {amends: ratingId}), 'TB_RATING_FOLLOWED_UP');
    });

    it('is for whoever gave the first, signed in', async () => {
      const rateable = await takenIn();
      const {ticket} = await ticketFor(rateable);
      const other = await ticketFor(rateable);
      const {ratingId} = await page.call('rate', {body: aRating({by: 'ticket', ticket}), key: aKey()});
      await refused(page.call('rate', {body: aRating({by: 'ticket', ticket: other.ticket}, {amends: ratingId}), key: aKey()}), 'TB_FORBIDDEN');
      assert.equal((await page.call('ratingInvitation', {body: {by: 'ticket', ticket}})).given, undefined);
      await rate({by: 'case', ...rateable}, {amends: ratingId, stars: 3, tags: []});
      assert.equal((await recordOf(rateable.caseNo)).stars, 3);
    });

    it('is followed up by supervisors of the home only', async () => {
      const rateable = await takenIn();
      const {ratingId} = await rate({by: 'case', ...rateable});
      const clerk = await world.staff('SH3100-1201', SHANGHAI);
      await refused(clerk.api.call('followUpRating', {params: {ratingId}}), 'TB_ROLE_MISSING');
      await refused(supervisor.api.call('followUpRating', {params: {ratingId: aKey()}}), 'TB_NOT_FOUND');
    });
  });

  it('is shown to supervisors only', async () => {
    const clerk = await world.staff('SH3100-1201', SHANGHAI);
    await refused(clerk.api.call('staffRatings', {}), 'TB_ROLE_MISSING');
    await refused(retiree.api.call('staffRatings', {}), 'TB_FORBIDDEN');
  });
});
