/** The room of courses, their versions, modules, lessons and media. */
import { z } from 'zod';
import { day, id, instant, ok, params, text } from './common';
import { endpoint } from './endpoint';

/** Decree 171/2025/NĐ-CP art. 14: the five groups of content. */
export const CONTENT_GROUPS = [
  'political_theory',
  'defence_security',
  'state_management',
  'job_position',
  'science_digital',
] as const;
/** Decree 171/2025/NĐ-CP art. 25: tập trung; trực tuyến; kết hợp. */
export const DELIVERY_FORMS = ['in_person', 'online', 'blended'] as const;

export const courseMeta = z.object({
  title: text(300, 3),
  summary: z.string().max(2_000),
  audience: z.string().max(500),
  /** Periods (tiết). */
  hours: z.number().int().min(1).max(400),
  contentGroup: z.enum(CONTENT_GROUPS),
  deliveryForm: z.enum(DELIVERY_FORMS),
  legalBasis: z.array(text(300)).max(20),
  asOf: day.nullable(),
});
export type CourseMeta = z.output<typeof courseMeta>;

export const media = z.object({
  id,
  name: z.string(),
  mimeType: z.string(),
  /** Bytes. */
  size: z.number().int(),
  url: z.string(),
});
export type Media = z.output<typeof media>;

export const attachment = z.object({ mediaId: id, title: text(200) });

export const LESSON_KINDS = ['reading', 'quiz'] as const;

export const courseRow = z.object({
  id,
  code: z.string(),
  title: z.string(),
  unitName: z.string(),
  draftNumber: z.number().int().nullable(),
  publishedNumber: z.number().int().nullable(),
  publishedAt: instant.nullable(),
  lessons: z.number().int(),
  updatedAt: instant,
  /** First day on which it takes nobody new; null while it is offered. */
  closedOn: day.nullable(),
});
export type CourseRow = z.output<typeof courseRow>;

export const outlineLesson = z.object({
  id,
  /** Stays the same from version to version: progress hangs on it. */
  key: id,
  title: z.string(),
  kind: z.enum(LESSON_KINDS),
  minutes: z.number().int(),
  quizId: id.nullable(),
});
export const outlineModule = z.object({ id, title: z.string(), lessons: z.array(outlineLesson) });

export const publishProblem = z.object({
  code: z.enum([
    'no_modules',
    'module_without_lessons',
    'lesson_without_text',
    'quiz_without_questions',
    'quiz_questions_not_ready',
    'quiz_questions_missing',
    'no_quiz',
  ]),
  /** Title of the module or lesson concerned. */
  where: z.string(),
});

export const courseVersion = z.object({
  id,
  courseId: id,
  code: z.string(),
  number: z.number().int(),
  state: z.enum(['draft', 'published']),
  publishedAt: instant.nullable(),
  /** First day on which the course takes nobody new; null while it is offered. */
  closedOn: day.nullable(),
  revision: z.number().int(),
  bankId: id,
  meta: courseMeta,
  modules: z.array(outlineModule),
  /** What keeps a draft from being published now; empty for a published version. */
  problems: z.array(publishProblem),
  versions: z.array(
    z.object({
      number: z.number().int(),
      state: z.enum(['draft', 'published']),
      publishedAt: instant.nullable(),
    }),
  ),
});
export type CourseVersion = z.output<typeof courseVersion>;

export const lessonDraft = z.object({
  id,
  courseId: id,
  moduleId: id,
  kind: z.enum(LESSON_KINDS),
  title: z.string(),
  bodyHtml: z.string(),
  minutes: z.number().int(),
  legalBasis: z.array(z.string()),
  asOf: day.nullable(),
  attachments: z.array(attachment.extend({ media })),
  quizId: id.nullable(),
  revision: z.number().int(),
  editable: z.boolean(),
});
export type LessonDraft = z.output<typeof lessonDraft>;

export const catalogueEntry = z.object({
  id,
  code: z.string(),
  title: z.string(),
  summary: z.string(),
  hours: z.number().int(),
  versionNumber: z.number().int(),
  /** Day on which it was closed to new learners; null while it takes them. */
  closedOn: day.nullable(),
});

const revised = z.object({ revision: z.number().int() });

