/** The instructor: writes a course with all it needs, looks at it as a learner, publishes, and goes on with the next draft. */
import type { Page } from '@playwright/test';
import type { QuestionKind } from '@tap-huan/contract';
import { enter, expect, look, test } from './support/journey';
import { answerAll, submit } from './support/paper';
import { ONE_EASY } from './support/questions';
import { enrol, hire, mark, ownCourse, PAPER, PICTURE, publishCourse } from './support/scene';

const kept = (page: Page) => page.getByText(/^Đã lưu lúc \d\d:\d\d/).first();

test('makes a course, and a lesson with table, call-out, picture and paper', async ({
  page,
  watch,
}, { project }) => {
  test.slow();
  const code = `E2E-${mark()}`;
  const title = `Khóa soạn ${project.name} ${code}`;
  await enter(page, 'giangvien');
  await page.goto('/soan');
  await expect(page.getByRole('heading', { level: 1, name: 'Khóa học đang soạn' })).toBeVisible();
  await look(page);

  await test.step('the course', async () => {
    await page.getByRole('button', { name: 'Tạo khóa học' }).click();
    const dialog = page.getByRole('dialog', { name: 'Tạo khóa học' });
    await dialog.getByLabel('Mã').fill(code);
    await dialog.getByLabel('Tên khóa học').fill(title);
    await dialog.getByLabel('Thời lượng').fill('8');
    await dialog.getByLabel('Căn cứ pháp lý').fill('Nghị định 118/2025/NĐ-CP');
    await look(page);
    await dialog.getByRole('button', { name: 'Tạo khóa học' }).click();
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(page.getByText('Khóa học chưa có nội dung')).toBeVisible();
    await look(page);
  });

  await test.step('module and lesson', async () => {
    await page.getByRole('button', { name: 'Thêm phần' }).click();
    await page.getByRole('textbox', { name: 'Tên phần' }).fill('Phần mở đầu');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 2, name: /Phần mở đầu/ })).toBeVisible();
    await page.getByRole('button', { name: /^Thêm bài đọc/ }).click();
    await page.getByRole('textbox', { name: 'Tên bài đọc' }).fill('Tiếp dân đúng mực');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: /Tiếp dân đúng mực/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Tiếp dân đúng mực' })).toBeVisible();
  });

  const body = page.getByRole('textbox', { name: 'Nội dung bài' });
  await test.step('rich text', async () => {
    await body.click();
    await page.keyboard.type('Ba việc đầu ca');
    await page.getByRole('combobox', { name: 'Kiểu đoạn' }).selectOption('Mục lớn');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Đoạn mở đầu.');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Bảng', exact: true }).click();
    await page.keyboard.type('Việc');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Người làm');
    await page.getByLabel('Tên bảng').fill('Phân công đầu ca');
    await page.keyboard.press('Tab');
    await body.press('Control+End');
    await page.keyboard.type('Nhớ chào trước.');
    await page.getByRole('button', { name: 'Khung nhấn mạnh' }).click();
    await page.getByRole('menuitem', { name: 'Lưu ý' }).click();
    await expect(body.getByRole('heading', { level: 2, name: 'Ba việc đầu ca' })).toBeVisible();
    await expect(body.getByRole('columnheader', { name: 'Người làm' })).toBeVisible();
    await expect(kept(page)).toBeVisible();
    await look(page);
  });

  await test.step('a picture, with its words', async () => {
    await page.getByRole('button', { name: 'Ảnh', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Ảnh trong bài' });
    await dialog.getByLabel(/Chọn tệp/).setInputFiles(PICTURE);
    await expect(dialog.getByRole('button', { name: 'Chèn vào bài' })).toBeEnabled();
    await dialog.getByRole('button', { name: 'Chèn vào bài' }).click();
    await expect(dialog.getByText('Cần mô tả ảnh trước khi chèn.')).toBeVisible();
    await dialog.getByLabel('Mô tả ảnh bằng lời').fill('Năm bước lắng nghe');
    await look(page);
    await dialog.getByRole('button', { name: 'Chèn vào bài' }).click();
    await expect(body.getByRole('img', { name: 'Năm bước lắng nghe' })).toBeVisible();
  });

  await test.step('a paper; a file of another kind is refused in words', async () => {
    const files = page.getByLabel(/Chọn tệp/);
    await files.setInputFiles({
      name: 'ghi-chu.docx',
      mimeType: 'application/msword',
      buffer: Buffer.from('PK chữ'),
    });
    await expect(page.getByRole('alert')).toContainText(
      'Tệp “ghi-chu.docx” không thuộc loại được nhận',
    );
    watch.expects(/415/);
    await files.setInputFiles({
      name: 'gia-danh.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('MZ đây không phải PDF'),
    });
    await expect(page.getByRole('alert').filter({ hasText: 'gia-danh.pdf' })).toContainText(
      'không thuộc loại được nhận',
    );
    await look(page);
    await files.setInputFiles(PAPER);
    await expect(page.getByRole('link', { name: /phieu-nhan-viec-tai-quay\.pdf/ })).toBeVisible();
    await page
      .getByLabel('Tên hiển thị của tệp phieu-nhan-viec-tai-quay.pdf')
      .fill('Phiếu nhận việc');
  });

  await test.step('all of it is kept', async () => {
    await expect(page.getByText(/Có thay đổi chưa lưu|Đang lưu/).first()).toBeHidden();
    await expect(kept(page)).toBeVisible();
    await page.reload();
    await expect(body.getByRole('heading', { level: 2, name: 'Ba việc đầu ca' })).toBeVisible();
    await expect(body.getByRole('columnheader', { name: 'Việc', exact: true })).toBeVisible();
    await expect(body.getByText('Nhớ chào trước.')).toBeVisible();
    await expect(body.getByRole('img', { name: 'Năm bước lắng nghe' })).toBeVisible();
    await expect(page.getByLabel('Tên hiển thị của tệp phieu-nhan-viec-tai-quay.pdf')).toHaveValue(
      'Phiếu nhận việc',
    );
    await look(page);
  });
});

