/** Units are merged: seen before it is done, withdrawn before its day, done at once, taken back; nothing is lost on the way. */
import { endpoints, type UnitRow } from '@tap-huan/contract';
import type { Page } from '@playwright/test';
import { enter, expect, look, test } from './support/journey';
import { appoint, employed, found } from './support/office';
import { Person } from './support/person';
import { dayFromNow, enrol, hire, mark, publishCourse, shownDay } from './support/scene';
import { chooseUnit } from './support/units';

interface Merger {
  title: string;
  day: string;
  from: readonly UnitRow[];
  into: { name: string; code: string; kind: string; below: UnitRow };
}

/** A merger as it is typed, up to its preview. */
async function plan(page: Page, { title, day, from, into }: Merger) {
  await page.goto('/quan-ly/don-vi');
  await page.getByRole('link', { name: 'Sắp xếp đơn vị' }).click();
  await page.getByRole('link', { name: 'Lập phương án' }).first().click();
  await page.getByRole('textbox', { name: /^Tên phương án/ }).fill(title);
  await page.getByLabel('Ngày hiệu lực').first().fill(shownDay(day));
  await page.getByRole('textbox', { name: /^Căn cứ pháp lý/ }).fill('Nghị quyết kiểm thử 01/NQ');
  await page.getByRole('button', { name: 'Thêm việc' }).click();
  const dialog = page.getByRole('dialog', { name: 'Thêm việc vào phương án' });
  await dialog.getByRole('combobox', { name: /^Hình thức/ }).selectOption('Nhập');
  for (const unit of from) await chooseUnit(page, dialog, /^Các đơn vị được nhập/, unit.name);
  await dialog.getByRole('radio', { name: 'Đơn vị mới' }).check();
  await dialog.getByRole('textbox', { name: /^Tên đơn vị/ }).fill(into.name);
  await dialog.getByRole('textbox', { name: /^Mã/ }).fill(into.code);
  await dialog.getByRole('combobox', { name: /^Loại/ }).selectOption(into.kind);
  await chooseUnit(page, dialog, /^Trực thuộc/, into.below.name);
  await look(page);
  await dialog.getByRole('button', { name: 'Thêm vào phương án' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Thực hiện', exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: 'Xem trước', exact: true }).click();
  await expect(page.getByText('Phương án thực hiện được. Chưa có gì thay đổi.')).toBeVisible();
}

const figure = (page: Page, name: string) =>
  page
    .locator('dl > div')
    .filter({ has: page.getByText(name, { exact: true }) })
    .locator('dd');

const openUnits = async () => {
  const hr = await Person.signIn('daotao');
  const { items } = await hr.call(endpoints.listUnits, {});
  await hr.leave();
  return items.filter(({ validTo }) => validTo === null).map(({ code }) => code);
};

test('two communes become one: previewed, put on a day, withdrawn before it', async ({ page }) => {
  const [first, second] = [await found('Xã Nhập Một'), await found('Xã Nhập Hai')];
  const office = await appoint(first);
  await employed(first, 'Một');
  const learner = await hire(`Hai ${mark()}`, second);
  const course = await publishCourse({ name: 'Khóa đang học' });
  await enrol(course, [learner]);
  const hr = await Person.signIn('daotao');
  const province = (await hr.call(endpoints.listUnits, {})).items.find(
    ({ kind }) => kind === 'province',
  );
  await hr.leave();
  if (!province) throw new Error('The demo academy has no province.');
  const title = `Nhập hai xã ${mark()}`;
  const day = dayFromNow(20);
  const code = `E2E-${mark()}`;
  const into = { name: `Xã Chung ${code}`, code, kind: 'Xã, phường, đặc khu', below: province };
  await enter(page, 'daotao');

  await test.step('the preview says what becomes of units, officers, scopes and enrolments', async () => {
    await plan(page, { title, day, from: [first, second], into });
    await expect(figure(page, 'Đơn vị mới')).toHaveText('1');
    await expect(figure(page, 'Đơn vị kết thúc')).toHaveText('2');
    await expect(figure(page, 'Cán bộ sang đơn vị khác')).toHaveText('2');
    await expect(figure(page, 'Ghi danh đang học, giữ nguyên')).toHaveText('1');
    await expect(figure(page, 'Quyền chuyển sang đơn vị kế thừa')).toHaveText('2');
    const ways = page.getByRole('table', { name: 'Cán bộ đi đâu' });
    await expect(ways.getByRole('row').filter({ hasText: second.name })).toContainText(into.name);
    const scopes = page.getByRole('table', { name: 'Quyền quản lý chuyển theo' });
    await expect(
      scopes.getByRole('row').filter({ hasText: office.username.toUpperCase() }),
    ).toContainText(into.name);
    await look(page);
    expect(await openUnits(), 'nothing has begun').not.toContain(code);
  });

  await test.step('it is put on its day', async () => {
    await page.getByRole('button', { name: 'Đặt lịch thực hiện' }).click();
    const sure = page.getByRole('dialog', { name: `Thực hiện “${title}”?` });
    await expect(sure).toContainText('2 đơn vị kết thúc, 1 đơn vị mới, 2 cán bộ');
    await sure.getByRole('button', { name: 'Đặt lịch thực hiện' }).click();
    await expect(page.getByText(`Đã đặt lịch “${title}” vào ngày ${shownDay(day)}`)).toBeVisible();
    const row = page.getByRole('row').filter({ hasText: title });
    if (!(await row.isVisible())) await page.goto('/quan-ly/don-vi/sap-xep');
    await expect(row).toContainText('Chờ đến ngày');
    await look(page);
  });

  await test.step('before the day it is withdrawn, and both communes are there', async () => {
    await page.getByRole('button', { name: `Hủy: ${title}` }).click();
    const sure = page.getByRole('dialog', { name: `Hủy phương án “${title}”?` });
    await sure.getByRole('button', { name: 'Hủy phương án' }).click();
    await expect(page.getByText(`Đã hủy “${title}”`)).toBeVisible();
    await expect(page.getByRole('row').filter({ hasText: title })).toContainText('Đã hủy');
    expect(await openUnits()).toEqual(expect.arrayContaining([first.code, second.code]));
  });
});

test('the office of a department merges two of its divisions, and takes it back the same day', async ({
  page,
}) => {
  const department = await found('Sở Thử', 'department');
  const [first, second] = [
    await found('Phòng Một', 'division', department),
    await found('Phòng Hai', 'division', department),
  ];
  const officer = await employed(second, 'Phòng');
  const office = await appoint(department);
  const title = `Nhập hai phòng ${mark()}`;
  const code = `E2E-${mark()}`;
  const into = { name: `Phòng Chung ${code}`, code, kind: 'Phòng', below: department };
  await enter(page, office.username, office.password);
  await plan(page, { title, day: dayFromNow(0), from: [first, second], into });

  await test.step('it is done at once, and the officer is found in the new division', async () => {
    await page.getByRole('button', { name: 'Thực hiện', exact: true }).click();
    const sure = page.getByRole('dialog', { name: `Thực hiện “${title}”?` });
    await expect(sure).toContainText('Không gửi thư báo.');
    await sure.getByRole('button', { name: 'Thực hiện' }).click();
    await expect(page.getByText(`Đã thực hiện “${title}”`)).toBeVisible();
    await page.goto(`/quan-ly/can-bo?search=${officer.staffCode}`);
    await expect(page.getByRole('row').filter({ hasText: officer.fullName })).toContainText(
      into.name,
    );
  });

  await test.step('the history of a division leads to the new one', async () => {
    await page.goto(`/quan-ly/don-vi/${first.id}`);
    await expect(page.getByText('Hiện nay thay bằng')).toBeVisible();
    await expect(page.getByText('Nghị quyết kiểm thử 01/NQ')).toBeVisible();
    await look(page);
    await page.getByRole('link', { name: into.name }).first().click();
    await expect(page.getByRole('heading', { level: 1, name: into.name })).toBeVisible();
    await expect(page.getByRole('link', { name: second.name })).toBeVisible();
  });

  await test.step('it is taken back', async () => {
    await page.goto('/quan-ly/don-vi/sap-xep');
    await expect(page.getByRole('row')).toHaveCount(2);
    await page.getByRole('button', { name: `Hoàn tác: ${title}` }).click();
    const sure = page.getByRole('dialog', { name: `Hoàn tác “${title}”?` });
    await sure.getByRole('button', { name: 'Hoàn tác' }).click();
    await expect(page.getByText(`Đã hoàn tác “${title}”`)).toBeVisible();
    expect(await openUnits()).not.toContain(code);
    await page.goto(`/quan-ly/can-bo?search=${officer.staffCode}`);
    await expect(page.getByRole('row').filter({ hasText: officer.fullName })).toContainText(
      second.name,
    );
  });
});

test('a plan that leaves people nowhere is refused by name', async ({ page }) => {
  const lost = await found('Xã Bỏ Lại');
  await employed(lost, 'Lạc');
  await enter(page, 'daotao');
  await page.goto('/quan-ly/don-vi/sap-xep/moi');
  await page.getByRole('textbox', { name: /^Tên phương án/ }).fill(`Giải thể ${mark()}`);
  await page
    .getByLabel('Ngày hiệu lực')
    .first()
    .fill(shownDay(dayFromNow(5)));
  await page.getByRole('textbox', { name: /^Căn cứ pháp lý/ }).fill('Nghị quyết kiểm thử');
  await page.getByRole('button', { name: 'Thêm việc' }).click();
  const dialog = page.getByRole('dialog', { name: 'Thêm việc vào phương án' });
  await dialog.getByRole('combobox', { name: /^Hình thức/ }).selectOption('Giải thể');
  await chooseUnit(page, dialog, /^Đơn vị/, lost.name);
  await dialog.getByRole('button', { name: 'Thêm vào phương án' }).click();
  await page.getByRole('button', { name: 'Xem trước', exact: true }).click();
  await expect(
    page.getByRole('listitem').filter({ hasText: `${lost.name}: Còn cán bộ` }),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Đặt lịch thực hiện' })).toHaveCount(0);
});
