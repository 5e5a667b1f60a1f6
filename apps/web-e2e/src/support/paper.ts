/** The room of a hand that answers the seven questions on screen. */
import { expect, type Page } from '@playwright/test';

export const saved = (page: Page) => page.getByText(/^Đã lưu \d\d:\d\d/).first();
export const questionHeading = (page: Page, number: number, total = 7) =>
  page.getByRole('heading', { name: `Câu ${number}/${total}`, exact: true });

/** Brings the items into this order with the buttons beside them. */
async function arrange(page: Page, order: readonly string[]): Promise<void> {
  const items = page.getByRole('list', { name: /Sắp xếp/ }).getByRole('listitem');
  const shown = async () =>
    (await items.allInnerTexts()).map((text) => order.find((one) => text.includes(one)));
  for (const [index, text] of order.entries()) {
    while ((await shown()).indexOf(text) > index) {
      const before = await shown();
      await page.getByRole('button', { name: `Chuyển lên: ${text}` }).click();
      await expect.poll(shown).not.toEqual(before);
    }
  }
  const keep = page.getByRole('button', { name: 'Giữ nguyên thứ tự này' });
  if (await keep.isVisible()) await keep.click();
  expect(await shown()).toEqual(order);
}

/** Right answers, by the number of the question in SEVEN. */
export const RIGHT: Record<number, (page: Page) => Promise<unknown>> = {
  1: (page) => page.getByRole('radio', { name: 'Chào và mời ngồi' }).check(),
  2: async (page) => {
    await page.getByRole('checkbox', { name: 'Xin chào' }).check();
    await page.getByRole('checkbox', { name: 'Xin lỗi' }).check();
  },
  3: (page) => page.getByRole('radio', { name: 'Đúng', exact: true }).check(),
  4: async (page) => {
    await page.getByLabel('Nội dung tương ứng với: Thủ tục cấp tỉnh').selectOption('Các sở');
    await page
      .getByLabel('Nội dung tương ứng với: Thủ tục cấp xã')
      .selectOption('Ủy ban nhân dân xã');
  },
  5: (page) => arrange(page, ['Lắng nghe', 'Tóm lại', 'Giải quyết']),
  6: (page) => page.getByLabel('Câu trả lời bằng số, đơn vị: năm').fill('2,5'),
  7: (page) => page.getByLabel('Câu trả lời ngắn').fill('Lắng nghe'),
};

/** From the front page of the quiz onto the paper. */
export async function begin(page: Page, quizPath: string, act = 'Làm bài'): Promise<string> {
  await page.goto(quizPath);
  await page.getByRole('button', { name: act, exact: true }).click();
  await page.waitForURL('**/hoc/lam-bai/**');
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** Answers from the present question to the last but these, and stops at the last. */
export async function answerAll(page: Page, leave: readonly number[] = []): Promise<void> {
  for (let number = 1; number <= 7; number += 1) {
    await expect(questionHeading(page, number)).toBeVisible();
    if (!leave.includes(number)) await RIGHT[number]?.(page);
    if (number < 7) await page.getByRole('button', { name: 'Câu sau' }).click();
  }
  await expect(saved(page)).toBeVisible();
}

/** To the review: from the last question, beside the map on a wide screen, or out of the map's sheet on a phone. */
export async function toReview(page: Page): Promise<void> {
  const act = page.getByRole('button', { name: 'Xem lại và nộp bài' }).first();
  if (!(await act.isVisible())) await page.getByRole('button', { name: /\d\/\d/ }).click();
  await act.click();
  await expect(page.getByRole('heading', { name: 'Xem lại trước khi nộp' })).toBeVisible();
}

export async function submit(page: Page): Promise<void> {
  await toReview(page);
  await page.getByRole('button', { name: 'Nộp bài', exact: true }).click();
  await page.waitForURL('**/hoc/ket-qua/**');
}
