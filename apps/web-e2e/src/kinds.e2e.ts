/** Every kind of question of the shipped course, answered once by finger on a phone and once by keys alone at a desk. */
import { endpoints } from '@tap-huan/contract';
import { enter, expect, look, test } from './support/journey';
import { pressKey } from './support/keys';
import { questionHeading, saved } from './support/paper';
import { Person } from './support/person';
import { enrol, hire, mark, type Officer } from './support/scene';
import { type KindOfAnswer, THIRTEEN } from './support/thirteen';

const QUESTIONS = { practice: 16, final: 4 };

let officer: Officer;
const attempts = { practice: '', final: '' };

/** An officer of this run has read the shipped course, and begun its practice and its final quiz. */
test.beforeAll(async ({}, { project }) => {
  officer = await hire(`Mười Ba ${project.name} ${mark()}`);
  const hr = await Person.signIn('daotao');
  const { items } = await hr.call(endpoints.listCatalogue, { query: {} });
  await hr.leave();
  await enrol({ courseId: items.find(({ code }) => code === 'TH1')?.id ?? '' }, [officer]);
  const own = await Person.signIn(officer.username, officer.password);
  const [course] = (await own.call(endpoints.listMyEnrolments, {})).items;
  const enrolmentId = course?.id ?? '';
  const { modules } = await own.call(endpoints.readMyCourse, { params: { enrolmentId } });
  const lessons = modules.flatMap((module) => module.lessons);
  for (const { id: lessonId } of lessons.filter(({ kind }) => kind === 'reading')) {
    const params = { enrolmentId, lessonId };
    await own.call(endpoints.recordProgress, { params, body: { position: 1, done: true } });
  }
  for (const [quiz, title] of [
    ['practice', /^Luyện tập/],
    ['final', /^Bài cuối khóa/],
  ] as const) {
    const lessonId = lessons.find((lesson) => title.test(lesson.title))?.id ?? '';
    const params = { enrolmentId, lessonId };
    attempts[quiz] = (await own.call(endpoints.startAttempt, { params, body: {} })).attemptId;
  }
  await own.leave();
});

for (const one of THIRTEEN) {
  test(`answers: ${one.kind}`, async ({ page, phone }) => {
    await enter(page, officer.username, officer.password);
    await page.goto(`/hoc/lam-bai/${attempts[one.quiz]}?cau=${one.slot}`);
    await expect(questionHeading(page, one.slot, QUESTIONS[one.quiz])).toBeVisible();
    await (phone ? one.byFinger(page) : one.byKeys(page));
    await expect(saved(page)).toBeVisible();
    await look(page);
    await (one.points === null ? isKept(page, one) : isRight(page, one, phone));
  });
}

/** Practice tells at once how the answer does. */
async function isRight(
  page: Parameters<typeof look>[0],
  { points }: KindOfAnswer,
  phone: boolean,
): Promise<void> {
  const practice = page.getByRole('group', { name: 'Luyện tập' });
  const check = practice.getByRole('button', { name: 'Kiểm tra', exact: true });
  await (phone ? check.tap() : pressKey(page, check));
  await expect(practice.getByRole('status')).toContainText('Đúng');
  await expect(practice.getByRole('status')).toContainText(`${points}/${points} điểm`);
}

/** Nothing is told at once, but all of it is there when the page is loaded anew. */
async function isKept(page: Parameters<typeof look>[0], { kept }: KindOfAnswer): Promise<void> {
  await page.reload();
  await kept?.(page);
}
