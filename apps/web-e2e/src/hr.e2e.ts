/** The training office: sees its own officers only, enrols them, follows them, and takes their certificates. */
import { endpoints } from '@tap-huan/contract';
import { download, enter, expect, look, test } from './support/journey';
import { begin } from './support/paper';
import { Person } from './support/person';
import { pupil } from './support/pupil';
import { ONE_EASY } from './support/questions';
import {
  complete,
  dayFromNow,
  employ,
  enrol,
  hire,
  mark,
  openUnit,
  publishCourse,
  shownDay,
  unitNamed,
} from './support/scene';
import { chooseUnit } from './support/units';
import { zipEntries } from './support/zip';

test('the office of a commune sees that commune and nothing else', async ({ page }, {
  project,
}) => {
  const outsider = await hire(`Ngoài ${project.name} ${mark()}`);
  const insider = await hire(
    `Trong ${project.name} ${mark()}`,
    await unitNamed(({ code }) => code === 'BA-01-TT'),
  );
  const foreign = await unitNamed(({ code }) => code === 'BA-03-TT');
  const office = await Person.signIn('daotao.phuong');
  const own = (await office.call(endpoints.listUnits, {})).items;
  const { total } = await office.call(endpoints.listOfficers, { query: { pageSize: 1 } });
  await office.leave();

  await enter(page, 'daotao.phuong');
  await page.goto('/quan-ly/can-bo');
  await expect(
    page
      .getByText(insider.staffCode)
      .or(page.getByText(`trong ${total}`))
      .first(),
  ).toBeVisible();
  await look(page);
  const search = page.getByRole('searchbox', { name: 'Tìm theo tên hoặc mã cán bộ' });
  await search.fill(insider.staffCode);
  await expect(page.getByText(insider.fullName, { exact: true })).toBeVisible();
  await search.fill(outsider.staffCode);
  await expect(page.getByText('Không tìm thấy kết quả phù hợp')).toBeVisible();
  await expect(page.getByText(outsider.fullName)).toHaveCount(0);
  await look(page);

  await page.goto('/quan-ly/can-bo');
  await page.getByRole('button', { name: 'Đơn vị', exact: true }).click();
  const tree = page.getByRole('tree', { name: 'Chọn đơn vị' });
  await expect(tree.getByRole('treeitem').first()).toContainText(own[0]?.name ?? '');
  await page.getByRole('combobox', { name: /Tìm đơn vị/ }).fill(foreign.name);
  await expect(page.getByText('Không có đơn vị nào khớp')).toBeVisible();
  await page.keyboard.press('Escape');

  // By hand in the address it is no better.
  await page.goto(`/quan-ly/can-bo?unitId=${foreign.id}`);
  await expect(page.getByText('Không tìm thấy kết quả phù hợp')).toBeVisible();
  await page.goto('/quan-ly/do-phu');
  await expect(
    page
      .getByRole('row')
      .filter({ hasText: own[0]?.name ?? '' })
      .first(),
  ).toBeVisible();
  await page.getByRole('searchbox', { name: /Tìm đơn vị/ }).fill(foreign.name);
  await expect(page.getByText('Không có đơn vị nào khớp')).toBeVisible();
});

