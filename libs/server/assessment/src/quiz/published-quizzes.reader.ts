/** The room of what is published and never changes again: read once, then kept in the process. */
import { Injectable } from '@nestjs/common';
import type { QuestionContent, QuizSettings } from '@tap-huan/contract';
import type { PublishedSection } from '@tap-huan/rules';
import { Sql } from '@tap-huan/server/platform';
import { Recent } from '../recent';

export interface PublishedQuiz {
  /** Of the quiz version. */
  id: string;
  quizId: string;
  title: string;
  /** With the access password: for the server only. */
  settings: QuizSettings;
  sections: PublishedSection[];
}

/** A case, table or film in one version. */
export interface StimulusContent {
  title: string;
  html: string;
}

type Source = Pick<Sql, 'rows'>;

@Injectable()
export class PublishedQuizzes {
  private readonly versions = new Recent<string, PublishedQuiz>(500);
  private readonly contentsById = new Recent<string, QuestionContent>(5_000);
  private readonly stimuliById = new Recent<string, StimulusContent>(500);

  constructor(private readonly sql: Sql) {}

  /** Quiz versions by id; unknown ids are absent. Pass `source` to see what an open transaction has published. */
  all(ids: readonly string[], source: Source = this.sql): Promise<Map<string, PublishedQuiz>> {
    return this.versions.all(ids, async (missing) => {
      const rows = await source.rows<PublishedQuiz>(
        `select id, quiz_id as "quizId", title, settings, sections
         from assessment.quiz_version where id = any($1::uuid[])`,
        [missing],
      );
      return rows.map((row): [string, PublishedQuiz] => [row.id, row]);
    });
  }

  /** Contents, with keys, by question version id. Never for a screen. */
  contents(
    ids: readonly string[],
    source: Source = this.sql,
  ): Promise<Map<string, QuestionContent>> {
    return this.contentsById.all(ids, async (missing) => {
      const rows = await source.rows<{ id: string; content: QuestionContent }>(
        `select id, content from assessment.question_version where id = any($1::uuid[])`,
        [missing],
      );
      return rows.map(({ id, content }): [string, QuestionContent] => [id, content]);
    });
  }

  /** Stimuli by the id of their version. */
  stimuli(
    ids: readonly string[],
    source: Source = this.sql,
  ): Promise<Map<string, StimulusContent>> {
    return this.stimuliById.all(ids, async (missing) => {
      const rows = await source.rows<StimulusContent & { id: string }>(
        `select id, title, html from assessment.stimulus_version where id = any($1::uuid[])`,
        [missing],
      );
      return rows.map(({ id, ...stimulus }): [string, StimulusContent] => [id, stimulus]);
    });
  }
}
