/** The pictures of the training office's guide, of an academy in which an assignment runs: docs/guide/images/<name>.png */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endpoints, type OutputOf } from '@tap-huan/contract';
import { expect, type Page, test } from '@playwright/test';
import { baseUrl, Person } from './support/person';
import { enter, FOLDER, onPhone, picture } from './support/picture';
import { dayFromNow, shownDay } from './support/scene';
import { workbook } from './support/sheet';
import { chooseUnit } from './support/units';

const ASSIGNMENT = 'Xử lý tình huống tại bộ phận Một cửa năm 2026';
const REASON = 'Kế hoạch bồi dưỡng năm 2026 của tỉnh';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

test.use({ baseURL: async ({}, use) => use(baseUrl()) });
test.beforeEach(async ({ page }) => enter(page, 'daotao'));

type Audience = OutputOf<typeof endpoints.listAudiences>['items'][number];

/** What the assignment of the pictures is made of. */
async function pieces(hr: Person): Promise<{ audience: Audience; courseId: string; code: string }> {
  const { items: audiences } = await hr.call(endpoints.listAudiences, { query: {} });
  const audience = audiences.toSorted((a, b) => b.members - a.members)[0];
  const { items: courses } = await hr.call(endpoints.listCatalogue, { query: {} });
  const course = courses.find(({ code }) => code === 'TH1');
  if (!audience || !course) throw new Error('The demo academy has no audience or no course.');
  return { audience, courseId: course.id, code: course.code };
}

/** The assignment of the pictures; made once, with one officer excused and two with more time. */
async function assigned(): Promise<string> {
  const hr = await Person.signIn('daotao');
  const { items } = await hr.call(endpoints.listAssignments, { query: { search: ASSIGNMENT } });
  if (items[0]) return items[0].id;
  const { audience, courseId } = await pieces(hr);
  const { id: assignmentId } = await hr.call(endpoints.createAssignment, {
    body: {
      title: ASSIGNMENT,
      unitId: audience.unitId,
      audienceId: audience.id,
      target: { kind: 'course', id: courseId },
      due: { kind: 'fixed', day: dayFromNow(21) },
      recurrence: null,
      graceDays: 0,
      lateDays: 30,
      reason: REASON,
      legalBasis: 'Nghị định 171/2025/NĐ-CP, Điều 16 khoản 2',
      startsOn: dayFromNow(0),
      endsOn: null,
    },
  });
  const params = { assignmentId };
  await hr.call(endpoints.changeAssignmentState, { params, body: { to: 'active' } });
  const { items: cases } = await hr.call(endpoints.listCases, {
    params,
    query: { state: 'due', pageSize: 10 },
  });
  const [first = '', ...others] = cases.map(({ officerId }) => officerId);
  await hr.call(endpoints.extendCases, {
    params,
    body: {
      officerIds: others.slice(0, 2),
      all: null,
      toDay: dayFromNow(50),
      reason: 'Tăng cường trực quầy tháng cao điểm',
    },
  });
  await hr.call(endpoints.exemptOfficers, {
    params,
    body: {
      officerIds: [first],
      all: null,
      everywhere: false,
      reason: 'Đã có chứng chỉ tương đương',
      legalBasis: 'Nghị định 171/2025/NĐ-CP, Điều 41 khoản 4',
      validFrom: dayFromNow(0),
      validTo: null,
    },
  });
  await hr.leave();
  return assignmentId;
}

test('units and a reorganisation', async ({ page }) => {
  await page.goto('/quan-ly/don-vi?ngay=2017-12-31');
  await picture(page, 'don-vi');
  const hr = await Person.signIn('daotao');
  const { items } = await hr.call(endpoints.listUnits, {});
  await hr.leave();
  const [first, second] = items.filter(({ kind, validTo }) => kind === 'commune' && !validTo);
  const gone = items.find(({ kind, validTo }) => kind === 'commune' && validTo);
  const province = items.find(({ kind }) => kind === 'province');
  if (!first || !second || !gone || !province) throw new Error('The province has no communes.');
  await page.goto(`/quan-ly/don-vi/${gone.id}`);
  await picture(page, 'lich-su-don-vi');

  await page.goto('/quan-ly/don-vi/sap-xep/moi');
  await page.getByRole('textbox', { name: /^Tên phương án/ }).fill('Nhập hai phường năm 2027');
  await page
    .getByLabel('Ngày hiệu lực')
    .first()
    .fill(shownDay(dayFromNow(40)));
  await page
    .getByRole('textbox', { name: /^Căn cứ pháp lý/ })
    .fill('Nghị quyết minh họa số 02/NQ-HĐND');
  await page.getByRole('button', { name: 'Thêm việc' }).click();
  const dialog = page.getByRole('dialog', { name: 'Thêm việc vào phương án' });
  await dialog.getByRole('combobox', { name: /^Hình thức/ }).selectOption('Nhập');
  for (const { name } of [first, second])
    await chooseUnit(page, dialog, /^Các đơn vị được nhập/, name);
  await dialog.getByRole('textbox', { name: /^Tên đơn vị/ }).fill('Phường mẫu mới');
  await dialog.getByRole('textbox', { name: /^Mã/ }).fill('BA-37');
  await dialog.getByRole('combobox', { name: /^Loại/ }).selectOption('Xã, phường, đặc khu');
  await chooseUnit(page, dialog, /^Trực thuộc/, province.name);
  await dialog.getByRole('button', { name: 'Thêm vào phương án' }).click();
  await page.getByRole('button', { name: 'Xem trước', exact: true }).click();
  const result = page.getByRole('heading', { name: 'Kết quả xem trước' });
  await expect(page.getByText('Phương án thực hiện được.')).toBeVisible();
  await page.setViewportSize({ width: 1366, height: 1000 });
  await result.evaluate((element) => {
    window.scrollTo({ top: element.getBoundingClientRect().top + scrollY - 320 });
  });
  await picture(page, 'sap-xep-xem-truoc');
});

