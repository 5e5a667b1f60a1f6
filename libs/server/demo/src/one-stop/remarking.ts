/** The room of second thoughts: a key that was wrong, and officers who ask for their marks to be looked at again. */
import { endpoints, questionContent } from '@tap-huan/contract';
import type { Player, QuizName, Stage } from './stage';

const HOUR = 3_600_000;
/** The question whose key was of the old decree. */
const WRONG_KEY = 'kt-03';

export async function secondThoughts(stage: Stage): Promise<void> {
  await correctKey(stage);
  await appeal(stage);
}

/** The instructor writes the right key, and regrades; one officer no longer passes the exam. */
async function correctKey(stage: Stage): Promise<void> {
  const { academy } = stage;
  const instructor = await stage.staff('giangvien', new Date(academy.now.getTime() - 6 * HOUR));
  const { id: questionId, content } = stage.question(WRONG_KEY);
  const { version } = await instructor.call(endpoints.updateQuestion, {
    params: { questionId },
    body: { content: questionContent.parse(content), baseVersion: 1 },
  });
  await instructor.call(endpoints.regrade, {
    params: { quizId: stage.quizId('kiem-tra') },
    body: {
      questionId,
      action: 'newest_key',
      toVersion: version,
      attemptIds: null,
      reason:
        'Đáp án cũ theo Nghị định 61/2018/NĐ-CP; từ 01/7/2025 là 12 đến 36 tháng (Điều 11 Nghị định 118/2025/NĐ-CP)',
    },
  });
  await academy.settle();
}

/** One appeal is answered with a better mark, one with the same, and one is open. */
async function appeal(stage: Stage): Promise<void> {
  const answered = await ask(stage, await marked(stage, 'cuoi-khoa', 1), 5, {
    slot: 4,
    text: 'Phiếu của tôi có ghi người theo dõi ở phần 5. Đề nghị xem lại điểm câu nộp tệp.',
  });
  const upheld = await ask(stage, await marked(stage, 'kiem-tra', 0), 72, {
    slot: null,
    text: 'Tôi đã trả lời đủ mười câu, đề nghị kiểm tra lại việc lưu bài ở phần Thời hạn.',
  });
  await ask(stage, await marked(stage, 'cuoi-khoa', 2), 2, {
    slot: 3,
    text: 'Bài viết của tôi có nêu việc in phiếu hướng dẫn và thời hạn rà mẫu, đề nghị chấm lại tiêu chí “Đề xuất sửa quy trình”.',
  });
  const instructor = await stage.staff(
    'giangvien',
    new Date(stage.academy.now.getTime() - 3 * HOUR),
  );
  await instructor.call(endpoints.answerAppeal, {
    params: { appealId: answered },
    body: { answer: 'Đã xem lại: phần 5 có người theo dõi, nâng điểm câu này.', awarded: 275 },
  });
  await instructor.call(endpoints.answerAppeal, {
    params: { appealId: upheld },
    body: {
      answer: 'Đã đối chiếu nhật ký lượt làm bài: đủ mười câu đã lưu, điểm giữ nguyên.',
      awarded: null,
    },
  });
  await stage.academy.settle();
}

interface Marked {
  player: Player;
  attemptId: string;
}

/** An officer whose fair work is marked, the so-and-so-many-th of them. */
async function marked(stage: Stage, quiz: QuizName, place: number): Promise<Marked> {
  const rows = await stage.academy.sql.rows<{ attemptId: string; takerId: string }>(
    `select id as "attemptId", taker_id as "takerId" from assessment.attempt
     where quiz_id = $1 and phase = 'marked' order by submitted_at, id`,
    [stage.quizId(quiz)],
  );
  const fair = stage.of('marked').filter(({ grade }) => grade === 1);
  const found = fair.flatMap((player) => {
    const own = rows.find(({ takerId }) => takerId === player.officer.accountId);
    return own ? [{ player, attemptId: own.attemptId }] : [];
  });
  const chosen = found[place % Math.max(1, found.length)];
  if (!chosen) throw new Error(`Nothing of ${quiz} is marked.`);
  return chosen;
}

async function ask(
  stage: Stage,
  { player, attemptId }: Marked,
  hoursAgo: number,
  body: { slot: number | null; text: string },
): Promise<string> {
  const moment = new Date(stage.academy.now.getTime() - hoursAgo * HOUR);
  const person = await stage.arrive(player, moment);
  const { id } = await person.call(endpoints.makeAppeal, { params: { attemptId }, body });
  return id;
}
