import type {Locator, Page} from 'playwright-core';

const desk = (page: Page) => page.locator('tb-window');

/** Opens a case by its number or short code, from the keyboard. */
export async function openCase(page: Page, number: string): Promise<void> {
  await page.keyboard.press('F2');
  await page.keyboard.type(number);
  await page.keyboard.press('Enter');
  await desk(page).getByText(number).first().waitFor();
  await desk(page).getByRole('heading', {name: '材料'}).waitFor();
}

/** Does one act: its button, what it asks for, and the confirmation. Resolves when the desk says it is done. */
export async function act(page: Page, button: string | RegExp, fill: () => Promise<void> = () => Promise.resolve()): Promise<void> {
  await desk(page).getByRole('button', {name: button}).first().click();
  await fill();
  const next = desk(page).getByRole('button', {name: /^下一步/});
  const confirm = desk(page).getByRole('button', {name: /^确认提交/});
  const done = desk(page).getByText(/^已完成：/);
  await next.or(confirm).or(done).first().waitFor();
  if (await next.isVisible()) await next.click();
  await confirm.or(done).first().waitFor();
  if (await confirm.isVisible()) await confirm.click();
  await done.waitFor();
}

/** Names of the buttons that can be pressed now. */
export async function enabledActs(page: Page): Promise<string[]> {
  const buttons = await desk(page).locator('button:not([disabled]):not([aria-disabled=true])').allInnerTexts();
  return buttons.map((text) => text.replace(/\s+/g, ' ').trim()).filter(Boolean);
}

/** Opens a file of the case on the desk and waits until it is shown: a picture, or the browser's own viewer. */
export async function opensFile(page: Page, fileName: RegExp): Promise<Locator> {
  await page.locator('tb-window [part=materials]').getByRole('button', {name: fileName}).first().click();
  const shown = page.locator('tb-window [part=piece]');
  await shown.locator('img, iframe, a[download]').waitFor();
  return shown;
}
