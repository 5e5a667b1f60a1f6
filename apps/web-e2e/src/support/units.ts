/** The room of choosing a unit as a person does: open the picker, type, take the first. */
import { expect, type Locator, type Page } from '@playwright/test';

export async function chooseUnit(
  page: Page,
  within: Page | Locator,
  label: string | RegExp,
  name: string,
): Promise<void> {
  await within.getByRole('button', { name: label }).first().click();
  await page.getByRole('combobox', { name: /Tìm đơn vị/ }).fill(name);
  const found = page.getByRole('treeitem').filter({ hasText: name });
  await found
    .getByRole('button', { name: new RegExp(escape(name)) })
    .last()
    .click();
  await expect(page.getByRole('tree', { name: 'Chọn đơn vị' })).toBeHidden();
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
