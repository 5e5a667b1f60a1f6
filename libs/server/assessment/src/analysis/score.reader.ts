/** The room where the score of each officer is read for the workbook. */
import { Injectable } from '@nestjs/common';
import type { AnalysisFilter } from '@tap-huan/contract';
import { Sql } from '@tap-huan/server/platform';
import { chosenAttempts, filterValues } from './analysis-view';

/** Names and codes are of today, unit and job position of the day of the attempt. */
export interface ScoreLine {
  /** Null for an account that is no officer's. */
  officerId: string | null;
  fullName: string;
  staffCode: string;
  unitName: string;
  jobPosition: string;
  number: number;
  submittedAt: Date;
  /** Hundredths of a point. */
  points: number;
  maximum: number;
  /** Hundredths on the scale of ten. */
  scoreOfTen: number;
  passed: boolean;
  /** On all questions together. */
  seconds: number;
}

@Injectable()
export class ScoreReader {
  constructor(private readonly sql: Sql) {}

  /** Marked attempts of a view, by name. */
  lines(quizId: string, filter: AnalysisFilter): Promise<ScoreLine[]> {
    return this.sql.rows<ScoreLine>(
      `with chosen as materialized (${chosenAttempts(filter)})
       select o.id as "officerId", acc.full_name as "fullName", coalesce(o.staff_code, '') as "staffCode", coalesce(u.name, '') as "unitName",
         coalesce(r.job_position, '') as "jobPosition", a.number, r.submitted_at as "submittedAt", a.points, a.maximum,
         a.score_of_ten as "scoreOfTen", a.passed, (select sum(s)::int from unnest(r.seconds) as s) as seconds
       from chosen c
         join assessment.attempt a on a.id = c.attempt_id
         join assessment.result r on r.attempt_id = c.attempt_id
         join identity.account acc on acc.id = a.taker_id
         left join organisation.officer o on o.account_id = a.taker_id
         left join organisation.unit u on u.id = r.unit_id
       where c.phase = 'marked'
       order by coalesce(o.sort_key, acc.sort_key) collate "vi-x-icu", a.taker_id, r.submitted_at`,
      filterValues(quizId, filter),
    );
  }
}
