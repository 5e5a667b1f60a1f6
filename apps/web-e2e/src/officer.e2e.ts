/** The officer: signs in, reads, is examined, and holds a certificate that anybody can verify. */
import { endpoints } from '@tap-huan/contract';
import { download, enter, expect, look, signInByForm, test } from './support/journey';
import { answerAll, begin, questionHeading, RIGHT, saved, submit, toReview } from './support/paper';
import { Person } from './support/person';
import { ONE_EASY } from './support/questions';
import { inMoments, pupil } from './support/pupil';
import { dayFromNow, enrol, hire, LONG_TEXT, mark, ownCourse, shownDay } from './support/scene';

test('signs in after a wrong password and sees what is to be done by when', async ({
  page,
  watch,
}, { project }) => {
  const dueOn = dayFromNow(5);
  const { officer, course } = await pupil(project.name, { name: 'Khóa có hạn', lessons: 2, dueOn });
  watch.expects(/401/);

  await page.goto('/');
  await expect(page).toHaveURL(/\/dang-nhap/);
  await signInByForm(page, officer.username, 'mat khau sai');
  await expect(page.getByRole('alert')).toContainText('Tên đăng nhập hoặc mật khẩu chưa đúng');
  await expect(page.getByLabel('Tên đăng nhập')).toHaveValue(officer.username);
  await look(page);

  await signInByForm(page, officer.username, officer.password);
  await expect(page).toHaveURL(/\/hoc$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Học tập' })).toBeVisible();
  await expect(page.getByRole('link', { name: course.title })).toBeVisible();
  await expect(page.getByText('0/3 bài')).toBeVisible();
  await expect(page.getByText(`còn 5 ngày, hạn ${shownDay(dueOn)}`)).toBeVisible();
  await expect(
    page.getByRole('progressbar', { name: `Tiến độ của khóa ${course.title}` }),
  ).toBeVisible();
  await look(page);

  await page.getByRole('link', { name: 'Vào học' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Bài số 1' })).toBeVisible();
});

test('reads lessons with table, call-out, picture, sound, video and paper', async ({ page }, {
  project,
}) => {
  const officer = await hire(`Đọc ${project.name} ${mark()}`);
  const hr = await Person.signIn('daotao');
  const { items } = await hr.call(endpoints.listCatalogue, { query: {} });
  await hr.leave();
  const shipped = items.find(({ code }) => code === 'C4');
  if (!shipped) throw new Error('The demo academy has no course C4.');
  await enrol({ courseId: shipped.id }, [officer]);
  const { path, lessonPath } = await ownCourse(officer, shipped);
  await enter(page, officer.username, officer.password);

  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1, name: shipped.title })).toBeVisible();
  await expect(
    page.getByRole('link', { name: /Bốn xin, bốn luôn trong một lượt tiếp dân/ }),
  ).toContainText('Chưa học');
  await look(page);

  await test.step('headings, table, call-out and picture', async () => {
    await page
      .getByRole('link', { name: /Trung tâm cấp xã trong mô hình/ })
      .first()
      .click();
    await expect(
      page.getByRole('heading', { level: 2, name: 'Bốn nhóm thủ tục được tiếp nhận' }),
    ).toBeVisible();
    const table = page.getByRole('table', {
      name: 'Nhóm thủ tục và việc của người tiếp nhận tại cấp xã',
    });
    await expect(table.getByRole('columnheader', { name: 'Việc của quầy' })).toBeVisible();
    await expect(table.getByRole('row')).toHaveCount(5);
    await expect(page.getByRole('note')).toContainText(
      'Không phải nơi nào cũng có Trung tâm cấp xã',
    );
    const picture = page.getByRole('img', { name: /Sơ đồ hai tầng/ });
    await picture.scrollIntoViewIfNeeded();
    await expect
      .poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth))
      .toBeGreaterThan(100);
    await look(page);
  });

  for (const [at, tag, kind] of [
    [3, 'video', /^video\//],
    [6, 'audio', /^audio\//],
  ] as const) {
    await test.step(`${tag} has a source that plays`, async () => {
      await page.goto(lessonPath(at));
      const player = page.locator(tag);
      await expect(player).toBeVisible();
      const source = await player.evaluate(
        (media: HTMLMediaElement) => media.currentSrc || media.src,
      );
      const reply = await page.context().request.get(source, { headers: { range: 'bytes=0-99' } });
      expect([200, 206]).toContain(reply.status());
      expect(reply.headers()['content-type']).toMatch(kind);
      await player.evaluate((media: HTMLMediaElement) => media.load());
      await expect
        .poll(() => player.evaluate((media: HTMLMediaElement) => media.duration))
        .toBeGreaterThan(1);
      await look(page);
    });
  }

  await test.step('the paper downloads', async () => {
    await page.goto(lessonPath(1));
    const link = page.getByRole('link', { name: /Phiếu nhận việc và bàn giao vị trí tại quầy/ });
    const { name, bytes } = await download(page, () => link.click());
    expect(name).toBe('phieu-nhan-viec-tai-quay.pdf');
    expect(bytes.subarray(0, 4).toString()).toBe('%PDF');
  });
});

