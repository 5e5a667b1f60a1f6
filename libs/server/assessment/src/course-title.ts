/** The room of the one thing that assessment tells of courses: the title of the course that a bank was made for. */

/** SQL for the newest title of the course of a bank; null for a bank of its own. `bank` is SQL for the bank's id. */
export const courseTitle = (bank: string): string => `(
  select cv.title from learning.course course join learning.course_version cv on cv.course_id = course.id
  where course.bank_id = ${bank} order by cv.number desc limit 1)`;
