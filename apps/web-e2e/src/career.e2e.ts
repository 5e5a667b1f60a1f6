/** Positions of the past: written down by HR, refused where two share a day, removed where they never were. */
import { expect, enter, look, test } from './support/journey';
import { employed, found } from './support/office';
import { chooseUnit } from './support/units';

test('HR writes down an earlier position, and is told which one is in the way', async ({
  page,
  watch,
}) => {
  const unit = await found('Phường Quá Trình');
  const { officerId, fullName } = await employed(unit, 'Quá Trình');
  await enter(page, 'daotao');
  await page.goto(`/quan-ly/can-bo/${officerId}`);
  await expect(page.getByRole('heading', { level: 1, name: fullName })).toBeVisible();

  const fill = async (from: string, to: string, job: string, province: string) => {
    await page.getByRole('button', { name: 'Thêm vị trí trước đây' }).click();
    const dialog = page.getByRole('dialog', { name: `Thêm vị trí trước đây của ${fullName}` });
    await dialog.getByRole('textbox', { name: 'Từ ngày' }).fill(from);
    await dialog.getByRole('textbox', { name: 'Đến trước ngày' }).fill(to);
    await chooseUnit(page, dialog, 'Đơn vị', province);
    await dialog.getByLabel('Vị trí việc làm').fill(job);
    return dialog;
  };

  await test.step('writes it down', async () => {
    const dialog = await fill('01/03/2019', '01/07/2021', 'Văn thư', 'Tỉnh Bình An');
    await look(page);
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText('01/03/2019 đến hết 30/06/2021')).toBeVisible();
    await look(page);
  });

  await test.step('another one on the same days is refused, with the name of the first', async () => {
    watch.expects(/409/);
    const dialog = await fill('01/01/2021', '01/01/2022', 'Chuyên viên', 'Tỉnh Bình An');
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await expect(
      dialog.getByText(/trùng với vị trí Văn thư, .*01\/03\/2019 – 30\/06\/2021/),
    ).toBeVisible();
    await dialog.getByRole('textbox', { name: 'Từ ngày' }).fill('01/07/2021');
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText('01/07/2021 đến hết 31/12/2021')).toBeVisible();
  });

  await test.step('removes one that never was; the present one has no such button', async () => {
    await expect(page.getByRole('button', { name: 'Gỡ vị trí Công chức một cửa' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Gỡ vị trí Chuyên viên' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Gỡ vị trí' }).click();
    await expect(page.getByText('01/07/2021 đến hết 31/12/2021')).toHaveCount(0);
    await expect(page.getByText('01/03/2019 đến hết 30/06/2021')).toBeVisible();
  });
});
