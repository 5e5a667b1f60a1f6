/** An exam as it happens: more time for everybody, answers that arrive late, and a file when nothing else works. */
import { endpoints } from '@tap-huan/contract';
import { download, enter, expect, look, test } from './support/journey';
import { begin, questionHeading, RIGHT, saved } from './support/paper';
import { Person } from './support/person';
import { handIn, inMoments, pupil } from './support/pupil';
import { ONE_EASY, SEVEN } from './support/questions';
import { enrol, hire, mark } from './support/scene';

/** Whoever supervises sits at a desk. */
const DESK = {
  viewport: { width: 1366, height: 768 },
  isMobile: false,
  hasTouch: false,
  deviceScaleFactor: 1,
};

const yes = (page: Parameters<typeof look>[0]) =>
  page.getByRole('radio', { name: 'Đúng', exact: true });

test('more time reaches everybody who sits, without a reload, and nobody who has handed in', async ({
  page,
  device,
}, { project }) => {
  const { officer, course, quizPath } = await pupil(project.name, {
    name: 'Khóa gia hạn',
    questions: [ONE_EASY],
    settings: { timeLimitMinutes: 5 },
  });
  const earlier = await hire(`Đã nộp ${mark()}`);
  await enrol(course, [earlier]);
  await handIn({ officer: earlier, course }, [{ kind: 'true_false', choice: true }]);
  await enter(page, officer.username, officer.password);
  await begin(page, quizPath);
  const clock = page.getByRole('timer', { name: 'Thời gian còn lại' });
  await expect(clock).toContainText(/Còn 0[45]:\d\d/);

  const desk = await device(DESK);
  await enter(desk, 'giangvien');
  await desk.goto('/khao-thi/giam-sat');
  await expect(desk.getByRole('heading', { level: 1, name: 'Giám sát' })).toBeVisible();
  await desk.goto(`/khao-thi/giam-sat/${course.quizId}`);
  await expect(desk.getByText('1 đang làm · 0 chờ chấm · 1 đã có điểm')).toBeVisible();
  await look(desk);
  await desk.getByRole('button', { name: 'Gia hạn cho tất cả' }).click();
  const dialog = desk.getByRole('dialog', { name: 'Gia hạn thời gian làm bài' });
  await dialog.getByLabel('Thêm (phút)').fill('10');
  await dialog.getByRole('textbox', { name: /Lý do/ }).fill('Mất điện phòng máy số 2');
  await look(desk);
  await dialog.getByRole('button', { name: 'Gia hạn', exact: true }).click();
  await expect(desk.getByText('Đã gia hạn 1 lượt.', { exact: false })).toBeVisible();

  await expect(page.getByText('Thời gian được gia hạn 10 phút')).toBeVisible({ timeout: 10_000 });
  await expect(page.getByText('Lý do: Mất điện phòng máy số 2')).toBeVisible();
  await expect(clock).toContainText(/Còn 14:\d\d/);
  await look(page);
  await page.getByRole('button', { name: 'Đã rõ' }).click();
  await yes(page).check();
  await expect(saved(page)).toBeVisible();
});

test('what was typed in time and arrives late counts, and the inspector sees both moments', async ({
  page,
  device,
  watch,
}, { project }) => {
  watch.expects(/ERR_INTERNET_DISCONNECTED/);
  const { officer, course, quizPath } = await pupil(project.name, {
    name: 'Khóa đồng bộ muộn',
    questions: [ONE_EASY, ONE_EASY],
  });
  await enter(page, officer.username, officer.password);
  await page.goto(quizPath);
  await inMoments(course, officer, 20);
  await page.reload();
  const attemptId = await begin(page, quizPath);

  await test.step('offline before the end, and back after it', async () => {
    await yes(page).check();
    await expect(saved(page)).toBeVisible();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Câu sau' }).click();
    await yes(page).check();
    await expect(page.getByText('Chờ mạng: 1 câu giữ trên thiết bị này').first()).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Đã hết giờ làm bài' })).toBeVisible({
      timeout: 40_000,
    });
    await look(page);
    await page.context().setOffline(false);
    await page.waitForURL('**/hoc/ket-qua/**', { timeout: 30_000 });
    await expect(
      page.getByText('2 câu đúng, 0 đúng một phần, 0 sai, 0 không trả lời'),
    ).toBeVisible();
    await expect(page.getByText(/^1 câu trả lời đến máy chủ sau khi hết giờ/)).toBeVisible();
    await look(page);
  });

  await test.step('the inspector reads what happened, and can change nothing', async () => {
    const desk = await device(DESK);
    await enter(desk, 'thanhtra');
    await desk.goto(`/khao-thi/giam-sat/${course.quizId}`);
    await expect(desk.getByText('1 câu đồng bộ muộn')).toBeVisible();
    await expect(desk.getByRole('button', { name: /Gia hạn/ })).toHaveCount(0);
    await expect(desk.getByRole('button', { name: 'Nạp tệp bài làm' })).toHaveCount(0);
    await desk.getByRole('link', { name: `Diễn biến lượt làm của ${officer.fullName}` }).click();
    await expect(desk).toHaveURL(new RegExp(attemptId));
    const answers = desk.getByRole('region', { name: 'Thời gian và điểm của từng câu' });
    await expect(answers.getByRole('row')).toHaveCount(3);
    await expect(answers.getByRole('row').nth(2)).toContainText('Đồng bộ muộn');
    await expect(desk.getByText('Mất mạng', { exact: true })).toBeVisible();
    await expect(desk.getByText('Câu trả lời đến sau giờ kết thúc')).toBeVisible();
    await expect(desk.getByText(/không phải kết luận về học viên/)).toBeVisible();
    await look(desk);
  });
});

