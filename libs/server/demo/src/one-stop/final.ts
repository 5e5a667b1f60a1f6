/** The room of the last paper: a case, an essay, a form that is handed in – and three officers who still write. */
import { endpoints } from '@tap-huan/contract';
import { fileToSend } from '../courses';
import { essay } from './essays';
import { Sitting } from './sitting';
import type { Player, Stage } from './stage';

const MINUTE = 60_000;
/** Minutes before the loading at which those who still write have begun. */
const BEGAN = [26, 17, 8];

export async function writeFinals(stage: Stage): Promise<void> {
  for (const player of stage.of('marked', 'waiting')) {
    const days = player.part === 'marked' ? 6 - (player.place % 3) : 3 - (player.place % 2);
    const moment = stage.academy.at(days, 8 + (player.index % 4) * 2, 15);
    const sitting = await begin(stage, player, moment);
    await answer(stage, sitting, player);
    await sitting.at(38 + (player.index % 15)).submit();
  }
}

/** The moment of the loading: their clocks run on when the academy opens. */
export async function leaveWriting(stage: Stage): Promise<void> {
  const { now } = stage.academy;
  const players = stage.of('running');
  for (const player of players) {
    const began = BEGAN[player.place] ?? 5;
    const sitting = await begin(stage, player, new Date(now.getTime() - began * MINUTE));
    const lines = await stage.sheets.fill(sitting.attemptId, player.skill);
    const done = lines.slice(0, 2).map(({ slot, response }) => ({ slot, response, seconds: 140 }));
    await sitting.at(4).save(player.place === 2 ? done.slice(0, 1) : done);
    if (player.place === 0) {
      const text = essay(player.grade, player.index).slice(0, 420);
      await sitting.at(14).save([{ slot: 3, response: { kind: 'essay', text }, seconds: 520 }]);
      await sitting.tell([
        ['focus_lost', 11],
        ['focus_back', 11.4, 24],
      ]);
    }
  }
  const [first] = players;
  if (!first) return;
  const instructor = await stage.staff('giangvien', new Date(now.getTime() - 2 * MINUTE));
  const { enrolmentId, lessonId } = stage.seat(first, 'cuoi-khoa');
  const { id } = await stage.academy.sql.one<{ id: string }>(
    `select a.id from assessment.attempt a where a.context_id = $1 and a.quiz_id = $2 and a.phase = 'open'`,
    [enrolmentId, stage.quizId('cuoi-khoa')],
  );
  if (!lessonId) throw new Error('The final quiz stands in no lesson.');
  await instructor.call(endpoints.extendAttempts, {
    params: { quizId: stage.quizId('cuoi-khoa') },
    body: { minutes: 10, reason: 'Máy trạm của học viên khởi động lại', attemptId: id },
  });
}

async function begin(stage: Stage, player: Player, moment: Date): Promise<Sitting> {
  const person = await stage.arrive(player, moment);
  return Sitting.begin(stage.academy, person, stage.seat(player, 'cuoi-khoa'));
}

async function answer(stage: Stage, sitting: Sitting, player: Player): Promise<void> {
  const lines = await stage.sheets.fill(sitting.attemptId, player.grade === 2 ? 0.5 : 1);
  const machine = lines.slice(0, 2);
  await sitting.at(7).save(machine.map(({ slot, response }) => ({ slot, response, seconds: 180 })));
  const text = essay(player.grade, player.place);
  if (player.index % 4 === 1) {
    await sitting.at(20).tell([
      ['focus_lost', 15],
      ['focus_back', 15.8, 48],
      ['pasted', 16],
    ]);
  }
  await sitting.at(26).save([{ slot: 3, response: { kind: 'essay', text }, seconds: 1100 }]);
  const papers = [...stage.course.shipped.handedIn];
  const [, bytes] =
    papers.find(([name]) => name.includes(player.grade === 2 ? 'so-sai' : 'day-du')) ?? [];
  if (!bytes) throw new Error('The papers that officers hand in are missing.');
  const name = `Phiếu xử lý tình huống - ${player.officer.staffCode}.pdf`;
  const file = await sitting.at(34).handIn(4, fileToSend(name, bytes));
  await sitting.save([{ slot: 4, response: { kind: 'file_upload', files: [file] }, seconds: 600 }]);
}
