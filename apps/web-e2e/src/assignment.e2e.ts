/** An audience, an assignment for it, why each is in it, and who is excused: as HR decides and as the officer reads it. */
import type { Page } from '@playwright/test';
import { download, enter, expect, look, test } from './support/journey';
import { employed, found } from './support/office';
import { dayFromNow, hire, mark, publishCourse, shownDay } from './support/scene';
import { cellsOf } from './support/sheet';
import { chooseUnit } from './support/units';

const BASIS = 'Nghị định 171/2025/NĐ-CP, Điều 16 khoản 2';

async function searchCase(page: Page, words: string) {
  await page.getByRole('searchbox', { name: 'Tìm theo tên hoặc mã cán bộ' }).fill(words);
}

test('assigns a course to an audience, explains it, extends and excuses in bulk', async ({
  page,
  device,
}, { project }) => {
  const unit = await found('Phường Giao');
  const learner = await hire(`Học ${project.name} ${mark()}`, unit);
  const second = await employed(unit, 'Hai');
  const excused = await employed(unit, 'Miễn');
  const other = await employed(unit, 'Khác', { jobPosition: 'Văn thư' });
  const course = await publishCourse({ name: 'Khóa được giao' });
  const audience = `Một cửa ${mark()}`;
  const title = `Đợt giao ${mark()}`;
  await enter(page, 'daotao');

  await test.step('the audience counts while its conditions are chosen', async () => {
    await page.goto('/quan-ly/nhom');
    await page.getByRole('link', { name: 'Thêm nhóm' }).first().click();
    await page.getByRole('textbox', { name: /^Tên nhóm/ }).fill(audience);
    await chooseUnit(page, page, /^Phạm vi của nhóm/, unit.name);
    await expect(page.getByText('4 cán bộ, 1 đơn vị')).toBeVisible();
    await page.getByRole('combobox', { name: 'Vị trí việc làm' }).fill('Công chức một cửa');
    await page.getByRole('button', { name: 'Thêm: Vị trí việc làm' }).click();
    await expect(page.getByText('3 cán bộ, 1 đơn vị')).toBeVisible();
    await look(page);
    await page.getByRole('button', { name: 'Lưu nhóm' }).click();
    await expect(page.getByText(`Đã lưu nhóm ${audience}.`)).toBeVisible();
  });

  await test.step('the assignment tells what it would do, and does it', async () => {
    await page.goto('/quan-ly/giao-boi-duong/moi');
    await page.getByRole('textbox', { name: /^Tên đợt giao/ }).fill(title);
    await page
      .getByRole('combobox', { name: /^Khóa hoặc chương trình/ })
      .selectOption(`${course.code} · ${course.title}`);
    await page.getByRole('combobox', { name: /^Nhóm đối tượng/ }).selectOption(`${audience} (3)`);
    await page
      .getByLabel('Ngày hết hạn')
      .first()
      .fill(shownDay(dayFromNow(20)));
    await page.getByRole('textbox', { name: /^Lý do/ }).fill('Kế hoạch bồi dưỡng năm');
    await page.getByRole('textbox', { name: /^Căn cứ pháp lý/ }).fill(BASIS);
    const effect = page.locator('th-assignment-effect');
    await expect(effect.locator('dl > div').filter({ hasText: 'ghi danh mới' })).toContainText('3');
    await look(page);
    await page.getByRole('button', { name: 'Lưu và giao ngay' }).click();
    await expect(page.getByText('Đã giao. Ghi danh mới 3 cán bộ.')).toBeVisible();
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(page.getByRole('group', { name: /theo tình trạng/ })).toContainText('3');
    await look(page);
  });

  await test.step('it says why, also of one who comes later', async () => {
    await page.getByRole('button', { name: `Vì sao ${second.fullName} được giao?` }).click();
    const why = page.getByRole('dialog', { name: 'Vì sao được giao' });
    await expect(why).toContainText(
      `Thuộc nhóm “${audience}” từ ngày ${shownDay(dayFromNow(0))}: Công chức một cửa, ${unit.name}.`,
    );
    await expect(why).toContainText(`Hạn chung của đợt giao: ${shownDay(dayFromNow(20))}`);
    await expect(why).toContainText(BASIS);
    await look(page);
    await why.getByRole('button', { name: 'Đóng' }).last().click();
    const late = await employed(unit, 'Muộn');
    await page.getByRole('button', { name: 'Đối chiếu lại' }).click();
    await expect(page.getByText(/^Đã đối chiếu 4 cán bộ/)).toBeVisible();
    await expect(
      page.getByRole('button', { name: `Vì sao ${late.fullName} được giao?` }),
    ).toBeVisible();
  });

  await test.step('it says why somebody is not in it, and who has what it asks', async () => {
    await page.getByRole('button', { name: 'Vì sao được giao?', exact: true }).click();
    const why = page.getByRole('dialog', { name: 'Vì sao được giao hoặc không được giao?' });
    await why.getByRole('searchbox').fill(other.staffCode);
    await why.getByRole('button', { name: other.fullName }).click();
    await expect(why).toContainText(`Không được giao vì không thuộc nhóm “${audience}”`);
    const fails = why.getByRole('listitem').filter({ hasText: 'Không đạt' });
    await expect(fails).toHaveCount(1);
    await expect(fails).toContainText('Vị trí việc làm: Công chức một cửa');
    await expect(fails).toContainText('Cán bộ: Văn thư');
    await look(page);
    await why.getByRole('button', { name: 'Chọn cán bộ khác' }).click();
    await why.getByRole('searchbox').fill(second.staffCode);
    await look(page);
    await why.getByRole('button', { name: second.fullName }).click();
    await expect(why).toContainText(`Hạn chung của đợt giao: ${shownDay(dayFromNow(20))}`);
    await why.getByRole('button', { name: 'Đóng' }).last().click();
  });

  await test.step('two get more time, one is excused, each with a reason', async () => {
    for (const name of [learner.fullName, second.fullName])
      await page.getByRole('checkbox', { name: `Chọn dòng ${name}` }).check();
    await page.getByRole('button', { name: 'Gia hạn', exact: true }).click();
    const extend = page.getByRole('dialog', { name: 'Gia hạn' });
    await expect(extend).toContainText('Gia hạn cho 2 cán bộ đã chọn.');
    await extend
      .getByLabel('Hạn mới')
      .first()
      .fill(shownDay(dayFromNow(45)));
    await extend.getByRole('button', { name: 'Gia hạn' }).click();
    await expect(extend.getByText('Cần điền nội dung này')).toBeVisible();
    await extend.getByRole('textbox', { name: /^Lý do/ }).fill('Tập trung cho đợt tiếp dân');
    await look(page);
    await extend.getByRole('button', { name: 'Gia hạn' }).click();
    await expect(page.getByText(/Đã gia hạn cho 2 cán bộ/)).toBeVisible();

    await searchCase(page, excused.staffCode);
    await page.getByRole('button', { name: `Miễn: ${excused.fullName}` }).click();
    const exempt = page.getByRole('dialog', { name: 'Miễn', exact: true });
    await exempt.getByRole('textbox', { name: /^Lý do/ }).fill('Đã có chứng chỉ tương đương');
    await exempt.getByRole('textbox', { name: /^Căn cứ pháp lý/ }).fill('Điều 41 khoản 4');
    await look(page);
    await exempt.getByRole('button', { name: 'Miễn' }).click();
    await expect(page.getByText(/Đã miễn cho 1 cán bộ/)).toBeVisible();
    await expect(page.getByText('Được miễn').last()).toBeVisible();
  });

  await test.step('the exceptions are told with their reasons, and as a file', async () => {
    await page.goto('/quan-ly/giao-boi-duong');
    await page.getByRole('link', { name: 'Miễn và gia hạn' }).click();
    await searchCase(page, excused.staffCode);
    // The academy has exceptions of its own: the search is over once they are gone.
    await expect(page.locator('tbody tr')).toHaveCount(1);
    await expect(page.locator('table[aria-busy=true]')).toHaveCount(0);
    const row = page.getByRole('row').filter({ hasText: excused.fullName });
    await expect(row).toContainText('Đã có chứng chỉ tương đương');
    await expect(row).toContainText('Điều 41 khoản 4');
    await expect(row).toContainText('Nguyễn Thị Minh Tâm');
    await look(page);
    const { bytes } = await download(page, () =>
      page.getByRole('link', { name: 'Tải Excel' }).click(),
    );
    const words = (await cellsOf(bytes)).flat().join(' ');
    expect(words).toContain(excused.fullName);
    expect(words).not.toContain(second.fullName);
    await searchCase(page, learner.staffCode);
    await expect(page.getByRole('row').filter({ hasText: learner.fullName })).toContainText(
      'Tập trung cho đợt tiếp dân',
    );
  });

  await test.step('the officer sees the course and the later day', async () => {
    const own = await device();
    await enter(own, learner.username, learner.password);
    await own.goto('/hoc');
    await expect(own.getByText(course.title).first()).toBeVisible();
    await expect(own.getByText(shownDay(dayFromNow(45))).first()).toBeVisible();
    await expect(own.getByText('Được giao vì: Kế hoạch bồi dưỡng năm').first()).toBeVisible();
    await expect(own.getByText(BASIS).first()).toBeVisible();
    await look(own);
  });
});