test('where the network never comes back, the answer file is handed over and counts', async ({
  page,
  device,
  watch,
}, { project }) => {
  watch.expects(/ERR_INTERNET_DISCONNECTED/);
  const { officer, course, quizPath } = await pupil(project.name, {
    name: 'Khóa tệp bài làm',
    questions: [ONE_EASY, ONE_EASY],
    settings: { graceMinutes: 0 },
  });
  await enter(page, officer.username, officer.password);
  await page.goto(quizPath);
  await inMoments(course, officer, 25);
  await page.reload();
  const attemptId = await begin(page, quizPath);

  const file = await test.step('the officer takes the file', async () => {
    await yes(page).check();
    await expect(saved(page)).toBeVisible();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Câu sau' }).click();
    await yes(page).check();
    await page.getByText('Cần làm gì?').click();
    const taken = await download(page, () =>
      page.getByRole('button', { name: 'Tải tệp bài làm' }).click(),
    );
    expect(taken.name).toMatch(/\.thbl$/);
    expect(taken.bytes.toString(), 'sealed').not.toContain('true_false');
    await look(page);
    await expect(page.getByRole('heading', { name: 'Đã hết giờ làm bài' })).toBeVisible({
      timeout: 40_000,
    });
    return taken;
  });

  await test.step('the instructor opens it and takes the answer over', async () => {
    const desk = await device(DESK);
    await enter(desk, 'giangvien');
    await desk.goto(`/khao-thi/giam-sat/${course.quizId}`);
    await desk.getByRole('button', { name: 'Nạp tệp bài làm' }).click();
    const dialog = desk.getByRole('dialog', { name: 'Nạp tệp bài làm' });
    await dialog.locator('input[type=file]').setInputFiles({
      name: file.name,
      mimeType: 'application/json',
      buffer: file.bytes,
    });
    await expect(
      dialog.getByText(`Lượt làm của ${officer.fullName}`, { exact: false }),
    ).toBeVisible();
    const second = dialog.getByRole('checkbox', { name: /^Câu 2/ });
    await expect(second).toBeChecked();
    await expect(dialog.getByText(/trong giờ.*mới hơn bản trên máy chủ/)).toBeVisible();
    await dialog.getByLabel('Lý do nạp tệp').fill('Mạng của xã hỏng đến hết buổi');
    await look(desk);
    await dialog.getByRole('button', { name: 'Lấy 1 câu đã chọn' }).click();
    await expect(desk.getByText('Đã nạp 1 câu trả lời.')).toBeVisible();
  });

  await test.step('both answers count', async () => {
    // The page sends what it held; the attempt is closed by now, and the server has it already.
    watch.expects(/409/);
    await page.context().setOffline(false);
    await page.goto(`/hoc/ket-qua/${attemptId}`);
    await expect(
      page.getByText('2 câu đúng, 0 đúng một phần, 0 sai, 0 không trả lời'),
    ).toBeVisible();
  });
});

test('practises with hints, and a wrong try costs what was said', async ({ page }, { project }) => {
  const hints = ['Người dân cần được đón trước.', 'Một lời chào.'];
  const { officer, quizPath } = await pupil(project.name, {
    name: 'Khóa luyện tập',
    questions: [{ ...SEVEN[0], hints } as (typeof SEVEN)[number], ONE_EASY],
    settings: {
      mode: 'practice',
      timeLimitMinutes: null,
      attemptsAllowed: null,
      practice: { tries: 3, penaltyPercent: 20 },
    },
  });
  await enter(page, officer.username, officer.password);
  await page.goto(quizPath);
  await expect(page.getByText(/^Bài luyện tập: kiểm tra được từng câu/)).toBeVisible();
  await look(page);
  await begin(page, quizPath);
  await expect(questionHeading(page, 1, 2)).toBeVisible();
  const practice = page.getByRole('group', { name: 'Luyện tập' });
  await expect(practice.getByText('mỗi lần sai trừ 20 % điểm của câu')).toBeVisible();
  await page.getByRole('radio', { name: 'Hỏi giấy tờ ngay' }).check();
  await practice.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
  await expect(practice.getByRole('status')).toContainText('Sai');
  await practice.getByRole('button', { name: /^Gợi ý/ }).click();
  await expect(practice.getByText(hints[0] ?? '')).toBeVisible();
  await look(page);
  await RIGHT[1]?.(page);
  await practice.getByRole('button', { name: 'Kiểm tra lại' }).click();
  await expect(practice.getByRole('status')).toContainText('0,8/1 điểm');
  await expect(practice.getByText('Đúng chuẩn mực.')).toBeVisible();
  await expect(practice.getByText('Chào hỏi là việc đầu tiên.')).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Hỏi giấy tờ ngay' })).toBeDisabled();
  await look(page);
});

test('the shipped course holds every kind of question in a published quiz', async () => {
  const instructor = await Person.signIn('giangvien');
  const { items } = await instructor.call(endpoints.listBanks, {});
  const kinds = new Set<string>();
  for (const { id: bankId, questions } of items.filter(({ name }) => !name.includes('E2E'))) {
    if (questions === 0) continue;
    const listed = await instructor.call(endpoints.listQuestions, {
      params: { bankId },
      query: {},
    });
    for (const { kind, usedIn } of listed.items) if (usedIn > 0) kinds.add(kind);
  }
  await instructor.leave();
  expect([...kinds].sort()).toHaveLength(13);
});
