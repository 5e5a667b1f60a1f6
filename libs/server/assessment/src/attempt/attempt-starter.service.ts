/** The room where an attempt begins: the paper is drawn and frozen, the deadline is fixed. */
import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { QuizSettings } from '@tap-huan/contract';
import {
  closesAtOf,
  deadlineOf,
  type EffectiveRules,
  effectiveSettings,
  type FrozenPaper,
  type FrozenSection,
  isExpired,
  partDeadline,
  partsOf,
} from '@tap-huan/rules';
import { accountOf, type Actor, found, Tx, Writer } from '@tap-huan/server/platform';
import { QuizReader } from '../quiz/quiz.reader';
import { QuizSections } from '../quiz/quiz-sections';
import { BlankPapers, hasDraws } from './blank-papers';
import { Papers } from './papers.reader';
import { type Standing, type StandingAttempt, type StandingOf, Standings } from './standing.reader';

export interface AttemptStart extends StandingOf {
  /** Where the page goes after the attempt. */
  returnPath: string;
}

/** What an attempt is made of. */
interface Blank {
  quizId: string;
  quizVersionId: string | null;
  takerId: string;
  contextId: string | null;
  returnPath: string;
  title: string;
  number: number;
  rules: EffectiveRules;
  paper: FrozenPaper;
}

/** Tries of a start that others get ahead of. */
const ROUNDS = 3;

/** What an attempt keeps of the settings: whoever sits it must not be able to read the access password anywhere. */
export const withoutPassword = (settings: QuizSettings): QuizSettings => ({
  ...settings,
  accessPassword: null,
});

/** Times and the open part of an attempt that begins now, as parameters of a statement. */
function beginning(
  now: Date,
  { settings, timePercent }: EffectiveRules,
  sections: FrozenSection[],
) {
  const deadline = deadlineOf(now, settings, sections, timePercent);
  const [first] = partsOf({ sections }, settings, timePercent) ?? [];
  return [
    deadline,
    closesAtOf(deadline, settings),
    first?.index ?? null,
    first?.from ?? null,
    first?.to ?? null,
    first ? partDeadline(first, now, now, deadline) : null,
  ];
}

/** Expects `begun (id)`; $1 now, $2 the account that acts, $3 deadline … $8 as `beginning` says. */
const FIRST_ROWS = `
  part as (
    insert into assessment.attempt_part (attempt_id, part, slot_from, slot_to, opened_at, deadline)
    select id, $5::int, $6::int, $7::int, $1::timestamptz, $8::timestamptz from begun where $5::int is not null
  ), told as (
    insert into assessment.step (attempt_id, kind, at, by_account, detail)
    select id, 'started', $1::timestamptz, $2::uuid, $9::jsonb from begun where $9::jsonb is not null
  )
  select id from begun`;

const BEGIN = `
  with begun as (
    insert into assessment.attempt (id, quiz_id, quiz_version_id, taker_id, context_id, number, preview, phase,
      started_at, deadline, closes_at, part, part_from, part_to, part_deadline, paper, kinds, settings, title,
      return_path, time_percent, screen, file_key)
    values ($10, $11, $12, $13, $14, $15, $12::uuid is null, 'open', $1, $3, $4, $5, $6, $7, $8, $16, $17, $18, $19,
      $20, $21, $22, $23)
    on conflict do nothing returning id
  ), ${FIRST_ROWS}`;

/** A prepared attempt has its paper; what holds for its taker may have changed since. */
const OPEN_PREPARED = `
  with begun as (
    update assessment.attempt
    set phase = 'open', started_at = $1, deadline = $3, closes_at = $4, part = $5, part_from = $6, part_to = $7,
      part_deadline = $8, settings = $11, time_percent = $12, screen = $13, return_path = $14
    where id = $10 and phase = 'prepared' returning id
  ), ${FIRST_ROWS}`;

@Injectable()
export class AttemptStarter {
  constructor(
    private readonly writer: Writer,
    private readonly standings: Standings,
    private readonly drafts: QuizReader,
    private readonly sections: QuizSections,
    private readonly blanks: BlankPapers,
    private readonly papers: Papers,
  ) {}

  /**
   * Starts an attempt on a published quiz, inside the caller's transaction; whether one may be started is the caller's
   * rule. Where one is open already, that one is answered, also when two calls come at the same time. One that was
   * prepared is opened.
   * @param standing what the caller has read in this transaction already
   */
  async start(tx: Tx, start: AttemptStart, standing?: Standing): Promise<string> {
    let known = standing ?? (await this.standings.of(start, tx));
    for (let round = 0; round < ROUNDS; round += 1) {
      const begun = await this.tryStart(tx, start, known);
      if (begun) return begun;
      // Another transaction was faster and has committed: its attempt is the one, unless that is over already.
      known = await this.standings.of(start, tx);
    }
    throw new Error(
      `Attempts on ${known.quiz.quizId} begin and end faster than one can be started.`,
    );
  }

