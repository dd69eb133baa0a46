import {randomBytes} from 'node:crypto';
import type {Page} from 'playwright-core';

const MIB = 1024 * 1024;

/** A scan of 12 MB that no compression makes smaller. */
export const scanOf12Mb = (): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(12 * MIB), Buffer.from('\n%%EOF\n')]);

/** Cuts the line under the `cuts`-th pieces of an upload. @returns how often it was cut so far */
export async function breakUploads(page: Page, cuts: readonly number[]): Promise<() => number> {
  let pieces = 0;
  let cut = 0;
  await page.context().route('**/v1/uploads/**', async (route) => {
    if (route.request().method() === 'PATCH' && cuts.includes(++pieces)) {
      cut++;
      await route.abort('connectionreset');
    } else await route.continue();
  });
  return () => cut;
}

/** Chooses hand-in at the window of a city. */
export async function handInAt(page: Page, province: string, city: string): Promise<void> {
  const form = page.locator('tb-application-form');
  await form.getByText('代收代办').first().click();
  await form.getByLabel('省份').first().selectOption({label: province});
  await form.getByLabel('城市').first().selectOption({label: city});
}

export const saved = (page: Page) => page.locator('tb-application-form').getByText(/^已保存/).first();

/** Agrees and submits; resolves with the numbers on the 申报回执. */
export async function submit(page: Page): Promise<{caseNo: string; shortCode: string}> {
  const form = page.locator('tb-application-form');
  for (const consent of await form.getByRole('checkbox', {name: /^我/}).all()) await consent.check();
  await form.getByRole('button', {name: '提交申请'}).click();
  await form.getByText('申报回执').first().waitFor();
  const words = await form.locator('[part=root]').first().innerText();
  const caseNo = /\b[0-9A-Z]{31}\d{12,14}\b/.exec(words)?.[0];
  const shortCode = /查询短码\s+([0-9A-Z]{8})/.exec(words)?.[1];
  if (!caseNo || !shortCode) throw new Error(`The receipt names no case: ${words}`);
  return {caseNo, shortCode};
}
