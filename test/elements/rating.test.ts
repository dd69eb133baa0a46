import '@tongban/elements/rating.js';
import {assert, expect, fixture, html, oneEvent, waitUntil} from '@open-wc/testing';
import type {TbRated} from '@tongban/elements/rating/events.js';
import type {TbRating} from '@tongban/elements/rating/rating.js';
import {sendKeys} from '@web/test-runner-commands';
import {fixturePortal, type FixturePortal} from '../../stories/support/fixture-portal.js';
import {CASE_NO} from '../../stories/support/fixtures/cases.js';
import {givenRating, ratingInvitation} from '../../stories/support/fixtures/ratings.js';

const ACT = 'act-hand-over';

async function rating(portal: FixturePortal, ticket = ''): Promise<TbRating> {
  const element = await fixture<TbRating>(
    html`<tb-rating lang="zh-CN" case=${ticket ? '' : CASE_NO} act=${ticket ? '' : ACT} ticket=${ticket} .portal=${portal}></tb-rating>`,
  );
  await waitUntil(() => element.shadowRoot?.querySelector('h2, [role=alert]'));
  return element;
}

const wordsOf = (element: TbRating) => element.shadowRoot?.textContent ?? '';
const part = <E extends HTMLElement>(element: TbRating, name: string) => element.shadowRoot?.querySelector<E>(`[part=${name}]`) ?? null;
const level = (element: TbRating, star: number) => element.shadowRoot?.querySelector<HTMLInputElement>(`[name=stars][value="${star}"]`) ?? null;
const rateCalls = (portal: FixturePortal) => portal.calls.filter(({name}) => name === 'ratings.rate');