  /** Starts an attempt on the draft for its author: no steps, no news, and it counts nowhere. */
  preview(actor: Actor, quizId: string, returnPath: string): Promise<{ attemptId: string }> {
    return this.writer.write(actor, async (tx) => {
      const draft = await this.drafts.plain(actor, quizId, tx);
      const sections = await this.sections.resolve(tx, draft.sections, 'preview');
      // The author looks at it whenever and from wherever.
      const settings = { ...draft.settings, opensAt: null, closesAt: null, networks: [] };
      const paper = await this.onePaper(tx, { sections, settings });
      const blank: Blank = {
        quizId,
        quizVersionId: null,
        takerId: accountOf(actor),
        contextId: null,
        returnPath,
        title: draft.title,
        number: 1,
        rules: effectiveSettings(settings, null, []),
        paper,
      };
      return { attemptId: found(await this.insert(tx, blank)) };
    });
  }

  private async tryStart(tx: Tx, start: AttemptStart, standing: Standing): Promise<string | null> {
    const { attempts, quiz } = standing;
    const open = attempts.find((one) => one.phase === 'open' && !isExpired(one, tx.now));
    if (open) return open.id;
    const prepared = attempts.find(({ phase }) => phase === 'prepared');
    if (prepared?.quizVersionId === quiz.id) {
      return this.openPrepared(tx, prepared, start, standing);
    }
    // Of a version that is not the taker's any more: nobody has seen it.
    if (prepared) await this.discard(tx, prepared.id);
    const number = Math.max(0, ...attempts.map((one) => (one === prepared ? 0 : one.number))) + 1;
    const paper = await this.onePaper(tx, quiz, await this.seenBy(tx, start, standing));
    const { quizId, title } = quiz;
    return this.insert(tx, { ...start, quizId, title, number, rules: standing, paper });
  }

  private async openPrepared(
    tx: Tx,
    { id, sections }: StandingAttempt,
    { returnPath }: AttemptStart,
    rules: Standing,
  ): Promise<string | null> {
    const [opened] = await tx.prepared<{ id: string }>('attempt-begin-prepared', OPEN_PREPARED, [
      tx.now,
      tx.actor.accountId,
      ...beginning(tx.now, rules, sections ?? []),
      JSON.stringify({ prepared: true }),
      id,
      JSON.stringify(withoutPassword(rules.settings)),
      rules.timePercent,
      JSON.stringify(rules.screen),
      returnPath,
    ]);
    return opened?.id ?? null;
  }

  private async discard(tx: Tx, attemptId: string): Promise<void> {
    await tx.rows(`delete from assessment.attempt where id = $1 and phase = 'prepared'`, [
      attemptId,
    ]);
  }

  /** Asked only where it matters: questions are drawn, and there were attempts before. */
  private async seenBy(
    tx: Tx,
    { takerId }: AttemptStart,
    { quiz, attempts }: Standing,
  ): Promise<ReadonlySet<string> | undefined> {
    if (attempts.length === 0 || !hasDraws(quiz.sections)) return undefined;
    return (await this.blanks.seen(tx, quiz.quizId, [takerId])).get(takerId);
  }

  private async onePaper(
    tx: Tx,
    plan: Parameters<BlankPapers['draw']>[1],
    seen?: ReadonlySet<string>,
  ): Promise<FrozenPaper> {
    const [paper] = await this.blanks.draw(tx, plan, seen && [seen]);
    return found(paper);
  }

  /** @returns the new attempt's id, or null where one is open already. */
  private async insert(tx: Tx, { paper, rules, ...blank }: Blank): Promise<string | null> {
    const id = randomUUID();
    const isPreview = blank.quizVersionId === null;
    const [begun] = await tx.prepared('attempt-begin', BEGIN, [
      tx.now,
      tx.actor.accountId,
      ...beginning(tx.now, rules, paper.sections),
      isPreview ? null : '{}',
      id,
      blank.quizId,
      blank.quizVersionId,
      blank.takerId,
      blank.contextId,
      blank.number,
      JSON.stringify(paper),
      paper.slots.map(({ question }) => question.kind),
      JSON.stringify(withoutPassword(rules.settings)),
      blank.title,
      blank.returnPath,
      rules.timePercent,
      JSON.stringify(rules.screen),
      randomBytes(32),
    ]);
    if (!begun) return null;
    this.papers.keep(id, paper);
    return id;
  }
}
