/** The room where an officer sees the paper of an own attempt: without its key, and no further than it is open. */
import { Injectable } from '@nestjs/common';
import { type AttemptView, type OpenPart, USUAL_SCREEN } from '@tap-huan/contract';
import {
  type FrozenPaper,
  type FrozenSlot,
  partsOf,
  shownSections,
  shownSlot,
  stimulusIds,
} from '@tap-huan/rules';
import { Sql } from '@tap-huan/server/platform';
import { PublishedQuizzes } from '../quiz/published-quizzes.reader';
import type { LockedAttempt } from './locked-attempt';
import { checkedSlot } from './practice-view';
import { Sittings, type StoredSitting } from './sittings.reader';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
const isWithin = (slot: number, { from, to }: { from: number; to: number }): boolean =>
  slot >= from && slot <= to;

type Source = Pick<Sql, 'rows' | 'prepared'>;

@Injectable()
export class AttemptViews {
  constructor(
    private readonly sittings: Sittings,
    private readonly published: PublishedQuizzes,
  ) {}

  /**
   * The attempt as its taker sees it. A closed one shows no paper: what may be seen of it then is its result.
   * @param attempt read just now, of this taker
   */
  async of(attempt: LockedAttempt, now: Date, source: Source): Promise<AttemptView> {
    const isOpen = attempt.phase === 'open';
    const isPractice = attempt.settings.mode === 'practice';
    const sitting = await this.sittings.of(attempt.id, isPractice, source);
    const part = isOpen ? openPartOf(attempt, sitting.paper) : null;
    const reach = part ?? { from: 1, to: sitting.paper.slots.length };
    const slots = isOpen ? sitting.paper.slots.filter(({ slot }) => isWithin(slot, reach)) : [];
    const checks = isPractice ? await this.checks(attempt, sitting, slots, source) : [];
    const finished = new Set(checks.filter((check) => check.finished).map(({ slot }) => slot));
    return {
      ...headOf(attempt, now),
      questions: sitting.paper.slots.length,
      sections: shownSections(sitting.paper),
      stimuli: await this.stimuliOf(sitting.paper, slots, source),
      slots: slots.map((slot) => shownSlot(slot, stimulusIds(sitting.paper.slots))),
      part,
      answers: isOpen ? answersOf(sitting, reach, finished) : [],
      checks,
      lastSeq: sitting.answers.reduce((last, { seq }) => Math.max(last, seq), 0),
    };
  }

  /** The stimuli of these slots, under the ids that the paper gives them. */
  async stimuliOf(
    paper: FrozenPaper,
    slots: readonly FrozenSlot[],
    source: Source,
  ): Promise<AttemptView['stimuli']> {
    const ids = stimulusIds(paper.slots);
    const wanted = [...stimulusIds(slots).keys()];
    if (wanted.length === 0) return [];
    const contents = await this.published.stimuli(wanted, source);
    return wanted.flatMap((versionId) => {
      const content = contents.get(versionId);
      return content ? [{ id: ids.get(versionId) ?? '', ...content }] : [];
    });
  }

  private async checks(
    { settings }: LockedAttempt,
    { checks, certainties }: StoredSitting,
    slots: readonly FrozenSlot[],
    source: Source,
  ): Promise<AttemptView['checks']> {
    const asked = slots.filter(({ slot }) => checks.has(slot));
    const contents = await this.published.contents(
      asked.map(({ questionVersionId }) => questionVersionId),
      source,
    );
    return asked.map((slot) =>
      checkedSlot(slot, contents, checks.get(slot.slot) ?? [], settings, certainties),
    );
  }
}

/** What is said of an attempt besides its paper. */
function headOf(attempt: LockedAttempt, now: Date) {
  const { settings } = attempt;
  return {
    id: attempt.id,
    quizTitle: attempt.title,
    number: attempt.number,
    preview: attempt.preview,
    phase: attempt.phase,
    mode: settings.mode,
    startedAt: attempt.startedAt.toISOString(),
    deadline: iso(attempt.deadline),
    closesAt: iso(attempt.closesAt),
    serverNow: now.toISOString(),
    navigation: settings.navigation,
    questionsPerPage: settings.questionsPerPage,
    certainty: settings.certainty,
    practice: settings.mode === 'practice' ? settings.practice : null,
    screen: attempt.screen ?? USUAL_SCREEN,
    // Nothing can be handed in any more: no file needs it.
    answerFileKey: attempt.phase === 'open' ? attempt.fileKey.toString('base64') : '',
    returnPath: attempt.returnPath,
  };
}

/** The slots that may be written now; null where that is all of them. */
function openPartOf(attempt: LockedAttempt, paper: FrozenPaper): OpenPart | null {
  const { part, partFrom, partTo } = attempt;
  if (part === null || partFrom === null || partTo === null) return null;
  const parts = partsOf(paper, attempt.settings, attempt.timePercent) ?? [];
  const last = parts.every(({ index }) => index <= part);
  return { from: partFrom, to: partTo, index: part, deadline: iso(attempt.partDeadline), last };
}

/** Stored answers within reach; of a question whose tries are over, the one that stands. */
function answersOf(
  { answers, checks }: StoredSitting,
  reach: { from: number; to: number },
  finished: ReadonlySet<number>,
): AttemptView['answers'] {
  return answers
    .filter(({ slot }) => isWithin(slot, reach))
    .map(({ late: _late, savedAt, ...answer }) => {
      const last = checks.get(answer.slot)?.findLast(({ kind }) => kind === 'check');
      const response = finished.has(answer.slot) && last ? last.response : answer.response;
      return { ...answer, response, savedAt: savedAt.toISOString() };
    });
}