describe('<tb-rating>', () => {
  it('is accessible before and after a level is chosen', async () => {
    const element = await rating(fixturePortal());
    await expect(element).to.be.accessible();
    level(element, 2)?.click();
    await waitUntil(() => part(element, 'tags'));
    await expect(element).to.be.accessible();
  });

  it('presets nothing and sends nothing without a level', async () => {
    const portal = fixturePortal();
    const element = await rating(portal);
    assert.isNull(element.shadowRoot?.querySelector(':checked') ?? null);
    part(element, 'submit')?.click();
    await waitUntil(() => part(element, 'problem'));
    assert.isEmpty(rateCalls(portal));
    assert.equal(element.shadowRoot?.activeElement?.getAttribute('name'), 'stars');
  });

  it('gives the same look to rating and to not rating', async () => {
    const element = await rating(fixturePortal());
    const look = (name: string) => {
      const {backgroundColor, color, fontSize, width, height} = getComputedStyle(part(element, name)!);
      return {backgroundColor, color, fontSize, width, height};
    };
    assert.deepEqual(look('dismiss'), look('submit'));
  });

  it('rates by keyboard alone, with the tags of the level chosen', async () => {
    const portal = fixturePortal();
    const element = await rating(portal);
    level(element, 5)?.focus();
    await sendKeys({press: 'ArrowDown'});
    await waitUntil(() => wordsOf(element).includes('跑大厅一次办完'));
    await sendKeys({press: 'Tab'});
    await sendKeys({press: ' '});
    setTimeout(() => part(element, 'submit')?.click());
    const event = await oneEvent<TbRated>(element, 'tb-rated');
    assert.deepEqual([event.stars, event.state], [4, 'sent']);
    assert.deepEqual(rateCalls(portal)[0]?.args, [
      {subject: {by: 'case', caseNo: CASE_NO, act: ACT}, stars: 4, tags: ['406'], comment: '', channel: 'pc'},
    ]);
    await waitUntil(() => element.shadowRoot?.activeElement?.getAttribute('part') === 'title');
    assert.include(wordsOf(element), '评价已提交');
  });

  it('forgets the tags of a level that was left', async () => {
    const portal = fixturePortal();
    const element = await rating(portal);
    level(element, 5)?.click();
    await waitUntil(() => part(element, 'tags'));
    part(element, 'tags')?.querySelector('input')?.click();
    level(element, 1)?.click();
    await waitUntil(() => wordsOf(element).includes('服务态度差效率低'));
    part(element, 'submit')?.click();
    await waitUntil(() => rateCalls(portal).length === 1);
    assert.deepInclude(rateCalls(portal)[0]?.args[0], {stars: 1, tags: []});
  });

  it('rates by a ticket alone, and says when it ran out', async () => {
    const portal = fixturePortal();
    const element = await rating(portal, 'ticket-1');
    level(element, 3)?.click();
    part(element, 'submit')?.click();
    await waitUntil(() => rateCalls(portal).length === 1);
    assert.deepInclude(rateCalls(portal)[0]?.args[0], {subject: {by: 'ticket', ticket: 'ticket-1'}, channel: 'qr'});
    const late = await rating(fixturePortal('ready', {failing: {'ratings.invitation': 'TB_RATING_TICKET'}}), 'ticket-0');
    assert.include(wordsOf(late), '评价码已失效');
  });

  it('says that a rating is only kept while there is no network, and when it has gone out', async () => {
    const portal = fixturePortal();
    const send = portal.ratings.rate.bind(portal.ratings);
    const offline = {...portal, ratings: {invitation: portal.ratings.invitation.bind(portal.ratings), rate: async () => ({ratingId: 'rating-1', state: 'queued' as const})}};
    const element = await rating(offline);
    level(element, 4)?.click();
    part(element, 'submit')?.click();
    await waitUntil(() => wordsOf(element).includes('已保存，联网后自动发送'));
    portal.announce({about: 'rating', ratingId: 'rating-1'});
    assert.include(wordsOf(element), '尚未发送');
    await send({subject: {by: 'case', caseNo: CASE_NO, act: ACT}, stars: 4, tags: [], comment: '', channel: 'pc'});
    await waitUntil(() => wordsOf(element).includes('评价已提交'));
  });

  it('leaves without a rating, and comes back', async () => {
    const portal = fixturePortal();
    const element = await rating(portal);
    part(element, 'dismiss')?.click();
    await waitUntil(() => part(element, 'rate-now'));
    assert.isEmpty(rateCalls(portal));
    part(element, 'rate-now')?.click();
    await waitUntil(() => part(element, 'levels'));
  });

  it('counts the comment and takes no more than 150 characters', async () => {
    const element = await rating(fixturePortal());
    level(element, 5)?.click();
    await waitUntil(() => element.shadowRoot?.querySelector('textarea'));
    const comment = element.shadowRoot!.querySelector('textarea')!;
    assert.equal(comment.maxLength, 150);
    comment.value = '很好';
    comment.dispatchEvent(new Event('input'));
    await waitUntil(() => wordsOf(element).includes('已写 2 字，还可写 148 字'));
  });

  it('shows an act that was rated as rated', async () => {
    const element = await rating(fixturePortal('ready', {invitation: {...ratingInvitation, rated: true}}));
    assert.include(wordsOf(element), '已经评价过了');
    assert.isNull(part(element, 'submit'));
  });

  it('keeps what was chosen when sending fails', async () => {
    const element = await rating(fixturePortal('ready', {failing: {'ratings.rate': 'TB_VAULT_FULL'}}));
    level(element, 2)?.click();
    part(element, 'submit')?.click();
    await waitUntil(() => part(element, 'problem'));
    assert.include(wordsOf(element), '本机空间不足');
    assert.isTrue(level(element, 2)?.checked);
  });

  it('shows what one said, and lets one say it otherwise once', async () => {
    const portal = fixturePortal('ready', {invitation: {...ratingInvitation, rated: true, given: givenRating}});
    const element = await rating(portal);
    assert.include(part(element, 'given')?.textContent, '满意');
    part(element, 'amend')?.click();
    await waitUntil(() => level(element, 4)?.checked);
    level(element, 2)?.click();
    await element.updateComplete;
    part(element, 'submit')?.click();
    await waitUntil(() => wordsOf(element).includes('评价已提交'));
    assert.deepInclude(rateCalls(portal)[0]?.args[0], {amends: givenRating.ratingId, stars: 2});
    assert.isNull(part(await rating(portal), 'amend'));
  });

  it('leaves the rating as it is for whoever thinks better of changing it', async () => {
    const portal = fixturePortal('ready', {invitation: {...ratingInvitation, rated: true, given: givenRating}});
    const element = await rating(portal);
    part(element, 'amend')?.click();
    await waitUntil(() => part(element, 'dismiss'));
    part(element, 'dismiss')?.click();
    await waitUntil(() => part(element, 'given'));
    assert.isEmpty(rateCalls(portal));
  });

  it('says why a rating that somebody follows up stays as it is', async () => {
    const invitation = {...ratingInvitation, rated: true, given: givenRating};
    const element = await rating(fixturePortal('ready', {invitation, failing: {'ratings.rate': 'TB_RATING_FOLLOWED_UP'}}));
    part(element, 'amend')?.click();
    await waitUntil(() => part(element, 'submit'));
    part(element, 'submit')?.click();
    await waitUntil(() => part(element, 'problem'));
    assert.isNotEmpty(part(element, 'problem')?.textContent);
  });
});
