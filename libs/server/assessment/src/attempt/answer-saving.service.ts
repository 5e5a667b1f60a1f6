/** The room of the hot path: answers are saved by one statement, which also decides whether they may be. */
import { Injectable } from '@nestjs/common';
import type { AnswerResponse, assessmentEndpoints, InputOf, OutputOf } from '@tap-huan/contract';
import {
  accountOf,
  type Actor,
  Clock,
  Failure,
  found,
  Sql,
  SYSTEM,
  Writer,
} from '@tap-huan/server/platform';
import { AttemptClosing } from './attempt-closing.service';

type Given = InputOf<typeof assessmentEndpoints.saveAnswers>['body'];
type Saved = OutputOf<typeof assessmentEndpoints.saveAnswers>;

interface Verdict {
  verdict: 'may_save' | 'attempt_closed' | 'attempt_taken_over' | 'deadline_passed' | 'misfit';
  deadline: Date | null;
  /** Slots that the paper does not have, or has with a question of another kind. */
  misfits: number[] | null;
}

/**
 * The share lock waits for a submission that is under way and then sees its outcome, so that no answer is acknowledged
 * that was not marked. `maySave` of the rules says the same of phase and deadline; a test holds the two together.
 */
const SAVE = `
  with attempt as (
    select phase, holder, deadline, kinds from assessment.attempt
    where id = $1 and taker_id = $2 for share
  ), given as (
    select * from jsonb_to_recordset($4::jsonb) as g(slot int, response jsonb, flagged boolean, seq bigint)
  ), misfit as (
    select array_agg(slot) as slots from given cross join attempt
    where kinds[slot] is null or response->>'kind' <> kinds[slot]
  ), judged as (
    select deadline, misfit.slots as misfits, case
      when phase <> 'open' then 'attempt_closed'
      when $5 > deadline then 'deadline_passed'
      when holder is distinct from $3 then 'attempt_taken_over'
      when misfit.slots is not null then 'misfit'
      else 'may_save' end as verdict
    from attempt cross join misfit
  ), saved as (
    insert into assessment.answer as a (attempt_id, slot, response, flagged, seq, saved_at)
    select $1, slot, response, flagged, seq, $5 from given cross join judged where verdict = 'may_save'
    on conflict (attempt_id, slot) do update
      set response = excluded.response, flagged = excluded.flagged, seq = excluded.seq, saved_at = excluded.saved_at
      where a.seq < excluded.seq
  )
  select verdict, deadline, misfits from judged`;

/** Parts of a matching answer; the contract allows no more pairs. */
const MOST_MATCHES = 12;
const MOST_SLOTS = 1_000;

@Injectable()
export class AnswerSaving {
  constructor(
    private readonly sql: Sql,
    private readonly writer: Writer,
    private readonly clock: Clock,
    private readonly closing: AttemptClosing,
  ) {}

  /** Saves answers of the actor's own attempt; when it returns, they are on disk. Safe to repeat. */
  async save(actor: Actor, attemptId: string, { clientId, answers }: Given): Promise<Saved> {
    const now = this.clock.now();
    const impossible = answers.filter(
      ({ slot, response }) => slot > MOST_SLOTS || isOversized(response),
    );
    if (impossible.length > 0)
      throw misfit(
        answers,
        impossible.map(({ slot }) => slot),
      );
    // The one write outside `write`: a single statement is its own transaction.
    const { verdict, deadline, misfits } = found(
      await this.sql.maybe<Verdict>(SAVE, [
        attemptId,
        accountOf(actor),
        clientId,
        JSON.stringify(newestPerSlot(answers)),
        now,
      ]),
    );
    if (verdict === 'misfit') throw misfit(answers, misfits ?? []);
    if (verdict === 'deadline_passed') {
      await this.writer.write(SYSTEM, (tx) => this.closing.expire(tx, attemptId));
    }
    if (verdict !== 'may_save') throw new Failure(verdict);
    return {
      savedAt: now.toISOString(),
      serverNow: now.toISOString(),
      deadline: deadline?.toISOString() ?? null,
    };
  }
}

const isOversized = (response: AnswerResponse | null): boolean =>
  response?.kind === 'matching' && Object.keys(response.matches).length > MOST_MATCHES;

/** One answer a slot, the newest; a statement may not write a row twice. */
function newestPerSlot(answers: Given['answers']): Given['answers'] {
  const newest = new Map<number, Given['answers'][number]>();
  for (const answer of answers) {
    const other = newest.get(answer.slot);
    if (!other || other.seq < answer.seq)
      newest.set(answer.slot, { ...answer, response: storable(answer.response) });
  }
  return [...newest.values()];
}

/** What a person typed is kept in NFC; text that PostgreSQL cannot keep does not come this far. */
const storable = (response: AnswerResponse | null): AnswerResponse | null =>
  response && 'text' in response ? { ...response, text: response.text.normalize('NFC') } : response;

function misfit(answers: Given['answers'], slots: readonly number[]): Failure {
  const issues = answers.flatMap(({ slot }, place) =>
    slots.includes(slot)
      ? [{ path: `answers.${place}`, code: 'does_not_fit', message: 'does not fit the paper' }]
      : [],
  );
  return new Failure('validation_failed', undefined, issues);
}
