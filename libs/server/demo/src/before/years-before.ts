/** The room of the years before the product: courses of their time, closed since, and the classes that HR enters later. */
import { join } from 'node:path';
import { endpoints } from '@tap-huan/contract';
import type { Academy } from '../academy';
import { readCourse } from '../course-files';
import { contentFolder, CourseBuilder } from '../courses';
import type { DemoOrganisation } from '../organisation';
import { ORGANISER, type PastClass, planPastClasses } from './classes-before';
import { makePast } from './people-before';

/** Courses of their time: folder, when it was written, when it closed. */
const COURSES = [
  ['nam-2017-tinh', '2017-04-03', '2018-01-15'],
  ['nam-2017-huyen', '2017-04-03', '2018-01-15'],
  ['nam-2017-xa', '2017-04-03', '2018-01-15'],
  ['nam-2018', '2018-09-03', '2025-06-30'],
] as const;
/** Days before the loading on which HR enters the classes from the old lists. */
const ENTERED = 168;

/** What the years before left. */
export interface YearsBefore {
  classes: number;
  enrolments: number;
}

/** Courses that the author wrote then; they take nobody new any more. @returns ids by code */
export async function buildOldCourses(
  academy: Academy,
  organisation: DemoOrganisation,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const [folder, writtenOn, closedOn] of COURSES) {
    academy.clock.set(morningOf(writtenOn));
    const author = await academy.person('giangvien');
    const shipped = await readCourse(join(contentFolder(), folder));
    // No bank of these belongs to another department, so the author needs no guest.
    const built = await new CourseBuilder(author, author, shipped, organisation).build();
    ids.set(built.code, built.courseId);
    academy.clock.set(morningOf(closedOn));
    const later = await academy.person('giangvien');
    const params = { courseId: built.courseId };
    await later.call(endpoints.closeCourse, { params, body: { closed: true } });
  }
  await academy.settle();
  return ids;
}

/** Writes down who worked where, and has HR enter the classes that were held. */
export async function enterOldClasses(
  academy: Academy,
  organisation: DemoOrganisation,
  courses: ReadonlyMap<string, string>,
): Promise<YearsBefore> {
  academy.clock.set(academy.at(ENTERED, 9));
  const posts = await makePast(academy, organisation);
  const hr = await academy.person('daotao');
  const classes = planPastClasses(organisation, posts);
  for (const held of classes) {
    await hr.call(endpoints.recordTrainingClass, { body: bodyOf(held, courses) });
  }
  await academy.settle();
  const enrolments = classes.reduce((sum, { participants }) => sum + participants.length, 0);
  return { classes: classes.length, enrolments };
}

function bodyOf({ courseCode, ...held }: PastClass, courses: ReadonlyMap<string, string>) {
  const courseId = courses.get(courseCode);
  if (!courseId) throw new Error(`There is no course ${courseCode}.`);
  const note = 'Nhập lại từ danh sách lớp lưu tại đơn vị tổ chức.';
  return { ...held, courseId, organiser: ORGANISER, note, certify: false };
}

/** Eight in the morning in Việt Nam. */
const morningOf = (day: string): Date => new Date(`${day}T01:00:00Z`);
