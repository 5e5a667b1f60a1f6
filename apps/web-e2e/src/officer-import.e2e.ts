/** Staff lists from Excel: read, tried, mended, applied, repeated; a full list shows who leaves before anybody does. */
import { endpoints } from '@tap-huan/contract';
import type { Page } from '@playwright/test';
import { download, enter, expect, look, signInByForm, test } from './support/journey';
import { appoint, found } from './support/office';
import { Person } from './support/person';
import { mark } from './support/scene';
import { cellsOf, workbook } from './support/sheet';
import { chooseUnit } from './support/units';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** A heading that nobody else has: it has to be said what it is, and it is remembered. */
const POST = 'Việc được phân công';
const HEAD = ['Mã CB', 'Họ và tên', 'Ngày sinh', 'Đơn vị', POST];

async function upload(page: Page, name: string, rows: readonly (readonly string[])[]) {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: XLSX, buffer: workbook(rows) });
  await page.waitForURL(/nhap-danh-sach\/[0-9a-f-]{36}/);
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

const filter = (page: Page, words: string) =>
  page.getByRole('group', { name: 'Kết quả kiểm tra' }).getByRole('button', { name: words });

test('the office of the province imports new officers, mends a wrong line, and updates them', async ({
  page,
}) => {
  const unit = await found('Phường Nhập');
  const [an, binh, cuc, dung] = ['A', 'B', 'C', 'D'].map((letter) => `N${letter}${mark()}`) as [
    string,
    string,
    string,
    string,
  ];
  await enter(page, 'daotao');

  await test.step('the template names the columns and the units', async () => {
    await page.goto('/quan-ly/can-bo');
    await page.getByRole('link', { name: 'Nhập danh sách' }).click();
    await expect(page.getByRole('heading', { name: 'Nhập danh sách cán bộ' })).toBeVisible();
    await chooseUnit(page, page, 'Danh sách của đơn vị', unit.name);
    await look(page);
    const { name, bytes } = await download(page, () =>
      page.getByRole('link', { name: 'Tải mẫu trống' }).click(),
    );
    expect(name).toMatch(/\.xlsx$/);
    const [head] = await cellsOf(bytes);
    expect(head).toEqual(expect.arrayContaining(['Mã cán bộ', 'Họ và tên', 'Ngày sinh']));
    expect((await cellsOf(bytes, 'Đơn vị')).flat()).toContain(unit.code);
  });

  await test.step('the columns are said, the dry run finds what is wrong and changes nothing', async () => {
    await upload(page, `cán bộ ${unit.code}.xlsx`, [
      HEAD,
      [an, `Nguyễn Văn ${an}`, '17/05/1990', '', 'Công chức một cửa'],
      [binh, `Đỗ Thị ${binh}`, '1988', unit.code, 'Văn thư'],
      [cuc, `Lê Thị ${cuc}`, '31/02/1990', '', 'Văn thư'],
      [dung, `Phạm Văn ${dung}`, '1991', 'Xã không đâu có', 'Văn thư'],
    ]);
    await expect(page.getByRole('combobox', { name: 'Mã CB' })).toHaveValue(/./);
    await page.getByRole('combobox', { name: POST }).selectOption('Vị trí việc làm');
    await look(page);
    await page.getByRole('button', { name: 'Kiểm tra thử' }).click();
    await expect(page.getByText('Chưa có gì được thay đổi.')).toBeVisible();
    await expect(filter(page, '2 Thêm mới')).toBeVisible();
    await filter(page, '2 Dòng sai').click();
    const wrong = page.getByRole('row').filter({ hasText: cuc });
    await expect(wrong).toContainText('Cột C, Ngày sinh: "31/02/1990" không phải là ngày');
    await expect(wrong.getByRole('cell', { name: '4', exact: true })).toBeVisible();
    await expect(page.getByRole('row').filter({ hasText: dung })).toContainText(
      'Cột D, Đơn vị: không có đơn vị "Xã không đâu có" trong phạm vi quản lý',
    );
    await expect(page.getByText(an)).toHaveCount(0);
    await look(page);
    const { bytes } = await download(page, () =>
      page.getByRole('link', { name: 'Tải các dòng sai (.xlsx)' }).click(),
    );
    const cells = await cellsOf(bytes);
    expect(cells.flat()).toEqual(expect.arrayContaining([cuc, dung]));
    expect(cells.flat()).not.toContain(an);
    expect(cells.flat().join(' ')).toContain('không phải là ngày');
    expect(await present(unit.id)).toEqual([]);
  });

  await test.step('the good lines are applied, and the new officers are found', async () => {
    const apply = page.getByRole('button', { name: 'Áp dụng 2 thay đổi' });
    await expect(apply).toBeDisabled();
    await page.getByRole('checkbox', { name: /^Bỏ qua 2 dòng sai/ }).check();
    await apply.click();
    await expect(page.getByRole('heading', { name: 'Đã áp dụng danh sách' })).toBeVisible();
    await look(page);
    await page.getByRole('link', { name: 'Xem danh sách cán bộ' }).click();
    await expect(page.getByRole('row').filter({ hasText: an })).toContainText('Công chức một cửa');
    await expect(page.getByRole('row').filter({ hasText: binh })).toContainText('Văn thư');
    await expect(page.getByText(cuc)).toHaveCount(0);
  });

  await test.step('a second list updates by staff code, and remembers the columns', async () => {
    await page.goto('/quan-ly/can-bo/nhap-danh-sach');
    await chooseUnit(page, page, 'Danh sách của đơn vị', unit.name);
    await upload(page, `cán bộ ${unit.code} lần 2.xlsx`, [
      HEAD,
      [an, `Nguyễn Văn ${an}`, '17/05/1990', '', 'Chuyên viên'],
      [binh, `Đỗ Thị ${binh}`, '1988', '', 'Văn thư'],
      [cuc, `Lê Thị ${cuc}`, '28/02/1990', '', 'Văn thư'],
    ]);
    await expect(page.getByRole('combobox', { name: POST }).locator('option:checked')).toHaveText(
      'Vị trí việc làm',
    );
    await page.getByRole('button', { name: 'Kiểm tra thử' }).click();
    await expect(filter(page, '1 Thêm mới')).toBeVisible();
    await expect(filter(page, '1 Giữ nguyên')).toBeVisible();
    await filter(page, '1 Thay đổi').click();
    await expect(page.getByRole('row').filter({ hasText: an })).toContainText(
      'Vị trí việc làm: Công chức một cửa thành Chuyên viên',
    );
    await page.getByRole('button', { name: 'Áp dụng 2 thay đổi' }).click();
    await expect(page.getByRole('heading', { name: 'Đã áp dụng danh sách' })).toBeVisible();
    expect(await present(unit.id)).toEqual([an, binh, cuc].toSorted());
    await page.goto(`/quan-ly/can-bo?unitId=${unit.id}`);
    await expect(page.getByRole('row').filter({ hasText: an })).toContainText('Chuyên viên');
  });
});