/** What is written for each kind that the papers of the journeys hold, by the names of the fields. */
const WRITTEN = {
  single: {
    menu: 'Một đáp án',
    stem: 'Việc đầu tiên khi người dân đến quầy là gì?',
    write: async (page) => {
      await options(page, ['Chào và mời ngồi', 'Hỏi giấy tờ ngay', 'Chờ người dân hỏi trước']);
      await page.getByRole('radio', { name: 'Phương án A là đáp án đúng' }).check();
      await page.getByLabel('Phản hồi cho phương án A').fill('Đúng chuẩn mực.');
    },
  },
  multiple: {
    menu: 'Nhiều đáp án',
    stem: 'Những lời nào thuộc bốn xin?',
    write: async (page) => {
      await options(page, ['Xin chào', 'Xin lỗi', 'Xin hoãn']);
      await page.getByRole('checkbox', { name: 'Phương án A là đáp án đúng' }).check();
      await page.getByRole('checkbox', { name: 'Phương án B là đáp án đúng' }).check();
    },
  },
  true_false: {
    menu: 'Đúng – sai',
    stem: 'Hồ sơ được tiếp nhận không phụ thuộc địa giới.',
    write: (page) =>
      page
        .getByRole('group', { name: 'Nhận định này' })
        .getByRole('radio', { name: 'Đúng' })
        .check(),
  },
  matching: {
    menu: 'Ghép đôi',
    stem: 'Ghép nhóm thủ tục với nơi giải quyết.',
    write: async (page) => {
      await page.getByLabel('Vế trái của cặp 1').fill('Thủ tục cấp tỉnh');
      await page.getByLabel('Vế phải của cặp 1').fill('Các sở');
      await page.getByLabel('Vế trái của cặp 2').fill('Thủ tục cấp xã');
      await page.getByLabel('Vế phải của cặp 2').fill('Ủy ban nhân dân xã');
      const third = page.getByRole('button', { name: 'Bỏ cặp 3' });
      if (await third.isVisible()) await third.click();
      await page.getByLabel('Vế phải gây nhiễu').fill('Tòa án');
    },
  },
  ordering: {
    menu: 'Sắp thứ tự',
    stem: 'Sắp xếp các bước tiếp nhận.',
    write: async (page) => {
      for (const [at, text] of ['Lắng nghe', 'Tóm lại', 'Giải quyết'].entries()) {
        await page.getByLabel(`Mục ${at + 1}`, { exact: true }).fill(text);
      }
      const fourth = page.getByRole('button', { name: 'Bỏ mục 4' });
      if (await fourth.isVisible()) await fourth.click();
    },
  },
  numeric: {
    menu: 'Điền số',
    stem: 'Thâm niên tối thiểu là bao nhiêu năm?',
    write: async (page) => {
      await page.getByLabel('Đáp số').fill('2,5');
      await expect(page.getByText('Hiểu là 2,5')).toBeVisible();
      await page.getByLabel('Đơn vị', { exact: true }).fill('năm');
    },
  },
  short_answer: {
    menu: 'Trả lời ngắn',
    stem: 'Điền hai tiếng còn thiếu: luôn …',
    write: (page) => page.getByLabel('Các đáp án được chấp nhận').fill('lắng nghe'),
  },
} satisfies Partial<
  Record<QuestionKind, { menu: string; stem: string; write: (page: Page) => Promise<void> }>
>;

