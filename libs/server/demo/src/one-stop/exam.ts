/** The room of the exam on rules and deadlines: ordinary sittings, a power cut, a lost network, and second tries. */
import { type AnswerResponse, endpoints } from '@tap-huan/contract';
import type { Decided, SheetLine } from '../answer-sheets';
import { Sitting } from './sitting';
import type { Player, Stage } from './stage';

/** What happens in the middle of a sitting. */
type Interruption = 'none' | 'phone_calls' | 'other_device' | 'lost_network';

const INTERRUPTIONS: readonly Interruption[] = [
  'none',
  'phone_calls',
  'none',
  'other_device',
  'none',
  'none',
  'lost_network',
  'none',
];

/** Of those whose final is marked: the ones who sat together when the power went out. */
const AT_POWER_CUT = 6;
/** Passes by the point of the question whose key was of the old decree; see `remarking`. */
export const IN_DOUBT = 7;

export async function examine(stage: Stage): Promise<void> {
  const together = stage.of('marked').slice(0, AT_POWER_CUT);
  for (const player of stage.of('exam', 'marked', 'waiting', 'running')) {
    if (together.includes(player)) continue;
    const moment = stage.academy.at(12 - (player.index % 5), 8 + (player.index % 4) * 2, 5);
    await sit(stage, player, moment, INTERRUPTIONS[player.index % INTERRUPTIONS.length] ?? 'none');
  }
  await powerCut(stage, together);
  await tryAgain(stage);
}

const single = (choice: string): AnswerResponse => ({ kind: 'single', choice });

/**
 * Two keys of the bank were copied from the old decree: whoever knows the new one answers otherwise. One was found
 * meanwhile, the other still waits for somebody who looks at the analysis.
 */
function decided(stage: Stage, { skill, part, place }: Player): Decided {
  const inDoubt = part === 'marked' && place === IN_DOUBT;
  const knows = skill >= 0.72 && !inDoubt;
  const old = inDoubt || place % 3 === 0 ? 'a' : 'c';
  return new Map([
    [stage.question('kt-03').id, single(knows ? 'c' : 'b')],
    [stage.question('kt-05').id, single(knows ? 'b' : old)],
  ]);
}

async function fill(stage: Stage, sitting: Sitting, player: Player): Promise<SheetLine[]> {
  if (player.part !== 'marked' || player.place !== IN_DOUBT) {
    return stage.sheets.fill(sitting.attemptId, player.skill, decided(stage, player));
  }
  // Five points of ten, one of them by the old key.
  const known = new Set([stage.question('kt-01').id, stage.question('kt-02').id]);
  const fixed = new Set(['kt-04', 'tt-01'].map((key) => stage.question(key).id));
  let drawn = 0;
  return stage.sheets.fill(
    sitting.attemptId,
    ({ questionId, section }) => {
      if (known.has(questionId)) return true;
      return !fixed.has(questionId) && section === 1 && (drawn += 1) <= 2;
    },
    decided(stage, player),
  );
}

const timed = (stage: Stage, lines: readonly SheetLine[]) =>
  lines.map(({ slot, response }) => ({
    slot,
    response,
    seconds: Math.round(35 + stage.random() * 90),
  }));

async function sit(
  stage: Stage,
  player: Player,
  moment: Date,
  interruption: Interruption,
): Promise<void> {
  const person = await stage.arrive(player, moment);
  const sitting = await Sitting.begin(stage.academy, person, stage.seat(player, 'kiem-tra'));
  const lines = timed(stage, await fill(stage, sitting, player));
  await sitting.at(9).save(lines.slice(0, 5));
  if (interruption === 'lost_network') return comeBackLate(sitting, lines.slice(5));
  if (interruption === 'phone_calls') await takeCalls(sitting);
  if (interruption === 'other_device') {
    sitting.at(12).person.moveTo('10.20.7.201');
    await sitting.moveToOtherDevice();
  }
  await sitting.at(20).save(lines.slice(5));
  await sitting.at(20 + (player.index % 7)).submit();
}

