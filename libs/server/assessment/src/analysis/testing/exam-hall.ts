/** The room where whole exams are sat at once for the tests: attempts and results are written as they would be stored. */
import { randomUUID } from 'node:crypto';
import type { QuestionContent } from '@tap-huan/contract';
import { type Outcome, type Random, seededRandom } from '@tap-huan/rules';
import type { QuizMade, World } from '../../testing/world';

/** What one attempt has at one slot. */
export interface GivenSlot {
  key: string;
  questionId: string;
  versionId: string;
  /** Of the version whose key marked it; missing is its own. */
  markedBy?: string;
  points: number;
  /** Null waits for a marker. */
  awarded: number | null;
  outcome: Outcome;
  label: string;
  seconds: number;
}

export interface GivenAttempt {
  takerId: string;
  quizId: string;
  quizVersionId: string;
  unitId: string | null;
  jobPosition: string | null;
  submittedAt: Date;
  slots: GivenSlot[];
}

/** A fixed slot of a published quiz. */
export interface SeatedQuestion {
  key: string;
  questionId: string;
  versionId: string;
  points: number;
}

const base = { feedback: '', hints: [], legalBasis: [], asOf: null, tags: [], stimulusId: null };

/** A question with four options, the first of which is the key. */
export const choice = (name: string, correct = 'a'): QuestionContent => ({
  kind: 'single',
  stem: `<p>${name}</p>`,
  ...base,
  reviewOn: null,
  era: 'any',
  difficulty: 'recall',
  options: ['a', 'b', 'c', 'd'].map((id) => ({ id, text: `${name} – phương án ${id}` })),
  correct,
});

/** The slots of a published version whose questions are all fixed. */
export async function seatedQuestions(
  world: World,
  quizVersionId: string,
): Promise<SeatedQuestion[]> {
  return world.test.sql.rows<SeatedQuestion>(
    `select s.slot->>'id' as key, s.slot->'question'->>'questionId' as "questionId",
       s.slot->'question'->>'questionVersionId' as "versionId", (s.slot->>'points')::int as points
     from assessment.quiz_version v, jsonb_path_query(v.sections, '$[*].slots[*]') with ordinality as s (slot, place)
     where v.id = $1 order by s.place`,
    [quizVersionId],
  );
}