test('comes back to where reading stopped', async ({ page }, { project }) => {
  const { officer, course, path, lessonPath } = await pupil(project.name, {
    name: 'Khóa đọc dài',
    lessons: 2,
    bodyHtml: LONG_TEXT,
  });
  await enter(page, officer.username, officer.password);
  await page.goto(lessonPath(0));
  const seventh = page.getByRole('heading', { level: 2, name: 'Mục 7', exact: true });
  await expect(seventh).toBeVisible();
  await expect(seventh).not.toBeInViewport();
  await expect(page.getByText('Đang ở chỗ đã đọc lần trước.')).toBeHidden();

  const kept = page.waitForResponse(
    (reply) =>
      reply.url().endsWith('/progress') && Number(reply.request().postDataJSON()?.position) > 0.3,
  );
  await seventh.evaluate((heading) => heading.scrollIntoView({ block: 'center' }));
  await expect(seventh).toBeInViewport();
  await page
    .getByRole('navigation', { name: 'Điều hướng chính' })
    .getByRole('link', { name: 'Học tập' })
    .click();
  await kept;
  await page.getByRole('link', { name: course.title }).first().click();
  await expect(page).toHaveURL(path);
  await expect(page.getByRole('link', { name: /Bài số 1/ }).last()).toContainText('Đang học');

  await page
    .getByRole('link', { name: /Bài số 1/ })
    .last()
    .click();
  await expect(page.getByText('Đang ở chỗ đã đọc lần trước.')).toBeVisible();
  await expect(seventh).toBeInViewport();
  await look(page);
  await page.getByRole('button', { name: 'Đọc từ đầu' }).click();
  await expect(
    page.getByRole('heading', { level: 2, name: 'Mục 1', exact: true }),
  ).toBeInViewport();
});

