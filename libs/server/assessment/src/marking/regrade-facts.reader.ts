/** The room where papers are read that a regrade looks at: results, and what was answered to the one question. */
import type { AnswerResponse, QuestionContent } from '@tap-huan/contract';
import {
  type FrozenSlot,
  type MarkedSlot,
  regradeProblem,
  type SlotCheck,
  type SlotFacts,
} from '@tap-huan/rules';
import type { Sql } from '@tap-huan/server/platform';
import { RESULT_COLUMNS, type ResultRow, type StoredResult, storedResult } from './stored-result';

type Source = Pick<Sql, 'rows'>;

/** A question with the version whose key would mark it. */
export interface RegradedQuestion {
  id: string;
  title: string;
  toVersion: number;
  /** Of that version. */
  versionId: string;
  content: QuestionContent;
}

/** A version that stands on papers. */
export interface PaperVersion {
  id: string;
  number: number;
  content: QuestionContent;
}

/** A result, with the slots of the question on its paper. */
export interface RegradePaper {
  stored: StoredResult;
  facts: SlotFacts[];
}

/** The question in its newest version; null where there is none. */
export async function newestOf(
  source: Pick<Sql, 'maybe'>,
  questionId: string,
): Promise<RegradedQuestion | null> {
  return source.maybe<RegradedQuestion>(
    `select q.id, v.title, v.number as "toVersion", v.id as "versionId", v.content
     from assessment.question q
       join assessment.question_version v on v.question_id = q.id and v.number = q.current_version
     where q.id = $1`,
    [questionId],
  );
}

/** Versions of the question on papers of the quiz that were submitted, by number. */
export function paperVersions(
  source: Source,
  quizId: string,
  questionId: string,
): Promise<PaperVersion[]> {
  return source.rows<PaperVersion>(
    `select v.id, v.number, v.content from assessment.question_version v
     where v.question_id = $2 and v.id in (
       select used.id from assessment.result r
         join assessment.attempt a on a.id = r.attempt_id and not a.preview
         cross join unnest(r.version_ids) as used (id)
       where r.quiz_id = $1)
     order by v.number`,
    [quizId, questionId],
  );
}

/** Why papers of a version cannot be marked by the newest key. */
export const problemsOf = (
  versions: readonly PaperVersion[],
  { content }: RegradedQuestion,
): { version: number; code: string }[] =>
  versions.flatMap((version) => {
    const code = regradeProblem(version.content, content);
    return code ? [{ version: version.number, code }] : [];
  });

/** Submitted attempts of the quiz whose paper has the question, in a fixed order. */
export async function attemptsWith(
  source: Source,
  quizId: string,
  questionId: string,
): Promise<string[]> {
  const rows = await source.rows<{ id: string }>(
    `select a.id from assessment.result r join assessment.attempt a on a.id = r.attempt_id and not a.preview
     where r.quiz_id = $1 and $2::uuid = any(r.question_ids) order by a.id`,
    [quizId, questionId],
  );
  return rows.map(({ id }) => id);
}

interface PaperRow extends ResultRow {
  frozen: FrozenSlot[];
}

/**
 * The papers of these attempts, as far as the question goes.
 * @param lock whether nobody else may change their marks until the transaction ends
 */
export async function papersWith(
  source: Source,
  attemptIds: readonly string[],
  questionId: string,
  lock: boolean,
): Promise<RegradePaper[]> {
  if (lock) {
    await source.rows(
      `select 1 from assessment.attempt where id = any($1::uuid[]) order by id for no key update`,
      [attemptIds],
    );
  }
  const rows = await source.rows<PaperRow>(
    `select ${RESULT_COLUMNS}, (
       select json_agg(a.paper->'slots'->(place - 1) order by place)
       from unnest(array_positions(r.question_ids, $2::uuid)) as place
     ) as frozen
     from assessment.attempt a join assessment.result r on r.attempt_id = a.id
     where a.id = any($1::uuid[]) order by a.id`,
    [attemptIds, questionId],
  );
  const places = rows.flatMap(({ attemptId, frozen }) =>
    frozen.map(({ slot }) => ({ attemptId, slot })),
  );
  const [answers, chosen, checks] = await Promise.all([
    answersAt(source, places),
    chosenMarks(source, places),
    rows.some(({ settings }) => settings.mode === 'practice') ? checksAt(source, places) : [],
  ]);
  const answerAt = new Map(answers.map((answer) => [keyOf(answer), answer]));
  const chosenAt = new Map(chosen.map((mark) => [keyOf(mark), mark.awarded]));
  const checksOf = Map.groupBy(checks, keyOf);
  return rows.map(({ frozen, ...row }) => {
    const stored = storedResult(row);
    const facts = frozen.map((slot): SlotFacts => {
      const key = keyOf({ attemptId: stored.attemptId, slot: slot.slot });
      const answer = answerAt.get(key);
      return {
        frozen: slot,
        now: stored.slots[slot.slot - 1] as MarkedSlot,
        response: answer?.response ?? null,
        certainty: answer?.certainty ?? null,
        checks: checksOf.get(key) ?? [],
        chosen: chosenAt.get(key) ?? null,
      };
    });
    return { stored, facts };
  });
}

/** A slot of an attempt. */
interface Place {
  attemptId: string;
  slot: number;
}

const keyOf = ({ attemptId, slot }: Place): string => `${attemptId}/${slot}`;

/** $1 is a json array of places. */
const AT = `jsonb_to_recordset($1::jsonb) as at ("attemptId" uuid, slot int)`;

const answersAt = (source: Source, places: readonly Place[]) =>
  source.rows<Place & { response: AnswerResponse | null; certainty: number | null }>(
    `select a.attempt_id as "attemptId", a.slot, a.response, a.certainty
     from ${AT} join assessment.answer a on a.attempt_id = at."attemptId" and a.slot = at.slot`,
    [JSON.stringify(places)],
  );

/** The last mark that a person gave, from the trail: a key does not take it back. */
export const chosenMarks = (source: Source, places: readonly Place[]) =>
  source.rows<Place & { awarded: number }>(
    `select distinct on (s.attempt_id, s.slot) s.attempt_id as "attemptId", s.slot, s.awarded_to as awarded
     from ${AT} join assessment.step s on s.attempt_id = at."attemptId" and s.slot = at.slot
     where s.kind = 'slot_marked' order by s.attempt_id, s.slot, s.id desc`,
    [JSON.stringify(places)],
  );

const checksAt = (source: Source, places: readonly Place[]) =>
  source.rows<Place & SlotCheck>(
    `select c.attempt_id as "attemptId", c.slot, c.kind, c.response
     from ${AT} join assessment.slot_check c on c.attempt_id = at."attemptId" and c.slot = at.slot
     order by c.id`,
    [JSON.stringify(places)],
  );
