/** The room of the hot path: what a page sends is put into the form in which it is kept, and its outcome told. */
import { Injectable } from '@nestjs/common';
import type { AnswerResponse, attemptEndpoints, InputOf, OutputOf } from '@tap-huan/contract';
import { storableResponse } from '@tap-huan/rules';
import { accountOf, type Actor, Clock, Failure, Sql } from '@tap-huan/server/platform';
import { AnswerQueue } from './answer-queue';
import { AttemptFacts } from './attempt-facts.service';
import { ExpiredAttempts } from './expired-attempts';
import type { SaveOutcome } from './save-statement';

type Given = InputOf<typeof attemptEndpoints.saveAnswers>['body'];
type Answers = Given['answers'];
type Saved = OutputOf<typeof attemptEndpoints.saveAnswers>;

/** Parts of a matching, blanks or categorise answer; the contract allows no question with more. */
const MOST_PARTS = 24;
const MOST_SLOTS = 1_000;

@Injectable()
export class AnswerSaving {
  constructor(
    private readonly queue: AnswerQueue,
    private readonly clock: Clock,
    private readonly sql: Sql,
    private readonly facts: AttemptFacts,
    private readonly expired: ExpiredAttempts,
  ) {}

  /**
   * Saves answers of the actor's own attempt; when it returns, they are on disk. Safe to repeat. Those typed after the
   * deadline or in a part that was left are `refused`; the others are kept.
   */
  async save(actor: Actor, attemptId: string, { clientId, answers }: Given): Promise<Saved> {
    const at = this.clock.now();
    const accountId = accountOf(actor);
    const impossible = answers.filter(isImpossible).map(({ slot }) => slot);
    if (impossible.length > 0) throw misfit(answers, impossible);
    if (answers.some(namesFiles)) await this.assertHandedIn(attemptId, answers);
    const request = { attemptId, accountId, clientId, at, answers: newestPerSlot(answers) };
    const outcome = await this.queue.save(request);
    if (outcome.verdict !== 'may_save')
      throw await this.refusal(actor, attemptId, answers, outcome);
    if (this.facts.isElsewhere(actor, attemptId)) await this.facts.heard(actor, attemptId);
    const { deadline, closesAt, partDeadline, refused } = outcome;
    return {
      savedAt: at.toISOString(),
      serverNow: this.clock.now().toISOString(),
      deadline: instantOf(deadline),
      closesAt: instantOf(closesAt),
      partDeadline: instantOf(partDeadline),
      refused,
    };
  }

  private async refusal(
    actor: Actor,
    attemptId: string,
    answers: Answers,
    { verdict, misfits }: SaveOutcome,
  ): Promise<Failure> {
    if (verdict === 'deadline_passed') await this.expired.closeOwn(attemptId, accountOf(actor));
    return verdict === 'misfit' || verdict === 'may_save'
      ? misfit(answers, misfits)
      : new Failure(verdict);
  }

  /** Files are taken for one question of one attempt; an answer there may name them. */
  private async assertHandedIn(attemptId: string, answers: Answers): Promise<void> {
    for (const { slot, response } of answers.filter(namesFiles)) {
      const ids = response?.kind === 'file_upload' ? response.files.map(({ id }) => id) : [];
      const known = await this.sql.rows(
        `select id from assessment.attempt_file where attempt_id = $1 and slot = $2 and id = any ($3::uuid[])`,
        [attemptId, slot, ids],
      );
      if (known.length !== new Set(ids).size) throw misfit(answers, [slot]);
    }
  }
}

const instantOf = (seconds: number | null): string | null =>
  seconds === null ? null : new Date(Math.round(seconds * 1_000)).toISOString();

const namesFiles = ({ response }: Answers[number]): boolean =>
  response?.kind === 'file_upload' && response.files.length > 0;

/** What no paper can have. */
const isImpossible = ({ slot, response }: Answers[number]): boolean =>
  slot > MOST_SLOTS || isOversized(response);

/** Kinds whose response holds what somebody typed; others hold ids and numbers. */
const TYPED: ReadonlySet<string> = new Set([
  'numeric',
  'short_answer',
  'fill_blanks',
  'calculated',
  'essay',
  'file_upload',
]);

/** Kinds whose response is a record; nobody may fill the disk with one. */
function isOversized(response: AnswerResponse | null): boolean {
  if (response?.kind === 'matching') return Object.keys(response.matches).length > MOST_PARTS;
  if (response?.kind === 'fill_blanks') return Object.keys(response.blanks).length > MOST_PARTS;
  return response?.kind === 'categorise' && Object.keys(response.placements).length > MOST_PARTS;
}

/** One answer a slot, the newest; a statement may not write a row twice. What a person typed is kept in NFC. */
function newestPerSlot(answers: Answers): Answers {
  const newest = new Map<number, Answers[number]>();
  for (const answer of answers) {
    const other = newest.get(answer.slot);
    if (!other || other.seq < answer.seq) newest.set(answer.slot, answer);
  }
  return Array.from(newest.values(), (answer) => {
    const { response } = answer;
    return response && TYPED.has(response.kind)
      ? { ...answer, response: storableResponse(response) }
      : answer;
  });
}

function misfit(answers: Answers, slots: readonly number[]): Failure {
  const issues = answers.flatMap(({ slot }, place) =>
    slots.includes(slot)
      ? [{ path: `answers.${place}`, code: 'does_not_fit', message: 'does not fit the paper' }]
      : [],
  );
  return new Failure('validation_failed', undefined, issues);
}
