import {assert, expect, waitUntil} from '@open-wc/testing';
import {officeCase} from '../../stories/support/fixtures/office.js';
import {shanghaiSupervisor} from '../../stories/support/fixtures/staff.js';
import {LATER} from '../../stories/support/fixtures/times.js';
import {WindowPage} from './window-page.js';

describe('the rating code', () => {
  it('is shown for one act with the time it is valid, and presets nothing', async () => {
    const page = await WindowPage.open();
    await page.openCase(2);
    await page.press('[data-rate]');
    await page.says('10:00 后失效');
    await page.find('[part=code] svg[role=img]');
    assert.isFalse(page.has('[part=code] input'));
    await expect(page.element).to.be.accessible();
  });

  it('goes when its time is over and is made anew on request', async () => {
    const page = await WindowPage.open();
    await page.openCase(2);
    await page.press('[data-rate]');
    await page.find('[part=code]');
    page.element.now = () => new Date(LATER);
    await page.says('评价码已失效');
    assert.isFalse(page.has('[part=code] svg'));
    await page.press('[part=renew]');
    await waitUntil(() => page.portal.calls.filter(({name}) => name === 'staff.ratingTicket').length === 2);
  });

  it('gives thanks and disappears once the applicant has rated', async () => {
    const page = await WindowPage.open();
    await page.openCase(2);
    await page.press('[data-rate]');
    await page.find('[part=code]');
    const {world} = page.portal;
    const {caseNo, acts} = officeCase(2).file;
    world.office = world.office.map((walked) => (walked.file.caseNo === caseNo ? {...walked, ratedActs: acts.map(({act}) => act)} : walked));
    page.portal.announce({about: 'case', caseNo});
    await page.says('已收到这次评价');
    assert.isFalse(page.has('[part=code]'));
  });
});

describe('ratings as a supervisor reads them', () => {
  it('name item, officer and a masked rater for each, and no rate for so few', async () => {
    const page = await WindowPage.open({}, shanghaiSupervisor);
    page.element.go({at: 'ratings'});
    await page.says('同一份证明让我拿了两次');
    for (const words of ['正常退休提取住房公积金', 'SH3100-1201', '*启明', '不满意', '不足 10 条']) assert.include(page.words, words);
    await expect(page.element).to.be.accessible();
  });

  it('are not offered to a clerk', async () => {
    const page = await WindowPage.open();
    await page.find('[part=inbox]');
    assert.notInclude(page.words, '评价');
  });
});
