import {assert, expect, oneEvent} from '@open-wc/testing';
import type {TbSignedOut} from '@tongban/elements/login/events.js';
import {fixturePortal} from '../../stories/support/fixture-portal.js';
import {officeCase} from '../../stories/support/fixtures/office.js';
import {anonymous, expired, retiree, signedInAs} from '../../stories/support/fixtures/people.js';
import {shanghaiReviewer, shanghaiSupervisor, staffSignedInAs} from '../../stories/support/fixtures/staff.js';
import {WindowPage} from './window-page.js';

describe('<tb-window>', () => {
  it('is accessible at the gate, at the desk and on a case', async () => {
    await expect((await WindowPage.open({session: anonymous})).element).to.be.accessible();
    const page = await WindowPage.open();
    await page.find('[part=inbox]');
    await expect(page.element).to.be.accessible();
    await page.openCase(2);
    await expect(page.element).to.be.accessible();
  });

  it('shows nothing of a case before somebody has signed in', async () => {
    const page = await WindowPage.open({session: anonymous});
    await page.find('[part=gate]');
    assert.isFalse(page.portal.calls.some(({name}) => name.startsWith('staff.')));
    await page.press('[part=sign-in]');
    await page.says('陆晓川');
    assert.deepEqual(page.portal.calls.find(({name}) => name === 'session.signIn')?.args, [{userType: 'staff'}]);
    assert.include(page.words, '03 号窗口');
  });

  it('lets no citizen in', async () => {
    const page = await WindowPage.open({session: signedInAs(retiree)});
    await page.says('登录的不是工作人员账号');
    assert.isFalse(page.has('[part=inbox]'));
  });

  it('says so where the page is no staff window', async () => {
    const page = await WindowPage.open();
    page.element.portal = fixturePortal();
    await page.says('没有接入专窗服务');
  });

  it('keeps what was typed for the same clerk after a sign-in that ran out', async () => {
    const page = await WindowPage.open({}, shanghaiReviewer);
    await page.openCase(4);
    await page.press('[data-action=propose]');
    await page.type('#form-reason', '身份信息与账户不符');
    page.portal.world.session = expired;
    setTimeout(() => page.portal.announce({about: 'session'}));
    assert.isTrue((await oneEvent<TbSignedOut>(page.element, 'tb-signed-out')).expired);
    await page.says('由同一人登录后可以继续');
    await page.press('[part=sign-in]');
    assert.equal((await page.find<HTMLTextAreaElement>('#form-reason')).value, '身份信息与账户不符');
  });

  it('shows nothing of one clerk to the next', async () => {
    const page = await WindowPage.open({}, shanghaiReviewer);
    await page.openCase(4);
    await page.press('[data-action=propose]');
    await page.type('#form-reason', '身份信息与账户不符');
    await page.press('[part=shift]');
    await page.says('交班后不保留');
    await page.press('[part=shift-do]');
    await page.find('[part=gate]');
    assert.notInclude(page.words, officeCase(4).file.shortCode);
    page.portal.world.session = staffSignedInAs(shanghaiSupervisor);
    page.portal.announce({about: 'session'});
    await page.find('[part=inbox]');
    await page.openCase(4);
    assert.isFalse(page.has('#form-reason'));
  });

  it('goes everywhere by keys', async () => {
    const page = await WindowPage.open();
    await page.find('[part=inbox]');
    await page.key('n', {code: 'KeyN', altKey: true});
    await page.find('[part=walk-in]');
    assert.equal(page.focused?.id, 'item');
    await page.key('F2');
    await page.find('#find');
    assert.equal(page.focused?.id, 'find');
    await page.key('?');
    assert.isTrue((await page.find<HTMLDialogElement>('dialog')).open);
    await page.press('[part=help-close]');
    assert.isFalse(page.has('dialog'));
  });

  it('leaves letters alone where somebody is writing', async () => {
    const page = await WindowPage.open();
    await page.find('[part=inbox]');
    assert.isFalse((await page.key('?', {}, '#find')).defaultPrevented);
    assert.isFalse(page.has('dialog'));
  });
});
