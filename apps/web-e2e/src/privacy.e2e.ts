/** What is known of an officer: who looked at it, a copy to take away, and a mistake that is mended in time. */
import { unzipSync } from 'fflate';
import { download, enter, expect, look, test } from './support/journey';
import { appoint, found } from './support/office';
import { hire, mark } from './support/scene';

test('an officer sees who looked at the record, asks for a correction, and HR answers', async ({
  page,
  device,
}, { project }) => {
  const unit = await found('Phường Riêng Tư');
  const officer = await hire(`Riêng ${project.name} ${mark()}`, unit);
  const office = await appoint(unit);
  const name = `Trần Thị ${office.username.toUpperCase()}`;
  const own = await device();
  await enter(own, officer.username, officer.password);

  await test.step('nobody of the office has looked yet', async () => {
    await own.goto('/hoc/ho-so');
    await own.getByRole('link', { name: 'Dữ liệu cá nhân' }).click();
    await expect(own.getByRole('heading', { name: 'Ai đã xem và đã tải hồ sơ' })).toBeVisible();
    await expect(own.getByText(name)).toHaveCount(0);
    await look(own);
  });

  await test.step('HR opens the record and takes it as a file', async () => {
    await enter(page, office.username, office.password);
    await page.goto(`/quan-ly/can-bo?search=${officer.staffCode}`);
    await page.getByRole('link', { name: new RegExp(`^${officer.fullName}`) }).click();
    await page.getByRole('link', { name: 'Hồ sơ học tập' }).click();
    await expect(page.getByText('Lượt xem này được ghi lại và cán bộ xem được.')).toBeVisible();
    await look(page);
    const { bytes } = await download(page, () =>
      page.getByRole('link', { name: 'Tải PDF' }).click(),
    );
    expect(bytes.subarray(0, 4).toString()).toBe('%PDF');
  });

  await test.step('the officer reads both, and takes the own data', async () => {
    await own.reload();
    const looks = own.getByRole('listitem').filter({ hasText: name });
    await expect(looks.filter({ hasText: 'đã xem hồ sơ học tập' }).first()).toBeVisible();
    await expect(looks.filter({ hasText: 'đã tải về hồ sơ học tập' }).first()).toBeVisible();
    await look(own);
    const { bytes } = await download(own, () =>
      own.getByRole('link', { name: 'Tải dữ liệu của mình' }).click(),
    );
    const parts = unzipSync(bytes);
    const json = Object.keys(parts).find((path) => path.endsWith('.json')) ?? '';
    expect(Buffer.from(parts[json] ?? []).toString('utf8')).toContain(officer.staffCode);
    expect(Object.keys(parts).some((path) => path.endsWith('.xlsx'))).toBe(true);
  });

  await test.step('the officer asks for a correction', async () => {
    await own.getByRole('button', { name: 'Gửi đề nghị mới' }).click();
    const dialog = own.getByRole('dialog', { name: 'Đề nghị đính chính' });
    await dialog.getByRole('button', { name: 'Gửi đề nghị' }).click();
    await expect(dialog.getByText('Cần điền nội dung này').first()).toBeVisible();
    await dialog.getByRole('combobox', { name: /^Nội dung cần sửa/ }).selectOption('Ngày sinh');
    await dialog.getByRole('textbox', { name: /^Đang ghi là/ }).fill('17/05/1990');
    await dialog.getByRole('textbox', { name: /^Đề nghị sửa thành/ }).fill('17/05/1991');
    await dialog.getByRole('textbox', { name: /^Căn cứ/ }).fill('Giấy khai sinh');
    await look(own);
    await dialog.getByRole('button', { name: 'Gửi đề nghị' }).click();
    await expect(own.getByText(/Việc xác nhận chậm nhất ngày/)).toBeVisible();
  });

  await test.step('HR says that it has arrived, and answers', async () => {
    await page.goto('/quan-ly/bao-cao/dinh-chinh');
    await expect(page.getByText('Đề nghị: 17/05/1991')).toBeVisible();
    await look(page);
    await page
      .getByRole('button', { name: `Xác nhận đã nhận đề nghị của ${officer.fullName}` })
      .click();
    await expect(page.getByText('Đã báo cho cán bộ là đã nhận đề nghị.')).toBeVisible();
    await own.reload();
    await expect(own.getByText(new RegExp(`^.*${name} xác nhận đã nhận`))).toBeVisible();
    await page.getByRole('button', { name: `Trả lời đề nghị của ${officer.fullName}` }).click();
    const dialog = page.getByRole('dialog', { name: 'Trả lời đề nghị đính chính' });
    await dialog.getByRole('textbox', { name: /^Nội dung trả lời/ }).fill('Đã sửa theo khai sinh.');
    await dialog.getByRole('button', { name: 'Gửi trả lời' }).click();
    await expect(dialog.getByText('Chọn một kết quả.')).toBeVisible();
    await dialog.getByRole('radio', { name: /^Đã sửa dữ liệu/ }).check();
    await look(page);
    await dialog.getByRole('button', { name: 'Gửi trả lời' }).click();
    await expect(page.getByText('Đã trả lời đề nghị.')).toBeVisible();
    await own.reload();
    await expect(own.getByText('Đã sửa theo khai sinh.')).toBeVisible();
    await look(own);
  });
});

test('the office of another commune finds neither the officer nor the request', async ({
  page,
  watch,
}, { project }) => {
  watch.expects(/404/);
  const officer = await hire(`Khuất ${project.name} ${mark()}`, await found('Phường Kín'));
  await enter(page, 'daotao.phuong');
  await page.goto(`/quan-ly/ho-so/${officer.officerId}`);
  await expect(page.getByText(officer.fullName)).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Tải PDF' })).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 2 }).or(page.getByRole('alert'))).not.toHaveCount(
    0,
  );
});
