/** Every screen as a person sees it, in both sizes and both backgrounds: tmp/looks/<screen>-<size>-<background>.png */
import { join } from 'node:path';
import { endpoints } from '@tap-huan/contract';
import { expect, type Page, test } from '@playwright/test';
import { baseUrl, PASSWORD, Person } from './support/person';
import { begin, RIGHT, submit, toReview } from './support/paper';
import { enrol, hire, mark, ownCourse, publishCourse } from './support/scene';

const FOLDER = join(import.meta.dirname, '../../../tmp/looks');

test.use({ baseURL: async ({}, use) => use(baseUrl()) });

async function enter(page: Page, username: string, password = PASSWORD): Promise<void> {
  await page.context().clearCookies();
  const headers = { 'x-requested-with': 'tap-huan' };
  await page.context().request.post('/api/session', { headers, data: { username, password } });
}

/** Both what the window shows and, where there is more, the whole page. */
async function picture(page: Page, screen: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, includeHidden: true }).first()).toBeVisible();
  await expect(page.locator('th-skeleton')).toHaveCount(0);
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  const path = (part: string) => join(FOLDER, `${screen}${part}-${test.info().project.name}.png`);
  await page.screenshot({ path: path('') });
  const longer = await page.evaluate(
    () => document.documentElement.scrollHeight > innerHeight * 1.2,
  );
  if (longer) await page.screenshot({ path: path('-whole'), fullPage: true });
}

async function visit(page: Page, address: string, screen: string): Promise<void> {
  await page.goto(address);
  await picture(page, screen);
}

test('public', async ({ page }) => {
  await visit(page, '/dang-nhap', 'sign-in');
  const learner = await Person.signIn('hocvien');
  const { items } = await learner.call(endpoints.listMyCertificates, {});
  await learner.leave();
  await visit(page, '/xac-minh', 'verify-enter');
  await visit(page, new URL(items[0]?.verifyUrl ?? baseUrl()).pathname, 'verify-valid');
  await visit(page, '/xac-minh/7R1EG-3W07R-1EG3W-07R11', 'verify-invalid');
  await visit(page, '/khong-co-trang-nay', 'missing');
});

test('officer', async ({ page }) => {
  await enter(page, 'hocvien');
  await visit(page, '/hoc', 'officer-home');
  await visit(page, '/hoc/chung-chi', 'officer-certificates');
  const own = await Person.signIn('hocvien');
  const { items } = await own.call(endpoints.listMyEnrolments, {});
  const open = items.find(({ state }) => state === 'in_progress') ?? items[0];
  await own.leave();
  await visit(page, `/hoc/khoa-hoc/${open?.id}`, 'officer-course');
  await page
    .getByRole('link', { name: /Trung tâm cấp xã trong mô hình/ })
    .first()
    .click();
  await picture(page, 'officer-lesson');

  const course = await publishCourse({ name: 'Văn hóa công vụ tại quầy' });
  const officer = await hire(`Hoàng Khánh Phương Uyên ${mark()}`);
  await enrol(course, [officer]);
  await enter(page, officer.username, officer.password);
  const { quizPath } = await ownCourse(officer, course);
  await visit(page, quizPath, 'officer-quiz');
  await begin(page, quizPath);
  for (let number = 1; number <= 7; number += 1) {
    if (number !== 3) await RIGHT[number]?.(page);
    await picture(page, `officer-attempt-${number}`);
    if (number < 7) await page.getByRole('button', { name: 'Câu sau' }).click();
  }
  await toReview(page);
  await picture(page, 'officer-review');
  await page.getByRole('button', { name: 'Quay lại làm bài' }).click();
  await submit(page);
  await picture(page, 'officer-result');
});

test('instructor', async ({ page }) => {
  const course = await publishCourse({
    name: 'Kỹ năng giao tiếp tại Trung tâm Phục vụ hành chính công',
    draft: true,
  });
  const instructor = await Person.signIn('giangvien');
  const { bankId, modules } = await instructor.call(endpoints.readCourse, {
    params: { courseId: course.courseId },
  });
  const { items } = await instructor.call(endpoints.listQuestions, {
    params: { bankId },
    query: {},
  });
  await instructor.leave();
  const lessons = modules.flatMap((module) => module.lessons);
  const front = `/soan/${course.courseId}`;
  await enter(page, 'giangvien');
  await visit(page, '/soan', 'instructor-courses');
  await visit(page, front, 'instructor-outline');
  await visit(page, `${front}/thong-tin`, 'instructor-about');
  await visit(
    page,
    `${front}/bai/${lessons.find(({ kind }) => kind === 'reading')?.id}`,
    'instructor-lesson',
  );
  await visit(page, `${front}/ngan-hang`, 'instructor-bank');
  for (const question of items)
    await visit(page, `${front}/cau-hoi/${question.id}`, `instructor-question-${question.kind}`);
  await visit(
    page,
    `${front}/bai-kiem-tra/${lessons.find(({ quizId }) => quizId)?.quizId}`,
    'instructor-quiz',
  );
  await visit(page, `${front}/phat-hanh`, 'instructor-publish');
});

