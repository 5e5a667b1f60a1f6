/** What people mark: an essay with its rubric, a key that was wrong, and an officer who asks again. */
import { endpoints } from '@tap-huan/contract';
import { enter, expect, look, test } from './support/journey';
import { eventually, Person } from './support/person';
import { handIn, pupil } from './support/pupil';
import { ESSAY, ONE_EASY, WRONG_KEY } from './support/questions';
import { enrol, hire, mark, ownCourse } from './support/scene';

const PHONE = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
  deviceScaleFactor: 2,
};
const TEXT = 'Tôi mời ông ngồi, xin lỗi vì hai lần hướng dẫn chưa đủ và cùng ông điền lại tờ khai.';

test('an essay is marked by its rubric, and the officer reads mark, levels and words', async ({
  page,
  device,
}, { project }) => {
  const { officer, course } = await pupil(project.name, {
    name: 'Khóa tự luận',
    questions: [ESSAY, ONE_EASY],
    lessons: 1,
  });
  const attemptId = await handIn({ officer, course }, [
    { kind: 'essay', text: TEXT },
    { kind: 'true_false', choice: true },
  ]);
  const learner = await device(PHONE);
  await enter(learner, officer.username, officer.password);
  await learner.goto(`/hoc/ket-qua/${attemptId}`);
  await expect(learner.getByText('Bài đã nộp. Còn 1 câu chờ người chấm.')).toBeVisible();
  await look(learner);

  await enter(page, 'giangvien');
  await test.step('from the queue to the answer', async () => {
    await page.goto('/khao-thi/cham-diem');
    await expect(page.getByRole('heading', { level: 1, name: 'Chấm điểm' })).toBeVisible();
    await look(page);
    await page.goto(`/khao-thi/cham-diem/${course.quizId}`);
    await expect(page.getByText(/^Chấm ẩn danh/)).toBeVisible();
    await expect(page.getByText(officer.fullName)).toHaveCount(0);
    await look(page);
    await page.getByRole('link', { name: 'Chấm tiếp', exact: true }).first().click();
    await expect(page.getByRole('heading', { level: 1, name: /^Bài số \d+/ })).toBeVisible();
    await expect(page.getByText(TEXT)).toBeVisible();
    await expect(page.getByText(officer.fullName)).toHaveCount(0);
    await look(page);
  });

  await test.step('what is typed is kept', async () => {
    await page
      .getByRole('group', { name: /Nhận phần mình sai/ })
      .getByRole('radio', { name: /Xin lỗi cụ thể/ })
      .check();
    await page.getByRole('textbox', { name: 'Nhận xét' }).fill('Đi đúng thứ tự.');
    await expect(page.getByText(/^Đã lưu nháp/)).toBeVisible();
    await page.reload();
    await expect(page.getByRole('textbox', { name: 'Nhận xét' })).toHaveValue('Đi đúng thứ tự.');
    await expect(page.getByRole('radio', { name: /Xin lỗi cụ thể/ })).toBeChecked();
  });

  await test.step('incomplete it is not given; complete it is', async () => {
    await page.getByRole('button', { name: /^Chốt điểm/ }).click();
    await expect(page.getByText('còn 1 tiêu chí chưa chọn mức')).toBeVisible();
    await page.getByRole('radio', { name: /Đúng nhưng thiếu dấu vết/ }).check();
    await expect(page.getByText(/Điểm\s*0,7/)).toBeVisible();
    await page.getByRole('button', { name: /^Chốt điểm/ }).click();
    await expect(page.getByText(/^Đã chốt điểm/)).toHaveText(/Cả bài đã chấm xong/);
  });

  await test.step('the officer reads it', async () => {
    await learner.reload();
    await expect(learner.getByText('Bài kiểm tra đã đạt.')).toBeVisible();
    await expect(learner.getByText('1,7/2 điểm của bài')).toBeVisible();
    await expect(learner.getByText('Đi đúng thứ tự.')).toBeVisible();
    await expect(learner.getByText('Đúng nhưng thiếu dấu vết')).toBeVisible();
    await look(learner);
  });
});

