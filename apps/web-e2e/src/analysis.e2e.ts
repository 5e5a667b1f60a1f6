/** What the answers say about a quiz: figures, a question that wants a look, and a workbook to take away. */
import { endpoints } from '@tap-huan/contract';
import { download, enter, expect, look, test } from './support/journey';
import { eventually, Person } from './support/person';
import { zipEntries } from './support/zip';

/** The exam of the shipped course whose second old key nobody has found yet. */
async function exam(): Promise<string> {
  const instructor = await Person.signIn('giangvien');
  const { quizId } = await eventually('the analysis', async () => {
    const { items } = await instructor.call(endpoints.listAnalyses, {});
    return items.find(
      ({ quizTitle, computedAt }) => quizTitle === 'Kiểm tra quy định và thời hạn' && computedAt,
    );
  });
  await instructor.leave();
  return quizId;
}

test('an analysis shows figures, says which question wants a look, and downloads', async ({
  page,
}) => {
  const quizId = await exam();
  await enter(page, 'giangvien');
  await page.goto('/khao-thi/phan-tich');
  await expect(page.getByRole('heading', { level: 1, name: 'Phân tích' })).toBeVisible();
  await look(page);
  await page.goto(`/khao-thi/phan-tich/${quizId}`);
  await expect(page.getByText('Phổ điểm').first()).toBeVisible();
  await expect(page.getByText('Hệ số nhất quán nội tại').first()).toBeVisible();
  await look(page);
  const { name, bytes } = await download(page, () =>
    page.getByRole('link', { name: 'Tải Excel' }).click(),
  );
  expect(name).toMatch(/\.xlsx$/);
  expect(zipEntries(bytes)).toContain('xl/workbook.xml');

  await page
    .getByRole('navigation', { name: 'Các phần của phân tích' })
    .getByRole('link', { name: 'Câu hỏi' })
    .click();
  const old = page.getByRole('link', { name: /cần thâm niên công tác tối thiểu bao nhiêu năm/ });
  await expect(old.first()).toBeVisible();
  await look(page);
  await old.first().click();
  await expect(page.getByText(/đáp án có thể sai/i).first()).toBeVisible();
  await expect(page.getByText('2 năm').first()).toBeVisible();
  await look(page);
});