test('the office of a commune synchronises its own list, and sees who leaves before it applies', async ({
  page,
}) => {
  const unit = await found('Phường Đồng Bộ');
  const centre = await found('Trung tâm Đồng Bộ', 'commune_service_centre', unit);
  const other = await found('Phường Khác');
  const office = await appoint(unit);
  const [stays, leaves, comes] = [1, 2, 3].map((at) => `S${at}${mark()}`) as [
    string,
    string,
    string,
  ];
  const line = (code: string, where = '') => [code, `Vũ Thị ${code}`, '1985', where, 'Văn thư'];
  const head = ['Mã cán bộ', 'Họ và tên', 'Ngày sinh', 'Đơn vị', 'Vị trí việc làm'];
  await enter(page, office.username, office.password);

  await test.step('another commune is no place for its list', async () => {
    await page.goto('/quan-ly/can-bo/nhap-danh-sach');
    await upload(page, 'nhầm.xlsx', [head, line(`X${mark()}`, other.code)]);
    await page.getByRole('button', { name: 'Kiểm tra thử' }).click();
    await expect(
      page.getByText(`không có đơn vị "${other.code}" trong phạm vi quản lý`),
    ).toBeVisible();
    await expect(
      page.getByRole('button', { name: 'Không có thay đổi nào để áp dụng' }),
    ).toBeDisabled();
    await page.getByRole('button', { name: 'Hủy danh sách' }).click();
    const sure = page.getByRole('dialog', { name: 'Hủy danh sách này?' });
    await sure.getByRole('button', { name: 'Hủy danh sách' }).click();
    await expect(page.getByRole('row').filter({ hasText: 'nhầm.xlsx' })).toContainText('Đã hủy');
  });

  await test.step('two officers are there', async () => {
    await upload(page, 'đầu.xlsx', [head, line(stays, centre.code), line(leaves)]);
    await page.getByRole('button', { name: 'Kiểm tra thử' }).click();
    await page.getByRole('button', { name: 'Áp dụng 2 thay đổi' }).click();
    await expect(page.getByRole('heading', { name: 'Đã áp dụng danh sách' })).toBeVisible();
  });

  await test.step('the full list of a later day takes one in and one out', async () => {
    await page.getByRole('link', { name: 'Nhập tệp khác' }).click();
    await upload(page, 'đủ.xlsx', [head, line(stays, centre.code), line(comes)]);
    await page.getByRole('radio', { name: /^Đồng bộ/ }).check();
    await look(page);
    await page.getByRole('button', { name: 'Kiểm tra thử' }).click();
    await filter(page, '1 Thôi công tác').click();
    await expect(page.getByRole('row').filter({ hasText: leaves })).toContainText(
      'không có trong tệp',
    );
    await expect(page.getByText(/1 trong 2 cán bộ của đơn vị sẽ thôi công tác/)).toBeVisible();
    await look(page);
    expect(await present(unit.id), 'the preview takes nobody out').toContain(leaves);
    const apply = page.getByRole('button', { name: 'Áp dụng 2 thay đổi' });
    await expect(apply).toBeDisabled();
    await page.getByRole('checkbox', { name: /xác nhận 1 cán bộ thôi công tác/ }).check();
    await apply.click();
    await expect(page.getByRole('heading', { name: 'Đã áp dụng danh sách' })).toBeVisible();
    expect(await present(unit.id)).toEqual([stays, comes].toSorted());
    await page.goto('/quan-ly/can-bo?tinhTrang=da-thoi');
    await expect(page.getByRole('row').filter({ hasText: leaves })).toContainText('Thôi từ ');
  });
});