test('a wrong key is put right for all; whose ground falls away is for HR to decide', async ({
  page,
  device,
}, { project }) => {
  const { officer: wronged, course } = await pupil(project.name, {
    name: 'Khóa chấm lại',
    questions: [WRONG_KEY],
  });
  const lucky = await hire(`May ${project.name} ${mark()}`);
  await enrol(course, [lucky]);
  await handIn({ officer: wronged, course }, [{ kind: 'single', choice: 'Hai năm' }]);
  await handIn({ officer: lucky, course }, [{ kind: 'single', choice: 'Ba năm' }]);
  await certificateOf(lucky);
  await putRight(course.questionIds[0] ?? '');

  await enter(page, 'giangvien');
  await test.step('sees who would change before anything does', async () => {
    await page.goto(`/khao-thi/cham-diem/${course.quizId}/cham-lai`);
    const question = page.getByLabel('Câu hỏi', { exact: true });
    const label = await question.getByRole('option', { name: /Thâm niên tối thiểu/ }).innerText();
    await question.selectOption({ label });
    await expect(page.getByText(/phiên bản mới nhất là 2/)).toBeVisible();
    await expect(page.getByText(/trong 2 lượt đổi điểm/)).toBeVisible();
    await expect(
      page.getByText('Từ chưa đạt thành đạt: 1. Từ đạt thành chưa đạt: 1.'),
    ).toBeVisible();
    await expect(page.getByText(/1 giấy chứng nhận mất căn cứ/)).toBeVisible();
    await expect(page.getByRole('row').filter({ hasText: lucky.staffCode })).toContainText(
      'Đạt → chưa đạt',
    );
    await look(page);
  });
  await test.step('applies it with a reason', async () => {
    await page.getByRole('textbox', { name: /Lý do chấm lại/ }).fill('Đáp án theo quy định cũ');
    await page.getByRole('button', { name: /^Chấm lại tất cả 2 lượt/ }).click();
    await expect(page.getByText('Đã chấm lại. 2 lượt đổi điểm.')).toBeVisible();
    await expect(page.getByText('Đáp án theo quy định cũ').first()).toBeVisible();
    await look(page);
  });
  await test.step('HR decides about the certificate; none is withdrawn silently', async () => {
    const office = await device();
    await enter(office, 'daotao');
    await eventually('the doubt', async () => {
      await office.goto(`/quan-ly/can-xem-xet?search=${lucky.staffCode}`);
      await office.getByRole('searchbox').first().fill(lucky.staffCode);
      return office
        .getByRole('button', { name: new RegExp(`^Quyết định về ${lucky.fullName}`) })
        .waitFor({ timeout: 4_000 })
        .then(
          () => true,
          () => false,
        );
    });
    await look(office);
    await office
      .getByRole('button', { name: /^Quyết định về/ })
      .first()
      .click();
    const dialog = office.getByRole('dialog', { name: 'Quyết định về một lượt hoàn thành' });
    await dialog.getByRole('radio', { name: /Giữ kết quả hoàn thành/ }).check();
    await dialog.getByRole('textbox', { name: /Căn cứ/ }).fill('Đáp án sai do ngân hàng câu hỏi');
    await look(office);
    await dialog.getByRole('button', { name: 'Lưu quyết định' }).click();
    await expect(office.getByText(`Đã lưu quyết định về ${lucky.fullName}.`)).toBeVisible();
  });
});

test('an officer appeals, the instructor answers with another mark, and the trail tells both', async ({
  page,
  device,
}, { project }) => {
  const { officer, course } = await pupil(project.name, {
    name: 'Khóa phúc khảo',
    questions: [WRONG_KEY, ONE_EASY],
  });
  const attemptId = await handIn({ officer, course }, [
    { kind: 'single', choice: 'Hai năm' },
    { kind: 'true_false', choice: true },
  ]);
  const learner = await device(PHONE);
  await enter(learner, officer.username, officer.password);
  await test.step('asks', async () => {
    await learner.goto(`/hoc/ket-qua/${attemptId}`);
    await learner.getByRole('button', { name: 'Đề nghị phúc khảo câu 1' }).click();
    await learner
      .getByRole('textbox', { name: /Nội dung đề nghị/ })
      .fill('Quy định hiện hành là hai năm.');
    await look(learner);
    await learner.getByRole('button', { name: 'Gửi đề nghị' }).click();
    await expect(learner.getByText('Đã gửi đề nghị phúc khảo.')).toBeVisible();
    await expect(learner.getByText('Chờ trả lời', { exact: true })).toBeVisible();
  });
  await enter(page, 'giangvien');
  await test.step('is answered', async () => {
    await page.goto(`/khao-thi/cham-diem/${course.quizId}/phuc-khao`);
    await expect(page.getByText('Quy định hiện hành là hai năm.')).toBeVisible();
    await page.getByRole('button', { name: 'Xem câu hỏi và bài làm' }).click();
    await expect(page.getByText('Hai năm').first()).toBeVisible();
    await page.getByRole('radio', { name: 'Cho điểm khác' }).check();
    await page.getByRole('textbox', { name: /Điểm mới của câu/ }).fill('1');
    await page.getByRole('textbox', { name: /Trả lời/ }).fill('Đúng, đáp án đã được sửa.');
    await look(page);
    await page.getByRole('button', { name: 'Gửi trả lời' }).click();
    await expect(page.getByText('Đã gửi trả lời phúc khảo.')).toBeVisible();
  });
  await test.step('reads the answer and the new mark', async () => {
    await learner.reload();
    await expect(learner.getByText('Đúng, đáp án đã được sửa.')).toBeVisible();
    await expect(learner.getByText('Điểm của câu: 0 → 1')).toBeVisible();
    await expect(learner.getByText('2/2 điểm của bài')).toBeVisible();
    await look(learner);
  });
  await test.step('the trail tells both', async () => {
    const inspector = await Person.signIn('thanhtra');
    const { lines } = await inspector.call(endpoints.readAttemptTrail, { params: { attemptId } });
    await inspector.leave();
    const kinds = lines.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['appealed', 'appeal_answered']));
  });
});

/** The instructor writes the right key as the next version. */
async function putRight(questionId: string): Promise<void> {
  const instructor = await Person.signIn('giangvien');
  const params = { questionId };
  const { content, version } = await instructor.call(endpoints.readQuestion, { params });
  const right = { ...content, correct: 'a' } as typeof content;
  await instructor.call(endpoints.updateQuestion, {
    params,
    body: { content: right, baseVersion: version },
  });
  await instructor.leave();
}

async function certificateOf(officer: Parameters<typeof ownCourse>[0]): Promise<void> {
  const own = await Person.signIn(officer.username, officer.password);
  await eventually(
    'the certificate',
    async () => (await own.call(endpoints.listMyCertificates, {})).items.length > 0,
  );
  await own.leave();
}
