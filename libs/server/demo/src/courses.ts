/** The room where the shipped courses enter the academy, through the commands that authors use. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Media, QuizSettings } from '@tap-huan/contract';
import { CourseAuthoring, MediaService } from '@tap-huan/server/learning';
import { QuizAuthoring } from '@tap-huan/server/assessment';
import { SYSTEM, type Tx } from '@tap-huan/server/platform';
import type { Academy } from './academy';
import { readCourse, type ShippedCourse, type ShippedLesson } from './course-files';
import type { DemoOrganisation } from './organisation';

export interface DemoCourse {
  code: string;
  courseId: string;
}

const EXAM: QuizSettings = {
  timeLimitMinutes: 30,
  attemptsAllowed: 3,
  passPercent: 50,
  shuffleQuestions: true,
  shuffleOptions: true,
  questionsPerPage: 1,
  showFeedback: 'after_submission',
  showCorrect: 'after_pass_or_last_attempt',
  requireLessons: true,
};

/** The whole paper is worth ten points. */
const PAPER = 1000;

/** Beside the bundle where it is built, beside the sources where it is not. */
function contentFolder(): string {
  const places = [
    join(import.meta.dirname, 'demo-content'),
    join(import.meta.dirname, '../content'),
  ];
  const found = places.find((place) => existsSync(place));
  if (!found) throw new Error(`The demo content is missing: ${places[0]}`);
  return found;
}

export async function buildCourses(
  academy: Academy,
  organisation: DemoOrganisation,
): Promise<DemoCourse[]> {
  const courses: DemoCourse[] = [];
  for (const folder of ['c4', 'c1']) {
    const shipped = await readCourse(join(contentFolder(), folder));
    courses.push(await new CourseBuilder(academy, shipped, organisation.centreId).build());
    await academy.settle();
  }
  return courses;
}

class CourseBuilder {
  private readonly media = new Map<string, Media>();

  constructor(
    private readonly academy: Academy,
    private readonly shipped: ShippedCourse,
    private readonly unitId: string,
  ) {}

  async build(): Promise<DemoCourse> {
    const { academy, shipped } = this;
    const courseId = await academy.write(async (tx) => {
      await this.storeMedia(tx);
      const course = await academy
        .get(CourseAuthoring)
        .createCourse(tx, { code: shipped.code, meta: shipped.meta, unitId: this.unitId });
      for (const module of shipped.modules) await this.addModule(tx, course.id, module);
      await this.addExam(tx, course);
      return course.id;
    });
    await academy.get(CourseAuthoring).publishCourse(SYSTEM, courseId);
    return { code: shipped.code, courseId };
  }

  private async storeMedia(tx: Tx): Promise<void> {
    for (const [name, bytes] of this.shipped.media) {
      const stored = await this.academy
        .get(MediaService)
        .store(tx, { name, bytes, unitId: this.unitId });
      this.media.set(name, stored);
    }
  }

  private async addModule(
    tx: Tx,
    courseId: string,
    module: ShippedCourse['modules'][number],
  ): Promise<void> {
    const authoring = this.academy.get(CourseAuthoring);
    const { id } = await authoring.addModule(tx, courseId, module.title);
    for (const lesson of module.lessons) {
      const made = await authoring.addLesson(tx, id, { title: lesson.title, kind: 'reading' });
      await authoring.updateLesson(tx, made.id, {
        title: lesson.title,
        bodyHtml: this.withMedia(lesson),
        minutes: lesson.minutes,
        legalBasis: lesson.legalBasis,
        asOf: lesson.asOf,
        attachments: lesson.attachments.map(({ file, title }) => ({
          mediaId: this.medium(file).id,
          title,
        })),
        revision: 1,
      });
    }
  }

  private async addExam(tx: Tx, course: { id: string; bankId: string }): Promise<void> {
    const authoring = this.academy.get(CourseAuthoring);
    const quizzes = this.academy.get(QuizAuthoring);
    const title = 'Bài kiểm tra cuối khóa';
    const module = await authoring.addModule(tx, course.id, 'Kiểm tra, đánh giá');
    const lesson = await authoring.addLesson(tx, module.id, { title, kind: 'quiz' });
    if (lesson.quizId === null) throw new Error('A quiz lesson came without a quiz.');
    const points = PAPER / this.shipped.questions.length;
    const slots: { questionId: string; points: number }[] = [];
    for (const content of this.shipped.questions) {
      slots.push({ questionId: await quizzes.addQuestion(tx, course.bankId, content), points });
    }
    await quizzes.updateQuizDraft(tx, lesson.quizId, { title, settings: EXAM, slots });
  }

  private medium(name: string): Media {
    const medium = this.media.get(name);
    if (!medium) throw new Error(`The medium ${name} of course ${this.shipped.code} is missing.`);
    return medium;
  }

  private withMedia({ bodyHtml }: ShippedLesson): string {
    return bodyHtml.replace(/"media:([^"]+)"/g, (_, name: string) => `"${this.medium(name).url}"`);
  }
}
