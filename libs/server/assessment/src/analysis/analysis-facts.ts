/** The room of what the statistics need besides the results: versions of the quiz, and what its questions say. */
import type { QuestionContent } from '@tap-huan/contract';
import type { PublishedSection } from '@tap-huan/rules';
import type { Sql } from '@tap-huan/server/platform';

export interface QuizVersionFacts {
  id: string;
  number: number;
  passPercent: number;
  sections: PublishedSection[];
}

export interface QuestionVersionFacts {
  id: string;
  questionId: string;
  number: number;
  title: string;
  content: QuestionContent;
}

export interface AnalysisFacts {
  /** Newest first. */
  quizVersions: readonly QuizVersionFacts[];
  questionVersions: ReadonlyMap<string, QuestionVersionFacts>;
}

/** Facts of a quiz and of the question versions that its papers speak of. */
export async function readFacts(
  sql: Pick<Sql, 'rows'>,
  quizId: string,
  questionVersionIds: readonly string[],
): Promise<AnalysisFacts> {
  const [quizVersions, questionVersions] = await Promise.all([
    sql.rows<QuizVersionFacts>(
      `select id, number, (settings->>'passPercent')::int as "passPercent", sections
       from assessment.quiz_version where quiz_id = $1 order by number desc`,
      [quizId],
    ),
    sql.rows<QuestionVersionFacts>(
      `select id, question_id as "questionId", number, title, content
       from assessment.question_version where id = any($1::uuid[])`,
      [questionVersionIds],
    ),
  ]);
  return {
    quizVersions,
    questionVersions: new Map(questionVersions.map((version) => [version.id, version])),
  };
}

/** The slots of a published quiz by the keys that they have on papers, in the order of the quiz. */
export function keysInOrder(sections: readonly PublishedSection[]): string[] {
  return sections
    .flatMap(({ slots }) => slots)
    .flatMap((slot) =>
      slot.kind === 'fixed'
        ? [slot.id]
        : Array.from({ length: slot.count }, (_, place) => `${slot.id}#${place + 1}`),
    );
}

/** Id of the quiz's slot that a key belongs to; a drawn question's key is `id#1`, `id#2` … */
export function slotOf(key: string): { slotId: string; drawn: boolean } {
  const at = key.search(/#\d+$/);
  return at < 0 ? { slotId: key, drawn: false } : { slotId: key.slice(0, at), drawn: true };
}
