// A firm's agent acts under a delegation: chosen once in a tab, kept from page to page, seen by the gateway.
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {openBrowser} from './support/open-browser.js';
import {startDemo, type Demo} from './support/start-demo.js';

const FIRM = '苏州通办示例科技有限公司';

describe('a firm’s agent', {timeout: 300_000}, () => {
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

  it('signs in as a person and chooses the firm', async () => {
    await page.goto(demo.urlOf('portal-jiangsu'));
    await page.locator('tb-login').getByRole('button', {name: '登录', exact: true}).click();
    await page.getByRole('link', {name: '江苏', exact: true}).click();
    await page.getByRole('listitem').filter({hasText: '姜若宁'}).getByRole('button', {name: '以认证等级 3 登录'}).click();
    const login = page.locator('tb-login');
    await login.getByText(FIRM).first().click();
    await login.getByText(`现在为“${FIRM}”办理`).waitFor();
  });

  it('still acts for the firm on the next pages, and the form knows the firm', async () => {
    await page.locator('tb-search').getByRole('combobox').fill('公司变更登记 经营范围');
    const hit = page.locator('tb-search').getByRole('option').first();
    await hit.getByText('江苏省').first().waitFor();
    await hit.click();
    await page.locator('tb-item-guide').getByRole('button', {name: '开始办理'}).first().click();
    const form = page.locator('tb-application-form');
    await form.getByText('统一社会信用代码').first().waitFor();
    await page.locator('tb-login').getByText(`现在为“${FIRM}”办理`).waitFor();
    const words = await form.locator('[part=root]').first().innerText();
    assert.match(words, new RegExp(FIRM), 'the form says for whom it is');
  });

  it('acts for nobody but herself after signing out', async () => {
    await page.locator('tb-login').getByRole('button', {name: '退出登录'}).click();
    await page.locator('tb-login').getByRole('button', {name: '登录', exact: true}).waitFor();
    assert.equal(await page.evaluate(() => sessionStorage.getItem('tongban:acting')), null);
  });
});
