/** The pictures that docs/guide shows, taken from the product itself: docs/guide/images/<name>.png */
import { endpoints } from '@tap-huan/contract';
import { expect, test } from '@playwright/test';
import { baseUrl, eventually, Person } from './support/person';
import { enter, onPhone, picture } from './support/picture';

/** The examination of the shipped course: attempts of every phase, a wrong key, appeals. */
const EXAM = 'Kiểm tra quy định và thời hạn';
const FINAL = 'Bài cuối khóa: xử lý một tình huống';

test.use({ baseURL: async ({}, use) => use(baseUrl()) });

async function quizNamed(title: string): Promise<string> {
  const instructor = await Person.signIn('giangvien');
  const { items } = await instructor.call(endpoints.listSupervisedQuizzes, {});
  await instructor.leave();
  const quiz = items.find(({ quizTitle }) => quizTitle === title);
  if (!quiz) throw new Error(`The demo academy has no quiz “${title}”.`);
  return quiz.quizId;
}

test('banks and quizzes', async ({ page }) => {
  const instructor = await Person.signIn('giangvien');
  const { items: banks } = await instructor.call(endpoints.listBanks, {});
  const bank = banks.toSorted((a, b) => b.questions - a.questions)[0];
  if (!bank) throw new Error('The demo academy has no bank.');
  const params = { bankId: bank.id };
  const { items } = await instructor.call(endpoints.listQuestions, { params, query: {} });
  const { items: courses } = await instructor.call(endpoints.listCourses, {});
  const course = courses.find(({ code }) => code === 'TH1');
  const courseId = course?.id ?? '';
  const { modules } = await instructor.call(endpoints.readCourse, { params: { courseId } });
  await instructor.leave();
  const exam = modules.flatMap(({ lessons }) => lessons).find(({ title }) => title === EXAM);

  await enter(page, 'giangvien');
  await page.goto(`/soan/ngan-hang/${bank.id}`);
  await picture(page, 'ngan-hang');
  const question = items.find(({ kind }) => kind === 'multiple') ?? items[0];
  await page.goto(`/soan/ngan-hang/${bank.id}/cau-hoi/${question?.id}`);
  await picture(page, 'soan-cau-hoi');
  await page.goto(`/soan/${courseId}/bai-kiem-tra/${exam?.quizId}`);
  await picture(page, 'lap-bai-kiem-tra');
});

test('an exam from the desk, and what happened in an attempt', async ({ page }) => {
  const examId = await quizNamed(EXAM);
  const finalId = await quizNamed(FINAL);
  await enter(page, 'giangvien');
  await page.goto(`/khao-thi/giam-sat/${finalId}`);
  await picture(page, 'giam-sat');
  await page.goto(`/khao-thi/giam-sat/${examId}`);
  const late = page.getByRole('row').filter({ hasText: 'đồng bộ muộn' }).first();
  await late.getByRole('link', { name: /^Diễn biến lượt làm của/ }).click();
  await page.setViewportSize({ width: 1366, height: 1200 });
  await picture(page, 'dien-bien');
});

test('marking, marking anew, analysis', async ({ page }) => {
  const examId = await quizNamed(EXAM);
  const finalId = await quizNamed(FINAL);
  await enter(page, 'giangvien');
  await page.goto(`/khao-thi/cham-diem/${finalId}`);
  await page.getByRole('link', { name: 'Chấm tiếp', exact: true }).first().click();
  await picture(page, 'cham-diem');
  await page.goto(`/khao-thi/cham-diem/${examId}/cham-lai`);
  const question = page.getByLabel('Câu hỏi', { exact: true });
  const label = await question
    .getByRole('option', { name: /thâm niên/ })
    .first()
    .innerText();
  await question.selectOption({ label });
  await page.getByRole('radio', { name: /Cho mọi người đủ điểm/ }).check();
  await expect(page.getByText(/^Trong .* lượt|trong \d+ lượt đổi điểm/).first()).toBeVisible();
  await page.setViewportSize({ width: 1366, height: 1100 });
  await picture(page, 'cham-lai');
  await eventually('the analysis', async () => {
    await page.goto(`/khao-thi/phan-tich/${examId}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    return page
      .getByText('Phổ điểm')
      .first()
      .waitFor({ timeout: 3_000 })
      .then(
        () => true,
        () => false,
      );
  });
  await picture(page, 'phan-tich');
});

test('an officer sits a quiz on a phone', async ({ browser }) => {
  const page = await onPhone(browser);
  await enter(page, 'hocvien');
  const own = await Person.signIn('hocvien');
  const { items } = await own.call(endpoints.listMyEnrolments, {});
  const enrolmentId = items.find(({ courseCode }) => courseCode === 'TH1')?.id ?? '';
  const { modules } = await own.call(endpoints.readMyCourse, { params: { enrolmentId } });
  await own.leave();
  const practice = modules.flatMap(({ lessons }) => lessons).find(({ kind }) => kind === 'quiz');
  await page.goto(`/hoc/khoa-hoc/${enrolmentId}/bai-kiem-tra/${practice?.id}`);
  await page.getByRole('button', { name: /^(Luyện tập|Làm bài|Làm tiếp)/ }).click();
  await page.waitForURL('**/hoc/lam-bai/**');
  await page.getByRole('radio').first().check();
  await expect(page.getByText(/^Đã lưu \d\d:\d\d/).first()).toBeVisible();
  await picture(page, 'lam-bai');
  await page.context().close();
});
