// The first journey, as people walk it: one resident, three desks, two provinces, against `npm start` itself.
import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import type {Browser, BrowserContext, Page} from 'playwright-core';
import {breakUploads, handInAt, saved, scanOf12Mb, submit} from './steps/filing.js';
import {signInAtHome, sitDown} from './steps/sign-in.js';
import {act, enabledActs, openCase, opensFile} from './steps/window.js';
import {openBrowser} from './support/open-browser.js';
import {startDemo, type Demo} from './support/start-demo.js';
import {traceOf, type Trace} from './support/trace.js';

const ITEM = '正常退休提取住房公积金';
const OFFICE = '上海市住房公积金管理中心';
const BANK_CARD = '6222020200112233446';
const PHONE = {width: 390, height: 844};
const DESK = {width: 1366, height: 900};

describe('the first journey', {timeout: 600_000}, () => {
  let demo: Demo;
  let browser: Browser;
  /** 顾秀兰 of 南通, on her own computer. */
  let resident: BrowserContext;
  let page: Page;
  let trace: Trace;
  /** Her case, open beside what she does. */
  let followed: Page;
  let suzhou: Page;
  let shanghai: Page;
  let filed: {caseNo: string; shortCode: string};

  before(async () => {
    demo = await startDemo();
    browser = await openBrowser();
    resident = await browser.newContext({viewport: {width: 1280, height: 1000}, locale: 'zh-CN'});
    resident.setDefaultTimeout(20_000);
    page = await resident.newPage();
    trace = traceOf(page);
  });

  after(async () => {
    await browser?.close();
    await demo?.stop();
  });

  // What was on each screen when a step ended: for whoever has to find out why it failed.
  afterEach(async (step) => {
    const folder = process.env['TONGBAN_SCREENS'];
    if (!folder) return;
    const pages = browser.contexts().flatMap((context) => context.pages());
    await Promise.all(pages.map((each, at) => each.screenshot({path: `${folder}/${step.name.slice(0, 24)}-${String(at)}.png`, fullPage: true}).catch(() => undefined)));
  });

  const portal = () => demo.urlOf('portal-shanghai');
  const guide = () => page.locator('tb-item-guide');
  const form = () => page.locator('tb-application-form');

  async function desk(region: string, person: string): Promise<Page> {
    const context = await browser.newContext({viewport: DESK, locale: 'zh-CN'});
    context.setDefaultTimeout(20_000);
    const opened = await context.newPage();
    await sitDown(opened, demo.urlOf(`window-${region}`), person);
    return opened;
  }

  /** Her page shows the step within two seconds of the desk saying that it is done, without a reload. */
  async function followsTo(headline: string): Promise<void> {
    await followed.locator('tb-progress').getByRole('heading', {name: headline}).waitFor({timeout: 2_000});
  }

  it('prints one address, whose page links every surface', async () => {
    const landing = await resident.newPage();
    await landing.goto(new URL('/', new URL(portal()).href.replace('www.shanghai.', '')).href);
    const links = await landing.getByRole('link').evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    for (const {url} of demo.index.surfaces) assert.ok(links.includes(url), url);
    assert.ok(demo.index.people.length > 5);
    await landing.close();
  });

  it('signs in at the Shanghai portal with the Jiangsu identity', async () => {
    await page.goto(portal());
    await signInAtHome(page, {province: '江苏', level: 3, ownDevice: true});
    assert.equal(new URL(page.url()).search, '', 'no code stays in the address');
    assert.ok(trace.shown.some((url) => url.includes('gateway.jiangsu.')), 'the person was asked at home');
    await page.locator('tb-login').getByText('*秀兰').waitFor();
  });

  it('is never asked a second time: at the Jiangsu portal one round trip at most, and no prompt', async () => {
    const jiangsu = await resident.newPage();
    const seen = traceOf(jiangsu);
    await jiangsu.goto(demo.urlOf('portal-jiangsu'));
    const login = jiangsu.locator('tb-login');
    const signIn = login.getByRole('button', {name: '登录', exact: true});
    const out = login.getByText('退出登录');
    await signIn.or(out).waitFor();
    seen.clear();
    if (await signIn.isVisible()) await signIn.click();
    await out.waitFor();
    assert.deepEqual(seen.shown.filter((url) => url.includes('/interaction/')), [], 'no credential prompt');
    const departures = seen.shown.filter((url, at) => !url.startsWith(new URL(demo.urlOf('portal-jiangsu')).origin) && seen.shown[at - 1]?.startsWith(new URL(demo.urlOf('portal-jiangsu')).origin) !== false);
    assert.ok(departures.length <= 1, seen.shown.join(' → '));
    await jiangsu.close();
  });

  for (const query of ['退休 提取 公积金', '退休取公积金', 'txtqzfgjj']) {
    it(`finds the item by 「${query}」, Shanghai's own first`, async () => {
      const search = page.locator('tb-search');
      await search.getByRole('combobox').fill(query);
      const first = search.getByRole('option').first();
      await first.getByText(OFFICE).waitFor();
      assert.match(await first.innerText(), new RegExp(ITEM));
    });
  }

  it('shows which province differs and how, and narrows the papers to hers', async () => {
    await page.locator('tb-search').getByRole('option').first().click();
    await guide().getByRole('heading', {name: ITEM}).waitFor();
    const row = guide().getByRole('row', {name: /承诺时限/});
    assert.match(await row.innerText(), /2 天[\s\S]*即时办结/);
    await guide().getByText('退休证或退休审批表').first().waitFor();
    await guide().getByText('能(人社已办退休)').click();
    await guide().getByText('本人办理', {exact: true}).click();
    await guide().getByText(/您不需要交的/).waitFor();
    await guide().getByText('公安机关已有电子证照“居民身份证”，直接调用').waitFor();
    await guide().getByText('本人银行卡').first().waitFor();
  });

  it('fills in the form, and a reload half way loses nothing', async () => {
    await guide().getByRole('button', {name: '开始办理'}).first().click();
    await form().getByRole('heading', {name: ITEM}).waitFor();
    assert.ok(await form().getByRole('radio', {name: '本人办理'}).isChecked(), 'no question is asked twice');
    await handInAt(page, '江苏省', '苏州市');
    await form().getByLabel('银行卡号').fill(BANK_CARD);
    await saved(page).waitFor();
    await page.reload();
    await form().getByRole('heading', {name: ITEM}).waitFor();
    assert.equal(await form().getByLabel('银行卡号').inputValue(), BANK_CARD);
    assert.equal(await form().getByLabel('城市').first().evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.text), '苏州市');
  });

  it('attaches a scan of 12 MB over a line that breaks twice, and files', async () => {
    const cut = await breakUploads(page, [3, 8]);
    await form().getByLabel('省份').last().selectOption({label: '上海市'});
    await form().locator('input[type=file]').first().setInputFiles({name: '银行卡.pdf', mimeType: 'application/pdf', buffer: scanOf12Mb()});
    await form().getByText(/已上传/).waitFor();
    assert.equal(cut(), 2, 'the line broke twice');
    filed = await submit(page);
    await page.context().unroute('**/v1/uploads/**');
    await form().getByRole('button', {name: '查看办理进度'}).click();
    followed = page;
    await followsTo('已提交，等待预审');
  });

  it('takes the case in at the 苏州 window: only the powers of the agreement, originals checked, receipt printed, forwarded', async () => {
    suzhou = await desk('320500', '陆晓川');
    await openCase(suzhou, filed.shortCode);
    await act(suzhou, /^收件/);
    await followsTo('材料已收到');
    await suzhou.locator('tb-window').getByText('收件凭证').first().waitFor();
    const acts = await enabledActs(suzhou);
    assert.ok(!acts.some((name) => /^(受理|不予受理|作出决定)/.test(name)), `the home's powers are not here: ${acts.join(', ')}`);
    await act(suzhou, /原件已核/);
    await suzhou.locator('tb-window').getByRole('button', {name: /^流转到属地/, disabled: false}).waitFor();
    await act(suzhou, /^流转到属地/);
    await followsTo('材料正在送往上海市');
  });

  it('is signed for in Shanghai, which sends one 补正 and gets the answer', async () => {
    shanghai = await desk('310000', '傅静怡');
    await openCase(shanghai, filed.caseNo);
    await act(shanghai, /^签收/);
    await followsTo('上海市已收到材料');
    await opensFile(shanghai, /\.pdf$/);
    await act(shanghai, /^一次性告知/, async () => {
      const notice = shanghai.locator('tb-window form');
      await notice.getByText('本人银行卡').first().click();
      await notice.getByLabel('问题').fill('扫描件看不清卡号');
      await notice.getByLabel('怎么改').fill('请重新扫描正面');
      await notice.getByText('已核对全部材料和填写内容').click();
    });
    await followsTo('需要您补正');

    const answer = await resident.newPage();
    await answer.goto(new URL(`/apply.jsp?case=${filed.caseNo}`, portal()).href);
    const reply = answer.locator('tb-application-form');
    await reply.getByText('扫描件看不清卡号').first().waitFor();
    await reply.locator('input[type=file]').first().setInputFiles({name: '银行卡正面.png', mimeType: 'image/png', buffer: smallPng()});
    await reply.getByText(/已上传/).waitFor();
    for (const consent of await reply.getByRole('checkbox', {name: /^我/}).all()) await consent.check();
    await reply.getByRole('button', {name: /提交/}).last().click();
    await followed.locator('tb-progress').getByRole('heading', {name: '上海市已收到材料'}).waitFor();
    await answer.close();
  });

  it('shows the clerk in Shanghai what was sent in answer, before anything is accepted', async () => {
    const picture = (await opensFile(shanghai, /\.png$/)).locator('img');
    assert.ok(await picture.evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth > 0)), 'the picture is drawn');
    await shanghai.keyboard.press('Escape');
    await shanghai.locator('tb-window [part=piece]').waitFor({state: 'detached'});
  });

  it('is accepted, decided and delivered to the window, which hands it over', async () => {
    await act(shanghai, /^受理/);
    await followsTo('已受理，正在办理');
    await shanghai.locator('tb-window').getByText(/法定/).first().waitFor();
    await act(shanghai, /^开始审查/);
    await followsTo('正在审查');
    await act(shanghai, /^作出决定/, async () => shanghai.locator('tb-window form').getByText('准予', {exact: true}).click());
    await followsTo('已作出决定');
    await act(shanghai, /^制证制文/);
    await followsTo('正在制作办理结果');
    await act(shanghai, /^送达/, async () => shanghai.locator('tb-window form').getByText('窗口').first().click());
    await followsTo('办理结果正在送达');
    await act(suzhou, /^当面交付/, async () => {
      const handing = suzhou.locator('tb-window form');
      await handing.getByText('申请人', {exact: true}).click();
      await handing.getByText('已核对领取人的证件').click();
    });
    await followsTo('已办结');
  });

  it('rates through a dynamic QR ticket: nothing preset, one rating for one act', async () => {
    const [ticket] = await Promise.all([
      suzhou.waitForResponse((response) => response.url().endsWith('/rating-tickets') && response.ok()).then((response) => response.json() as Promise<{url: string}>),
      suzhou.locator('tb-window').getByRole('button', {name: '出示评价码'}).last().click(),
    ]);
    const phone = await resident.newPage();
    await phone.setViewportSize(PHONE);
    await phone.goto(ticket.url);
    const rating = phone.locator('tb-rating');
    await rating.getByRole('radio').first().waitFor();
    assert.equal(await rating.getByRole('radio', {checked: true}).count(), 0, 'nothing is preset');
    await rating.getByText('非常满意', {exact: true}).click();
    await rating.getByRole('button', {name: /提交/}).click();
    await rating.getByText(/感谢|谢谢/).first().waitFor();

    await phone.goto('about:blank');
    await phone.goto(ticket.url);
    await rating.getByText(/已经评价过|已失效|不能再用/).first().waitFor();
    await phone.close();
  });

  it('shows Shanghai the rating, bound to person, item and officer', async () => {
    const supervisor = await desk('310000', '纪云舟');
    await supervisor.locator('tb-window').getByRole('button', {name: /评价/}).first().click();
    const row = supervisor.locator('tb-window').getByRole('row', {name: /非常满意/}).first();
    const words = await row.innerText();
    for (const part of ['*秀兰', ITEM]) assert.ok(words.includes(part), `${part} in ${words}`);
    assert.match(words, /JS3205-0103/);
    await supervisor.context().close();
  });

  it('stays readable without a network, and sends a rating written offline exactly once', async () => {
    const rate = await resident.newPage();
    await rate.goto(followed.url());
    await rate.locator('tb-progress').getByRole('button', {name: '去评价'}).first().click();
    const rating = rate.locator('tb-rating');
    await rating.getByRole('radio').first().waitFor();
    const guidePage = await resident.newPage();
    await guidePage.goto(new URL(`/item.jsp?item=${filed.caseNo.slice(0, 31)}`, portal()).href);
    await guidePage.locator('tb-item-guide').getByRole('heading', {name: ITEM}).waitFor();

    await resident.setOffline(true);
    await guidePage.locator('tb-item-guide').getByText('本人办理', {exact: true}).click();
    await guidePage.locator('tb-item-guide').getByText('本人银行卡').first().waitFor();
    await followed.locator('tb-progress').getByText(/连不上网络/).first().waitFor();
    await rating.getByText('满意', {exact: true}).first().click();
    await rating.getByRole('button', {name: /提交/}).click();
    await rating.getByText(/联网后/).first().waitFor();

    const sent: string[] = [];
    // Whichever of her tabs leads does the sending.
    resident.on('response', (response) => {
      if (response.url().endsWith('/v1/ratings') && response.request().method() === 'POST') sent.push(String(response.status()));
    });
    await resident.setOffline(false);
    await rating.getByText(/感谢|谢谢/).first().waitFor({timeout: 60_000});
    assert.deepEqual(sent.filter((status) => status === '201'), ['201']);
    await rate.close();
    await guidePage.close();
  });

  it('opens again without a network where the host serves the service-worker stub', async () => {
    await followed.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await followed.reload();
    await followed.locator('tb-progress').getByRole('heading', {name: '已办结'}).waitFor();
    await resident.setOffline(true);
    await followed.reload();
    await followed.locator('tb-progress').getByRole('heading', {name: '已办结'}).waitFor();
    await followed.locator('tb-progress').getByText(/连不上网络/).first().waitFor();
    await resident.setOffline(false);
  });

  it('threw no error in any of her pages', () => assert.deepEqual(trace.errors, []));
});

/** The smallest picture there is: one pixel. */
function smallPng(): Buffer {
  return Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=', 'base64');
}
