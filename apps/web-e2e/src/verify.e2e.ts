/** Anybody who holds a certificate, or doubts one: the public page of verification. */
import { expect, look, test } from './support/journey';
import { ONE_EASY } from './support/questions';
import { complete, enrol, hire, mark, publishCourse, shownDay } from './support/scene';

/** Well formed, and issued to nobody. */
const UNKNOWN = '7R1EG-3W07R-1EG3W-07R11';

async function holder(project: string) {
  const officer = await hire(`Hoàng ${project} ${mark()}`);
  const course = await publishCourse({ name: 'Khóa xác minh', questions: [ONE_EASY] });
  await enrol(course, [officer]);
  const certificate = await complete(officer, course);
  return { officer, course, certificate };
}

test('a real certificate is valid, with the name masked; the rest for whoever knows it', async ({
  page,
  watch,
}, { project }) => {
  const { officer, course, certificate } = await holder(project.name);
  await test.step('by its code', async () => {
    await page.goto('/xac-minh');
    await look(page);
    // As somebody types it: small letters, no hyphens.
    await page.getByLabel('Mã xác minh').fill(certificate.verifyCode.toLowerCase());
    await page.getByRole('button', { name: 'Kiểm tra' }).click();
    const written = () => new URL(page.url()).pathname.split('/').at(-1)?.replaceAll('-', '');
    await expect.poll(written).toBe(certificate.verifyCode.replaceAll('-', ''));
    await expect(page.getByRole('heading', { level: 1, name: 'Hợp lệ' })).toBeVisible();
    await expect(page.getByText(course.title)).toBeVisible();
    await expect(page.getByText(certificate.registerNo, { exact: true })).toBeVisible();
    await expect(page.getByText(shownDay(certificate.issuedOn)).first()).toBeVisible();
    await expect(page.getByText(/không có giá trị pháp lý/)).toBeVisible();
    expect(await page.content()).not.toContain(officer.fullName);
    expect(await page.content()).not.toContain(officer.staffCode);
    await look(page);
  });

  await test.step('wrong details show nothing, and keep what was typed', async () => {
    watch.expects(/422/);
    await page.getByLabel('Số vào sổ').fill(certificate.registerNo);
    await page.getByLabel('Họ và tên').fill(officer.fullName);
    await page.getByLabel('Ngày sinh').fill('18/05/1990');
    await page.getByRole('button', { name: 'Xem đầy đủ' }).click();
    await expect(page.getByRole('alert')).toContainText('không khớp');
    await expect(page.getByLabel('Họ và tên')).toHaveValue(officer.fullName);
    await expect(page.getByText('Toàn bộ nội dung in trên giấy')).toBeHidden();
    await look(page);
  });

  await test.step('right details show everything printed', async () => {
    await page.getByLabel('Ngày sinh').fill(shownDay(officer.birthDate));
    await page.getByRole('button', { name: 'Xem đầy đủ' }).click();
    await expect(
      page.getByRole('heading', { name: 'Toàn bộ nội dung in trên giấy' }),
    ).toBeVisible();
    await expect(page.getByText(officer.fullName)).toBeVisible();
    await expect(page.getByText(shownDay(officer.birthDate))).toBeVisible();
    await look(page);
    await page.getByRole('button', { name: 'Ẩn thông tin' }).click();
    await expect(page.getByText(officer.fullName)).toBeHidden();
  });

  await test.step('altered by one letter it is refused', async () => {
    const letters = [...certificate.verifyCode.replaceAll('-', '')];
    letters[3] = letters[3] === '7' ? '8' : '7';
    await page.goto('/xac-minh');
    await page.getByLabel('Mã xác minh').fill(letters.join(''));
    await page.getByRole('button', { name: 'Kiểm tra' }).click();
    await expect(page.getByText(/Có ít nhất một ký tự sai hoặc đổi chỗ/)).toBeVisible();
    await expect(page).toHaveURL(/\/xac-minh$/);
    await look(page);
    await page.goto(`/xac-minh/${letters.join('')}`);
    await expect(page.getByRole('heading', { level: 1, name: 'Không tìm thấy' })).toBeVisible();
    await look(page);
  });
});

test('a code that means nothing gets a clear answer', async ({ page, watch }) => {
  await page.goto('/xac-minh/khong-phai-ma');
  await expect(page.getByRole('heading', { level: 1, name: 'Không tìm thấy' })).toBeVisible();
  await expect(page.getByText('Không có giấy chứng nhận nào mang mã này.')).toBeVisible();
  await look(page);

  watch.expects(/404/);
  await page.goto(`/xac-minh/${UNKNOWN}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Không tìm thấy' })).toBeVisible();
  await expect(page.getByText(/So lại từng ký tự của mã với giấy/)).toBeVisible();
  await look(page);
});
