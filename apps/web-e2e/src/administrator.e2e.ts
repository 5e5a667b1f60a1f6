/** The administrator: units, accounts with scoped roles, temporary passwords, disabling. */
import { endpoints } from '@tap-huan/contract';
import { enter, expect, look, signInByForm, test } from './support/journey';
import { OWN_PASSWORD, Person } from './support/person';
import { hire, mark, openUnit, unitNamed } from './support/scene';
import { chooseUnit } from './support/units';

test('opens a unit, renames it, and ends it', async ({ page }, { project }) => {
  const province = await unitNamed(({ kind }) => kind === 'province');
  const code = `E2E-${mark()}`;
  const name = `Xã Mới ${project.name} ${code}`;
  await enter(page, 'quantri');
  await page.goto('/quan-ly/don-vi');
  await expect(page.getByRole('heading', { level: 1, name: 'Đơn vị' })).toBeVisible();
  await look(page);

  await test.step('opens', async () => {
    await page.getByRole('button', { name: `Thêm trực thuộc: ${province.name}` }).click();
    const dialog = page.getByRole('dialog', { name: 'Thêm đơn vị trực thuộc' });
    await look(page);
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await expect(dialog.getByText('Cần điền nội dung này').first()).toBeVisible();
    await dialog.getByLabel('Tên đơn vị').fill(name);
    await dialog.getByLabel('Mã').fill(code);
    await dialog.getByLabel('Loại').selectOption('Xã, phường, đặc khu');
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await expect(page.getByText(`Đã thêm ${name}`)).toBeVisible();
  });

  const renamed = `${name} (mới)`;
  await test.step('renames', async () => {
    await page.getByRole('searchbox', { name: /Tìm đơn vị/ }).fill(code);
    await page.getByRole('button', { name: `Sửa, chuyển: ${name}` }).click();
    const dialog = page.getByRole('dialog', { name: 'Sửa đơn vị' });
    await expect(dialog.getByLabel('Tên đơn vị')).toHaveValue(name);
    await dialog.getByLabel('Tên đơn vị').fill(renamed);
    await expect(dialog.getByText('Giấy chứng nhận đã cấp vẫn giữ tên cũ.')).toBeVisible();
    await look(page);
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await expect(page.getByRole('row').filter({ hasText: renamed })).toBeVisible();
    expect((await unitNamed((unit) => unit.code === code)).name).toBe(renamed);
    // On a phone the news lies over the last rows until it is closed.
    await page.getByRole('button', { name: 'Đóng', exact: true }).click();
  });

  await test.step('ends', async () => {
    await page.getByRole('button', { name: `Kết thúc đơn vị: ${renamed}` }).click();
    const question = page.getByRole('dialog', { name: `Kết thúc ${renamed}?` });
    await expect(question).toContainText('Không có gì bị xóa.');
    await question.getByRole('button', { name: 'Kết thúc đơn vị' }).click();
    await expect(page.getByText(`Đã kết thúc ${renamed}`)).toBeVisible();
  });
});

