/** The room where the sections of a draft become those of a paper: versions are fixed, pools are filled. */
import { Injectable } from '@nestjs/common';
import type { QuestionStatus, QuizSection, QuizSlot } from '@tap-huan/contract';
import {
  type PublishedSection,
  type PublishedSlot,
  type QuestionPin,
  questionsOf,
  type QuizReadiness,
  slotsTooSmall,
} from '@tap-huan/rules';
import { Failure, type Sql } from '@tap-huan/server/platform';
import { ReadyQuestions } from '../question/ready-questions.reader';
import { refused } from '../refused';

type Source = Pick<Sql, 'rows'>;
type FixedSlot = Extract<QuizSlot, { kind: 'fixed' }>;

/** One slot of a draft, with where it stands. */
export interface PlacedSlot<S extends QuizSlot = QuizSlot> {
  slot: S;
  /** `sections.0.slots.2` */
  path: string;
}

/** All slots of a draft in order. */
export const placedSlots = (sections: readonly QuizSection[]): PlacedSlot[] =>
  sections.flatMap(({ slots }, section) =>
    slots.map((slot, place) => ({ slot, path: `sections.${section}.slots.${place}` })),
  );

/** @returns those that name their question */
export const fixedSlots = (placed: readonly PlacedSlot[]): PlacedSlot<FixedSlot>[] =>
  placed.filter((each): each is PlacedSlot<FixedSlot> => each.slot.kind === 'fixed');

interface FixedPin extends QuestionPin {
  slotId: string;
  status: QuestionStatus;
}

/** The kept version of each fixed slot, or the newest; slots whose question or version does not exist are absent. */
async function pinsOf(source: Source, sections: readonly QuizSection[]): Promise<FixedPin[]> {
  const wanted = fixedSlots(placedSlots(sections)).map(({ slot }) => slot);
  return source.rows<FixedPin>(
    `select w.id as "slotId", q.id as "questionId", v.id as "questionVersionId", q.status,
       sv.id as "stimulusVersionId"
     from jsonb_to_recordset($1::jsonb) as w (id text, "questionId" uuid, version int)
       join assessment.question q on q.id = w."questionId"
       join assessment.question_version v
         on v.question_id = q.id and v.number = coalesce(w.version, q.current_version)
       left join assessment.stimulus s on s.id = (v.content->>'stimulusId')::uuid
       left join assessment.stimulus_version sv on sv.stimulus_id = s.id and sv.number = s.current_version`,
    [JSON.stringify(wanted)],
  );
}

/** One issue for each fixed slot whose question is a draft, is retired, or lacks the version that is kept. */
function notReady(sections: readonly QuizSection[], pins: ReadonlyMap<string, FixedPin>) {
  return fixedSlots(placedSlots(sections))
    .filter(({ slot }) => pins.get(slot.id)?.status !== 'ready')
    .map(({ path }) => ({ path, code: 'question_not_ready' }));
}

/** Every paper can be drawn. @throws Failure `not_enough_questions` with `{ missing, section }`. */
function refuseShortage(sections: readonly PublishedSection[]): void {
  const short = slotsTooSmall(sections);
  if (short.size === 0) return;
  const section = sections.findIndex(({ slots }) => slots.some(({ id }) => short.has(id)));
  throw new Failure('not_enough_questions', {
    missing: [...short.values()].reduce((sum, missing) => sum + missing, 0),
    section: section + 1,
  });
}

@Injectable()
export class QuizSections {
  constructor(private readonly ready: ReadyQuestions) {}

  /**
   * The sections of a draft as a paper is drawn from: the version that a slot keeps, or the newest; pools of all ready
   * questions that fit; stimuli in their newest version.
   * @param purpose a preview also shows questions that are drafts
   * @throws Failure `validation_failed` with issues `question_not_ready`; `quiz_has_no_questions`;
   *   `not_enough_questions` where a paper could not be drawn
   */
  async resolve(
    source: Source,
    draft: readonly QuizSection[],
    purpose: 'publish' | 'preview',
  ): Promise<PublishedSection[]> {
    const { sections, issues } = await this.build(source, draft);
    if (purpose === 'publish' && issues.length > 0) throw refused(...issues);
    if (sections.every(({ slots }) => slots.length === 0)) {
      throw new Failure('quiz_has_no_questions');
    }
    refuseShortage(sections);
    return sections;
  }

  /** How many ready questions fit each random slot, by slot id. */
  async available(source: Source, draft: readonly QuizSection[]): Promise<Map<string, number>> {
    const counts = new Map<string, number>();
    for (const { slot } of placedSlots(draft)) {
      if (slot.kind === 'random') {
        counts.set(slot.id, (await this.ready.fitting(source, slot)).length);
      }
    }
    return counts;
  }

  /** What would keep a draft from being published. */
  async readiness(source: Source, draft: readonly QuizSection[]): Promise<QuizReadiness> {
    const { sections, issues } = await this.build(source, draft);
    const missing = [...slotsTooSmall(sections).values()].reduce((sum, count) => sum + count, 0);
    return { questions: questionsOf(draft), unready: issues.length, missing };
  }

  private async build(
    source: Source,
    draft: readonly QuizSection[],
  ): Promise<{ sections: PublishedSection[]; issues: { path: string; code: string }[] }> {
    const pins = new Map((await pinsOf(source, draft)).map((pin) => [pin.slotId, pin]));
    const sections: PublishedSection[] = [];
    for (const { slots, ...section } of draft) {
      const resolved: PublishedSlot[] = [];
      for (const slot of slots) {
        const published = await this.slot(source, slot, pins.get(slot.id));
        if (published) resolved.push(published);
      }
      sections.push({ ...section, slots: resolved });
    }
    return { sections, issues: notReady(draft, pins) };
  }

  private async slot(
    source: Source,
    slot: QuizSlot,
    pin: FixedPin | undefined,
  ): Promise<PublishedSlot | null> {
    const { id, points } = slot;
    if (slot.kind === 'random') {
      const pool = await this.ready.fitting(source, slot);
      return { kind: 'random', id, count: slot.count, points, pool };
    }
    if (!pin) return null;
    const { questionId, questionVersionId, stimulusVersionId } = pin;
    return {
      kind: 'fixed',
      id,
      points,
      question: { questionId, questionVersionId, stimulusVersionId },
    };
  }
}
