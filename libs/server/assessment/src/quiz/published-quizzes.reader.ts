/** The room of what is published and never changes again: read once, then kept in the process. */
import { Injectable } from '@nestjs/common';
import type { QuestionContent, QuizSettings } from '@tap-huan/contract';
import { Sql } from '@tap-huan/server/platform';
import { Recent } from '../recent';
import type { VersionSlot } from './quiz.entity';

export interface PublishedQuiz {
  /** Of the quiz version. */
  id: string;
  quizId: string;
  title: string;
  settings: QuizSettings;
  slots: VersionSlot[];
}

@Injectable()
export class PublishedQuizzes {
  private readonly versions = new Recent<string, PublishedQuiz>(500);
  private readonly contentsById = new Recent<string, QuestionContent>(5_000);

  constructor(private readonly sql: Sql) {}

  /** Quiz versions by id; unknown ids are absent. Pass `source` to see what an open transaction has published. */
  all(
    ids: readonly string[],
    source: Pick<Sql, 'rows'> = this.sql,
  ): Promise<Map<string, PublishedQuiz>> {
    return this.versions.all(ids, async (missing) => {
      const rows = await source.rows<PublishedQuiz>(
        `select id, quiz_id as "quizId", title, settings, slots
         from assessment.quiz_version where id = any($1::uuid[])`,
        [missing],
      );
      return rows.map((row): [string, PublishedQuiz] => [row.id, row]);
    });
  }

  /** Contents, with keys, by question version id. Never for a screen. */
  contents(
    ids: readonly string[],
    source: Pick<Sql, 'rows'> = this.sql,
  ): Promise<Map<string, QuestionContent>> {
    return this.contentsById.all(ids, async (missing) => {
      const rows = await source.rows<{ id: string; content: QuestionContent }>(
        `select id, content from assessment.question_version where id = any($1::uuid[])`,
        [missing],
      );
      return rows.map(({ id, content }): [string, QuestionContent] => [id, content]);
    });
  }
}
