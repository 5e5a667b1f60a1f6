/** The room where the planned history is lived through: enrolled, read, examined, completed. */
import { Attempts } from '@tap-huan/server/assessment';
import { EnrolmentService } from '@tap-huan/server/enrolment';
import { CourseReader, type PublishedOutline } from '@tap-huan/server/learning';
import type { Actor } from '@tap-huan/server/platform';
import { seededRandom } from '@tap-huan/rules';
import type { Academy } from './academy';
import { AnswerSheets } from './answer-sheets';
import type { DemoCourse } from './courses';
import type { DemoOrganisation } from './organisation';
import { planStories, planWaves, type Story, type Wave } from './plan';

const MINUTE = 60_000;
const DAY = 86_400_000;

interface Enrolled {
  id: string;
  officerId: string;
  courseId: string;
}

export async function makeHistory(
  academy: Academy,
  organisation: DemoOrganisation,
  courses: readonly DemoCourse[],
): Promise<{ enrolments: number; attempts: number }> {
  const history = new History(academy, courses);
  await history.begin();
  const waves = planWaves(organisation);
  for (const wave of waves) await history.enrol(wave, organisation.provinceId);
  const stories = planStories(organisation, waves)
    .filter((story) => story.startedDaysAgo !== null)
    .sort((a, b) => history.endOf(a).getTime() - history.endOf(b).getTime());
  for (const story of stories) await history.live(story);
  return history.counts();
}

class History {
  private readonly random = seededRandom('Bài làm 2026');
  private readonly outlines = new Map<string, PublishedOutline>();
  private readonly enrolled = new Map<string, Enrolled>();
  private readonly sheets: AnswerSheets;
  private attempts = 0;

  constructor(
    private readonly academy: Academy,
    private readonly courses: readonly DemoCourse[],
  ) {
    this.sheets = new AnswerSheets(academy, this.random);
  }

  async begin(): Promise<void> {
    const reader = this.academy.get(CourseReader);
    for (const { code, courseId } of this.courses) {
      const version = await reader.publishedVersion(courseId);
      if (!version) throw new Error(`The course ${code} is not published.`);
      this.outlines.set(code, await reader.outline(version.courseVersionId));
    }
  }

  /** HR sends a wave out. */
  async enrol(wave: Wave, provinceId: string): Promise<void> {
    const { academy } = this;
    academy.clock.set(academy.at(wave.enrolledDaysAgo, 8, 30));
    const hr: Actor = {
      accountId: null,
      sessionId: null,
      address: null,
      grants: [{ role: 'hr', unitId: provinceId }],
    };
    const courseId = this.courseOf(wave.courseCode);
    await academy.get(EnrolmentService).enrol(hr, {
      courseId,
      officerIds: wave.officers.map(({ officerId }) => officerId),
      unitId: null,
      dueOn: academy.day(wave.dueDaysAgo),
      reason: wave.reason,
      dryRun: false,
    });
    const rows = await academy.sql.rows<Enrolled>(
      `select id, officer_id as "officerId", course_id as "courseId" from enrolment.enrolment
        where course_id = $1`,
      [courseId],
    );
    for (const row of rows) this.enrolled.set(`${row.officerId} ${row.courseId}`, row);
  }

  /** When the story's last act happens. */
  endOf(story: Story): Date {
    return this.academy.at((story.startedDaysAgo ?? 0) - story.lastsDays, 15);
  }

  async live(story: Story): Promise<void> {
    const { academy } = this;
    const enrolment = this.enrolled.get(
      `${story.officer.officerId} ${this.courseOf(story.courseCode)}`,
    );
    if (!enrolment) throw new Error('A story is told of somebody who was not enrolled.');
    const end = this.endOf(story);
    academy.clock.set(new Date(end.getTime() - 3 * 60 * MINUTE));
    await this.read(story, enrolment.id);
    for (const [index, skill] of story.attempts.entries()) {
      const before = (story.attempts.length - 1 - index) * DAY;
      academy.clock.set(new Date(end.getTime() - before - 40 * MINUTE));
      await this.sit(story, enrolment.id, skill);
    }
  }

