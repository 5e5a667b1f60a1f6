/** The room of a person who has no pointer: everything is reached by Tab and worked by keys. */
import { expect, type Locator, type Page } from '@playwright/test';

/** Nobody should have to press Tab more often than this. */
const MOST_TABS = 120;
const MOST_PRESSES = 20;

const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);

/** Walks to an element by Tab alone. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeAttached();
  for (let pressed = 0; pressed <= MOST_TABS; pressed += 1) {
    if (await hasFocus(target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${String(target)}.`);
}

/** Walks to a button, a link or a check box, and presses it. */
export async function pressKey(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** Arrow keys until it is so. */
async function arrowsUntil(page: Page, key: string, done: () => Promise<boolean>): Promise<void> {
  for (let pressed = 0; !(await done()); pressed += 1) {
    if (pressed > MOST_PRESSES) throw new Error(`${key} does not lead there.`);
    await page.keyboard.press(key);
  }
}

/** One of a group of radio buttons. */
export async function chooseByKeys(page: Page, group: Locator, wanted: Locator): Promise<void> {
  await tabTo(page, group.getByRole('radio').first());
  await page.keyboard.press('Space');
  await arrowsUntil(page, 'ArrowDown', () => wanted.isChecked());
}

/** One line of a list box, by its words. */
export async function listByKeys(page: Page, list: Locator, words: string): Promise<void> {
  await tabTo(page, list);
  await arrowsUntil(page, 'ArrowDown', async () => {
    const shown = await list.evaluate((element) => {
      const { selectedOptions } = element as HTMLSelectElement;
      return selectedOptions[0]?.textContent?.trim() ?? '';
    });
    return shown === words;
  });
}

/** Writes into a field. */
export async function typeByKeys(page: Page, field: Locator, words: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.type(words);
}

/** What the element with the focus says. */
export const focusedWords = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const focused = document.activeElement;
    return focused?.getAttribute('aria-label') ?? focused?.textContent?.trim() ?? '';
  });