test('a unit with officers cannot be ended', async ({ page, watch }, { project }) => {
  const unit = await openUnit(project.name);
  await hire(`Giữ ${mark()}`, unit);
  watch.expects(/409/);
  await enter(page, 'quantri');
  await page.goto('/quan-ly/don-vi');
  await page.getByRole('searchbox', { name: /Tìm đơn vị/ }).fill(unit.name);
  await page.getByRole('button', { name: `Kết thúc đơn vị: ${unit.name}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Kết thúc đơn vị' }).click();
  await expect(page.getByText(/Đơn vị còn cán bộ/)).toBeVisible();
});

test('makes an account with a role in one unit; its owner changes the password, and is shut out later', async ({
  page,
  device,
  watch,
}, { project }) => {
  const unit = await openUnit(project.name);
  const username = `e2e.${mark().toLowerCase()}`;
  const fullName = `Phạm Văn ${project.name} ${mark()}`;
  await enter(page, 'quantri');
  await page.goto('/quan-ly/tai-khoan');
  await look(page);

  const temporary = await test.step('makes it', async () => {
    await page.getByRole('button', { name: 'Thêm tài khoản' }).click();
    const dialog = page.getByRole('dialog', { name: 'Thêm tài khoản' });
    await dialog.getByLabel('Tên đăng nhập').fill(username);
    await dialog.getByLabel('Họ và tên').fill(fullName);
    await dialog.getByRole('button', { name: 'Thêm vai trò' }).click();
    await dialog.getByLabel('Vai trò 1', { exact: true }).selectOption('Đào tạo – Biên chế');
    await chooseUnit(page, dialog, 'Đơn vị 1', unit.name);
    await look(page);
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    const shown = page.getByRole('dialog', { name: 'Mật khẩu tạm' });
    const password = await shown.getByRole('status', { name: 'Mật khẩu tạm' }).innerText();
    expect(password.length).toBeGreaterThanOrEqual(8);
    await look(page);
    await shown.getByRole('button', { name: 'Đã ghi lại, đóng' }).click();
    await expect(shown).toBeHidden();
    return password;
  });

  const owner = await device();
  await test.step('its owner must change the password first', async () => {
    await owner.goto('/dang-nhap');
    await signInByForm(owner, username, temporary);
    await expect(owner.getByRole('heading', { level: 1, name: 'Đổi mật khẩu' })).toBeVisible();
    await owner.goto('/quan-ly/can-bo');
    await expect(owner.getByRole('heading', { level: 1, name: 'Đổi mật khẩu' })).toBeVisible();
    await look(owner);
    await owner.getByLabel('Mật khẩu hiện tại').fill(temporary);
    await owner.getByLabel('Mật khẩu mới', { exact: true }).fill(OWN_PASSWORD);
    await owner.getByLabel('Nhập lại mật khẩu mới').fill(OWN_PASSWORD);
    await owner.getByRole('button', { name: 'Đổi mật khẩu' }).click();
    await expect(owner.getByRole('heading', { level: 1, name: /Cán bộ|Tổng quan/ })).toBeVisible();
  });

  await test.step('the role reaches that unit only', async () => {
    await owner.goto('/quan-ly/can-bo');
    await owner.getByRole('button', { name: 'Đơn vị', exact: true }).click();
    await expect(owner.getByRole('treeitem').first()).toContainText(unit.name);
    await owner.keyboard.press('Escape');
    await owner.goto('/quan-ly/tai-khoan');
    await expect(
      owner.getByRole('heading', { name: 'Không có quyền xem trang này' }),
    ).toBeVisible();
    await look(owner);
  });

  await test.step('disabled, it is shut out', async () => {
    await page.getByRole('searchbox', { name: 'Tìm theo tên hoặc tên đăng nhập' }).fill(username);
    await expect(page.getByRole('button', { name: /^Sửa tài khoản/ })).toHaveCount(1);
    await expect(page.getByText(unit.name)).toBeVisible();
    await page.getByRole('button', { name: `Sửa tài khoản ${fullName}` }).click();
    const dialog = page.getByRole('dialog', { name: `Sửa tài khoản ${username}` });
    await dialog.getByRole('checkbox', { name: /^Khóa tài khoản/ }).check();
    await look(page);
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText('Đã khóa', { exact: true })).toBeVisible();

    watch.expects(/401|403/);
    await owner.goto('/quan-ly/can-bo');
    await expect(owner).toHaveURL(/\/dang-nhap/);
    await signInByForm(owner, username, OWN_PASSWORD);
    await expect(owner.getByRole('alert')).toContainText('Tài khoản đã bị khóa');
  });
});

test('keeps the calendar of public holidays', async ({ page }, { project }) => {
  // Wednesdays of a year that has no days yet; one for each size of screen.
  const [typed, shown] =
    project.name === 'phone' ? ['16/08/2028', '18/08/2028'] : ['23/08/2028', '25/08/2028'];
  const name = `Ngày thử ${mark()}`;
  await enter(page, 'quantri');
  await page.goto('/quan-ly/ngay-nghi');
  await expect(page.getByRole('heading', { level: 1, name: 'Ngày nghỉ lễ' })).toBeVisible();
  await expect(page.getByText('Nghỉ bù Giỗ Tổ Hùng Vương')).toBeVisible();
  await look(page);

  await page.getByRole('button', { name: 'Thêm ngày' }).click();
  const dialog = page.getByRole('dialog', { name: 'Thêm ngày vào lịch' });
  await dialog.getByRole('textbox', { name: 'Ngày' }).fill(typed);
  await dialog.getByLabel('Tên tiếng Việt').fill(name);
  await dialog.getByLabel('Tên tiếng Anh').fill('A day of trial');
  await look(page);
  await dialog.getByRole('button', { name: 'Thêm ngày' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(name)).toBeVisible();

  await test.step('a time limit passes over it', async () => {
    const [day = 0] = typed.split('/').map(Number);
    const since = page.getByRole('textbox', { name: 'Kể từ ngày' });
    await since.fill(`${String(day - 1).padStart(2, '0')}/08/2028`);
    await since.press('Tab');
    await expect(page.getByText(`Hạn: Thứ Sáu, ${shown}`)).toBeVisible();
  });

  await page.getByRole('button', { name: `Gỡ ngày ${typed}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Gỡ ngày này' }).click();
  await expect(page.getByText(name)).toHaveCount(0);
});

test('dead jobs have a page of their own', async ({ page }) => {
  const administrator = await Person.signIn('quantri');
  const { items } = await administrator.call(endpoints.listDeadJobs, {});
  await administrator.leave();
  await enter(page, 'quantri');
  await page.goto('/quan-ly/tac-vu');
  await expect(page.getByRole('heading', { level: 1, name: 'Tác vụ lỗi' })).toBeVisible();
  if (items.length === 0) await expect(page.getByText('Không có tác vụ lỗi')).toBeVisible();
  else
    await expect(page.getByRole('button', { name: /^Thử lại tác vụ/ })).toHaveCount(items.length);
  await look(page);
});