/** Another tab of the quiz editor. */
async function tab(page: Page, name: string): Promise<void> {
  const link = page
    .getByRole('navigation', { name: 'Các mục của bài kiểm tra' })
    .getByRole('link', { name });
  await link.click();
  await expect(link).toHaveAttribute('aria-current', 'page');
}

async function options(page: Page, texts: readonly string[]): Promise<void> {
  for (const [at, text] of texts.entries()) {
    await page.getByLabel(`Phương án ${'ABCD'[at]}`, { exact: true }).fill(text);
  }
  const fourth = page.getByRole('button', { name: 'Bỏ phương án D' });
  if (await fourth.isVisible()) await fourth.click();
}

test('writes questions of seven kinds, a quiz with its rules, and takes it as a learner would', async ({
  page,
}, { project }) => {
  test.slow();
  const course = await publishCourse({
    name: `Khóa câu hỏi ${project.name}`,
    questions: [],
    draft: true,
  });
  await enter(page, 'giangvien');

  for (const [kind, { menu, stem, write }] of Object.entries(WRITTEN)) {
    await test.step(`a question: ${kind}`, async () => {
      await page.goto(`/soan/${course.courseId}/ngan-hang`);
      if (kind === 'single') {
        await expect(page.getByText('Ngân hàng chưa có câu hỏi')).toBeVisible();
        await look(page);
      }
      await page.getByRole('button', { name: 'Viết câu hỏi' }).click();
      await page.getByRole('menuitem', { name: menu }).click();
      await expect(page.getByRole('heading', { level: 1, name: menu })).toBeVisible();
      await page.getByRole('textbox', { name: 'Nội dung câu hỏi' }).click();
      await page.keyboard.type(stem);
      await write(page);
      await page.getByRole('textbox', { name: 'Giải thích chung' }).click();
      await page.keyboard.type(`Giải thích cho câu ${kind}.`);
      await look(page);
      await page.getByRole('button', { name: 'Lưu và về ngân hàng' }).click();
      await expect(page.getByRole('link', { name: stem })).toBeVisible();
    });
  }

  await test.step('a question that lacks something is not kept', async () => {
    await page.getByRole('button', { name: 'Viết câu hỏi' }).click();
    await page.getByRole('menuitem', { name: 'Một đáp án' }).click();
    await page.getByRole('textbox', { name: 'Nội dung câu hỏi' }).click();
    await page.keyboard.type('Câu dở dang');
    await page.getByRole('button', { name: 'Lưu câu hỏi' }).click();
    await expect(page.getByRole('alert')).toContainText('Câu hỏi chưa lưu được');
    await look(page);
  });

  await test.step('the quiz and its rules', async () => {
    await page.goto(`/soan/${course.courseId}`);
    await look(page);
    await page.getByRole('link', { name: /Bài kiểm tra cuối khóa/ }).click();
    await page.getByRole('button', { name: /^Chọn câu hỏi/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Chọn câu hỏi từ ngân hàng' });
    await dialog.getByRole('checkbox', { name: 'Chọn cả 7 câu đang hiện' }).check();
    await look(page);
    await dialog.getByRole('button', { name: 'Thêm 7 câu vào bài' }).click();
    await page.getByRole('button', { name: 'Chia đều cho đủ 10 điểm' }).click();
    await expect(page.getByText('7 câu, tổng 10 điểm')).toBeVisible();
    await page.getByRole('button', { name: /^Thiết lập phần/ }).click();
    const shuffle = page.getByRole('checkbox', { name: /^Trộn thứ tự câu hỏi cho từng học viên/ });
    await shuffle.uncheck();
    await look(page);
    await tab(page, 'Làm bài');
    await page.getByLabel('Thời gian cả bài').fill('20');
    await page.getByLabel('Số lượt được làm').fill('2');
    await look(page);
    await tab(page, 'Kết quả và xem lại');
    await page.getByLabel('Đạt từ').fill('40');
    await expect(page.getByText(/Dưới 50 %: thấp hơn mức Thông tư/)).toBeVisible();
    await page.getByLabel('Đạt từ').fill('60');
    const held = page.getByRole('checkbox', {
      name: /^Giữ đáp án và giải thích đến khi đạt hoặc hết lượt/,
    });
    await held.uncheck();
    await expect(page.getByText(/Học viên còn lượt làm lại mà đã xem được đáp án/)).toBeVisible();
    await held.check();
    await expect(page.getByText(/Có thay đổi chưa lưu|Đang lưu/).first()).toBeHidden();
    await page.reload();
    await expect(page.getByLabel('Đạt từ')).toHaveValue('60');
    await expect(held).toBeChecked();
    await look(page);
    await tab(page, 'Làm bài');
    await expect(page.getByLabel('Thời gian cả bài')).toHaveValue('20');
    await expect(page.getByLabel('Số lượt được làm')).toHaveValue('2');
    await tab(page, 'Câu hỏi');
    await expect(page.getByText('7 câu, tổng 10 điểm')).toBeVisible();
    await page.getByRole('button', { name: /^Thiết lập phần/ }).click();
    await expect(shuffle).not.toBeChecked();
  });

  await test.step('as a learner', async () => {
    // The order of the paper is the order of the bank's choice; the journey answers by the order that it wrote.
    await page.getByRole('button', { name: 'Xem trước như học viên' }).click();
    await page.waitForURL('**/hoc/lam-bai/**');
    await expect(page.getByText('Xem thử, không tính kết quả')).toBeVisible();
    await expect(page.getByRole('timer', { name: 'Thời gian còn lại' })).toContainText(
      /Còn (19|20):\d\d/,
    );
    await look(page);
    await submit(page);
    await expect(page.getByText('Đây là lượt xem thử, không tính kết quả.')).toBeVisible();
    await expect(
      page.getByText('0 câu đúng, 0 đúng một phần, 0 sai, 7 không trả lời'),
    ).toBeVisible();
    await expect(page.getByText('Giải thích cho câu ordering.')).toBeVisible();
    await look(page);
    await page.getByRole('link', { name: 'Quay lại soạn bài' }).click();
    await expect(page.getByText('7 câu, tổng 10 điểm')).toBeVisible();
  });
});

test('a preview takes every kind of answer', async ({ page }, { project }) => {
  const course = await publishCourse({ name: `Khóa xem thử ${project.name}`, draft: true });
  await enter(page, 'giangvien');
  await page.goto(`/soan/${course.courseId}`);
  await page.getByRole('link', { name: /Bài kiểm tra cuối khóa/ }).click();
  await page.getByRole('button', { name: 'Xem trước như học viên' }).click();
  await page.waitForURL('**/hoc/lam-bai/**');
  await answerAll(page);
  await submit(page);
  await expect(page.getByText('7 câu đúng, 0 đúng một phần, 0 sai, 0 không trả lời')).toBeVisible();
});

test('publishes; the published version is read-only; the next draft is not seen by officers', async ({
  page,
  device,
}, { project }) => {
  const course = await publishCourse({
    name: `Khóa phát hành ${project.name}`,
    questions: [ONE_EASY],
    draft: true,
  });
  const officer = await hire(`Bản cũ ${project.name} ${mark()}`);
  await enter(page, 'giangvien');

  await test.step('publishes', async () => {
    await page.goto(`/soan/${course.courseId}/phat-hanh`);
    await expect(page.getByText('Bản nháp đã đủ điều kiện phát hành.')).toBeVisible();
    await look(page);
    await page.getByRole('button', { name: 'Phát hành bản 1' }).click();
    const question = page.getByRole('dialog', { name: 'Phát hành bản 1?' });
    await expect(question).toContainText('không sửa được nữa');
    await question.getByRole('button', { name: /^Phát hành/ }).click();
    await expect(page.getByText('Đã phát hành bản 1.')).toBeVisible();
    await expect(page.getByText('Bản đã phát hành không sửa được', { exact: true })).toBeVisible();
    await look(page);
  });
  await enrol(course, [officer]);

  await test.step('what is published can be read only', async () => {
    await page.getByRole('link', { name: 'Nội dung', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Thêm phần' })).toHaveCount(0);
    await page.getByRole('link', { name: /Bài số 1/ }).click();
    await expect(page.getByText(/Bài thuộc bản đã phát hành/)).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Nội dung bài' })).toHaveCount(0);
    await expect(page.getByRole('heading', { name: 'Mục 1', exact: true })).toBeVisible();
    await look(page);
  });

  await test.step('the next draft', async () => {
    await page.goto(`/soan/${course.courseId}`);
    await page.getByRole('button', { name: 'Sửa thành bản nháp mới' }).first().click();
    await expect(page.getByText('Bản nháp 2 · đang phát hành bản 1')).toBeVisible();
    await page.getByRole('link', { name: /Bài số 1/ }).click();
    await page.getByLabel('Tên bài', { exact: true }).fill('Bài đã sửa cho bản sau');
    await expect(kept(page)).toBeVisible();
    await page.getByRole('link', { name: 'Nội dung khóa học' }).click();
    await expect(page.getByRole('link', { name: /Bài đã sửa cho bản sau/ })).toBeVisible();
  });

  await test.step('officers still see the old one', async () => {
    const learner = await device();
    await enter(learner, officer.username, officer.password);
    await learner.goto((await ownCourse(officer, course)).path);
    await expect(learner.getByRole('link', { name: /Bài số 1/ }).first()).toBeVisible();
    await expect(learner.getByText('Bài đã sửa cho bản sau')).toHaveCount(0);
    await expect(learner.getByText(`${course.code}, 1`)).toBeVisible();
  });
});
