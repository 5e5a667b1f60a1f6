/** The room of the one statement that saves: it decides for each request and answer of a batch, and keeps what may be. */
import type { AnswerResponse } from '@tap-huan/contract';
import type { RequestVerdict } from '@tap-huan/rules';

/** An answer on its way into the database. */
export interface AnswerToSave {
  slot: number;
  response: AnswerResponse | null;
  flagged: boolean;
  certainty: number | null;
  seq: number;
  /** ISO 8601; absent is now. */
  typedAt?: string | undefined;
  seconds: number;
}

/** A request on its way into the database; one answer a slot. */
export interface RequestToSave {
  attemptId: string;
  accountId: string;
  clientId: string;
  /** When it came. */
  at: Date;
  answers: readonly AnswerToSave[];
}

/** What became of one answer of a request. */
export interface SavedRow {
  /** Place of the request among those given. */
  n: number;
  verdict: RequestVerdict;
  /** Seconds since 1970, as are the other times. */
  deadline: number | null;
  closesAt: number | null;
  partDeadline: number | null;
  slot: number;
  /** The paper does not have the slot, or has it with a question of another kind. */
  misfit: boolean;
  /** False where it came too late; others of the request may have been kept. */
  taken: boolean;
}

/**
 * Says in SQL what `requestVerdict` and `answerVerdict` of the rules say of one request; a test holds the two together.
 *
 * The key-share lock lets saves of other pages, extensions and each other pass, and meets the lock of a submission:
 * no answer is acknowledged that was not marked. A batch skips rows that a submission holds and answers nothing for them;
 * those requests come again one by one, and wait.
 */
const save = (waiting: '' | 'skip locked'): string => `
  with attempt as materialized (
    select id, taker_id, phase, holder, deadline, closes_at, kinds, part_deadline, part,
      case when part is not null then (settings->>'graceMinutes')::int * interval '1 minute' end as grace
    from assessment.attempt where id = any ($1::uuid[])
    for key share ${waiting}
  ), given as materialized (
    select a.*, g.n, g.at, g.client, g.slot, g.response, g.flagged, g.certainty, g.seq, g.seconds,
      coalesce(least(g.typed_at, g.at), g.at) as typed_at,
      a.kinds[g.slot] is null or coalesce(g.kind <> a.kinds[g.slot], false) as misfit
    from unnest($2::int[], $3::uuid[], $4::uuid[], $5::text[], $6::timestamptz[], $7::int[], $8::text[], $9::jsonb[],
        $10::boolean[], $11::smallint[], $12::bigint[], $13::timestamptz[], $14::int[])
        as g(n, attempt_id, account_id, client, at, slot, kind, response, flagged, certainty, seq, typed_at, seconds)
      join attempt a on a.id = g.attempt_id and a.taker_id = g.account_id
  ), judged as materialized (
    select g.*, case
        when g.phase <> 'open' then 'attempt_closed'
        when g.at > g.closes_at then 'deadline_passed'
        when g.holder is distinct from g.client then 'attempt_taken_over'
        when g.n = any (array(select m.n from given m where m.misfit)) then 'misfit'
        else 'may_save' end as verdict,
      case when g.part is null then coalesce(g.typed_at <= g.deadline, true)
        else coalesce(p.opened and g.typed_at <= p.ends and g.at <= p.ends + g.grace, p.opened, false) end as taken,
      coalesce(g.at > least(g.deadline, p.deadline), false) as late
    from given g
      left join lateral (
        select true as opened, p.deadline, least(g.deadline, p.deadline, p.closed_at) as ends
        from assessment.attempt_part p
        where g.part is not null and p.attempt_id = g.id and g.slot between p.slot_from and p.slot_to
      ) p on true
  ), saved as (
    insert into assessment.answer as a
      (attempt_id, slot, response, flagged, certainty, seq, typed_at, saved_at, late, seconds)
    select id, slot, response, flagged, certainty, seq, typed_at, at, late, seconds
    from judged where verdict = 'may_save' and taken
    -- Several processes that save the same answers meet them in the same order.
    order by id, slot
    on conflict (attempt_id, slot) do update
      set response = excluded.response, flagged = excluded.flagged, certainty = excluded.certainty,
        seq = excluded.seq, typed_at = excluded.typed_at, saved_at = excluded.saved_at, late = excluded.late,
        seconds = excluded.seconds
      where a.seq < excluded.seq
  )
  select n, verdict, date_part('epoch', deadline) as deadline, date_part('epoch', closes_at) as "closesAt",
    date_part('epoch', part_deadline) as "partDeadline", slot, misfit, taken
  from judged`;

/** Saves many requests; those whose attempt is being submitted get no row, nor do those of nobody's attempt. */
export const SAVE_BATCH = { name: 'save-batch', text: save('skip locked') };
/** Saves one request, and waits for a submission that is under way. */
export const SAVE_ONE = { name: 'save-one', text: save('') };

/** A text as an element of a PostgreSQL array: JSON escapes the same two letters in the same way, and does it natively. */
const element = (text: string): string => JSON.stringify(text);

/**
 * The parameters of either statement, an array for each column, written as PostgreSQL reads them: the cheapest form on both
 * sides. Control characters do not come this far inside a text, since responses are JSON.
 */
export function saveParameters(requests: readonly RequestToSave[]): string[] {
  const columns: (string | number | boolean | null)[][] = Array.from({ length: 13 }, () => []);
  const add = (...row: (string | number | boolean | null)[]): void => {
    for (let place = 0; place < row.length; place += 1) columns[place]?.push(row[place] ?? null);
  };
  requests.forEach(({ attemptId, accountId, clientId, at, answers }, n) => {
    const client = element(clientId);
    const came = element(at.toISOString());
    for (const { slot, response, flagged, certainty, seq, typedAt, seconds } of answers) {
      const kind = response?.kind ?? null;
      const json = response && element(JSON.stringify(response));
      const typed = typedAt === undefined ? null : element(typedAt);
      add(
        n,
        attemptId,
        accountId,
        client,
        came,
        slot,
        kind,
        json,
        flagged,
        certainty,
        seq,
        typed,
        seconds,
      );
    }
  });
  return [requests.map(({ attemptId }) => attemptId), ...columns].map(
    (column) => `{${column.map((value) => value ?? 'NULL').join(',')}}`,
  );
}

/** What became of a request. */
export interface SaveOutcome extends Pick<
  SavedRow,
  'verdict' | 'deadline' | 'closesAt' | 'partDeadline'
> {
  /** Slots that the paper does not have, or has with a question of another kind. */
  misfits: number[];
  /** Slots whose answer came too late; the others were kept. */
  refused: number[];
}

/** The rows of a statement by request; requests without a row are absent. */
export function outcomesOf(rows: readonly SavedRow[]): Map<number, SaveOutcome> {
  const outcomes = new Map<number, SaveOutcome>();
  for (const { n, verdict, deadline, closesAt, partDeadline, slot, misfit, taken } of rows) {
    let outcome = outcomes.get(n);
    if (!outcome) {
      outcome = { verdict, deadline, closesAt, partDeadline, misfits: [], refused: [] };
      outcomes.set(n, outcome);
    }
    if (misfit) outcome.misfits.push(slot);
    if (!taken) outcome.refused.push(slot);
  }
  return outcomes;
}
