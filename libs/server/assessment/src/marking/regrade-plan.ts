/** The room where a regrade is thought through: which marks would become which; the preview and the deed are the same. */
import type { RegradeAction, RegradePreview } from '@tap-huan/contract';
import { regradeSlot } from '@tap-huan/rules';
import { Failure, found, type Sql } from '@tap-huan/server/platform';
import {
  newestOf,
  type PaperVersion,
  papersWith,
  paperVersions,
  problemsOf,
  type RegradedQuestion,
  type RegradePaper,
} from './regrade-facts.reader';
import { changeOf, type ResultChange } from './result-change.service';

/** What is done to which question. */
export interface RegradePlan {
  action: RegradeAction;
  question: RegradedQuestion;
  /** On submitted papers. */
  versions: PaperVersion[];
  /** Why papers of a version cannot be marked by the newest key: they stay as they are. */
  problems: RegradePreview['problems'];
}

/** A result with another in its place. */
export interface RegradedPaper extends ResultChange {
  /** Slots in which the question stands. */
  slots: number[];
}

/** Papers looked at in one go. */
const CHUNK = 500;

/** @throws Failure `not_found` where no submitted paper of the quiz has the question */
export async function planRegrade(
  source: Pick<Sql, 'rows' | 'maybe'>,
  quizId: string,
  { questionId, action }: { questionId: string; action: RegradeAction },
): Promise<RegradePlan> {
  const question = found(await newestOf(source, questionId));
  const versions = await paperVersions(source, quizId, questionId);
  if (versions.length === 0) throw new Failure('not_found');
  const problems = action === 'newest_key' ? problemsOf(versions, question) : [];
  return { action, question, versions, problems };
}

/**
 * The papers of these attempts after the regrade, some at a time, whether or not anything changes.
 * @param lock whether nobody else may change their marks until the transaction ends
 */
export async function* regradedPapers(
  source: Pick<Sql, 'rows'>,
  plan: RegradePlan,
  attemptIds: readonly string[],
  lock: boolean,
): AsyncGenerator<RegradedPaper[]> {
  const unfit = new Set(
    plan.versions
      .filter(({ number }) => plan.problems.some(({ version }) => version === number))
      .map(({ id }) => id),
  );
  for (let from = 0; from < attemptIds.length; from += CHUNK) {
    const ids = attemptIds.slice(from, from + CHUNK);
    const papers = await papersWith(source, ids, plan.question.id, lock);
    yield papers.map((paper) => regradedPaper(plan, unfit, paper));
  }
}

/** The result of a paper after the regrade. */
function regradedPaper(
  { action, question }: RegradePlan,
  unfit: ReadonlySet<string>,
  { stored, facts }: RegradePaper,
): RegradedPaper {
  const replaced = facts.map((slot) =>
    unfit.has(slot.frozen.questionVersionId)
      ? slot.now
      : regradeSlot(action, slot, question, stored.settings),
  );
  return { ...changeOf(stored, replaced), slots: facts.map(({ frozen }) => frozen.slot) };
}
