/** The room where the shipped courses are read from their files. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  courseMeta,
  DIFFICULTIES,
  QUESTION_STATUSES,
  quizSection,
  quizSettings,
} from '@tap-huan/contract';
import { z } from 'zod';

const lessonFile = z.object({
  file: z.string(),
  title: z.string(),
  minutes: z.number().int(),
  legalBasis: z.array(z.string()).default([]),
  asOf: z.string(),
  attachments: z.array(z.object({ file: z.string(), title: z.string() })).default([]),
});
/** A place in the outline: a lesson to read, or a quiz of quizzes.json. */
const placeFile = z.union([lessonFile, z.object({ quiz: z.string() })]);
const courseFile = courseMeta.extend({
  code: z.string(),
  modules: z.array(z.object({ title: z.string(), lessons: z.array(placeFile) })),
});

/** A question as it is shipped: where it stands, and its content, in which pictures are called `media:name`. */
const questionFile = z
  .looseObject({
    key: z.string(),
    /** Names of nested categories with strokes between them. */
    category: z.string().optional(),
    /** Of a course without categories: the number of the module it belongs to. */
    module: z.number().int().optional(),
    status: z.enum(QUESTION_STATUSES).default('ready'),
    stimulus: z.string().nullable().default(null),
    /** What its first version said otherwise. */
    firstVersion: z.record(z.string(), z.unknown()).nullable().default(null),
  })
  .transform(({ key, category, module, status, stimulus, firstVersion, ...content }) => ({
    key,
    category,
    module,
    status,
    stimulus,
    firstVersion,
    content,
  }));
const bankFile = z.object({
  name: z.string().default(''),
  categories: z.array(z.string()),
  stimuli: z.record(z.string(), z.object({ title: z.string(), html: z.string() })).default({}),
  questions: z.array(questionFile),
});

const points = z.number().int();
const drawFile = z.object({
  category: z.string(),
  tags: z.array(z.string()),
  difficulty: z.enum(DIFFICULTIES).nullable(),
  count: z.number().int(),
});
const quizFile = z.object({
  title: z.string(),
  settings: quizSettings.partial(),
  sections: z.array(
    quizSection.pick({ title: true, intro: true, shuffle: true, minimumPercent: true }).extend({
      slots: z.array(
        z.union([
          z.object({ question: z.string(), points }),
          z.object({ random: drawFile, points }),
        ]),
      ),
    }),
  ),
});

const quizFiles = z.record(z.string(), quizFile);

export type LessonFile = z.output<typeof lessonFile>;
export type ShippedLesson = LessonFile & { bodyHtml: string };
export type ShippedPlace = ShippedLesson | { quiz: string };
export type ShippedBank = z.output<typeof bankFile>;
export type ShippedQuestion = ShippedBank['questions'][number];
export type ShippedQuiz = z.output<typeof quizFile>;

export interface ShippedCourse {
  code: string;
  meta: z.output<typeof courseMeta>;
  modules: { title: string; lessons: ShippedPlace[] }[];
  /** Of the course itself. */
  bank: ShippedBank;
  /** A bank of its own, from which the course's quizzes draw too. */
  sharedBank: ShippedBank | null;
  /** A bank of another department, from which the course's authors may draw. */
  guestBank: ShippedBank | null;
  quizzes: Map<string, ShippedQuiz>;
  /** File name -> bytes of every picture, sound, video and paper. */
  media: Map<string, Buffer>;
  /** Papers that invented officers hand in. */
  handedIn: Map<string, Buffer>;
}

const MEDIA = /\.(png|webm|mp3|pdf)$/;

/** Reads one course folder. @throws where a file breaks the shape. */
export async function readCourse(folder: string): Promise<ShippedCourse> {
  const { code, modules, ...meta } = courseFile.parse(await json(folder, 'course.json'));
  const bank = bankOf(await json(folder, 'questions.json'), modules);
  const written = await json(folder, 'quizzes.json');
  const quizzes = written === null ? usualExam(bank) : quizFiles.parse(written);
  const outline = written === null ? [...modules, EXAM_MODULE] : modules;
  return {
    code,
    meta: courseMeta.parse(meta),
    modules: await Promise.all(outline.map((module) => withBodies(folder, module))),
    bank,
    sharedBank: bankFile.nullable().parse(await json(folder, 'shared-bank.json')),
    guestBank: bankFile.nullable().parse(await json(folder, 'guest-bank.json')),
    quizzes: new Map(Object.entries(quizzes)),
    media: await filesIn(join(folder, 'media')),
    handedIn: await filesIn(join(folder, 'handed-in')),
  };
}

type Module = z.output<typeof courseFile>['modules'][number];

/** The whole paper is worth ten points. */
const PAPER = 1000;
const EXAM_MODULE: Module = { title: 'Kiểm tra, đánh giá', lessons: [{ quiz: 'exam' }] };

/** A course that ships no quizzes ends with one exam of all its questions. */
function usualExam({ questions }: ShippedBank): Record<string, ShippedQuiz> {
  const slots = questions.map(({ key }) => ({ question: key, points: PAPER / questions.length }));
  const section = { title: '', intro: '', shuffle: true, minimumPercent: null, slots };
  return { exam: { title: 'Bài kiểm tra cuối khóa', settings: {}, sections: [section] } };
}

/** A plain list of questions is a bank with a category for each module. */
function bankOf(written: unknown, modules: readonly Module[]): ShippedBank {
  if (!Array.isArray(written)) return bankFile.parse(written);
  const bank = bankFile.parse({
    categories: modules.map(({ title }) => title),
    questions: written,
  });
  const questions = bank.questions.map((question) => ({
    ...question,
    category: modules[(question.module ?? 0) - 1]?.title,
  }));
  return { ...bank, questions };
}

async function withBodies(
  folder: string,
  { title, lessons }: Module,
): Promise<ShippedCourse['modules'][number]> {
  const read = async (place: Module['lessons'][number]): Promise<ShippedPlace> =>
    'quiz' in place
      ? place
      : { ...place, bodyHtml: await readFile(join(folder, place.file), 'utf8') };
  return { title, lessons: await Promise.all(lessons.map(read)) };
}

/** Null where there is no such file. */
async function json(folder: string, name: string): Promise<unknown> {
  const path = join(folder, name);
  return existsSync(path) ? JSON.parse(await readFile(path, 'utf8')) : null;
}

async function filesIn(folder: string): Promise<Map<string, Buffer>> {
  const found = new Map<string, Buffer>();
  for (const name of existsSync(folder) ? await readdir(folder) : []) {
    if (MEDIA.test(name)) found.set(name, await readFile(join(folder, name)));
  }
  return found;
}