test('finishes the lessons, passes with every kind of question, and holds a certificate', async ({
  page,
  device,
}, { project }) => {
  const { officer, course, path } = await pupil(project.name, {
    name: 'Khóa trọn vẹn',
    lessons: 2,
    settings: { requireLessons: true },
  });
  await enter(page, officer.username, officer.password);

  await test.step('reads on to the quiz', async () => {
    await page.goto(path);
    await page.getByRole('link', { name: 'Vào học' }).click();
    for (const lesson of ['Bài số 1', 'Bài số 2']) {
      await expect(page.getByRole('heading', { level: 1, name: lesson })).toBeVisible();
      await page.getByRole('button', { name: 'Hoàn thành bài học' }).click();
    }
    await expect(page.getByRole('heading', { level: 1, name: course.quizTitle })).toBeVisible();
    await expect(page.getByText('7 câu hỏi')).toBeVisible();
    await expect(page.getByText(/Thời gian làm bài 30 phút/)).toBeVisible();
    await expect(page.getByText('Được làm 3 lượt, còn 3 lượt')).toBeVisible();
    await look(page);
  });

  await test.step('answers, flags and reviews', async () => {
    await page.getByRole('button', { name: 'Làm bài', exact: true }).click();
    await expect(questionHeading(page, 1)).toBeVisible();
    await expect(page.getByRole('timer', { name: 'Thời gian còn lại' })).toContainText(
      /Còn (29|30):\d\d/,
    );
    await RIGHT[1]?.(page);
    await expect(saved(page)).toBeVisible();
    await look(page);
    await answerAll(page, [1, 3]);
    await page.getByRole('button', { name: 'Đánh dấu xem lại' }).click();
    await expect(page.getByRole('button', { name: 'Bỏ đánh dấu' })).toBeVisible();

    await toReview(page);
    await expect(page.getByText('Đã trả lời 6/7 câu.')).toBeVisible();
    await expect(page.getByText('Chưa trả lời đủ: câu 3.')).toBeVisible();
    await expect(page.getByText('Đánh dấu xem lại: câu 7.')).toBeVisible();
    await look(page);
    await page.getByRole('button', { name: 'Mở câu 3' }).click();
    await expect(questionHeading(page, 3)).toBeVisible();
    await RIGHT[3]?.(page);
    await toReview(page);
    await expect(page.getByText('Đã trả lời đủ 7 câu.')).toBeVisible();
  });

  await test.step('two clicks give one result', async () => {
    await page.getByRole('button', { name: 'Nộp bài', exact: true }).dblclick();
    await page.waitForURL('**/hoc/ket-qua/**');
    await expect(page.getByText('Bài kiểm tra đã đạt.')).toBeVisible();
    await expect(page.getByText('7/7 điểm của bài')).toBeVisible();
    await expect(
      page.getByText('7 câu đúng, 0 đúng một phần, 0 sai, 0 không trả lời'),
    ).toBeVisible();
    for (const words of [
      'Chào hỏi là việc đầu tiên.',
      'Xin chào và xin lỗi.',
      'Nghe trước, làm sau.',
    ]) {
      await expect(page.getByText(words)).toBeVisible();
    }
    const own = await Person.signIn(officer.username, officer.password);
    const { enrolmentId, lessons } = await ownCourse(officer, course);
    const params = { enrolmentId, lessonId: lessons.at(-1)?.id ?? '' };
    expect((await own.call(endpoints.readMyQuiz, { params })).attempts).toHaveLength(1);
    await own.leave();
  });

  await test.step('the certificate appears, downloads, and is valid for anybody', async () => {
    const link = page.getByRole('link', { name: `Tải giấy chứng nhận: ${course.title}` });
    await expect(link).toBeVisible({ timeout: 40_000 });
    await look(page);
    const { bytes } = await download(page, () => link.click());
    expect(bytes.subarray(0, 4).toString()).toBe('%PDF');

    await page.goto('/hoc/chung-chi');
    await expect(page.getByText(course.title)).toBeVisible();
    await expect(page.getByText('Có giá trị')).toBeVisible();
    await look(page);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Chép liên kết xác minh' }).click();
    await expect(page.getByText('Đã chép liên kết xác minh.')).toBeVisible();
    const address = new URL(await page.evaluate(() => navigator.clipboard.readText()));

    const stranger = await device();
    await stranger.goto(address.pathname + address.search);
    await expect(stranger.getByRole('heading', { level: 1 })).toContainText(/hợp lệ|có giá trị/i);
    await expect(stranger.getByText(course.title)).toBeVisible();
    await look(stranger);
  });
});

