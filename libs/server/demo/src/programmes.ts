/** The room of the academy's audiences and of its programme, approved by an invented decision and followed by a group. */
import { audienceRule, type AudienceRule, type ProgrammeContent } from '@tap-huan/contract';
import { AudienceService, ProgrammeEnrolling } from '@tap-huan/server/enrolment';
import { ProgrammeService } from '@tap-huan/server/learning';
import type { Academy } from './academy';
import type { DemoCourse } from './courses';
import type { DemoOrganisation } from './organisation';

/** Days before the loading: the programme was approved, and the first officers were put on it. */
const APPROVED = 40;
const ASSIGNED = 35;
/** Officers on the programme; of the provincial centre, so that the communes stand as their own story tells. */
const FOLLOWERS = 8;

/** Whoever meets citizens in a commune, and those who still lack the course of the commune level. */
function audiencesOf(courseId: string | undefined): [name: string, rule: Partial<AudienceRule>][] {
  const missing = { courseId: courseId ?? null, programmeId: null, since: null, done: false };
  return [
    ['Bộ phận Một cửa cấp xã', { unitKinds: ['commune_service_centre'] }],
    ['Cán bộ các sở, ban, ngành', { unitKinds: ['department', 'division'] }],
    [
      'Một cửa cấp xã chưa hoàn thành chuyên đề',
      { unitKinds: ['commune_service_centre'], ...(courseId ? { completed: missing } : {}) },
    ],
  ];
}

function contentOf(courses: readonly DemoCourse[]): ProgrammeContent {
  const [first, second, third] = courses.map(({ courseId }) => courseId);
  const choice = [second, third].flatMap((id) => id ?? []);
  return {
    title: 'Bồi dưỡng theo vị trí việc làm: công chức tiếp nhận và trả kết quả tại bộ phận Một cửa',
    summary: 'Chuyên đề bắt buộc về văn hóa công vụ, và một chuyên đề tự chọn.',
    audience: 'Công chức, viên chức làm việc tại Trung tâm Phục vụ hành chính công',
    ...{ hours: 40, contentGroup: 'job_position', deliveryForm: 'blended', validityMonths: 36 },
    legalBasis: ['Nghị định 171/2025/NĐ-CP, Điều 15, 16', 'Nghị định 118/2025/NĐ-CP'],
    sets: [
      {
        ...{ title: 'Chuyên đề bắt buộc', kind: 'all', count: null, hours: null },
        courseIds: first ? [first] : [],
      },
      {
        ...{ title: 'Chuyên đề tự chọn', kind: 'some', count: 1, hours: null, courseIds: choice },
      },
    ],
    completion: {
      ...{ minimumPercent: 50, attendancePercent: 80, conduct: true },
      ...{ minimumMinutes: null, minutesCap: 120 },
    },
  };
}

/** Saves audiences, approves a programme, and puts the first officers on it. */
export async function makeProgrammes(
  academy: Academy,
  { provinceId, officers }: DemoOrganisation,
  courses: readonly DemoCourse[],
): Promise<void> {
  academy.clock.set(academy.at(APPROVED, 9));
  const programmes = academy.get(ProgrammeService);
  const programmeId = await academy.write(async (tx) => {
    for (const [name, rule] of audiencesOf(courses[0]?.courseId)) {
      const input = { name, unitId: provinceId, rule: audienceRule.parse(rule) };
      await academy.get(AudienceService).make(tx, input);
    }
    const { id } = await programmes.create(tx, {
      ...{ code: 'CT-MC-2026', unitId: provinceId, content: contentOf(courses) },
    });
    await programmes.approve(tx, id, {
      ...{ decisionNo: '123/QĐ-MẪU', decidedOn: academy.day(APPROVED) },
    });
    return id;
  });
  academy.clock.set(academy.at(ASSIGNED, 9));
  await academy.write((tx) =>
    academy.get(ProgrammeEnrolling).enrolSet(
      tx,
      programmeId,
      officers
        .filter(({ workplace }) => workplace === 'centre')
        .slice(0, FOLLOWERS)
        .map(({ officerId }) => ({ officerId, dueOn: academy.day(-30) })),
      { reason: 'Kế hoạch bồi dưỡng năm (mẫu)', countsFrom: null },
    ),
  );
  await academy.settle();
}