test('enrols one, several and a whole unit, and always sees the count first', async ({ page }, {
  project,
}) => {
  const unit = await openUnit(project.name);
  const people = await employ(unit, 4);
  const course = await publishCourse({ name: 'Khóa ghi danh', questions: [ONE_EASY] });
  const hr = await Person.signIn('daotao');
  const enrolled = async () =>
    (await hr.call(endpoints.listEnrolments, { query: { courseId: course.courseId } })).total;
  const dialog = page.getByRole('dialog', { name: 'Ghi danh vào khóa bồi dưỡng' });
  const preview = dialog.getByRole('region', { name: 'Kết quả dự kiến' });

  await enter(page, 'daotao');
  await page.goto('/quan-ly/can-bo');
  await chooseUnit(page, page, /^Đơn vị$/, unit.name);
  await expect(page).toHaveURL(new RegExp(`unitId=${unit.id}`));
  await expect(page.getByRole('checkbox', { name: /^Chọn dòng/ })).toHaveCount(4);
  const choose = async (indexes: readonly number[]) => {
    for (const at of indexes)
      await page.getByRole('checkbox', { name: `Chọn dòng ${people[at]?.fullName}` }).check();
  };
  const courseField = dialog.getByLabel('Khóa bồi dưỡng');
  const option = `${course.code} · ${course.title}`;

  await test.step('one', async () => {
    await choose([0]);
    await look(page);
    await page.getByRole('button', { name: 'Ghi danh 1 cán bộ đã chọn' }).click();
    await expect(preview).toContainText('Chọn khóa và đối tượng');
    await courseField.selectOption(option);
    await dialog.getByLabel('Hạn hoàn thành').fill(shownDay(dayFromNow(6)));
    await dialog.getByLabel('Lý do hoặc căn cứ').fill('Kế hoạch kiểm thử');
    await expect(preview).toContainText('Sẽ ghi danh 1 cán bộ');
    expect(await enrolled(), 'nobody is enrolled by the count').toBe(0);
    await look(page);
    await dialog.getByRole('button', { name: 'Ghi danh 1 cán bộ' }).click();
    await expect(page.getByText(`Đã ghi danh 1 cán bộ vào khóa ${course.code}.`)).toBeVisible();
    await expect(dialog).toBeHidden();
    expect(await enrolled()).toBe(1);
  });

  await test.step('several', async () => {
    await choose([0, 1, 2]);
    await page.getByRole('button', { name: 'Ghi danh 3 cán bộ đã chọn' }).click();
    await courseField.selectOption(option);
    await expect(preview).toContainText('Sẽ ghi danh 2 cán bộ; 1 đã ghi danh');
    await dialog.getByRole('button', { name: 'Ghi danh 2 cán bộ' }).click();
    await expect(page.getByText(/Đã ghi danh 2 cán bộ/)).toBeVisible();
    expect(await enrolled()).toBe(3);
  });

  await test.step('the whole unit', async () => {
    await page.getByRole('button', { name: 'Ghi danh cả đơn vị' }).click();
    await expect(dialog.getByText(unit.name)).toBeVisible();
    await courseField.selectOption(option);
    await expect(preview).toContainText('Sẽ ghi danh 1 cán bộ; 3 đã ghi danh');
    await look(page);
    await dialog.getByRole('button', { name: 'Ghi danh 1 cán bộ' }).click();
    await expect(page.getByText(/Đã ghi danh 1 cán bộ/)).toBeVisible();
    expect(await enrolled()).toBe(4);
  });
  await hr.leave();
});