test('loses nothing: another tab, another device, no network, no session', async ({
  page,
  device,
  watch,
}, { project }) => {
  const { officer, quizPath } = await pupil(project.name, { name: 'Khóa bền bỉ' });
  await enter(page, officer.username, officer.password);
  const attemptId = await begin(page, quizPath);
  let desk = page;

  await test.step('the tab is closed and opened again', async () => {
    await RIGHT[1]?.(desk);
    await expect(saved(desk)).toBeVisible();
    await desk.close();
    desk = await page.context().newPage();
    expect(await begin(desk, quizPath, 'Tiếp tục làm bài')).toBe(attemptId);
    await expect(desk.getByRole('radio', { name: 'Chào và mời ngồi' })).toBeChecked();
  });

  await test.step('closed at once, before the answer was told as saved', async () => {
    await desk.getByRole('button', { name: 'Câu sau' }).click();
    await RIGHT[2]?.(desk);
    await desk.close({ runBeforeUnload: false });
    desk = await page.context().newPage();
    await desk.goto(`/hoc/lam-bai/${attemptId}?cau=2`);
    await expect(desk.getByRole('checkbox', { name: 'Xin chào' })).toBeChecked();
    await expect(desk.getByRole('checkbox', { name: 'Xin lỗi' })).toBeChecked();
  });

  await test.step('another device goes on, and the first turns read-only', async () => {
    watch.expects(/409/);
    const other = await device();
    await enter(other, officer.username, officer.password);
    expect(await begin(other, quizPath, 'Tiếp tục làm bài')).toBe(attemptId);
    await expect(other.getByRole('radio', { name: 'Chào và mời ngồi' })).toBeChecked();
    await other.getByRole('radio', { name: 'Hỏi giấy tờ ngay' }).check();
    await expect(saved(other)).toBeVisible();

    await desk.getByRole('button', { name: 'Câu sau' }).click();
    await RIGHT[3]?.(desk);
    await expect(desk.getByRole('alert')).toContainText(
      'Bài đang được làm ở cửa sổ hoặc thiết bị khác',
    );
    await expect(desk.getByRole('radio', { name: 'Đúng', exact: true })).toBeDisabled();
    await look(desk);
    await desk.getByRole('button', { name: 'Làm tiếp tại đây' }).click();
    await expect(desk.getByRole('radio', { name: 'Đúng', exact: true })).toBeEnabled();
    await desk.getByRole('button', { name: 'Câu trước' }).click();
    await desk.getByRole('button', { name: 'Câu trước' }).click();
    await expect(desk.getByRole('radio', { name: 'Hỏi giấy tờ ngay' })).toBeChecked();
    await RIGHT[1]?.(desk);
    await expect(saved(desk)).toBeVisible();
  });

  await test.step('without a network answers wait, and go when it is back', async () => {
    watch.expects(/ERR_INTERNET_DISCONNECTED/);
    await desk.goto(`/hoc/lam-bai/${attemptId}?cau=6`);
    await expect(questionHeading(desk, 6)).toBeVisible();
    await desk.context().setOffline(true);
    await RIGHT[6]?.(desk);
    await expect(desk.getByText('Chờ mạng: 1 câu giữ trên thiết bị này').first()).toBeVisible();
    await look(desk);
    await desk.context().setOffline(false);
    await expect(saved(desk)).toBeVisible();
    await desk.reload();
    await expect(desk.getByLabel('Câu trả lời bằng số, đơn vị: năm')).toHaveValue('2,5');
  });

  await test.step('a lost session asks for the password over the page', async () => {
    watch.expects(/401/);
    await desk.context().clearCookies();
    await desk.getByRole('button', { name: 'Câu sau' }).click();
    await RIGHT[7]?.(desk);
    const dialog = desk.getByRole('dialog', { name: 'Đăng nhập lại' });
    await expect(dialog).toBeVisible();
    await expect(dialog.getByLabel('Tên đăng nhập')).toHaveValue(officer.username);
    await look(desk);
    await dialog.getByRole('textbox', { name: 'Mật khẩu' }).fill(officer.password);
    await dialog.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(saved(desk)).toBeVisible();
    await desk.reload();
    await expect(desk.getByLabel('Câu trả lời ngắn')).toHaveValue('Lắng nghe');
  });

  await test.step('everything answered so far is marked', async () => {
    await submit(desk);
    // Question 3 was answered where the page was no longer the writer; it is sent when the page takes over again.
    await expect(
      desk.getByText('5 câu đúng, 0 đúng một phần, 0 sai, 2 không trả lời'),
    ).toBeVisible();
  });
});