/** Accounts of officers. */
export async function officers(world: World, count: number): Promise<string[]> {
  const rows = await world.test.sql.rows<{ id: string }>(
    `insert into identity.account (id, username, full_name, password_hash, language, created_at, sort_key, search_text)
     select id, 'officer-' || id, 'Học viên ' || n, '-', 'vi', now(), 'hv ' || lpad(n::text, 6, '0'), 'hv'
     from (select gen_random_uuid() as id, n from generate_series(1, $1::int) n) made returning id`,
    [count],
  );
  return rows.map(({ id }) => id);
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** Stores attempts with their results, as submission does. */
export async function handIn(world: World, given: readonly GivenAttempt[]): Promise<string[]> {
  const rows = given.map((attempt) => {
    const { slots } = attempt;
    const waiting = slots.some(({ awarded }) => awarded === null);
    const points = Math.max(0, sum(slots.map(({ awarded }) => awarded ?? 0)));
    const maximum = sum(slots.map((slot) => slot.points));
    return {
      ...attempt,
      ...{ id: randomUUID(), contextId: randomUUID(), phase: waiting ? 'submitted' : 'marked' },
      points: waiting ? null : points,
      maximum: waiting ? null : maximum,
      scoreOfTen: waiting ? null : maximum > 0 ? Math.round((1000 * points) / maximum) : 0,
      passed: waiting ? null : points * 2 >= maximum && maximum > 0,
      keys: slots.map(({ key }) => key),
      questionIds: slots.map(({ questionId }) => questionId),
      versionIds: slots.map(({ versionId }) => versionId),
      markedBy: slots.map(({ markedBy, versionId }) => markedBy ?? versionId),
      worth: slots.map((slot) => slot.points),
      awarded: slots.map(({ awarded }) => awarded),
      outcomes: slots.map(({ outcome }) => outcome),
      labels: slots.map(({ label }) => label),
      seconds: slots.map(({ seconds }) => seconds),
    };
  });
  const texts = (name: string, type: string) =>
    `array(select e.value::${type} from jsonb_array_elements_text(g."${name}") with ordinality e (value, place) order by place)`;
  await world.test.sql.rows(
    `with given as materialized (
       select g.* from jsonb_to_recordset($1::jsonb) as g (id uuid, "contextId" uuid, phase text, "takerId" uuid,
         "quizId" uuid, "quizVersionId" uuid, "unitId" uuid, "jobPosition" text, "submittedAt" timestamptz, points int,
         maximum int, "scoreOfTen" int, passed boolean, keys jsonb, "questionIds" jsonb, "versionIds" jsonb,
         "markedBy" jsonb, worth jsonb, awarded jsonb, outcomes jsonb, labels jsonb, seconds jsonb)
     ), sat as (
       insert into assessment.attempt (id, quiz_id, quiz_version_id, taker_id, context_id, number, preview, phase,
         started_at, submitted_at, paper, kinds, settings, title, return_path, points, maximum, score_of_ten, passed,
         graded_by)
       select id, "quizId", "quizVersionId", "takerId", "contextId", 1, false, phase, "submittedAt" - interval '20 minutes',
         "submittedAt", '{}', '{}', '{}', 'Bài kiểm tra', '/hoc', points, maximum, "scoreOfTen", passed,
         case when phase = 'marked' then 'machine' end from given
     )
     insert into assessment.result (attempt_id, quiz_id, quiz_version_id, unit_id, job_position, submitted_at, slot_keys,
       question_ids, version_ids, marked_by_version_ids, points, awarded, outcomes, labels, seconds, certainties, sections)
     select id, "quizId", "quizVersionId", "unitId", "jobPosition", "submittedAt", ${texts('keys', 'text')},
       ${texts('questionIds', 'uuid')}, ${texts('versionIds', 'uuid')}, ${texts('markedBy', 'uuid')},
       ${texts('worth', 'int')}, ${texts('awarded', 'int')}, ${texts('outcomes', 'text')}, ${texts('labels', 'text')},
       ${texts('seconds', 'int')}, '{}', '[]'
     from given g`,
    [JSON.stringify(rows)],
  );
  return rows.map(({ id }) => id);
}

/** Whether an officer of this ability gets a question of this difficulty right. */
export const isRight = (random: Random, ability: number, difficulty: number): boolean =>
  random() < 1 / (1 + Math.exp(difficulty - ability));

/** Minutes after 1 November 2026, 8:00 in Việt Nam. */
export const minute = (minutes: number): Date =>
  new Date(Date.UTC(2026, 10, 1, 1) + minutes * 60_000);

export interface Sitting {
  questions: readonly SeatedQuestion[];
  takers: readonly string[];
  seed: string;
  /** Label of an answer; the default gives the key `a` to whoever is right and any other to the rest. */
  label?: (right: boolean, question: number, random: Random) => string;
}

/** One attempt of each taker; able officers answer better, later questions are harder, the order is shuffled. */
export function sat(
  { quizId, quizVersionId }: Pick<QuizMade, 'quizId' | 'quizVersionId'>,
  sitting: Sitting,
) {
  const { questions, takers, seed } = sitting;
  const random = seededRandom(seed);
  const label =
    sitting.label ??
    ((right: boolean) => (right ? 'a' : (['b', 'c', 'd'][Math.floor(random() * 3)] as string)));
  return takers.map((takerId, place): GivenAttempt => {
    const ability = 4 * (random() - 0.5);
    const slots = questions.map((question, number): GivenSlot => {
      const right = isRight(random, ability, number / 2 - questions.length / 4);
      return {
        ...question,
        awarded: right ? question.points : 0,
        outcome: right ? 'right' : 'wrong',
        label: label(right, number, random),
        seconds: Math.floor(20 + 60 * random()),
      };
    });
    slots.sort(() => random() - 0.5);
    return {
      ...{ takerId, quizId, quizVersionId, unitId: null, jobPosition: null, slots },
      submittedAt: minute(place),
    };
  });
}
