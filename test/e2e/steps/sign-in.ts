import type {Page} from 'playwright-core';

/** Signs in on a portal page as a person does: where I am at home, then who I am. */
export async function signInAtHome(page: Page, {province, level, ownDevice}: {province: string; level: number; ownDevice: boolean}): Promise<void> {
  const login = page.locator('tb-login').first();
  if (ownDevice) await login.getByText('这是我自己的设备').click();
  await login.getByRole('button', {name: '登录', exact: true}).click();
  await page.getByRole('button', {name: province}).or(page.getByRole('link', {name: province})).first().click();
  await page.getByRole('button', {name: `以认证等级 ${String(level)} 登录`}).first().click();
  await page.locator('tb-login').getByText('退出登录').waitFor();
}

/** Sits down at a staff window. */
export async function sitDown(page: Page, url: string, person: string): Promise<void> {
  await page.goto(url);
  await page.locator('tb-window').getByRole('button', {name: /登录/}).first().click();
  await page.locator('li, article, form, section', {hasText: person}).getByRole('button', {name: '登录'}).last().click();
  await page.locator('tb-window').getByText(person).first().waitFor();
}