test('officers and a staff list', async ({ page }) => {
  const hr = await Person.signIn('daotao');
  const { items } = await hr.call(endpoints.listOfficers, { query: { pageSize: 3 } });
  await hr.leave();
  await page.goto(`/quan-ly/can-bo/${items[0]?.id}`);
  await picture(page, 'can-bo');

  await page.goto('/quan-ly/can-bo/nhap-danh-sach');
  const [unit] = items.map(({ unitName }) => unitName);
  const head = ['Mã CB', 'Họ và tên', 'Ngày sinh', 'Nơi làm việc', 'Vị trí việc làm'];
  const rows = [
    ...items.map((one) => [one.staffCode, one.fullName, '', '', 'Chuyên viên chính']),
    ['CB901', 'Trần Thị Mẫu', '17/05/1990', unit ?? '', 'Công chức một cửa'],
    ['CB902', 'Lê Văn Mẫu', '31/02/1990', unit ?? '', 'Công chức một cửa'],
    ['CB903', 'Phạm Thị Mẫu', '1991', 'Xã không có thật', 'Văn thư'],
  ];
  await page.locator('input[type=file]').setInputFiles({
    name: 'danh sách cán bộ tháng 11.xlsx',
    mimeType: XLSX,
    buffer: workbook([head, ...rows]),
  });
  await expect(page.getByRole('heading', { name: '1. Cột nào là gì?' })).toBeVisible();
  await picture(page, 'nhap-danh-sach', 1000);
  await page.getByRole('combobox', { name: 'Nơi làm việc' }).selectOption('Đơn vị');
  await page.getByRole('button', { name: 'Kiểm tra thử' }).click();
  await expect(page.getByText('Chưa có gì được thay đổi.')).toBeVisible();
  await picture(page, 'kiem-tra-danh-sach', 1000);
});

test('audiences and programmes', async ({ page }) => {
  const hr = await Person.signIn('daotao');
  const { audience } = await pieces(hr);
  const { items } = await hr.call(endpoints.listProgrammes, { query: {} });
  await hr.leave();
  await page.goto(`/quan-ly/nhom/${audience.id}`);
  await expect(page.getByText(/^\d+ cán bộ, \d+ đơn vị$/)).toBeVisible();
  await picture(page, 'nhom-doi-tuong', 900);
  await page.goto(`/quan-ly/chuong-trinh/${items[0]?.id}`);
  await picture(page, 'chuong-trinh', 1000);
});

// Before the assignment of the pictures, which nobody has completed yet.
test('coverage', async ({ page }) => {
  await page.goto('/quan-ly/do-phu');
  await expect(page.getByText(/xã, phường đã phủ/).first()).toBeVisible();
  await picture(page, 'do-phu', 1200);
  await page.getByRole('button', { name: 'Hình' }).click();
  await expect(page.getByRole('list', { name: /^Hình độ phủ/ })).toBeVisible();
  await page.getByRole('list', { name: /^Hình độ phủ/ }).evaluate((element) => {
    window.scrollTo({ top: element.getBoundingClientRect().top + scrollY - 160 });
  });
  await picture(page, 'do-phu-hinh');
});

test('an assignment, why somebody is in it, and the exceptions', async ({ page }) => {
  const hr = await Person.signIn('daotao');
  const { audience, code } = await pieces(hr);
  await hr.leave();
  await page.goto('/quan-ly/giao-boi-duong/moi');
  await page.getByRole('textbox', { name: /^Tên đợt giao/ }).fill(ASSIGNMENT);
  const target = page.getByRole('combobox', { name: /^Khóa hoặc chương trình/ });
  const label = await target
    .getByRole('option', { name: new RegExp(`^${code} ·`) })
    .first()
    .innerText();
  await target.selectOption({ label });
  await page
    .getByRole('combobox', { name: /^Nhóm đối tượng/ })
    .selectOption({ label: `${audience.name} (${audience.members})` });
  await page
    .getByLabel('Ngày hết hạn')
    .first()
    .fill(shownDay(dayFromNow(21)));
  await page.getByRole('textbox', { name: /^Lý do/ }).fill(REASON);
  await expect(page.getByText('Sẽ được ghi danh mới')).toBeVisible();
  await page.evaluate(() => scrollTo({ top: 0 }));
  await picture(page, 'giao-boi-duong', 1000);

  await page.goto(`/quan-ly/giao-boi-duong/${await assigned()}`);
  await expect(page.getByRole('group', { name: /theo tình trạng/ })).toBeVisible();
  await picture(page, 'dot-giao', 900);
  await page.getByRole('button', { name: 'Trong hạn' }).click();
  await page
    .getByRole('button', { name: /^Vì sao .+ được giao/ })
    .nth(1)
    .click();
  await expect(page.getByText('Được giao vì')).toBeVisible();
  await picture(page, 'vi-sao');
  await page.goto('/quan-ly/giao-boi-duong/ngoai-le');
  await picture(page, 'mien-gia-han');
});