const takeCalls = (sitting: Sitting): Promise<void> =>
  sitting.at(14).tell([
    ['focus_lost', 10.5],
    ['focus_back', 11.2, 42],
    ['focus_lost', 12],
    ['focus_back', 12.3, 18],
    ['copied', 13],
  ]);

/** The network is gone four minutes before the end and back four minutes after it; what was typed in time counts. */
async function comeBackLate(
  sitting: Sitting,
  lines: readonly ReturnType<typeof timed>[number][],
): Promise<void> {
  await sitting.at(22).save(lines.slice(0, 3));
  const late = lines.slice(3).map((line, at) => ({
    ...line,
    typedAt: sitting.moment(27 + at * 0.7).toISOString(),
  }));
  await sitting.at(34).save(late);
  await sitting.tell([
    ['went_offline', 26],
    ['answer_file_downloaded', 29],
    ['came_online', 33.8, 468],
  ]);
  await sitting.submit();
}

/** Six officers in one room; the power goes out, and everybody gets ten minutes more. */
async function powerCut(stage: Stage, players: readonly Player[]): Promise<void> {
  const noon = stage.academy.at(7, 14);
  const sittings: [Sitting, ReturnType<typeof timed>][] = [];
  for (const player of players) {
    const person = await stage.arrive(player, noon);
    const sitting = await Sitting.begin(stage.academy, person, stage.seat(player, 'kiem-tra'));
    sittings.push([sitting, timed(stage, await fill(stage, sitting, player))]);
  }
  for (const [sitting, lines] of sittings) await sitting.at(8).save(lines.slice(0, 4));
  const instructor = await stage.staff('giangvien', new Date(noon.getTime() + 16 * 60_000));
  await instructor.call(endpoints.extendAttempts, {
    params: { quizId: stage.quizId('kiem-tra') },
    body: { minutes: 10, reason: 'Mất điện phòng máy số 2 từ 14 giờ 08 đến 14 giờ 15' },
  });
  for (const [at, [sitting, lines]] of sittings.entries()) {
    await sitting.at(17).tell([
      ['went_offline', 8.4],
      ['came_online', 15.6, 432],
    ]);
    await sitting.at(30).save(lines.slice(4));
    await sitting.at(31 + at).submit();
  }
}

/** Whoever failed tries once more; one who failed twice gets a third try from the instructor. */
async function tryAgain(stage: Stage): Promise<void> {
  const failed = await failedOnes(stage);
  for (const [at, player] of failed.slice(0, 3).entries()) {
    const better = at === 0 ? player : { ...player, skill: player.skill + 0.4 };
    await sit(stage, better, stage.academy.at(6, 9 + at), 'none');
  }
  const instructor = await stage.staff('giangvien', stage.academy.at(5, 10));
  const params = { quizId: stage.quizId('kiem-tra') };
  const rules = { timeLimitMinutes: null, attemptsAllowed: null, opensAt: null, closesAt: null };
  const nobody = { staffCode: null, unitId: null, jobPosition: null };
  await instructor.call(endpoints.createOverride, {
    params,
    body: {
      ...nobody,
      ...rules,
      staffCode: failed[0]?.officer.staffCode ?? '',
      attemptsAllowed: 3,
      reason: 'Đã ôn lại cùng giảng viên, được làm thêm một lượt',
    },
  });
  await instructor.call(endpoints.createOverride, {
    params,
    body: {
      ...nobody,
      ...rules,
      unitId: stage.organisation.communeCentreIds[3] ?? '',
      timeLimitMinutes: 40,
      reason: 'Đường truyền của xã đang sửa, thêm 10 phút cho mỗi lượt làm bài',
    },
  });
}

async function failedOnes(stage: Stage): Promise<Player[]> {
  const rows = await stage.academy.sql.rows<{ takerId: string }>(
    `select distinct taker_id as "takerId" from assessment.attempt where quiz_id = $1 and passed = false`,
    [stage.quizId('kiem-tra')],
  );
  const failed = new Set(rows.map(({ takerId }) => takerId));
  return stage.of('exam').filter(({ officer }) => failed.has(officer.accountId));
}
