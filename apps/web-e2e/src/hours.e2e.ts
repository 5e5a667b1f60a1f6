/** The hours of a year: an officer hands in training from elsewhere, HR decides, and the figure of 40 moves or does not. */
import { enter, expect, look, test } from './support/journey';
import { appoint, found } from './support/office';
import { hire, mark, PAPER, dayFromNow, shownDay } from './support/scene';

test('external training counts once HR has approved it, and what is refused says why', async ({
  page,
  device,
}, { project }) => {
  const unit = await found('Phường Giờ');
  const officer = await hire(`Giờ ${project.name} ${mark()}`, unit);
  const office = await appoint(unit);
  const [good, bad] = [`Lớp kỹ năng số ${mark()}`, `Lớp không rõ ${mark()}`];
  const own = await device();
  await enter(own, officer.username, officer.password);

  await test.step('the officer hands in two, each with its proof', async () => {
    await own.goto('/hoc/gio-boi-duong');
    await expect(own.getByText('0 / 40 tiết').first()).toBeVisible();
    await look(own);
    for (const [title, hours] of [
      [good, '16'],
      [bad, '24'],
    ] as const) {
      await own.getByRole('button', { name: 'Đề nghị ghi nhận' }).click();
      const dialog = own.getByRole('dialog', { name: 'Đề nghị ghi nhận khóa bồi dưỡng' });
      await dialog.getByRole('textbox', { name: /^Tên khóa bồi dưỡng/ }).fill(title);
      await dialog.getByRole('textbox', { name: /^Đơn vị tổ chức/ }).fill('Học viện Thử');
      await dialog
        .getByLabel('Đến ngày')
        .first()
        .fill(shownDay(dayFromNow(-1)));
      await dialog.getByRole('textbox', { name: /^Số tiết/ }).fill(hours);
      await dialog.getByRole('button', { name: 'Gửi đề nghị' }).click();
      await expect(dialog.getByText('Cần ít nhất một minh chứng.')).toBeVisible();
      await dialog.locator('input[type=file]').setInputFiles(PAPER);
      await expect(dialog.getByRole('button', { name: /^Bỏ tệp/ })).toBeVisible();
      if (title === good) await look(own);
      await dialog.getByRole('button', { name: 'Gửi đề nghị' }).click();
      await expect(dialog).toBeHidden();
      await expect(own.getByRole('listitem').filter({ hasText: title })).toContainText('Chờ duyệt');
    }
    await expect(own.getByText('0 / 40 tiết').first()).toBeVisible();
    await expect(own.getByText('Đang chờ duyệt: 40 tiết (chưa tính).')).toBeVisible();
    await look(own);
  });

  await test.step('HR opens the proof, approves one and refuses the other with a reason', async () => {
    await enter(page, office.username, office.password);
    await page.goto('/quan-ly/gio-boi-duong');
    await page.getByRole('link', { name: 'Chờ duyệt' }).click();
    await expect(page.getByRole('button', { name: /^Duyệt:/ })).toHaveCount(2);
    await look(page);
    const proof = page.getByRole('link', { name: /^Minh chứng:/ }).first();
    const reply = await page.context().request.get((await proof.getAttribute('href')) ?? '');
    expect((await reply.body()).subarray(0, 4).toString()).toBe('%PDF');
    const about = (title: string) => `${title} của ${officer.fullName}`;
    await page.getByRole('button', { name: `Duyệt: ${about(good)}`, exact: true }).click();
    await expect(page.getByText('Đã duyệt 1 đề nghị.')).toBeVisible();
    await page.getByRole('button', { name: `Không duyệt: ${about(bad)}` }).click();
    const dialog = page.getByRole('dialog', { name: 'Không duyệt 1 đề nghị' });
    await dialog.getByRole('textbox', { name: /^Lý do/ }).fill('Chứng chỉ không ghi số tiết');
    await dialog.getByRole('button', { name: 'Không duyệt' }).click();
    await expect(page.getByText('Đã trả lại 1 đề nghị.')).toBeVisible();
    await expect(page.getByText('Không có đề nghị nào chờ duyệt')).toBeVisible();
    await page.goto('/quan-ly/gio-boi-duong');
    await expect(page.getByText(officer.fullName)).toBeVisible();
    await expect(page.getByText('1 người còn thiếu').first()).toBeVisible();
    await look(page);
  });

  await test.step('the figure moved by what was approved', async () => {
    await own.reload();
    await expect(own.getByText('16 / 40 tiết').first()).toBeVisible();
    await expect(own.getByText('Còn thiếu 24 tiết')).toBeVisible();
    await expect(own.getByRole('listitem').filter({ hasText: bad })).toContainText(
      'Lý do: Chứng chỉ không ghi số tiết',
    );
    await look(own);
  });
});