test('tries again within the allowed attempts, and not beyond', async ({ page }, { project }) => {
  const { officer, quizPath } = await pupil(project.name, {
    name: 'Khóa hai lượt',
    questions: [ONE_EASY],
    settings: { attemptsAllowed: 2 },
  });
  await enter(page, officer.username, officer.password);
  const fail = async () => {
    await page.getByRole('radio', { name: 'Sai', exact: true }).check();
    await expect(saved(page)).toBeVisible();
    await submit(page);
    await expect(page.getByText('Bài kiểm tra chưa đạt. Cần từ 5 điểm trở lên.')).toBeVisible();
  };
  await begin(page, quizPath);
  await fail();
  await look(page);
  await page.getByRole('link', { name: 'Làm lại' }).click();
  await expect(page.getByText('Lượt trước chưa đạt. Có thể làm lại.')).toBeVisible();
  await expect(page.getByText('Được làm 2 lượt, còn 1 lượt')).toBeVisible();
  await page.getByRole('button', { name: 'Làm lại' }).click();
  await expect(questionHeading(page, 1, 1)).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Sai', exact: true })).not.toBeChecked();
  await fail();
  await expect(page.getByRole('link', { name: 'Làm lại' })).toHaveCount(0);
  await page.goto(quizPath);
  await expect(page.getByText(/Đã dùng hết số lượt làm bài/)).toBeVisible();
  await expect(page.getByRole('button', { name: /Làm/ })).toHaveCount(0);
  await expect(page.getByRole('link', { name: /Lượt [12]/ })).toHaveCount(2);
  await look(page);
});

test('passes at the second attempt', async ({ page }, { project }) => {
  const { officer, quizPath, path } = await pupil(project.name, {
    name: 'Khóa làm lại',
    questions: [ONE_EASY],
    lessons: 1,
  });
  await enter(page, officer.username, officer.password);
  for (const [choice, verdict] of [
    ['Sai', 'Bài kiểm tra chưa đạt. Cần từ 5 điểm trở lên.'],
    ['Đúng', 'Bài kiểm tra đã đạt.'],
  ] as const) {
    await begin(page, quizPath, choice === 'Sai' ? 'Làm bài' : 'Làm lại');
    await page.getByRole('radio', { name: choice, exact: true }).check();
    await submit(page);
    await expect(page.getByText(verdict)).toBeVisible();
  }
  await page.goto(quizPath);
  await expect(page.getByText('Đã đạt bài kiểm tra này.')).toBeVisible();
  await page.goto(path);
  await expect(page.getByRole('link', { name: /Bài kiểm tra cuối khóa/ }).last()).toContainText(
    'Đã đạt',
  );
});

test('when time runs out, what was saved counts', async ({ page }, { project }) => {
  const { officer, course, quizPath } = await pupil(project.name, {
    name: 'Khóa ngắn giờ',
    questions: [ONE_EASY, ONE_EASY],
  });
  await enter(page, officer.username, officer.password);
  await inMoments(course, officer, 20);
  await begin(page, quizPath);
  await page.getByRole('radio', { name: 'Đúng', exact: true }).check();
  await expect(saved(page)).toBeVisible();
  await expect(page.getByRole('timer', { name: 'Thời gian còn lại' })).toContainText(/Còn 00:\d\d/);
  await page.waitForURL('**/hoc/ket-qua/**', { timeout: 40_000 });
  await expect(page.getByText(/Hết giờ nên bài được tự nộp/)).toBeVisible();
  await expect(page.getByText('1 câu đúng, 0 đúng một phần, 0 sai, 1 không trả lời')).toBeVisible();
  await look(page);
});
