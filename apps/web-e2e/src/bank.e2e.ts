/** The question bank: found without diacritics, changed many at once, versions told apart, brought in from Word. */
import { endpoints } from '@tap-huan/contract';
import { docx } from './support/docx';
import { download, enter, expect, look, test } from './support/journey';
import { Person } from './support/person';
import { SEVEN } from './support/questions';
import { mark, unitNamed } from './support/scene';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A bank of this run with the seven usual questions. */
async function ownBank(name: string): Promise<{ bankId: string; questionIds: string[] }> {
  const centre = await unitNamed(({ kind }) => kind === 'provincial_service_centre');
  const instructor = await Person.signIn('giangvien');
  const { id: bankId } = await instructor.call(endpoints.createBank, {
    body: { name: `${name} E2E-${mark()}`, unitId: centre.id },
  });
  const questionIds: string[] = [];
  for (const content of SEVEN) {
    const { id } = await instructor.call(endpoints.createQuestion, {
      params: { bankId },
      body: { content },
    });
    questionIds.push(id);
  }
  await instructor.leave();
  return { bankId, questionIds };
}

test('finds questions without diacritics, changes several at once, and undoes nothing that was published', async ({
  page,
}) => {
  const { bankId } = await ownBank('Ngân hàng tìm');
  await enter(page, 'giangvien');
  await page.goto('/soan/ngan-hang');
  await expect(page.getByRole('heading', { level: 1, name: 'Ngân hàng câu hỏi' })).toBeVisible();
  await expect(page.getByText('Ngân hàng dùng chung bộ phận Một cửa')).toBeVisible();
  await expect(page.getByText('Ngân hàng hộ tịch, chứng thực (Sở Tư pháp)')).toBeVisible();
  await look(page);

  await page.goto(`/soan/ngan-hang/${bankId}`);
  const search = page.getByRole('searchbox', { name: 'Tìm câu hỏi' });
  await search.fill('buoc tiep nhan');
  const ordering = page.getByRole('link', { name: /Sắp xếp các bước tiếp nhận/ });
  await expect(ordering).toBeVisible();
  await expect(page.getByRole('link', { name: /Những lời nào thuộc/ })).toBeHidden();
  await search.fill('');
  await expect(page.getByRole('link', { name: /Những lời nào thuộc/ })).toBeVisible();

  await page.getByRole('checkbox', { name: /^Chọn dòng Sắp xếp các bước/ }).check();
  await page.getByRole('checkbox', { name: /^Chọn dòng Những lời nào/ }).check();
  await page.getByRole('button', { name: 'Sửa các câu đã chọn' }).click();
  const dialog = page.getByRole('dialog', { name: 'Sửa 2 câu hỏi' });
  await dialog.getByLabel('Mức độ').selectOption('Vận dụng');
  await dialog.getByLabel('Thêm nhãn').fill('tập huấn 2026');
  await page.keyboard.press('Enter');
  await look(page);
  await dialog.getByRole('button', { name: 'Sửa 2 câu' }).click();
  await expect(page.getByText('Đã sửa 2 câu hỏi.')).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'tập huấn 2026' })).toHaveCount(2);
  await page.reload();
  await expect(page.getByRole('row').filter({ has: ordering })).toContainText('Vận dụng');
});

test('tells two versions of a question apart, word by word', async ({ page }) => {
  const { questionIds } = await ownBank('Ngân hàng phiên bản');
  const questionId = questionIds[0] ?? '';
  const instructor = await Person.signIn('giangvien');
  const params = { questionId };
  const { content } = await instructor.call(endpoints.readQuestion, { params });
  const stem = '<p>Việc đầu tiên khi người dân bước vào quầy là gì?</p>';
  await instructor.call(endpoints.updateQuestion, {
    params,
    body: { content: { ...content, stem }, baseVersion: 1 },
  });
  await instructor.leave();

  await enter(page, 'giangvien');
  await page.goto(`/soan/ngan-hang/${(await bankOf(questionId)).bankId}`);
  await page.getByRole('link', { name: /Việc đầu tiên khi người dân bước vào quầy/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page
    .getByRole('link', { name: /Phiên bản/ })
    .first()
    .click();
  await expect(
    page.getByRole('heading', { name: 'Thay đổi từ phiên bản 1 đến phiên bản 2' }),
  ).toBeVisible();
  const changes = page.getByRole('region', { name: 'So sánh' });
  await expect(changes.locator('del')).toContainText('đến');
  await expect(changes.locator('ins')).toContainText('bước vào');
  await look(page);
});

async function bankOf(questionId: string): Promise<{ bankId: string }> {
  const instructor = await Person.signIn('giangvien');
  const question = await instructor.call(endpoints.readQuestion, { params: { questionId } });
  await instructor.leave();
  return question;
}

test('brings questions in from a Word file, and carries them out again', async ({ page }) => {
  const { bankId } = await ownBank('Ngân hàng nhập');
  await enter(page, 'giangvien');
  await page.goto(`/soan/ngan-hang/${bankId}`);
  await page.getByRole('button', { name: /Nhập, xuất/ }).click();
  await page.getByRole('menuitem', { name: /Nhập câu hỏi từ tệp/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Nhập câu hỏi từ tệp' })).toBeVisible();
  await look(page);

  await page.locator('input[type=file]').setInputFiles({
    name: 'cau-hoi-mot-cua.docx',
    mimeType: WORD,
    buffer: docx([
      'Câu 1: Người dân mất giấy hẹn thì làm gì?',
      'A. Nộp lại hồ sơ',
      'B. Xuất trình giấy tờ tùy thân',
      'C. Chờ mười ngày',
      'Đáp án: B',
      'Câu 2: Được yêu cầu bổ sung hồ sơ mấy lần?',
      'A. Một lần',
      'B. Hai lần',
      'Đáp án: A',
      'Câu 3: Câu này thiếu đáp án',
      'A. Có',
      'B. Không',
    ]),
  });
  await expect(page.getByText(/Tìm thấy 3 câu trong tệp cau-hoi-mot-cua\.docx/)).toBeVisible();
  await expect(page.getByText(/Chưa có đáp án đúng/)).toBeVisible();
  await look(page);
  await page.getByRole('button', { name: 'Nhập 2 câu' }).click();
  await expect(page.getByText('Đã nhập 2 câu vào ngân hàng')).toBeVisible();
  await look(page);
  await page.getByRole('link', { name: 'Xem câu hỏi trong ngân hàng' }).click();
  await expect(page.getByRole('link', { name: /Người dân mất giấy hẹn thì làm gì/ })).toBeVisible();

  await page.getByRole('button', { name: /Nhập, xuất/ }).click();
  const { name, bytes } = await download(page, () =>
    page.getByRole('menuitem', { name: /^Excel/ }).click(),
  );
  expect(name).toMatch(/\.xlsx$/);
  expect(bytes.subarray(0, 2).toString()).toBe('PK');
});
