/** The report of a year: its figures, its document as an office writes it, and the three files that leave. */
import { download, enter, expect, look, test } from './support/journey';
import { appoint, employed, found } from './support/office';
import { textOfPdf, textOfWord } from './support/papers';
import { complete, dayFromNow, enrol, hire, mark, publishCourse, shownDay } from './support/scene';
import { wordsOf } from './support/sheet';
import { ONE_EASY } from './support/questions';

test('the office of a commune checks its year and takes the report as Word, PDF and Excel', async ({
  page,
}, { project }) => {
  const unit = await found('Phường Báo Cáo');
  const centre = await found('Trung tâm Báo Cáo', 'commune_service_centre', unit);
  const graduate = await hire(`Xong ${project.name} ${mark()}`, centre);
  const idle = await employed(unit, 'Chưa');
  const course = await publishCourse({ name: 'Khóa báo cáo', questions: [ONE_EASY] });
  await enrol(course, [graduate]);
  await complete(graduate, course);
  const office = await appoint(unit);
  const year = dayFromNow(0).slice(0, 4);
  const fact = (name: string) =>
    page
      .locator('dl.facts > div')
      .filter({ has: page.getByText(name, { exact: true }) })
      .locator('dd');

  await enter(page, office.username, office.password);
  await test.step('the figures of the year', async () => {
    await page.goto('/quan-ly');
    await page.getByRole('link', { name: 'Báo cáo', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Báo cáo năm' })).toBeVisible();
    await page.getByRole('combobox', { name: 'Năm' }).selectOption(year);
    await expect(page.getByText(`Gửi trước ngày 31/01/${Number(year) + 1}.`)).toBeVisible();
    await expect(fact('Cán bộ')).toHaveText('2');
    await expect(fact('Được bồi dưỡng')).toContainText('1');
    await expect(fact('Được bồi dưỡng')).toContainText('50 %');
    await expect(fact('Lượt hoàn thành')).toHaveText('1');
    await expect(fact('Tổng số tiết')).toHaveText('8');
    await expect(fact('Đạt 40 tiết')).toHaveText('0');
    await expect(
      page
        .getByRole('table', { name: 'Theo đơn vị trực thuộc' })
        .getByRole('row')
        .filter({ hasText: centre.name }),
    ).toContainText('8');
    await expect(
      page
        .getByRole('table', { name: 'Theo khóa bồi dưỡng' })
        .getByRole('row')
        .filter({ hasText: course.title }),
    ).toBeVisible();
    await look(page);
  });

  await test.step('the document says who writes to whom, and what was difficult', async () => {
    const day = `${year}-12-20`;
    for (const [label, words] of [
      ['Cơ quan chủ quản', 'ỦY BAN NHÂN DÂN TỈNH THỬ'],
      ['Cơ quan ban hành', 'PHƯỜNG BÁO CÁO'],
      ['Số, ký hiệu', '12/BC-UBND'],
      ['Địa danh', 'Báo Cáo'],
      ['Kính gửi', 'Sở Nội vụ'],
      ['Khó khăn, vướng mắc', 'Cán bộ vừa trực quầy vừa học.'],
      ['Chức vụ người ký', 'CHỦ TỊCH'],
      ['Họ và tên người ký', 'Trần Văn Ký'],
    ] as const)
      await page.getByRole('textbox', { name: label }).fill(words);
    await page.getByLabel('Ngày ban hành').first().fill(shownDay(day));
    await page.getByLabel('Ngày ban hành').first().blur();
    await expect(page.getByText(/Có nội dung chưa lưu/)).toBeVisible();
    await page.getByRole('button', { name: 'Lưu nội dung văn bản' }).click();
    await expect(page.getByText('Đã lưu nội dung văn bản.')).toBeVisible();
    await expect(page.getByText(/Có nội dung chưa lưu/)).toHaveCount(0);
  });

  const said = [
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'ỦY BAN NHÂN DÂN TỈNH THỬ',
    'PHƯỜNG BÁO CÁO',
    '12/BC-UBND',
    `ngày 20 tháng 12 năm ${year}`,
    'Cán bộ vừa trực quầy vừa học.',
    'CHỦ TỊCH',
    'Trần Văn Ký',
    course.title,
  ];
  await test.step('Word', async () => {
    const { name, bytes } = await download(page, () =>
      page.getByRole('link', { name: 'Tải Word' }).click(),
    );
    expect(name).toMatch(/\.docx$/);
    const text = textOfWord(bytes);
    for (const words of said) expect(text).toContain(words);
    const tables = [...text.matchAll(/Bảng (\d+)\./g)].map(([, number]) => Number(number));
    expect(tables.length).toBeGreaterThan(3);
    expect(tables, 'tables are counted from one, without a gap').toEqual(
      tables.map((_, at) => at + 1),
    );
  });
  await test.step('PDF', async () => {
    const { name, bytes } = await download(page, () =>
      page.getByRole('link', { name: 'Tải PDF' }).click(),
    );
    expect(name).toMatch(/\.pdf$/);
    const text = textOfPdf(bytes);
    // Words of a cell that is broken over lines stand apart in the text of a page.
    for (const words of said.slice(0, -1)) expect(text).toContain(words);
    expect(text).toContain(course.code);
  });
  await test.step('Excel, with the list of those who were trained and nobody else', async () => {
    const { name, bytes } = await download(page, () =>
      page.getByRole('link', { name: 'Tải Excel' }).click(),
    );
    expect(name).toMatch(/\.xlsx$/);
    const everything = await wordsOf(bytes);
    expect(everything).toContain(graduate.fullName);
    expect(everything).toContain(course.title);
    expect(everything).not.toContain(idle.fullName);
  });
});
