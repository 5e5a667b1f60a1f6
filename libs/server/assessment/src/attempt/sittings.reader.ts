/** The room where all that an officer did on a paper is read together, for marking and for looking at it. */
import { Injectable } from '@nestjs/common';
import type { AnswerResponse } from '@tap-huan/contract';
import type { FrozenPaper, SlotCheck } from '@tap-huan/rules';
import { Sql } from '@tap-huan/server/platform';
import { Papers } from './papers.reader';

/** A stored answer. */
export interface StoredAnswer {
  slot: number;
  response: AnswerResponse | null;
  flagged: boolean;
  certainty: number | null;
  seq: number;
  savedAt: Date;
  seconds: number;
  late: boolean;
}

/** One thing asked for in practice. */
export type StoredCheck = SlotCheck & { slot: number };

/** A `Sitting` of the rules, with the answers as they are stored. */
export interface StoredSitting {
  paper: FrozenPaper;
  answers: StoredAnswer[];
  responses: Map<number, AnswerResponse | null>;
  certainties: Map<number, number | null>;
  checks: Map<number, StoredCheck[]>;
}

type Source = Pick<Sql, 'rows' | 'prepared'>;

const ANSWERS = `select slot, response, flagged, certainty, seq, saved_at as "savedAt", seconds, late
  from assessment.answer where attempt_id = $1 order by slot`;

@Injectable()
export class Sittings {
  constructor(
    private readonly sql: Sql,
    private readonly papers: Papers,
  ) {}

  /** Everything on an attempt; `practice` says whether checks have to be read, too. */
  async of(
    attemptId: string,
    practice: boolean,
    source: Source = this.sql,
  ): Promise<StoredSitting> {
    const paper = await this.papers.of(attemptId, source);
    const answers = await this.answers(attemptId, source);
    const checks = practice ? await this.checks(attemptId, source) : new Map();
    return {
      paper,
      answers,
      responses: new Map(answers.map(({ slot, response }) => [slot, response])),
      certainties: new Map(answers.map(({ slot, certainty }) => [slot, certainty])),
      checks,
    };
  }

  answers(attemptId: string, source: Source = this.sql): Promise<StoredAnswer[]> {
    return source.prepared<StoredAnswer>('attempt-answers', ANSWERS, [attemptId]);
  }

  /** What was checked and which hints were asked for, by slot, in order. */
  async checks(attemptId: string, source: Source = this.sql): Promise<Map<number, StoredCheck[]>> {
    const rows = await source.rows<StoredCheck>(
      `select slot, kind, response from assessment.slot_check where attempt_id = $1 order by id`,
      [attemptId],
    );
    return Map.groupBy(rows, ({ slot }) => slot);
  }
}
