/** The room where the shipped courses enter the academy, as their author enters them. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { endpoints, type Media } from '@tap-huan/contract';
import type { Academy } from './academy';
import { BankBuilder, type DemoBank } from './banks';
import {
  readCourse,
  type ShippedBank,
  type ShippedCourse,
  type ShippedLesson,
} from './course-files';
import type { DemoOrganisation } from './organisation';
import type { DemoPerson, SentFile } from './person';
import { saveQuiz } from './quiz-drafts';

export interface DemoCourse {
  code: string;
  courseId: string;
  bank: DemoBank;
  sharedBank: DemoBank | null;
  /** Name of the shipped quiz -> its id. */
  quizzes: Map<string, string>;
  shipped: ShippedCourse;
}

/** Courses by folder, and how many days ago each was written. */
const COURSES = [
  ['c4', 170],
  ['c1', 170],
  ['th', 45],
] as const;

const MIME: Record<string, string> = {
  png: 'image/png',
  webm: 'video/webm',
  mp3: 'audio/mpeg',
  pdf: 'application/pdf',
};

/** The file as a browser sends it. */
export const fileToSend = (name: string, bytes: Buffer): SentFile => ({
  name,
  bytes,
  mimeType: MIME[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
});

/** Beside the bundle where it is built, beside the sources where it is not. @throws where it was not shipped */
export function contentFolder(): string {
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
  for (const [folder, daysAgo] of COURSES) {
    academy.clock.set(academy.at(daysAgo, 8));
    const author = await academy.person('giangvien');
    const guest = await academy.person('giangvien2');
    const shipped = await readCourse(join(contentFolder(), folder));
    courses.push(await new CourseBuilder(author, guest, shipped, organisation).build());
    await academy.settle();
  }
  return courses;
}

/** Enters one shipped course through the endpoints of its authors. */
export class CourseBuilder {
  private readonly media = new Map<string, Media>();
  private readonly quizzes = new Map<string, string>();

  constructor(
    private readonly author: DemoPerson,
    /** An author of another department. */
    private readonly guest: DemoPerson,
    private readonly shipped: ShippedCourse,
    private readonly organisation: DemoOrganisation,
  ) {}

  async build(): Promise<DemoCourse> {
    const { author, shipped, quizzes } = this;
    const { code, meta } = shipped;
    for (const [name, bytes] of shipped.media) {
      this.media.set(name, await author.upload(endpoints.uploadMedia, fileToSend(name, bytes)));
    }
    const { id: courseId } = await author.call(endpoints.createCourse, { body: { code, meta } });
    const params = { courseId };
    for (const module of shipped.modules) await this.addModule(courseId, module);
    const { bankId } = await author.call(endpoints.readCourse, { params });
    const bank = await this.builder(author, bankId).fill(shipped.bank);
    const { centreId, justiceId } = this.organisation;
    const sharedBank = await this.buildApart(author, shipped.sharedBank, {
      of: centreId,
      sharedWith: justiceId,
    });
    await this.buildApart(this.guest, shipped.guestBank, { of: justiceId, sharedWith: centreId });
    const banks = sharedBank ? [bank, sharedBank] : [bank];
    for (const [name, quiz] of shipped.quizzes) {
      await saveQuiz(author, quizzes.get(name) ?? '', quiz, banks);
    }
    await author.call(endpoints.publishCourse, { params });
    return { code, courseId, bank, sharedBank, quizzes, shipped };
  }

  /** A bank that belongs to no course, and authors of another unit may draw from it too. */
  private async buildApart(
    author: DemoPerson,
    bank: ShippedBank | null,
    { of, sharedWith }: { of: string; sharedWith: string },
  ): Promise<DemoBank | null> {
    if (!bank) return null;
    const { name } = bank;
    const { id: bankId } = await author.call(endpoints.createBank, { body: { name, unitId: of } });
    const shares = [{ unitId: sharedWith, right: 'use' as const }];
    await author.call(endpoints.updateBank, { params: { bankId }, body: { name, shares } });
    return this.builder(author, bankId).fill(bank);
  }

  private builder(author: DemoPerson, bankId: string): BankBuilder {
    return new BankBuilder(author, bankId, (text) => this.withMedia(text));
  }

  private async addModule(
    courseId: string,
    module: ShippedCourse['modules'][number],
  ): Promise<void> {
    const { author, shipped } = this;
    const { id: moduleId } = await author.call(endpoints.addModule, {
      params: { courseId },
      body: { title: module.title },
    });
    for (const place of module.lessons) {
      const params = { moduleId };
      if ('quiz' in place) {
        const title = shipped.quizzes.get(place.quiz)?.title ?? place.quiz;
        const body = { title, kind: 'quiz' as const };
        const { quizId } = await author.call(endpoints.addLesson, { params, body });
        if (quizId === null) throw new Error('A quiz lesson came without a quiz.');
        this.quizzes.set(place.quiz, quizId);
      } else {
        const body = { title: place.title, kind: 'reading' as const };
        const { id } = await author.call(endpoints.addLesson, { params, body });
        await this.writeLesson(id, place);
      }
    }
  }

  private async writeLesson(lessonId: string, lesson: ShippedLesson): Promise<void> {
    const { title, bodyHtml, minutes, legalBasis, asOf, attachments } = lesson;
    await this.author.call(endpoints.updateLesson, {
      params: { lessonId },
      body: {
        title,
        bodyHtml: this.withMedia(bodyHtml),
        minutes,
        legalBasis,
        asOf,
        attachments: attachments.map(({ file, ...shown }) => ({
          mediaId: this.medium(file).id,
          ...shown,
        })),
        revision: 1,
      },
    });
  }

  private medium(name: string): Media {
    const medium = this.media.get(name);
    if (!medium) throw new Error(`The medium ${name} of course ${this.shipped.code} is missing.`);
    return medium;
  }

  private withMedia(text: string): string {
    return text.replace(/"media:([^"]+)"/g, (_, name: string) => `"${this.medium(name).url}"`);
  }
}
