/** The room of practice: an officer checks an answer, asks for a hint, and is told at once what the quiz shows. */
import { Injectable } from '@nestjs/common';
import type { AnswerResponse, attemptEndpoints, CheckedSlot, InputOf } from '@tap-huan/contract';
import {
  answerVerdict,
  type Contents,
  type FrozenSlot,
  gradeQuestion,
  type PartWindow,
  requestVerdict,
  sameResponse,
  type SavingFacts,
  storableResponse,
  typedAtOf,
} from '@tap-huan/rules';
import { accountOf, type Actor, Failure, found, type Tx, Writer } from '@tap-huan/server/platform';
import { PublishedQuizzes } from '../quiz/published-quizzes.reader';
import { assertWriter, type LockedAttempt, lockOwn } from './locked-attempt';
import { checkedSlot, triesOf } from './practice-view';
import { Sittings, type StoredCheck } from './sittings.reader';

type CheckInput = InputOf<typeof attemptEndpoints.checkAnswer>;
type Given = CheckInput['body']['answer'];

/** A question in practice, read under the attempt's lock. */
interface Practised {
  attempt: LockedAttempt;
  frozen: FrozenSlot;
  contents: Contents;
  checks: StoredCheck[];
  certainties: Map<number, number | null>;
}

@Injectable()
export class Practice {
  constructor(
    private readonly writer: Writer,
    private readonly sittings: Sittings,
    private readonly published: PublishedQuizzes,
  ) {}

  /**
   * Saves an answer and checks it: one try. The same answer checked again, as after a reply that was lost, is no new try.
   * @throws Failure `no_tries_left`, and whatever keeps an answer from being saved
   */
  check(actor: Actor, { params, body }: CheckInput): Promise<CheckedSlot> {
    return this.writer.write(actor, async (tx) => {
      const at = await this.practised(tx, actor, params, body.clientId);
      const answer = { ...body.answer, slot: params.slot };
      const response = answer.response && storableResponse(answer.response);
      const tries = triesOf(at.checks);
      const last = tries.at(-1);
      const isRepeat = last !== undefined && sameResponse(last, response);
      if (!isRepeat && told(at).finished) throw new Failure('no_tries_left');
      if (!isRepeat) {
        await this.save(tx, at, { ...answer, response }, body.clientId);
        at.certainties.set(params.slot, answer.certainty);
        at.checks.push(await insertCheck(tx, at, response));
      }
      return told(at);
    });
  }

  /** Tells the next hint of a question. @throws Failure `no_hints_left` */
  hint(actor: Actor, input: InputOf<typeof attemptEndpoints.askHint>): Promise<CheckedSlot> {
    return this.writer.write(actor, async (tx) => {
      const at = await this.practised(tx, actor, input.params, input.body.clientId);
      if (told(at).hintsLeft === 0) throw new Failure('no_hints_left');
      await tx.rows(
        `insert into assessment.slot_check (attempt_id, slot, kind, at) values ($1, $2, 'hint', $3)`,
        [at.attempt.id, at.frozen.slot, tx.now],
      );
      at.checks.push({ slot: at.frozen.slot, kind: 'hint', response: null });
      return told(at);
    });
  }

  private async practised(
    tx: Tx,
    actor: Actor,
    { attemptId, slot }: { attemptId: string; slot: number },
    clientId: string,
  ): Promise<Practised> {
    const attempt = await lockOwn(tx, attemptId, accountOf(actor));
    assertWriter(attempt, clientId);
    if (attempt.settings.mode !== 'practice') throw new Failure('not_practice');
    const { paper, checks, certainties } = await this.sittings.of(attemptId, true, tx);
    const frozen = found(paper.slots.find((one) => one.slot === slot));
    const isOpen =
      attempt.partFrom === null || (slot >= attempt.partFrom && slot <= (attempt.partTo ?? slot));
    if (!isOpen) throw new Failure('not_found');
    const contents = await this.published.contents([frozen.questionVersionId], tx);
    return { attempt, frozen, contents, checks: [...(checks.get(slot) ?? [])], certainties };
  }

  /** Under the lock, so that nobody else can save meanwhile; the rules decide as they do on the hot path. */
  private async save(
    tx: Tx,
    { attempt, frozen }: Practised,
    answer: Given,
    clientId: string,
  ): Promise<void> {
    const facts = await factsOf(tx, attempt);
    const { slot, response, seq } = answer;
    const given = { clientId, answers: [{ slot, kind: response?.kind ?? null }], now: tx.now };
    const verdict = requestVerdict(facts, given);
    if (verdict === 'misfit' || (response && response.kind !== frozen.question.kind)) {
      throw new Failure('validation_failed', undefined, [
        { path: 'answer', code: 'does_not_fit', message: 'does not fit the paper' },
      ]);
    }
    if (verdict !== 'may_save') throw new Failure(verdict);
    const typedAt = answer.typedAt === undefined ? null : new Date(answer.typedAt);
    const { taken, late } = answerVerdict(facts, { slot, typedAt, now: tx.now });
    if (!taken) throw new Failure('deadline_passed');
    await tx.rows(
      `insert into assessment.answer as a
         (attempt_id, slot, response, flagged, certainty, seq, typed_at, saved_at, late, seconds)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict (attempt_id, slot) do update
         set response = excluded.response, flagged = excluded.flagged, certainty = excluded.certainty,
           seq = excluded.seq, typed_at = excluded.typed_at, saved_at = excluded.saved_at, late = excluded.late,
           seconds = excluded.seconds
         where a.seq < excluded.seq`,
      [
        attempt.id,
        slot,
        response && JSON.stringify(response),
        answer.flagged,
        answer.certainty,
        seq,
        typedAtOf(typedAt, tx.now),
        tx.now,
        late,
        answer.seconds,
      ],
    );
  }
}

const told = ({ attempt, frozen, contents, checks, certainties }: Practised): CheckedSlot =>
  checkedSlot(frozen, contents, checks, attempt.settings, certainties);

async function insertCheck(
  tx: Tx,
  { attempt, frozen, contents }: Practised,
  response: AnswerResponse | null,
): Promise<StoredCheck> {
  const content = found(contents.get(frozen.questionVersionId));
  const { earned, of, outcome } = gradeQuestion(content, frozen.question, response);
  await tx.rows(
    `insert into assessment.slot_check (attempt_id, slot, kind, at, response, earned, earned_of, outcome)
     values ($1, $2, 'check', $3, $4, $5, $6, $7)`,
    [attempt.id, frozen.slot, tx.now, response && JSON.stringify(response), earned, of, outcome],
  );
  return { slot: frozen.slot, kind: 'check', response };
}

/** What the rules need to decide about saving. */
async function factsOf(tx: Tx, attempt: LockedAttempt): Promise<SavingFacts> {
  const row = await tx.maybe<{ kinds: SavingFacts['kinds'] }>(
    `select kinds from assessment.attempt where id = $1`,
    [attempt.id],
  );
  const parts =
    attempt.part === null
      ? null
      : await tx.rows<PartWindow>(
          `select slot_from as "from", slot_to as "to", deadline, closed_at as "closedAt"
           from assessment.attempt_part where attempt_id = $1`,
          [attempt.id],
        );
  return {
    ...attempt,
    kinds: found(row).kinds,
    parts,
    graceMinutes: attempt.settings.graceMinutes,
  };
}