  counts(): { enrolments: number; attempts: number } {
    return { enrolments: this.enrolled.size, attempts: this.attempts };
  }

  /** Lessons are read one after the other between the start and now. */
  private async read(story: Story, enrolmentId: string): Promise<void> {
    const { academy } = this;
    const lessons = this.lessonsOf(story.courseCode).filter(({ kind }) => kind === 'reading');
    const chosen = lessons.slice(0, Math.max(1, Math.floor(lessons.length * story.read)));
    const begun = academy.at(story.startedDaysAgo ?? 0, 8).getTime();
    const until = Math.max(begun + 60 * MINUTE, academy.clock.now().getTime());
    const each = (until - begun) / chosen.length;
    const rows = chosen.map(({ key, minutes }, index) => ({
      enrolment_id: enrolmentId,
      lesson_key: key,
      started_at: new Date(begun + index * each).toISOString(),
      finished_at: new Date(begun + index * each + minutes * MINUTE * 0.8).toISOString(),
      seconds: Math.round(minutes * 45 * (0.6 + this.random())),
    }));
    const last = chosen.at(-1);
    await academy.write(async (tx) => {
      await tx.rows(
        `insert into enrolment.lesson_progress
                (enrolment_id, lesson_key, started_at, finished_at, position, seconds)
         select enrolment_id, lesson_key, started_at, finished_at, 1, seconds
           from jsonb_to_recordset($1::jsonb) as r (enrolment_id uuid, lesson_key uuid,
                started_at timestamptz, finished_at timestamptz, seconds int)`,
        [JSON.stringify(rows)],
      );
      if (last) await tx.emit('LessonFinished', { enrolmentId, lessonKey: last.key });
    });
    await academy.settle();
  }

  private async sit(story: Story, enrolmentId: string, skill: number): Promise<void> {
    const { academy } = this;
    const quiz = this.lessonsOf(story.courseCode).find(({ kind }) => kind === 'quiz');
    if (!quiz?.quizVersionId) throw new Error('The course has no quiz.');
    const { quizVersionId } = quiz;
    const attempts = academy.get(Attempts);
    const takerId = story.officer.accountId;
    const returnPath = `/hoc/khoa-hoc/${enrolmentId}/bai-kiem-tra/${quiz.id}`;
    const attemptId = await academy.write((tx) =>
      attempts.start(tx, { quizVersionId, takerId, contextId: enrolmentId, returnPath }),
    );
    const begun = academy.clock.now().getTime();
    const minutes = 9 + this.random() * 16;
    academy.clock.set(new Date(begun + minutes * MINUTE));
    const sheet = await this.sheets.fill(attemptId, skill);
    const each = (minutes * 60) / sheet.length;
    const answers = sheet.map(({ slot, response }) => ({
      slot,
      response,
      saved_at: new Date(begun + slot * each * 1000).toISOString(),
      seconds: Math.round(each * (0.5 + this.random())),
    }));
    await academy.write(async (tx) => {
      await tx.rows(
        `insert into assessment.answer (attempt_id, slot, response, flagged, seq, saved_at, typed_at, seconds)
         select $1, slot, response, false, slot, saved_at, saved_at, seconds
           from jsonb_to_recordset($2::jsonb) as s (slot int, response jsonb, saved_at timestamptz, seconds int)`,
        [attemptId, JSON.stringify(answers)],
      );
      await attempts.submit(tx, attemptId, takerId);
    });
    await academy.settle();
    this.attempts += 1;
  }

  private courseOf(code: string): string {
    const course = this.courses.find((known) => known.code === code);
    if (!course) throw new Error(`There is no course ${code}.`);
    return course.courseId;
  }

  private lessonsOf(code: string): PublishedOutline['modules'][number]['lessons'] {
    return this.outlines.get(code)?.modules.flatMap(({ lessons }) => lessons) ?? [];
  }
}
