// The portal that pages really use, over a real gateway, passes the exam that the portal of the stories passes.
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {submit} from './steps/filing.js';
import {signInAtHome} from './steps/sign-in.js';
import {examScript} from './support/exam-script.js';
import type {ExamResult} from './support/exam-in-page.js';
import {openBrowser} from './support/open-browser.js';
import {startDemo, type Demo} from './support/start-demo.js';

const ITEM = '正常退休提取住房公积金';
const WORDS = '退休 提取 公积金';

describe('the portal of a page', {timeout: 400_000}, () => {
  let demo: Demo;
  let browser: Browser;
  let page: Page;

  before(async () => {
    demo = await startDemo();
    browser = await openBrowser();
    const context = await browser.newContext({viewport: {width: 1280, height: 1000}, locale: 'zh-CN'});
    context.setDefaultTimeout(20_000);
    page = await context.newPage();
  });

  after(async () => {
    await browser?.close();
    await demo?.stop();
  });

  it('keeps the contract of every portal', async () => {
    await page.goto(demo.urlOf('portal-shanghai'));
    await signInAtHome(page, {province: '江苏', level: 3, ownDevice: false});
    await page.locator('tb-search').getByRole('combobox').fill(WORDS);
    await page.locator('tb-search').getByRole('option').first().click();
    await page.locator('tb-item-guide').getByRole('heading', {name: ITEM}).waitFor();
    const taskCode = await page.locator('tb-item-guide').evaluate((guide) => guide.getAttribute('item') ?? '');
    await page.locator('tb-item-guide').getByText('能(人社已办退休)').click();
    await page.locator('tb-item-guide').getByText('本人办理', {exact: true}).click();
    await page.locator('tb-item-guide').getByRole('button', {name: '开始办理'}).first().click();
    const form = page.locator('tb-application-form');
    await form.getByLabel('银行卡号').fill('6222020200112233446');
    await form.getByLabel('省份').last().selectOption({label: '上海市'});
    await form.locator('input[type=file]').first().setInputFiles({name: '银行卡.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF\n')});
    await form.getByText(/已上传/).waitFor();
    const {caseNo} = await submit(page);

    await page.evaluate(await examScript());
    const results = await page.evaluate(
      async (of): Promise<ExamResult[]> => {
        const {portal} = document.querySelector('tb-application-form') as unknown as {portal: unknown};
        const {examinePortal} = globalThis as unknown as {examinePortal: (examined: object) => Promise<ExamResult[]>};
        return examinePortal({...of, portal});
      },
      {taskCode, caseNo, words: WORDS},
    );
    assert.ok(results.length > 15, `only ${String(results.length)} questions were asked`);
    assert.deepEqual(results.filter(({problem}) => problem !== undefined), []);
  });
});