test('accounts of those who join are opened and their codes printed; those of leavers are locked', async ({
  page,
  device,
  watch,
}) => {
  const unit = await found('Phường Tài Khoản');
  const office = await appoint(unit);
  const [stays, leaves] = [1, 2].map((at) => `T${at}${mark()}`) as [string, string];
  const head = ['Mã cán bộ', 'Họ và tên', 'Ngày sinh', 'Vị trí việc làm'];
  const line = (code: string) => [code, `Vũ Thị ${code}`, '1985', 'Văn thư'];
  await enter(page, office.username, office.password);
  await page.goto('/quan-ly/can-bo/nhap-danh-sach');
  await upload(page, 'mới.xlsx', [head, line(stays), line(leaves)]);
  await page.getByRole('button', { name: 'Kiểm tra thử' }).click();
  await page.getByRole('checkbox', { name: /^Mở tài khoản cho 2 cán bộ/ }).check();
  await look(page);
  await page.getByRole('button', { name: 'Áp dụng 2 thay đổi' }).click();

  const code = await test.step('the codes are seen once', async () => {
    await page.getByRole('button', { name: 'Lập danh sách mã kích hoạt (2)' }).click();
    const row = page.getByRole('row').filter({ hasText: leaves });
    await expect(row.getByRole('cell', { name: leaves.toLowerCase(), exact: true })).toBeVisible();
    await look(page);
    const drawn = await row.getByRole('cell').nth(5).innerText();
    await page.getByRole('button', { name: 'Đã in hoặc chép, đóng danh sách' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Đóng danh sách' }).click();
    await expect(page.getByText(drawn)).toHaveCount(0);
    await expect(page.getByRole('button', { name: /^Cấp lại mã cho 2 người/ })).toBeVisible();
    return drawn;
  });

  const owner = await device();
  await owner.goto('/dang-nhap');
  await signInByForm(owner, leaves.toLowerCase(), code);
  await expect(owner.getByRole('heading', { level: 1, name: 'Đổi mật khẩu' })).toBeVisible();

  await test.step('who leaves is locked out', async () => {
    await page.getByRole('link', { name: 'Nhập tệp khác' }).click();
    await upload(page, 'còn lại.xlsx', [head, line(stays)]);
    await page.getByRole('radio', { name: /^Đồng bộ/ }).check();
    await page.getByRole('button', { name: 'Kiểm tra thử' }).click();
    await page.getByRole('checkbox', { name: /^Khóa tài khoản của 1 người/ }).check();
    await page.getByRole('checkbox', { name: /xác nhận 1 cán bộ thôi công tác/ }).check();
    await page.getByRole('button', { name: 'Áp dụng 1 thay đổi' }).click();
    await expect(page.getByText('Đã khóa 1 tài khoản')).toBeVisible();
    watch.expects(/401|403/);
    await owner.goto('/dang-nhap');
    await signInByForm(owner, leaves.toLowerCase(), code);
    await expect(owner.getByRole('alert')).toContainText('Tài khoản đã bị khóa');
  });
});

/** Staff codes of those who are there, sorted. */
async function present(unitId: string): Promise<string[]> {
  const hr = await Person.signIn('daotao');
  const { items } = await hr.call(endpoints.listOfficers, { query: { unitId, pageSize: 50 } });
  await hr.leave();
  return items.map(({ staffCode }) => staffCode).toSorted();
}
