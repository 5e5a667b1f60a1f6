/** The room of random draws: which questions of a bank fit, each with the version that stands now. */
import { Injectable } from '@nestjs/common';
import type { QuestionContent, QuizSlot } from '@tap-huan/contract';
import type { Sql } from '@tap-huan/server/platform';

/** What a random slot asks for; its bank must be usable to whoever asks, see `bankUsable`. */
export type DrawFilter = Pick<
  Extract<QuizSlot, { kind: 'random' }>,
  'bankId' | 'categoryId' | 'includeSubcategories' | 'tags'
> & { difficulty: QuestionContent['difficulty'] | null };

/** A question in the version that stands now, and the stimulus in the version that stands now. */
export interface ReadyQuestion {
  questionId: string;
  questionVersionId: string;
  stimulusVersionId: string | null;
}

@Injectable()
export class ReadyQuestions {
  /** Questions with status `ready` that fit, in the order they were written. */
  fitting(source: Pick<Sql, 'rows'>, filter: DrawFilter): Promise<ReadyQuestion[]> {
    const { bankId, categoryId, includeSubcategories, tags, difficulty } = filter;
    return source.rows<ReadyQuestion>(
      `with recursive below as (
         select id from assessment.category where id = $2 and bank_id = $1
         union
         select c.id from assessment.category c join below on c.parent_id = below.id where $3
       )
       select q.id as "questionId", v.id as "questionVersionId", sv.id as "stimulusVersionId"
       from assessment.question q
         join assessment.question_version v on v.question_id = q.id and v.number = q.current_version
         cross join lateral jsonb_to_record(v.content)
           as c (tags jsonb, difficulty text, "stimulusId" uuid)
         left join assessment.stimulus s on s.id = c."stimulusId"
         left join assessment.stimulus_version sv on sv.stimulus_id = s.id and sv.number = s.current_version
       where q.bank_id = $1 and q.status = 'ready'
         and ($2::uuid is null or q.category_id in (select id from below))
         and c.tags ?& $4::text[]
         and ($5::text is null or c.difficulty = $5)
       order by q.ordinal`,
      [bankId, categoryId, includeSubcategories, tags, difficulty],
    );
  }
}
