/** Which communes are not at 100 %, down to the names, on any day, by the units of that day or by those of today. */
import { endpoints } from '@tap-huan/contract';
import { download, enter, expect, look, test } from './support/journey';
import { appoint, employed, found } from './support/office';
import { Person } from './support/person';
import { ONE_EASY } from './support/questions';
import { complete, dayFromNow, enrol, hire, mark, publishCourse } from './support/scene';
import { wordsOf } from './support/sheet';

test('one look answers which communes are not covered, and leads to the names', async ({ page }, {
  project,
}) => {
  const area = await found('Sở Phụ Trách', 'department');
  const [covered, behind, idle] = [
    await found('Xã Đã Phủ', 'commune', area),
    await found('Xã Còn Thiếu', 'commune', area),
    await found('Xã Chưa Giao', 'commune', area),
  ];
  const graduate = await hire(`Phủ ${project.name} ${mark()}`, covered);
  const waiting = [await employed(behind, 'Chờ'), await employed(behind, 'Đợi')];
  await employed(idle, 'Nghỉ');
  const course = await publishCourse({ name: 'Khóa độ phủ', questions: [ONE_EASY] });
  await enrol(course, [graduate]);
  await complete(graduate, course);
  const province = await Person.signIn('daotao');
  await province.call(endpoints.enrol, {
    body: {
      courseId: course.courseId,
      officerIds: waiting.map(({ officerId }) => officerId),
      dueOn: dayFromNow(9),
    },
  });
  await province.leave();
  const office = await appoint(area);
  await enter(page, office.username, office.password);

  await test.step('the answer in one sentence', async () => {
    await page.goto('/quan-ly/do-phu');
    await expect(page.getByText('1/2 xã, phường đã phủ.').first()).toBeVisible();
    await expect(page.getByText('1 xã, phường chưa được giao nội dung nào.')).toBeVisible();
    const open = page.getByRole('list', { name: /^Chưa phủ/ });
    await expect(open.getByRole('link')).toHaveCount(1);
    await expect(open).toContainText('còn 2 người');
    await look(page);
  });

  await test.step('the table says each unit, and folds', async () => {
    const row = (name: string) => page.getByRole('row').filter({ hasText: name });
    await expect(row(covered.name)).toContainText('Đã phủ');
    await expect(row(covered.name)).toContainText('1/1');
    await expect(row(behind.name)).toContainText('0/2');
    await expect(row(idle.name)).toContainText('Chưa giao');
    await expect(row(area.name)).toContainText('1/3');
    await page.getByRole('checkbox', { name: 'Chỉ đơn vị chưa phủ' }).check();
    await expect(row(covered.name)).toHaveCount(0);
    await expect(row(behind.name)).toBeVisible();
    await page.getByRole('checkbox', { name: 'Chỉ đơn vị chưa phủ' }).uncheck();
  });

  await test.step('another rule, another verdict', async () => {
    await page.getByText('Cách tính', { exact: true }).click();
    await page
      .getByRole('combobox', { name: 'Đơn vị được tính là đã phủ khi' })
      .selectOption({ label: 'Mọi cán bộ đã hoàn thành, kể cả người chưa được giao' });
    await expect(page.getByText('1/3 xã, phường đã phủ.').first()).toBeVisible();
    await look(page);
    await page.getByRole('button', { name: 'Về mặc định' }).click();
    await expect(page.getByText('1/2 xã, phường đã phủ.').first()).toBeVisible();
  });

  await test.step('the picture, the file and the names', async () => {
    await page.getByRole('button', { name: 'Hình' }).click();
    const picture = page.getByRole('list', { name: /^Hình độ phủ/ });
    await expect(picture.getByRole('listitem')).toHaveCount(2);
    await look(page);
    const { bytes } = await download(page, () =>
      page.getByRole('link', { name: 'Tải Excel' }).click(),
    );
    expect(await wordsOf(bytes)).toContain(behind.name);
    await page
      .getByRole('list', { name: /^Chưa phủ/ })
      .getByRole('link')
      .click();
    await expect(page.getByRole('heading', { name: 'Cán bộ theo độ phủ' })).toBeVisible();
    for (const { fullName } of waiting) await expect(page.getByText(fullName)).toBeVisible();
    await expect(page.getByText(graduate.fullName)).toHaveCount(0);
    await look(page);
  });
});

test('a day of the past is counted by its own units, or by those that took over', async ({
  page,
}) => {
  const past = '2017-12-31';
  const hr = await Person.signIn('daotao');
  const then = (await hr.call(endpoints.readUnitTree, { query: { on: past } })).items;
  const now = (await hr.call(endpoints.listUnits, {})).items.filter(
    ({ validTo }) => validTo === null,
  );
  await hr.leave();
  const district = then.find(({ kind }) => kind === 'district');
  const present = now.find(({ code }) => code === 'BA-01');
  if (!district || !present) throw new Error('The demo academy has lost its history.');

  await enter(page, 'daotao');
  await page.goto(`/quan-ly/do-phu?asOf=${past}`);
  const row = (name: string) => page.getByRole('row').filter({ hasText: name }).first();
  await expect(page.getByText(/^Tính đến hết ngày 31\/12\/2017/)).toBeVisible();
  await expect(row(district.name)).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: present.name })).toHaveCount(0);
  await look(page);
  await page.getByRole('combobox', { name: 'Xếp theo' }).selectOption('Đơn vị kế tục hiện nay');
  await expect(row(present.name)).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: district.name })).toHaveCount(0);
  await expect(page).toHaveURL(/by=now/);
  await page.reload();
  await expect(row(present.name)).toBeVisible();
});

test('what was completed later is not there on an earlier day', async ({ page }) => {
  const done = async (day: string): Promise<number> => {
    await page.goto(`/quan-ly/do-phu?asOf=${day}`);
    const cell = page.getByRole('link', { name: /^Tỉnh Bình An, Tất cả nội dung:/ });
    await expect(cell).toBeVisible();
    const words = (await cell.getAttribute('aria-label')) ?? '';
    return Number(/: ([\d.]+) trên/.exec(words)?.[1]?.replaceAll('.', ''));
  };
  await enter(page, 'daotao');
  const [early, late] = [await done('2026-08-31'), await done('2026-10-31')];
  expect(early).toBeGreaterThanOrEqual(0);
  expect(late).toBeGreaterThan(early);
});
