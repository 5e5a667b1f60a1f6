/** The room where the shipped courses are read from their files. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { courseMeta, questionContent, type QuestionContent } from '@tap-huan/contract';
import { z } from 'zod';

const lessonFile = z.object({
  file: z.string(),
  title: z.string(),
  minutes: z.number().int(),
  legalBasis: z.array(z.string()).default([]),
  asOf: z.string(),
  attachments: z.array(z.object({ file: z.string(), title: z.string() })).default([]),
});
const courseFile = courseMeta.extend({
  code: z.string(),
  modules: z.array(z.object({ title: z.string(), lessons: z.array(lessonFile) })),
});

export interface ShippedLesson extends z.output<typeof lessonFile> {
  bodyHtml: string;
}
export interface ShippedCourse {
  code: string;
  meta: z.output<typeof courseMeta>;
  modules: { title: string; lessons: ShippedLesson[] }[];
  questions: QuestionContent[];
  /** File name -> bytes of every picture, sound, video and paper. */
  media: Map<string, Buffer>;
}

const MEDIA = /\.(png|webm|mp3|pdf)$/;

/** Reads one course folder. @throws where a file breaks the shape. */
export async function readCourse(folder: string): Promise<ShippedCourse> {
  const text = (name: string) => readFile(join(folder, name), 'utf8');
  const { code, modules, ...meta } = courseFile.parse(JSON.parse(await text('course.json')));
  const questions = z.array(questionContent).parse(JSON.parse(await text('questions.json')));
  const media = new Map<string, Buffer>();
  for (const name of await readdir(join(folder, 'media'))) {
    if (MEDIA.test(name)) media.set(name, await readFile(join(folder, 'media', name)));
  }
  const withBodies = await Promise.all(
    modules.map(async (module) => ({
      title: module.title,
      lessons: await Promise.all(
        module.lessons.map(async (lesson) => ({ ...lesson, bodyHtml: await text(lesson.file) })),
      ),
    })),
  );
  return { code, meta: courseMeta.parse(meta), modules: withBodies, questions, media };
}