test('training office', async ({ page }) => {
  await enter(page, 'daotao');
  await visit(page, '/quan-ly', 'hr-overview');
  await visit(page, '/quan-ly/do-phu', 'hr-coverage');
  await visit(page, '/quan-ly/can-bo', 'hr-people');
  await page.getByRole('button', { name: 'Ghi danh cả đơn vị' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await picture(page, 'hr-enrol');
  await visit(page, '/quan-ly/ghi-danh', 'hr-enrolments');
  await visit(page, '/quan-ly/chung-chi', 'hr-certificates');
});

/** Every place of the training office that has an address of its own. */
const DESK = {
  'don-vi': 'units',
  'don-vi?ngay=2017-12-31': 'units-2017',
  'don-vi/sap-xep': 'reorganisations',
  'don-vi/sap-xep/moi': 'reorganisation',
  'can-bo/nhap-danh-sach': 'imports',
  nhom: 'audiences',
  'nhom/moi': 'audience',
  'chuong-trinh': 'programmes',
  'giao-boi-duong': 'assignments',
  'giao-boi-duong/moi': 'assignment-form',
  'giao-boi-duong/ngoai-le': 'exceptions',
  'do-phu?hinh=co': 'coverage-picture',
  'do-phu?asOf=2017-12-31': 'coverage-2017',
  'gio-boi-duong': 'hours',
  'gio-boi-duong/cho-duyet': 'hours-proposals',
  'gio-boi-duong/lanh-dao': 'hours-leaders',
  'gio-boi-duong/nhap-danh-sach': 'hours-import',
  'gio-boi-duong/quy-dinh': 'hours-rules',
  'bao-cao/nam': 'annual',
  'bao-cao/don-vi': 'unit-record',
  'bao-cao/khoa': 'subjects',
  'bao-cao/danh-sach': 'lists',
  'bao-cao/dinh-chinh': 'corrections',
  'thong-bao': 'notices',
  'thong-bao/mau': 'templates',
  'thong-bao/lich': 'schedule',
};

for (const office of ['daotao', 'daotao.phuong']) {
  test(`the desk of ${office}`, async ({ page }) => {
    test.slow();
    await enter(page, office);
    for (const [address, screen] of Object.entries(DESK))
      await visit(page, `/quan-ly/${address}`, `${office}-${screen}`);
    const hr = await Person.signIn(office);
    const { items: officers } = await hr.call(endpoints.listOfficers, { query: { pageSize: 1 } });
    const { items: units } = await hr.call(endpoints.listUnits, {});
    const { items: assignments } = await hr.call(endpoints.listAssignments, { query: {} });
    const { items: audiences } = await hr.call(endpoints.listAudiences, { query: {} });
    const { items: programmes } = await hr.call(endpoints.listProgrammes, { query: {} });
    await hr.leave();
    const found: Record<string, string | undefined> = {
      officer: officers[0] && `can-bo/${officers[0].id}`,
      transcript: officers[0] && `ho-so/${officers[0].id}`,
      'officer-hours': officers[0] && `gio-boi-duong/can-bo/${officers[0].id}`,
      'unit-history': units.at(-1) && `don-vi/${units.at(-1)?.id}`,
      assignment: assignments[0] && `giao-boi-duong/${assignments[0].id}`,
      'audience-kept': audiences[0] && `nhom/${audiences[0].id}`,
      programme: programmes[0] && `chuong-trinh/${programmes[0].id}`,
    };
    for (const [screen, address] of Object.entries(found))
      if (address) await visit(page, `/quan-ly/${address}`, `${office}-${screen}`);
  });
}

test('an officer about hours and record', async ({ page }) => {
  await enter(page, 'hocvien');
  await visit(page, '/hoc/gio-boi-duong', 'officer-hours');
  await visit(page, '/hoc/ho-so', 'officer-record');
  await visit(page, '/hoc/ho-so/du-lieu', 'officer-data');
});

test('administrator', async ({ page }) => {
  await enter(page, 'quantri');
  await visit(page, '/quan-ly/tai-khoan', 'admin-accounts');
  await page.getByRole('button', { name: 'Thêm tài khoản' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await picture(page, 'admin-account');
  await visit(page, '/quan-ly/don-vi', 'admin-units');
  await visit(page, '/quan-ly/tac-vu', 'admin-jobs');
  await visit(page, '/doi-mat-khau', 'password');
});