test('hours', async ({ page }) => {
  await page.goto('/quan-ly/gio-boi-duong');
  await picture(page, 'gio-boi-duong');
});

test('reports and lists', async ({ page }) => {
  await page.goto('/quan-ly/bao-cao/nam');
  await picture(page, 'bao-cao-nam');
  await firstPage(page, 'van-ban-bao-cao');
  await page.goto('/quan-ly/bao-cao/danh-sach');
  await page.getByRole('button', { name: 'Xem danh sách' }).click();
  await expect(page.getByText(/\d[\d.]* dòng/).first()).toBeVisible();
  await picture(page, 'danh-sach-tu-chon', 1100);
  await page.goto(`/quan-ly/bao-cao/danh-sach/${await scheduledList()}/gui-dinh-ky`);
  await expect(page.getByText('Lần gửi tới')).toBeVisible();
  await picture(page, 'gui-dinh-ky', 1000);
});

/** A list that goes out every Monday to everybody who may get it; one and the same however often it is asked for. */
async function scheduledList(): Promise<string> {
  const desk = await Person.signIn('daotao');
  const name = 'Cán bộ chưa đủ 40 tiết trong năm';
  const { items } = await desk.call(endpoints.listSavedLists, {});
  const there = items.find((list) => list.own && list.name === name);
  if (there) return there.id;
  const { items: units } = await desk.call(endpoints.listUnits, {});
  const body = {
    ...{ name, shared: false, unitId: units.find(({ parentId }) => parentId === null)?.id ?? '' },
    definition: {
      ...{ subject: 'officers' as const, unitId: null, sort: [] },
      columns: ['fullName', 'unitName', 'hoursThisYear'],
      filters: [{ column: 'hoursThisYear', test: 'to' as const, values: ['39,9'] }],
    },
  };
  const { id: listId } = await desk.call(endpoints.createSavedList, { body });
  const params = { listId };
  const found = await desk.call(endpoints.findListRecipients, { params, query: {} });
  const recipientIds = found.items.map(({ accountId }) => accountId);
  await desk.call(endpoints.setListSchedule, {
    params,
    body: { every: 'week', weekday: 1, monthDay: 1, hour: 7, recipientIds },
  });
  return listId;
}

test('notices and privacy', async ({ page, browser }) => {
  await page.goto('/quan-ly/thong-bao/mau');
  await picture(page, 'mau-thong-bao', 900);
  const own = await Person.signIn('hocvien');
  const { items } = await own.call(endpoints.listMyCorrections, {});
  if (items.length === 0)
    await own.call(endpoints.askCorrection, {
      body: {
        field: 'position',
        present: '',
        wanted: 'Chuyên viên tiếp nhận và trả kết quả',
        ground: 'Quyết định minh họa số 15/QĐ',
      },
    });
  await own.leave();
  await page.goto('/quan-ly/bao-cao/dinh-chinh');
  await expect(page.getByText(/^Đề nghị: /)).toBeVisible();
  await picture(page, 'dinh-chinh');
  await page.getByRole('link', { name: 'Hồ sơ học tập' }).first().click();
  await expect(page.getByText('Lượt xem này được ghi lại và cán bộ xem được.')).toBeVisible();
  const phone = await onPhone(browser);
  await enter(phone, 'hocvien');
  await phone.goto('/hoc/ho-so/du-lieu');
  await picture(phone, 'du-lieu-ca-nhan');
  await phone.context().close();
});

/** The first page of the report as it is printed, drawn by Poppler's pdftoppm. */
async function firstPage(page: Page, name: string): Promise<void> {
  const href = await page.getByRole('link', { name: 'Tải PDF' }).getAttribute('href');
  const reply = await page.context().request.get(href ?? '');
  const folder = mkdtempSync(join(tmpdir(), 'tap-huan-guide-'));
  try {
    writeFileSync(join(folder, 'a.pdf'), await reply.body());
    const options = ['-png', '-r', '80', '-f', '1', '-l', '1', '-singlefile'];
    execFileSync('pdftoppm', [...options, join(folder, 'a.pdf'), join(FOLDER, `${name}.new`)]);
    renameSync(join(FOLDER, `${name}.new.png`), join(FOLDER, `${name}.png`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
