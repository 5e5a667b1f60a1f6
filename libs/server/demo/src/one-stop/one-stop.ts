/** The room where the course at the one-stop desk is played through, from the enrolment to this minute. */
import { endpoints, USUAL_SCREEN } from '@tap-huan/contract';
import type { Academy } from '../academy';
import type { DemoCourse } from '../courses';
import type { DemoOrganisation } from '../organisation';
import { examine } from './exam';
import { leaveWriting, writeFinals } from './final';
import { mark } from './marking';
import { secondThoughts } from './remarking';
import { Stage } from './stage';
import { study } from './study';

const ENROLLED = 24;
const DUE_IN = 14;

/** @returns how many officers are enrolled, and how many attempts they made */
export async function playOneStop(
  academy: Academy,
  organisation: DemoOrganisation,
  course: DemoCourse,
): Promise<{ enrolments: number; attempts: number }> {
  const stage = new Stage(academy, course, organisation);
  await enrol(stage);
  await stage.open();
  await study(stage);
  await examine(stage);
  await writeFinals(stage);
  await mark(stage);
  await secondThoughts(stage);
  await leaveWriting(stage);
  await academy.settle();
  return academy.sql.one<{ enrolments: number; attempts: number }>(
    `select (select count(*)::int from enrolment.enrolment where course_id = $1) as enrolments,
       (select count(*)::int from assessment.attempt where quiz_id = any($2::uuid[])) as attempts`,
    [course.courseId, [...course.quizzes.values()]],
  );
}

/** HR sends the course out, and sees to what two officers need otherwise. */
async function enrol(stage: Stage): Promise<void> {
  const { academy, organisation } = stage;
  const hr = await stage.staff('daotao', academy.at(ENROLLED, 8, 30));
  const officers = [...stage.players.map(({ officer }) => officer), organisation.learner];
  await hr.call(endpoints.enrol, {
    body: {
      courseId: stage.course.courseId,
      officerIds: officers.map(({ officerId }) => officerId),
      dueOn: academy.day(-DUE_IN),
      reason: 'Kế hoạch bồi dưỡng công chức, viên chức năm 2026, chuyên đề một cửa',
    },
  });
  await academy.settle();
  await hr.call(endpoints.setAccommodation, {
    params: { officerId: stage.one('marked', 9).officer.officerId },
    body: {
      timePercent: 150,
      extraAttempts: 1,
      screen: { ...USUAL_SCREEN, textPercent: 150, highContrast: true, oneQuestionPerPage: true },
      reason: 'Thị lực kém, có giấy xác nhận của cơ sở y tế nộp ngày nhập học',
    },
  });
  await hr.call(endpoints.setAccommodation, {
    params: { officerId: stage.one('waiting', 4).officer.officerId },
    body: {
      timePercent: 125,
      extraAttempts: 0,
      screen: { ...USUAL_SCREEN, withoutDragging: true, hideClock: true },
      reason: 'Tay phải bị thương, thao tác bàn phím chậm trong ba tháng',
    },
  });
}