test('follows coverage and enrolments by unit, with filters that the address keeps', async ({
  page,
  phone,
}, { project }) => {
  const unit = await openUnit(project.name);
  const people = await employ(unit, 2);
  const graduate = await hire(`Xong ${project.name} ${mark()}`, unit);
  const course = await publishCourse({ name: 'Khóa theo dõi', questions: [ONE_EASY] });
  const hr = await Person.signIn('daotao');
  await hr.call(endpoints.enrol, {
    body: {
      courseId: course.courseId,
      officerIds: people.map(({ officerId }) => officerId),
      dueOn: dayFromNow(3),
    },
  });
  await hr.leave();
  await enrol(course, [graduate]);
  await complete(graduate, course);

  await enter(page, 'daotao');
  await test.step('overview', async () => {
    await page.goto('/quan-ly');
    await expect(page.getByRole('heading', { level: 1, name: 'Tổng quan' })).toBeVisible();
    await expect(page.getByText(/xã, phường đã hoàn thành/).first()).toBeVisible();
    await look(page);
  });

  await test.step('coverage', async () => {
    await page
      .getByRole('link', { name: 'Độ phủ', exact: true })
      .or(page.getByRole('button', { name: 'Thêm' }))
      .first()
      .click();
    if (phone) await page.getByRole('link', { name: 'Độ phủ', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Độ phủ' })).toBeVisible();
    await look(page);
    await page.getByRole('button', { name: /^Chọn nội dung/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Nội dung trong bảng' });
    await dialog.getByRole('searchbox').fill(course.code);
    await dialog.getByRole('checkbox', { name: course.title }).check();
    await look(page);
    await dialog.getByRole('button', { name: 'Xem bảng' }).click();
    await page.getByRole('searchbox', { name: /Tìm đơn vị/ }).fill(unit.name);
    const row = page.getByRole('row').filter({ hasText: unit.name });
    await expect(row).toContainText('Chưa phủ');
    await expect(row).toContainText('1/3');
    await look(page);
    await page.reload();
    await expect(row).toContainText('1/3');
    await page.getByRole('button', { name: 'Hình' }).click();
    await expect(page.getByRole('list', { name: /^Hình độ phủ/ })).toBeVisible();
    await look(page);
    await page.getByRole('button', { name: 'Bảng' }).click();
    await row.getByRole('link', { name: `${unit.name}, Tất cả nội dung: 1 trên 3 người` }).click();
    await expect(page).toHaveURL(new RegExp(`/quan-ly/do-phu/can-bo.*unitId=${unit.id}`));
    await page.getByRole('combobox', { name: 'Tình trạng' }).selectOption('Đã hoàn thành');
    await expect(page.getByText(graduate.fullName)).toBeVisible();
    await look(page);
  });

  await test.step('enrolments', async () => {
    await page.goto(`/quan-ly/ghi-danh?unitId=${unit.id}&courseId=${course.courseId}`);
    const names = page.getByText(/^(Trần Văn \w+|Nguyễn Thị Xong \w+ \w+)$/);
    await expect(names).toHaveCount(3);
    await look(page);
    await page.getByRole('combobox', { name: 'Trạng thái' }).selectOption('Hoàn thành');
    await expect(names).toHaveText([graduate.fullName]);
    await expect(page).toHaveURL(/state=completed/);
    await page.reload();
    await expect(names).toHaveText([graduate.fullName]);
    await page.getByRole('combobox', { name: 'Trạng thái' }).selectOption('Chưa học');
    await page
      .getByRole('combobox', { name: 'Hạn hoàn thành' })
      .selectOption('Đến hạn trong 7 ngày');
    await expect(names).toHaveCount(2);
    await page.getByRole('button', { name: 'Bỏ bộ lọc' }).click();
    await expect(page).not.toHaveURL(/state=/);
  });
});

test('takes certificates: one, all as ZIP, and the register', async ({ page }, { project }) => {
  const unit = await openUnit(project.name);
  const course = await publishCourse({ name: 'Khóa cấp giấy', questions: [ONE_EASY] });
  const graduates = [
    await hire(`Một ${project.name} ${mark()}`, unit),
    await hire(`Hai ${project.name} ${mark()}`, unit),
  ];
  await enrol(course, graduates);
  const numbers: string[] = [];
  for (const graduate of graduates) numbers.push((await complete(graduate, course)).registerNo);

  await enter(page, 'daotao');
  await page.goto('/quan-ly/chung-chi');
  await chooseUnit(page, page, /^Đơn vị$/, unit.name);
  const first = page.getByRole('link', {
    name: `Tải giấy chứng nhận ${numbers[0]} của ${graduates[0]?.fullName}`,
  });
  await expect(first).toBeVisible();
  await expect(page.getByRole('link', { name: /^Tải giấy chứng nhận/ })).toHaveCount(2);
  await look(page);

  await test.step('one', async () => {
    const { bytes } = await download(page, () => first.click());
    expect(bytes.subarray(0, 4).toString()).toBe('%PDF');
  });

  await test.step('the register', async () => {
    const { name, bytes } = await download(page, () =>
      page.getByRole('link', { name: /Tải sổ cấp giấy chứng nhận/ }).click(),
    );
    expect(name).toMatch(/\.xlsx$/);
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    expect(zipEntries(bytes)).toContain('xl/workbook.xml');
  });

  await test.step('all as ZIP, with progress', async () => {
    await page.getByRole('button', { name: 'Xuất ZIP theo đơn vị và kỳ' }).click();
    const dialog = page.getByRole('dialog', { name: 'Xuất ZIP giấy chứng nhận' });
    await expect(dialog.getByText(unit.name)).toBeVisible();
    await dialog.getByRole('button', { name: 'Năm nay' }).click();
    await expect(dialog.getByLabel('Cấp từ ngày')).toHaveValue(/^01\/01\//);
    await look(page);
    await dialog.getByRole('button', { name: 'Bắt đầu gom' }).click();
    await expect(dialog).toBeHidden();
    const recent = page.getByRole('region', { name: 'Tệp ZIP gần đây' });
    const mine = recent.getByRole('listitem').filter({ hasText: unit.name });
    await expect(mine).toContainText(/Đang chờ đến lượt|Đang gom \d\/2|Đã xong, 2 giấy/);
    await expect(mine).toContainText('Đã xong, 2 giấy', { timeout: 40_000 });
    await look(page);
    const { name, bytes } = await download(page, () =>
      mine.getByRole('link', { name: `Tải tệp ZIP của ${unit.name}` }).click(),
    );
    expect(name).toMatch(/\.zip$/);
    const papers = zipEntries(bytes).filter((entry) => entry.endsWith('.pdf'));
    expect(papers).toHaveLength(2);
    for (const number of numbers) {
      const ordinal = /\d+/.exec(number)?.[0].padStart(5, '0') ?? number;
      expect(
        papers.filter((entry) => entry.includes(ordinal)),
        `entry of ${number} among ${papers.join(', ')}`,
      ).toHaveLength(1);
    }
    expect(
      zipEntries(bytes).some((entry) => entry.endsWith('.xlsx')),
      'the register is inside',
    ).toBe(true);
  });
});

test('sets what an officer needs otherwise, and the officer reads it before the quiz', async ({
  page,
  device,
}, { project }) => {
  const { officer, quizPath } = await pupil(project.name, {
    name: 'Khóa hỗ trợ riêng',
    questions: [ONE_EASY],
  });
  await enter(page, 'daotao');
  await page.goto(`/quan-ly/can-bo?search=${officer.staffCode}`);
  await page
    .getByRole('searchbox', { name: 'Tìm theo tên hoặc mã cán bộ' })
    .fill(officer.staffCode);
  await page.getByRole('button', { name: `Hỗ trợ riêng cho ${officer.fullName}` }).click();
  const dialog = page.getByRole('dialog', { name: `Hỗ trợ riêng cho ${officer.fullName}` });
  await dialog.getByLabel('Thêm thời gian (%)').fill('50');
  await dialog.getByLabel('Thêm số lượt làm bài').fill('1');
  await dialog.getByRole('checkbox', { name: 'Mỗi trang một câu' }).check();
  await dialog.getByRole('textbox', { name: /Lý do/ }).fill('Thị lực kém, có giấy xác nhận');
  await look(page);
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.getByText(`Đã lưu hỗ trợ riêng cho ${officer.fullName}`)).toBeVisible();

  const learner = await device();
  await enter(learner, officer.username, officer.password);
  await learner.goto(quizPath);
  await expect(learner.getByText('Thể lệ đã điều chỉnh riêng')).toBeVisible();
  await expect(learner.getByText(/Thời gian làm bài 45 phút/)).toBeVisible();
  await expect(learner.getByText('Được làm 4 lượt, còn 4 lượt')).toBeVisible();
  await look(learner);
  await begin(learner, quizPath);
  await expect(learner.getByRole('timer', { name: 'Thời gian còn lại' })).toContainText(
    /Còn 4[45]:\d\d/,
  );
});
