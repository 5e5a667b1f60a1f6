/** The room where papers are drawn: as many as are asked for, each from its own seed. */
import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { QuizSettings } from '@tap-huan/contract';
import {
  arrangePaper,
  freezePaper,
  type FrozenPaper,
  type PublishedSection,
} from '@tap-huan/rules';
import type { Sql } from '@tap-huan/server/platform';
import { PublishedQuizzes } from '../quiz/published-quizzes.reader';

type Source = Pick<Sql, 'rows'>;

/** What a paper is drawn from. */
export interface PaperPlan {
  sections: readonly PublishedSection[];
  settings: Pick<QuizSettings, 'shuffleOptions'>;
}

/** Whether what a taker has seen matters. */
export const hasDraws = (sections: readonly PublishedSection[]): boolean =>
  sections.some(({ slots }) => slots.some(({ kind }) => kind === 'random'));

const NOTHING: ReadonlySet<string> = new Set();

@Injectable()
export class BlankPapers {
  constructor(private readonly published: PublishedQuizzes) {}

  /**
   * Draws one paper for each set of questions that its taker has seen. Contents are read once for all of them.
   * @param seen ids of questions
   */
  async draw(
    source: Source,
    { sections, settings }: PaperPlan,
    seen: readonly ReadonlySet<string>[] = [NOTHING],
  ): Promise<FrozenPaper[]> {
    const arranged = seen.map((questions) => {
      // From a cryptographic source; with it everything on the paper could be foretold, so it is kept nowhere.
      const seed = randomBytes(16).toString('hex');
      return { seed, paper: arrangePaper(sections, seed, questions) };
    });
    const versions = arranged.flatMap(({ paper }) =>
      paper.slots.map(({ questionVersionId }) => questionVersionId),
    );
    const contents = await this.published.contents([...new Set(versions)], source);
    return arranged.map(({ seed, paper }) => freezePaper(paper, contents, settings, seed));
  }

  /** Ids of the questions on earlier papers of each taker for a quiz, by account; previews are none. */
  async seen(
    source: Source,
    quizId: string,
    takerIds: readonly string[],
  ): Promise<Map<string, Set<string>>> {
    const rows = await source.rows<{ takerId: string; questionIds: string[] }>(
      `select taker_id as "takerId", jsonb_path_query_array(paper, '$.slots[*].questionId') as "questionIds"
       from assessment.attempt
       where taker_id = any($1::uuid[]) and quiz_id = $2 and not preview and phase <> 'prepared'`,
      [takerIds, quizId],
    );
    const seen = new Map<string, Set<string>>();
    for (const { takerId, questionIds } of rows) {
      seen.set(takerId, new Set([...(seen.get(takerId) ?? []), ...questionIds]));
    }
    return seen;
  }
}
