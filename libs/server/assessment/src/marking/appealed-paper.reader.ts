/** The room where a marker sees what an appeal is about: the question, what was answered, what is right, the marks. */
import { Injectable } from '@nestjs/common';
import type { AppealedSlot, QuizSettings } from '@tap-huan/contract';
import {
  type FrozenSlot,
  gradeQuestion,
  rightAnswer,
  shownQuestion,
  standingResponse,
} from '@tap-huan/rules';
import { type Actor, found, Sql } from '@tap-huan/server/platform';
import { triesOf } from '../attempt/practice-view';
import { Sittings, type StoredSitting } from '../attempt/sittings.reader';
import { PublishedQuizzes } from '../quiz/published-quizzes.reader';
import { responseWords } from './appealed-words';
import { joinBank, notOwn, scopeOf } from './marking-scope';

interface Appealed {
  attemptId: string;
  /** Null: the whole paper. */
  slot: number | null;
  settings: QuizSettings;
  /** Arrays in the order of the paper. */
  markedBy: string[];
  titles: string[];
  points: number[];
  awarded: (number | null)[];
  /** slot -> task, of what is marked by hand. */
  tasks: Record<string, string>;
}

/** $1 appeal, $2 units, $3 actor. */
const APPEALED = `
  select p.attempt_id as "attemptId", p.slot, a.settings, r.marked_by_version_ids as "markedBy", r.points, r.awarded,
    (select json_agg(v.title order by m.place)
     from unnest(r.marked_by_version_ids) with ordinality as m (id, place)
       join assessment.question_version v on v.id = m.id) as titles,
    (select coalesce(json_object_agg(t.slot, t.id), '{}') from assessment.marking_task t
     where t.attempt_id = a.id) as tasks
  from assessment.appeal p
    join assessment.attempt a on a.id = p.attempt_id and ${notOwn(3)}
    join assessment.result r on r.attempt_id = a.id
    join assessment.quiz z on z.id = a.quiz_id ${joinBank(2)}
  where p.id = $1`;

@Injectable()
export class AppealedPapers {
  constructor(
    private readonly sql: Sql,
    private readonly sittings: Sittings,
    private readonly published: PublishedQuizzes,
  ) {}

  /** @throws Failure `not_found`, also for what is out of scope, and for the actor's own appeals */
  async of(actor: Actor, appealId: string): Promise<{ items: AppealedSlot[] }> {
    const params = [appealId, ...scopeOf(actor)];
    const appealed = found(await this.sql.maybe<Appealed>(APPEALED, params));
    const practice = appealed.settings.mode === 'practice';
    const sitting = await this.sittings.of(appealed.attemptId, practice);
    const slots = sitting.paper.slots.filter(
      ({ slot }) => appealed.slot === null || slot === appealed.slot,
    );
    const items = await Promise.all(slots.map((slot) => this.slotOf(appealed, sitting, slot)));
    return { items };
  }

  private async slotOf(
    { settings, markedBy, titles, points, awarded, tasks }: Appealed,
    { responses, checks }: StoredSitting,
    { slot, points: worth, question }: FrozenSlot,
  ): Promise<AppealedSlot> {
    const version = markedBy[slot - 1] ?? '';
    const content = found((await this.published.contents([version])).get(version));
    const response = standingResponse(
      responses.get(slot) ?? null,
      triesOf(checks.get(slot) ?? []),
      settings.practice.tries,
      (given) => gradeQuestion(content, question, given).outcome === 'right',
    );
    return {
      slot,
      title: titles[slot - 1] ?? '',
      kind: content.kind,
      stem: shownQuestion(question).stem,
      given: responseWords(content, question, response),
      files: response?.kind === 'file_upload' ? response.files : [],
      right: responseWords(content, question, rightAnswer(content, question)),
      awarded: awarded[slot - 1] ?? null,
      points: points[slot - 1] ?? worth,
      taskId: tasks[slot] ?? null,
    };
  }
}
