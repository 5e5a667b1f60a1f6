/** The room of the guide's pictures: docs/guide/images/<name>.png, taken once nothing is loading any more. */
import { join } from 'node:path';
import { type Browser, expect, type Page } from '@playwright/test';
import { baseUrl, PASSWORD } from './person';

export const FOLDER = join(import.meta.dirname, '../../../../docs/guide/images');
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

export async function enter(page: Page, username: string): Promise<void> {
  const headers = { 'x-requested-with': 'tap-huan' };
  const data = { username, password: PASSWORD };
  const response = await page.context().request.post('/api/session', { headers, data });
  expect(response.ok(), username).toBe(true);
}

/** @param height of the window while the picture is taken; the width stays */
export async function picture(page: Page, name: string, height?: number): Promise<void> {
  const before = page.viewportSize();
  if (height && before) await page.setViewportSize({ width: before.width, height });
  await expect(page.getByRole('heading', { level: 1, includeHidden: true }).first()).toBeVisible();
  await expect(page.locator('th-skeleton')).toHaveCount(0);
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled' });
  if (height && before) await page.setViewportSize(before);
}

export const onPhone = async (browser: Browser): Promise<Page> =>
  (
    await browser.newContext({
      ...PHONE,
      deviceScaleFactor: 2,
      baseURL: baseUrl(),
      locale: 'vi-VN',
    })
  ).newPage();
