/** The room where an officer sees how an own attempt went, as far as the quiz shows it now. */
import { Injectable } from '@nestjs/common';
import { type AttemptResult, MARKED_BY_HAND, type ReviewParts } from '@tap-huan/contract';
import {
  attemptsLeft,
  countedResult,
  type CountedResult,
  type FrozenSlot,
  gradeQuestion,
  type Outcome,
  reviewOf,
  reviewSlots,
  type SectionGrade,
  standingResponse,
  stimulusIds,
} from '@tap-huan/rules';
import { accountOf, type Actor, Clock, Failure, found, Sql } from '@tap-huan/server/platform';
import { appealUntil, markedAtOf } from '../marking/appeal-window';
import { handMarksOf } from '../marking/hand-marks.reader';
import { PublishedQuizzes } from '../quiz/published-quizzes.reader';
import { AttemptViews } from './attempt-view.reader';
import { ATTEMPT_COLUMNS, type LockedAttempt } from './locked-attempt';
import { triesOf } from './practice-view';
import { Sittings, type StoredSitting } from './sittings.reader';
import { Standings } from './standing.reader';

type Header = Omit<LockedAttempt, 'phase'> & {
  phase: 'submitted' | 'marked';
  submittedAt: Date;
  closedByDeadline: boolean;
  points: number | null;
  maximum: number | null;
  scoreOfTen: number | null;
  passed: boolean | null;
};

/** The row of marks, arrays in the order of the paper. */
interface ResultRow {
  markedBy: string[];
  /** As they count: nothing where a regrade has left the question out. */
  points: number[];
  awarded: (number | null)[];
  outcomes: Outcome[];
  sections: SectionGrade[];
  /** When its marks were complete first. */
  markedAt: Date | null;
}

const HEADER = `select ${ATTEMPT_COLUMNS}, submitted_at as "submittedAt", closed_by_deadline as "closedByDeadline",
    points, maximum, score_of_ten as "scoreOfTen", passed
  from assessment.attempt where id = $1 and taker_id = $2`;

const RESULT = `select marked_by_version_ids as "markedBy", points, awarded, outcomes, sections,
    ${markedAtOf('$1')} as "markedAt"
  from assessment.result where attempt_id = $1`;

