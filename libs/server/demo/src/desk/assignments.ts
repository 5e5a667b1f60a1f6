/** The room of what HR has assigned: a fixed day, days after an appointment, again every two years, and a draft. */
import {
  type AssignmentInput,
  type AudienceRule,
  audienceRule,
  endpoints,
} from '@tap-huan/contract';
import type { Academy } from '../academy';
import type { DemoCourse } from '../courses';
import type { DemoOrganisation } from '../organisation';
import type { DemoPerson } from '../person';
import { JOBS } from '../places';

/** Days before the loading: assigned, exceptions decided; due days of the communes' course and of those who got more time. */
const ASSIGNED = 60;
const EXCUSED = 9;
const DUE = 12;
const EXTENDED_TO = -21;

const ARTICLE_16 = 'Nghị định 171/2025/NĐ-CP, Điều 16';

export async function assign(
  academy: Academy,
  organisation: DemoOrganisation,
  courses: readonly DemoCourse[],
): Promise<void> {
  academy.clock.set(academy.at(ASSIGNED, 14));
  const hr = await academy.person('daotao');
  const audiences = await makeAudiences(academy, hr, organisation);
  const running: string[] = [];
  for (const input of await planned(academy, organisation, courses, audiences)) {
    const { id } = await hr.call(endpoints.createAssignment, { body: input });
    const params = { assignmentId: id };
    // What begins next year stays a draft.
    if (input.startsOn > academy.day(0)) continue;
    await hr.call(endpoints.changeAssignmentState, { params, body: { to: 'active' } });
    running.push(id);
  }
  academy.clock.set(academy.at(EXCUSED, 10));
  const later = await academy.person('daotao');
  for (const assignmentId of running) {
    await later.call(endpoints.reconcileAssignment, { params: { assignmentId } });
  }
  const [first] = running;
  if (first) await decideExceptions(academy, later, first);
}

interface Audiences {
  desks: string;
  newLeaders: string;
  centre: string;
}

/** Only posts are named, so that nobody who came for another task is enrolled by the demonstration. */
async function makeAudiences(
  academy: Academy,
  hr: DemoPerson,
  { provinceId, centreId, officers }: DemoOrganisation,
): Promise<Audiences> {
  const make = async (name: string, rule: Partial<AudienceRule>) => {
    const body = { name, unitId: provinceId, rule: audienceRule.parse(rule) };
    return (await hr.call(endpoints.createAudience, { body })).id;
  };
  const known = new Set(officers.map(({ officerId }) => officerId));
  const others = await academy.sql.rows<{ id: string }>(
    `select id from organisation.present_officer where unit_id = $1`,
    [centreId],
  );
  return {
    desks: await make('Cán bộ tiếp dân tại Trung tâm cấp xã', {
      ...{ unitKinds: ['commune_service_centre'], jobPositions: [...JOBS.commune] },
    }),
    newLeaders: await make('Lãnh đạo Trung tâm cấp xã mới bổ nhiệm', {
      ...{ unitKinds: ['commune_service_centre'], leadership: 'leaders' },
      appointedFrom: '2025-07-02',
    }),
    centre: await make('Trung tâm cấp tỉnh: cán bộ tiếp nhận và tổng hợp', {
      unitIds: [centreId],
      exclude: others.map(({ id }) => id).filter((id) => !known.has(id)),
    }),
  };
}

async function planned(
  academy: Academy,
  { provinceId }: DemoOrganisation,
  courses: readonly DemoCourse[],
  { desks, newLeaders, centre }: Audiences,
): Promise<AssignmentInput[]> {
  const idOf = (code: string) => courses.find((course) => course.code === code)?.courseId ?? '';
  const { id: programmeId } = await academy.sql.one<{ id: string }>(
    `select id from learning.programme order by code limit 1`,
  );
  const nextYear = academy.now.getUTCFullYear() + 1;
  const common = { unitId: provinceId, recurrence: null, endsOn: null, graceDays: 0, lateDays: 30 };
  const course = (code: string) => ({ kind: 'course' as const, id: idOf(code) });
  return [
    {
      ...{ ...common, title: 'Văn hóa công vụ cho cán bộ tiếp dân cấp xã', audienceId: desks },
      ...{ target: course('C4'), due: { kind: 'fixed', day: academy.day(DUE) }, lateDays: 0 },
      reason: 'Kế hoạch bồi dưỡng công chức, viên chức năm 2026: mọi cán bộ tiếp dân hoàn thành.',
      ...{ legalBasis: `${ARTICLE_16} khoản 3`, startsOn: academy.day(ASSIGNED) },
    },
    {
      ...{ ...common, title: 'Phát ngôn và khủng hoảng truyền thông cho lãnh đạo mới bổ nhiệm' },
      ...{ audienceId: newLeaders, target: course('C1') },
      due: { kind: 'after_appointment', days: 365 },
      reason: 'Lãnh đạo Trung tâm cấp xã làm người phát ngôn, học trong năm đầu sau bổ nhiệm.',
      ...{ legalBasis: 'Nghị định 244/2026/NĐ-CP', startsOn: academy.day(ASSIGNED) },
    },
    {
      ...{ ...common, title: 'Phát ngôn với báo chí, bồi dưỡng lại hai năm một lần' },
      ...{ audienceId: centre, target: course('C1') },
      due: { kind: 'after_assignment', days: 90 },
      recurrence: { validityMonths: 24, renewalWindowDays: 60, renewalCourseId: null },
      reason: 'Cán bộ Trung tâm cấp tỉnh thường tiếp phóng viên.',
      ...{ legalBasis: 'Nghị định 244/2026/NĐ-CP', startsOn: academy.day(ASSIGNED) },
    },
    {
      ...{ ...common, title: `Chương trình 40 tiết năm ${nextYear} cho bộ phận Một cửa cấp xã` },
      ...{ audienceId: desks, target: { kind: 'programme', id: programmeId } },
      due: { kind: 'fixed', day: `${nextYear}-10-31` },
      reason: `Dự thảo Kế hoạch bồi dưỡng năm ${nextYear}.`,
      ...{ legalBasis: `${ARTICLE_16} khoản 3`, startsOn: `${nextYear}-02-01` },
    },
  ];
}

/** Three get more time, one is excused; each in a commune where others are late too. */
async function decideExceptions(
  academy: Academy,
  hr: DemoPerson,
  assignmentId: string,
): Promise<void> {
  const params = { assignmentId };
  const { items } = await hr.call(endpoints.listCases, { params, query: { pageSize: 100 } });
  const late = items.filter(({ state }) => state === 'overdue');
  const crowded = late.filter(
    ({ unitName }) => late.filter((one) => one.unitName === unitName).length > 1,
  );
  const [excused, ...others] = crowded.map(({ officerId }) => officerId);
  if (!excused) return;
  await hr.call(endpoints.exemptOfficers, {
    params,
    body: {
      ...{ officerIds: [excused], validFrom: academy.day(EXCUSED), validTo: academy.day(-170) },
      reason: 'Đang điều trị dài ngày, có giấy của cơ sở y tế',
      legalBasis: 'Quy chế đào tạo, bồi dưỡng của tỉnh (mẫu), Điều 7',
    },
  });
  await hr.call(endpoints.extendCases, {
    params,
    body: {
      ...{ officerIds: others.slice(0, 3), toDay: academy.day(EXTENDED_TO) },
      reason: 'Điều động phục vụ tổ tiếp nhận lưu động, có đề nghị của đơn vị',
    },
  });
}
