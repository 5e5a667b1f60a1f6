/** The room where the officers of the one-stop desk read, practise and weigh how sure they are. */
import { endpoints } from '@tap-huan/contract';
import { Sitting } from './sitting';
import type { Player, Stage } from './stage';

const MINUTE = 60_000;
/** Questions of a practice that are checked one by one before the rest is simply answered. */
const CHECKED = 6;

/** Everybody who has begun, one after the other. */
export async function study(stage: Stage): Promise<void> {
  for (const player of stage.of('reading')) await begin(stage, player);
  for (const player of stage.of('exam', 'marked', 'waiting', 'running')) {
    const arrived = momentOf(stage, player);
    const person = await stage.arrive(player, arrived);
    const lessons = stage.lessons();
    for (const [at, { id, minutes }] of lessons.entries()) {
      stage.academy.clock.set(new Date(arrived.getTime() + (at + 1) * 22 * MINUTE));
      await person.call(endpoints.recordProgress, {
        params: { enrolmentId: stage.enrolmentOf(player.officer), lessonId: id },
        body: { position: 1, done: true, seconds: Math.round(minutes * (35 + player.index)) },
      });
    }
    await practise(
      stage,
      await Sitting.begin(stage.academy, person, stage.seat(player, 'luyen-tap')),
      player,
    );
    await weigh(
      stage,
      await Sitting.begin(stage.academy, person, stage.seat(player, 'tu-danh-gia')),
      player,
    );
  }
}

const momentOf = (stage: Stage, { index }: Player): Date =>
  stage.academy.at(22 - (index % 8), 8 + (index % 4) * 2, (index * 7) % 60);

/** Begins to read, and tries some questions; the practice stays open. */
async function begin(stage: Stage, player: Player): Promise<void> {
  const arrived = momentOf(stage, player);
  const person = await stage.arrive(player, arrived);
  const [first, second] = stage.lessons();
  const enrolmentId = stage.enrolmentOf(player.officer);
  for (const [lesson, done] of [
    [first, true],
    [second, false],
  ] as const) {
    if (!lesson) continue;
    stage.academy.clock.set(new Date(stage.academy.clock.now().getTime() + 20 * MINUTE));
    await person.call(endpoints.recordProgress, {
      params: { enrolmentId, lessonId: lesson.id },
      body: { position: done ? 1 : 0.4, done, seconds: 900 },
    });
  }
  const sitting = await Sitting.begin(stage.academy, person, stage.seat(player, 'luyen-tap'));
  const lines = await stage.sheets.fill(sitting.attemptId, 0.5);
  for (const { slot, response } of lines.slice(0, CHECKED)) {
    await sitting.at(slot * 1.5).check(slot, response);
  }
}

/** Every third officer checks the first questions, with a hint where the answer is wrong. */
async function practise(stage: Stage, sitting: Sitting, player: Player): Promise<void> {
  const lines = await stage.sheets.fill(sitting.attemptId, player.skill);
  const checked = player.index % 3 === 0 ? lines.slice(0, CHECKED) : [];
  for (const { slot, response, right } of checked) {
    await sitting.at(slot).check(slot, response);
    if (!right) await sitting.hint(slot);
  }
  sitting.at(14);
  await sitting.save(
    lines.slice(checked.length).map(({ slot, response }) => ({
      slot,
      response,
      seconds: seconds(stage, 30, 60),
    })),
  );
  await sitting.at(16).submit();
}

/** One question after the other, each with how sure the officer is. */
async function weigh(stage: Stage, sitting: Sitting, player: Player): Promise<void> {
  const lines = await stage.sheets.fill(sitting.attemptId, player.skill);
  for (const [at, { slot, response, right }] of lines.entries()) {
    const certainty = right ? 2 + Math.round(stage.random()) : 1 + Math.round(stage.random() * 0.7);
    await sitting.at(1 + at).save([{ slot, response, certainty, seconds: seconds(stage, 20, 40) }]);
    if (at < lines.length - 1) await sitting.advance(at);
  }
  await sitting.at(lines.length + 1).submit();
}

const seconds = (stage: Stage, least: number, more: number): number =>
  Math.round(least + stage.random() * more);
