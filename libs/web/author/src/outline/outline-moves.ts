/** The room of moves in an outline: modules and lessons change places; nothing is lost on the way. */
import type { CourseVersion } from '@tap-huan/contract';
import { moved } from '../parts/order';

export type Modules = CourseVersion['modules'];
export type Module = Modules[number];
export type Lesson = Module['lessons'][number];

/** Where a lesson stands: place of its module, place in it. */
export interface LessonPlace {
  module: number;
  lesson: number;
}

/** The place of a lesson; null where it is not in the outline. */
export function placeOfLesson(modules: Modules, lessonId: string): LessonPlace | null {
  for (const [module, { lessons }] of modules.entries()) {
    const lesson = lessons.findIndex(({ id }) => id === lessonId);
    if (lesson >= 0) return { module, lesson };
  }
  return null;
}

/** Puts a lesson at a place, in its own module or in another; the same outline where there is no such place. */
export function putLesson(modules: Modules, lessonId: string, to: LessonPlace): Modules {
  const from = placeOfLesson(modules, lessonId);
  const lesson = from && modules[from.module]?.lessons[from.lesson];
  const target = modules[to.module];
  if (!lesson || !target) return modules;
  if (from.module === to.module) {
    const lessons = moved(target.lessons, from.lesson, to.lesson);
    if (lessons === target.lessons) return modules;
    return modules.map((module, at) =>
      at === to.module ? { ...module, lessons: [...lessons] } : module,
    );
  }
  return modules.map((module, at) => {
    if (at === from.module)
      return { ...module, lessons: module.lessons.filter(({ id }) => id !== lessonId) };
    if (at !== to.module) return module;
    const place = Math.min(Math.max(to.lesson, 0), module.lessons.length);
    const lessons = [...module.lessons.slice(0, place), lesson, ...module.lessons.slice(place)];
    return { ...module, lessons };
  });
}

/** One step up or down; from the edge of a module into the next one. */
export function stepLesson(modules: Modules, lessonId: string, step: 1 | -1): Modules {
  const from = placeOfLesson(modules, lessonId);
  if (!from) return modules;
  const lessons = modules[from.module]?.lessons ?? [];
  const inside = from.lesson + step;
  if (inside >= 0 && inside < lessons.length)
    return putLesson(modules, lessonId, { module: from.module, lesson: inside });
  const next = modules[from.module + step];
  if (!next) return modules;
  return putLesson(modules, lessonId, {
    module: from.module + step,
    lesson: step === 1 ? 0 : next.lessons.length,
  });
}

/** One step up or down for a module with its lessons. */
export function stepModule(modules: Modules, moduleId: string, step: 1 | -1): Modules {
  const from = modules.findIndex(({ id }) => id === moduleId);
  return [...moved(modules, from, from + step)];
}

/** The outline as `arrangeOutline` wants it. */
export const arrangement = (modules: Modules) =>
  modules.map(({ id, title, lessons }) => ({
    id,
    title,
    lessonIds: lessons.map((lesson) => lesson.id),
  }));