export const learningEndpoints = {
  listCourses: endpoint({
    method: 'GET',
    path: '/api/courses',
    summary: 'Courses that the signed-in instructor may author.',
    response: z.object({ items: z.array(courseRow) }),
    permission: 'course.author',
    errors: [],
  }),
  createCourse: endpoint({
    method: 'POST',
    path: '/api/courses',
    summary: 'Creates a course with an empty first draft and a question bank.',
    body: z.object({ code: text(20), meta: courseMeta }),
    response: z.object({ id }),
    permission: 'course.author',
    errors: ['course_code_taken'],
  }),
  readCourse: endpoint({
    method: 'GET',
    path: '/api/courses/:courseId',
    summary: 'The draft of a course, or its newest published version where there is no draft.',
    params: params('courseId'),
    response: courseVersion,
    permission: 'course.author',
    errors: ['not_found'],
  }),
  updateCourse: endpoint({
    method: 'PUT',
    path: '/api/courses/:courseId/draft',
    summary: 'Saves title, summary, hours and the rest of the description of the draft.',
    params: params('courseId'),
    body: z.object({ meta: courseMeta, revision: z.number().int() }),
    response: revised,
    permission: 'course.author',
    errors: ['not_found', 'no_draft', 'stale_revision'],
  }),
  beginDraft: endpoint({
    method: 'POST',
    path: '/api/courses/:courseId/draft',
    summary: 'Begins the next draft as a copy of the newest published version.',
    params: params('courseId'),
    response: ok,
    permission: 'course.author',
    errors: ['not_found', 'draft_exists'],
  }),
  publishCourse: endpoint({
    method: 'POST',
    path: '/api/courses/:courseId/draft/publish',
    summary: 'Publishes the draft; from then on the version is immutable.',
    params: params('courseId'),
    response: z.object({ number: z.number().int() }),
    permission: 'course.author',
    errors: ['not_found', 'no_draft', 'course_not_publishable'],
  }),
  closeCourse: endpoint({
    method: 'POST',
    path: '/api/courses/:courseId/close',
    summary: 'Closes a course to new learners, or opens it again; whoever is enrolled goes on.',
    params: params('courseId'),
    body: z.object({ closed: z.boolean() }),
    response: ok,
    permission: 'course.author',
    errors: ['not_found'],
  }),
  arrangeOutline: endpoint({
    method: 'PUT',
    path: '/api/courses/:courseId/draft/outline',
    summary: 'Sets the order of modules and lessons, and module titles; every one must be named.',
    params: params('courseId'),
    body: z.object({
      modules: z.array(z.object({ id, title: text(300), lessonIds: z.array(id) })).max(60),
      revision: z.number().int(),
    }),
    response: revised,
    permission: 'course.author',
    errors: ['not_found', 'no_draft', 'stale_revision'],
  }),
  addModule: endpoint({
    method: 'POST',
    path: '/api/courses/:courseId/draft/modules',
    summary: 'Adds a module at the end of the draft.',
    params: params('courseId'),
    body: z.object({ title: text(300) }),
    response: z.object({ id }),
    permission: 'course.author',
    errors: ['not_found', 'no_draft'],
  }),
  removeModule: endpoint({
    method: 'DELETE',
    path: '/api/modules/:moduleId',
    summary: 'Removes a module of a draft with its lessons.',
    params: params('moduleId'),
    response: ok,
    permission: 'course.author',
    errors: ['not_found', 'version_is_published'],
  }),
  addLesson: endpoint({
    method: 'POST',
    path: '/api/modules/:moduleId/lessons',
    summary: 'Adds a lesson at the end of a module; a quiz lesson comes with an empty quiz.',
    params: params('moduleId'),
    body: z.object({ title: text(300), kind: z.enum(LESSON_KINDS) }),
    response: z.object({ id, quizId: id.nullable() }),
    permission: 'course.author',
    errors: ['not_found', 'version_is_published'],
  }),
  readLesson: endpoint({
    method: 'GET',
    path: '/api/lessons/:lessonId',
    summary: 'A lesson as its author sees it.',
    params: params('lessonId'),
    response: lessonDraft,
    permission: 'course.author',
    errors: ['not_found'],
  }),
  updateLesson: endpoint({
    method: 'PUT',
    path: '/api/lessons/:lessonId',
    summary: 'Saves a lesson of a draft; its HTML is sanitised and returned as stored.',
    params: params('lessonId'),
    body: z.object({
      title: text(300),
      bodyHtml: z.string().max(400_000),
      minutes: z.number().int().min(1).max(600),
      legalBasis: z.array(text(300)).max(20),
      asOf: day.nullable(),
      attachments: z.array(attachment).max(20),
      revision: z.number().int(),
    }),
    response: revised.extend({ bodyHtml: z.string() }),
    permission: 'course.author',
    errors: ['not_found', 'version_is_published', 'stale_revision'],
  }),
  removeLesson: endpoint({
    method: 'DELETE',
    path: '/api/lessons/:lessonId',
    summary: 'Removes a lesson of a draft.',
    params: params('lessonId'),
    response: ok,
    permission: 'course.author',
    errors: ['not_found', 'version_is_published'],
  }),
  uploadMedia: endpoint({
    method: 'POST',
    path: '/api/media',
    summary: 'Uploads one picture, sound, video or PDF (multipart field "file").',
    upload: true,
    response: media,
    permission: 'course.author',
    errors: ['file_too_large', 'file_kind_not_allowed'],
  }),
  readMedia: endpoint({
    method: 'GET',
    path: '/api/media/:mediaId',
    summary: 'The bytes of a medium; supports ranges.',
    params: params('mediaId'),
    file: 'application/octet-stream',
    permission: 'signed_in',
    errors: ['not_found'],
  }),
  listCatalogue: endpoint({
    method: 'GET',
    path: '/api/catalogue',
    summary:
      'Published courses, for whoever enrols officers; closed ones too where they are asked for.',
    query: z.object({ closed: z.enum(['true', 'false']).optional() }),
    response: z.object({ items: z.array(catalogueEntry) }),
    permission: 'enrolment.assign',
    errors: [],
  }),
};