@Injectable()
export class AttemptResults {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly sittings: Sittings,
    private readonly published: PublishedQuizzes,
    private readonly standings: Standings,
    private readonly views: AttemptViews,
  ) {}

  /** The result of the actor's own attempt. @throws Failure `not_found`, `result_not_shown_yet` while it runs */
  async of(actor: Actor, attemptId: string): Promise<AttemptResult> {
    const [own] = await this.sql.prepared<Header>('attempt-result-head', HEADER, [
      attemptId,
      accountOf(actor),
    ]);
    const header = found(own);
    if (!['submitted', 'marked'].includes(header.phase)) throw new Failure('result_not_shown_yet');
    const [[row], standing, sitting] = await Promise.all([
      this.sql.prepared<ResultRow>('attempt-result', RESULT, [attemptId]),
      this.standing(header),
      this.sittings.of(attemptId, header.settings.mode === 'practice'),
    ]);
    const result = found(row);
    const shown = reviewOf(header.settings, {
      submittedAt: header.submittedAt,
      now: this.clock.now(),
      passed: standing.counts?.passed ?? false,
      attemptsLeft: standing.attemptsLeft,
      preview: header.preview,
    });
    return {
      ...headOf(header, sitting, result, shown),
      counts: countsOf(header, standing.counts, shown),
      ...(await this.paperOf(header, sitting, result, shown)),
      appealUntil: appealUntil({ ...header, ...result }, this.clock.now())?.toISOString() ?? null,
    };
  }

  /**
   * How the taker stands at the quiz. An attempt that is still open is not used up: while it runs, the results of the
   * earlier ones must not tell its key.
   */
  private async standing(header: Header): Promise<{
    counts: CountedResult | null;
    attemptsLeft: number | null;
  }> {
    const { quizVersionId, takerId, contextId, settings } = header;
    const standing =
      quizVersionId === null || contextId === null
        ? { attempts: [header], settings }
        : await this.standings.of({ quizVersionId, takerId, contextId });
    const ended = standing.attempts.filter(
      ({ phase }) => phase === 'submitted' || phase === 'marked',
    );
    return {
      counts: countedResult(ended, settings.grading, settings.passPercent),
      attemptsLeft: attemptsLeft(standing.settings, ended.length),
    };
  }

  /** The marked paper, with the versions that marked it. */
  private async paperOf(
    { id, settings }: Header,
    { paper, answers, checks }: StoredSitting,
    { markedBy, points, outcomes, awarded }: ResultRow,
    shown: ReviewParts,
  ): Promise<Pick<AttemptResult, 'slots' | 'stimuli'>> {
    if (!Object.values(shown).some(Boolean)) return { slots: null, stimuli: [] };
    const contents = await this.published.contents(markedBy);
    const byHand = paper.slots.some(isMarkedByHand)
      ? await handMarksOf(this.sql, id)
      : new Map<number, never>();
    const given = new Map(answers.map((answer) => [answer.slot, answer]));
    const slots = paper.slots.map((frozen, place) => {
      const content = found(contents.get(markedBy[place] ?? ''));
      const answer = given.get(frozen.slot);
      return {
        frozen: { ...frozen, points: points[place] ?? frozen.points },
        content,
        ...byHand.get(frozen.slot),
        response: standingResponse(
          answer?.response ?? null,
          triesOf(checks.get(frozen.slot) ?? []),
          settings.practice.tries,
          (response) => gradeQuestion(content, frozen.question, response).outcome === 'right',
        ),
        certainty: answer?.certainty ?? null,
        outcome: outcomes[place] ?? 'unanswered',
        awarded: awarded[place] ?? null,
      };
    });
    return {
      slots: reviewSlots(slots, shown, stimulusIds(paper.slots)),
      stimuli: await this.views.stimuliOf(paper, paper.slots, this.sql),
    };
  }
}

const isMarkedByHand = ({ question }: FrozenSlot): boolean =>
  MARKED_BY_HAND.some((kind) => kind === question.kind);

function headOf(
  header: Header,
  { answers, paper }: StoredSitting,
  { awarded, sections }: ResultRow,
  shown: ReviewParts,
): Omit<AttemptResult, 'counts' | 'slots' | 'stimuli' | 'appealUntil'> {
  const marks = shown.marks && header.phase === 'marked';
  return {
    id: header.id,
    quizTitle: header.title,
    number: header.number,
    preview: header.preview,
    phase: header.phase,
    startedAt: header.startedAt.toISOString(),
    submittedAt: header.submittedAt.toISOString(),
    closedByDeadline: header.closedByDeadline,
    lateSynchronised: answers.filter(({ late }) => late).length,
    waitingForMarker: awarded.filter((mark) => mark === null).length,
    shown,
    points: marks ? header.points : null,
    maximum: marks ? header.maximum : null,
    scoreOfTen: marks ? header.scoreOfTen : null,
    passPercent: header.settings.passPercent,
    passed: marks ? header.passed : null,
    sections: marks
      ? sections.map((section, place) => ({
          ...section,
          title: paper.sections[place]?.title ?? '',
          minimumPercent: paper.sections[place]?.minimumPercent ?? null,
        }))
      : [],
    returnPath: header.returnPath,
  };
}

/** What counts over all attempts; nothing of a preview, and nothing where marks are not shown. */
function countsOf(
  { preview, settings }: Header,
  counts: CountedResult | null,
  shown: ReviewParts,
): AttemptResult['counts'] {
  if (preview || !shown.marks || counts === null) return null;
  return { grading: settings.grading, scoreOfTen: counts.scoreOfTen, passed: counts.passed };
}
