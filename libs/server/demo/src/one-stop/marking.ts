/** The room where two instructors mark what was written: most of it, and not all. */
import { endpoints } from '@tap-huan/contract';
import type { DemoPerson } from '../person';
import type { Grade } from './essays';
import { IN_DOUBT } from './exam';
import type { Player, Stage } from './stage';

const HOUR = 3_600_000;
/** Papers of the second marker that stay where they are, so that somebody finds work. */
const LEFT_TO_SECOND = 2;

interface Task {
  id: string;
  slot: number;
  takerId: string;
  questionId: string;
  state: 'waiting' | 'second' | 'to_agree' | 'done';
}

/** Levels of each criterion, by their place. */
const LEVELS: Record<Grade, Record<string, number>> = {
  0: { 'van-de': 1, 'quy-dinh': 1, 'thai-do': 1, 'quy-trinh': 1 },
  1: { 'van-de': 2, 'quy-dinh': 2, 'thai-do': 2, 'quy-trinh': 2 },
  2: { 'van-de': 3, 'quy-dinh': 3, 'thai-do': 3, 'quy-trinh': 3 },
};
/** Hundredths for the form that was handed in. */
const FORM: Record<Grade, number> = { 0: 300, 1: 225, 2: 75 };

const COMMENTS: Record<Grade, readonly string[]> = {
  0: [
    'Đi đúng thứ tự con người – hồ sơ – quy trình; lời xin lỗi cụ thể.',
    'Đề xuất có người làm và thời hạn, dùng được ngay.',
  ],
  1: [
    'Xử lý đúng hướng nhưng chưa nói rõ để lại dấu vết gì cho người dân.',
    'Cần nêu ai làm, xong khi nào trong phần sửa quy trình.',
  ],
  2: [
    'Bài còn đổ lỗi cho người dân; đọc lại nguyên tắc yêu cầu bổ sung một lần.',
    'Giữ hồ sơ không có mã là việc không được làm.',
  ],
};
const FORM_COMMENTS: Record<Grade, string> = {
  0: 'Phiếu đủ năm phần, người trực ca sau làm tiếp được.',
  1: 'Phiếu đủ phần nhưng thiếu người theo dõi.',
  2: 'Phiếu sơ sài: thiếu mã hồ sơ, thiếu người chịu trách nhiệm.',
};

export async function mark(stage: Stage): Promise<void> {
  const { now } = stage.academy;
  const first = await stage.staff('giangvien', new Date(now.getTime() - 20 * HOUR));
  await fillCommentBank(stage, first);
  const tasks = await tasksOf(stage);
  for (const [at, player] of stage.of('marked').entries()) {
    stage.academy.clock.set(new Date(now.getTime() - 20 * HOUR + at * 6 * 60_000));
    for (const task of own(tasks, player)) {
      // The last one is begun only.
      const isDraft = at === stage.of('marked').length - 1 && task.slot === 3;
      await give(first, task, player.grade, !isDraft);
    }
    await stage.academy.settle();
  }
  await markAgain(stage);
}

/** The second marker: one paper is seen quite otherwise, most alike, and a few wait. */
async function markAgain(stage: Stage): Promise<void> {
  const second = await stage.staff('giangvien2', new Date(stage.academy.now.getTime() - 17 * HOUR));
  const wanted = (await tasksOf(stage)).filter(({ state }) => state === 'second');
  const inDoubt = stage.one('marked', IN_DOUBT);
  const certain = own(wanted, inDoubt);
  const others = wanted.filter((task) => !certain.includes(task));
  const taken = [...certain, ...others.slice(0, Math.max(2, others.length - LEFT_TO_SECOND))];
  let differs = true;
  for (const task of taken) {
    const player = stage.players.find(({ officer }) => officer.accountId === task.takerId);
    if (!player) throw new Error('Somebody who does not play has handed in.');
    // One disagreement is enough to show how two markers come to one mark.
    const apart = differs && player !== inDoubt && player.grade !== 2;
    const grade = apart ? 2 : player.grade;
    if (apart) differs = false;
    await give(second, task, grade, true);
    await stage.academy.settle();
  }
}

async function give(
  marker: DemoPerson,
  { id, slot }: Task,
  grade: Grade,
  final: boolean,
): Promise<void> {
  const isEssay = slot === 3;
  const levels = Object.entries(LEVELS[grade]).map(([criterion, level]): [string, string] => [
    criterion,
    `${criterion}-${level}`,
  ]);
  await marker.call(endpoints.saveMark, {
    params: { taskId: id },
    body: {
      awarded: isEssay ? null : FORM[grade],
      levels: isEssay ? Object.fromEntries(levels) : {},
      comment: isEssay ? COMMENTS[grade].join(' ') : FORM_COMMENTS[grade],
      final,
      revision: 0,
    },
  });
}

async function fillCommentBank(stage: Stage, marker: DemoPerson): Promise<void> {
  const params = { questionId: stage.question('ck-03').id };
  for (const text of Object.values(COMMENTS).flat()) {
    await marker.call(endpoints.addMarkingComment, { params, body: { text } });
  }
}

const own = (tasks: readonly Task[], { officer }: Player): Task[] =>
  tasks.filter(({ takerId }) => takerId === officer.accountId);

/** Of the final paper, in the order in which they came in; markers see no names, the demonstration does. */
const tasksOf = (stage: Stage): Promise<Task[]> =>
  stage.academy.sql.rows<Task>(
    `select t.id, t.slot, t.state, t.question_id as "questionId", a.taker_id as "takerId"
     from assessment.marking_task t join assessment.attempt a on a.id = t.attempt_id
     where t.quiz_id = $1 order by t.submitted_at, t.attempt_id, t.slot`,
    [stage.quizId('cuoi-khoa')],
  );
