/** The classes that were held: eleven in 2017, as the demo academy tells it; and one more, entered of a course that is closed. */
import { endpoints } from '@tap-huan/contract';
import { enter, expect, look, test } from './support/journey';
import { employed, found } from './support/office';
import { Person } from './support/person';
import { dayFromNow, mark, publishCourse, shownDay } from './support/scene';
import { chooseUnit } from './support/units';

test('HR sees the eleven classes of 2017 and who sat in them', async ({ page }) => {
  await enter(page, 'daotao');
  await page.goto('/quan-ly/lop-hoc');
  await expect(page.getByRole('heading', { level: 1, name: 'Lớp học' })).toBeVisible();
  const year = page.getByRole('row').filter({ hasText: /^\s*2017/ });
  await expect(year).toContainText('11');
  await expect(year).toContainText('830');
  await look(page);
  await page.getByRole('button', { name: 'Xem các lớp năm 2017' }).click();
  await expect(page.getByText('Các lớp năm 2017')).toBeVisible();
  const classes = page.getByRole('link', { name: /^Lớp bồi dưỡng .* năm 2017/ });
  await expect(classes).toHaveCount(11);
  await look(page);
  await page.getByRole('link', { name: /huyện Hồ Sen năm 2017/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('huyện Hồ Sen năm 2017');
  await expect(page.getByText('11 – 12/07/2017')).toBeVisible();
  await expect(page.getByText('Đã nghỉ').first()).toBeVisible();
  await look(page);
});

test('a class of a closed course is entered from a pasted list', async ({ page }) => {
  const unit = await found('Phường Lớp');
  const first = await employed(unit, 'Lan');
  const second = await employed(unit, 'Mai');
  const course = await publishCourse({ name: 'Khóa đã đóng' });
  const author = await Person.signIn('giangvien');
  await author.call(endpoints.closeCourse, {
    params: { courseId: course.courseId },
    body: { closed: true },
  });
  await author.leave();
  const title = `Lớp ghi lại ${mark()}`;
  const day = shownDay(dayFromNow(0));

  await enter(page, 'daotao');
  await page.goto('/quan-ly/lop-hoc');
  await page.getByRole('link', { name: 'Ghi nhận lớp học' }).click();
  await page.getByRole('textbox', { name: /^Tên lớp/ }).fill(title);
  await page
    .getByRole('combobox', { name: /^Khóa bồi dưỡng/ })
    .selectOption(`${course.code} · ${course.title} (đã đóng)`);
  await page.getByLabel('Ngày khai giảng').first().fill(day);
  await page.getByLabel('Ngày bế giảng').first().fill(day);
  await chooseUnit(page, page, /^Mở cho đơn vị/, unit.name);
  await page.getByRole('textbox', { name: /^Đơn vị tổ chức/ }).fill('Sở Nội vụ');
  await page
    .getByRole('textbox', { name: /^Danh sách dán vào/ })
    .fill(`${first.staffCode}\t${first.fullName}\t8,5\n${second.staffCode}\nKHONG-CO`);
  await page.getByRole('button', { name: 'Kiểm tra danh sách' }).click();
  await expect(page.getByText('2 người ghi nhận được, 1 dòng cần sửa.')).toBeVisible();
  await look(page);
  await page.getByRole('button', { name: 'Ghi nhận 2 người' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.getByRole('link', { name: first.fullName })).toBeVisible();
  await expect(page.getByText('8,5', { exact: true })).toBeVisible();
  await look(page);
});
