/** The room of training elsewhere: what HR enters, what officers hand in with their proof, and who is excused. */
import { endpoints, type HoursInput } from '@tap-huan/contract';
import type { Academy } from '../academy';
import { type DemoCourse, fileToSend } from '../courses';
import type { DemoOfficer, DemoOrganisation } from '../organisation';
import type { DemoPerson } from '../person';

/** Days before the loading: HR enters the lists of the year, an officer hands in a certificate. */
const ENTERED = 28;
const HANDED_IN = 3;
const DECIDED = 12;

const SCHOOL = 'Trường Chính trị tỉnh Bình An';
const LEADERS_PROGRAMME: Omit<HoursInput, 'day'> = {
  ...{ source: 'external', contentGroup: 'state_management', hours: 16_000, organiser: SCHOOL },
  title: 'Bồi dưỡng lãnh đạo, quản lý cấp phòng ở xã, phường (mẫu)',
  leaderProgramme: true,
};

/** Places in the list of communes whose heads have not finished, finished late, or need not take it. */
const HEADS = { missing: [2, 6, 20, 31], late: [11, 17, 26], excused: [4, 13] };

export async function enterHours(
  academy: Academy,
  organisation: DemoOrganisation,
  courses: readonly DemoCourse[],
): Promise<void> {
  academy.clock.set(academy.at(ENTERED, 9));
  const hr = await academy.person('daotao');
  await enterLeaders(hr, organisation);
  await enterOthers(academy, hr, organisation);
  await handIn(academy, organisation, courses);
}

/** Heads who lead since 1 July 2025: most finished in April, some late, some are excused. */
async function enterLeaders(hr: DemoPerson, organisation: DemoOrganisation): Promise<void> {
  const { communeCentreIds, officers } = organisation;
  const heads = officers.filter(
    ({ workplace, post }) => workplace === 'commune' && post.appointedOn === '2025-07-01',
  );
  const placeOf = ({ unitId }: DemoOfficer) => communeCentreIds.indexOf(unitId);
  const isChief = ({ jobPosition }: DemoOfficer) => jobPosition.startsWith('Giám đốc');
  const groupOf = (head: DemoOfficer): 'missing' | 'late' | 'excused' | 'done' => {
    if (!isChief(head)) return 'done';
    if (HEADS.missing.includes(placeOf(head))) return 'missing';
    if (HEADS.late.includes(placeOf(head))) return 'late';
    return HEADS.excused.includes(placeOf(head)) ? 'excused' : 'done';
  };
  const those = (group: ReturnType<typeof groupOf>) =>
    idsOf(heads.filter((head) => groupOf(head) === group));
  const record = (officerIds: string[], day: string, startedOn: string, documentNo: string) =>
    hr.call(endpoints.recordHours, {
      body: { ...LEADERS_PROGRAMME, day, startedOn, documentNo, officerIds },
    });
  await record(those('done'), '2026-04-17', '2026-03-23', '45/QĐ-MẪU');
  await record(those('late'), '2026-09-18', '2026-08-24', '88/QĐ-MẪU');
  await hr.call(endpoints.exemptLeaders, {
    body: {
      ...{ officerIds: those('excused'), ground: 'old_certificate', documentNo: 'CC-MẪU 1207' },
      reason:
        'Đã có chứng chỉ lãnh đạo, quản lý cấp phòng (Điều 41 khoản 4 Nghị định 171/2025/NĐ-CP)',
    },
  });
}

/** Two lists of the year: a seminar for many, a longer class for those who work with documents. */
async function enterOthers(
  academy: Academy,
  hr: DemoPerson,
  { officers, centreId }: DemoOrganisation,
): Promise<void> {
  const seminar: HoursInput = {
    ...{ source: 'seminar', contentGroup: 'science_digital', hours: 400 },
    title: 'Hội nghị tập huấn bảo vệ dữ liệu cá nhân tại bộ phận Một cửa',
    ...{ organiser: 'Sở Khoa học và Công nghệ tỉnh Bình An', documentNo: '31/GM-MẪU' },
    day: academy.day(75),
  };
  const digital: HoursInput = {
    ...{ source: 'external', contentGroup: 'science_digital', hours: 2_400 },
    title: 'Kỹ năng số và khai thác dữ liệu dùng chung (mẫu)',
    ...{ organiser: SCHOOL, documentNo: '62/QĐ-MẪU' },
    ...{ startedOn: academy.day(54), day: academy.day(52) },
  };
  const atDesk = officers.filter(({ workplace }) => workplace !== 'department');
  const inCommunes = officers.filter(
    ({ workplace, post }) => workplace === 'commune' && post.leadership === null,
  );
  const entries: [HoursInput, DemoOfficer[]][] = [
    [seminar, atDesk],
    [digital, inCommunes.filter((_, index) => index % 2 === 0)],
    [{ ...digital, documentNo: '63/QĐ-MẪU' }, officers.filter(({ unitId }) => unitId === centreId)],
  ];
  for (const [training, people] of entries) {
    await hr.call(endpoints.recordHours, { body: { ...training, officerIds: idsOf(people) } });
  }
}

/** Three officers hand in a certificate: one is approved, two wait for HR. */
async function handIn(
  academy: Academy,
  { officers, learner }: DemoOrganisation,
  courses: readonly DemoCourse[],
): Promise<void> {
  const proof = proofOf(courses);
  const [other, third] = officers.filter(({ workplace }) => workplace === 'department');
  const propose = async (who: DemoOfficer, daysAgo: number, title: string, hours: number) => {
    academy.clock.set(academy.at(daysAgo, 15));
    const person = await academy.person(who.username);
    const { id: evidenceId } = await person.upload(endpoints.uploadMyEvidence, proof);
    const { id } = await person.call(endpoints.proposeHours, {
      body: {
        ...{ source: 'external', contentGroup: 'job_position', title, organiser: SCHOOL },
        ...{ hours, day: academy.day(daysAgo + 20), startedOn: academy.day(daysAgo + 22) },
        ...{ documentNo: '', evidenceIds: [evidenceId] },
      },
    });
    return id;
  };
  if (third) {
    const id = await propose(
      third,
      DECIDED + 2,
      'Kỹ năng soạn thảo văn bản hành chính (mẫu)',
      1600,
    );
    academy.clock.set(academy.at(DECIDED, 10));
    const hr = await academy.person('daotao');
    await hr.call(endpoints.decideHours, { body: { entryIds: [id], decision: 'approved' } });
  }
  await propose(learner, HANDED_IN, 'Giao tiếp với người khuyết tật nghe, nói (mẫu)', 1600);
  if (other) await propose(other, HANDED_IN, 'Kiểm soát thủ tục hành chính (mẫu)', 2400);
}

/** Any paper of the academy stands in for a certificate. */
function proofOf(courses: readonly DemoCourse[]) {
  for (const { shipped } of courses) {
    for (const [name, bytes] of shipped.media) {
      if (name.endsWith('.pdf')) return fileToSend('giay-xac-nhan-mau.pdf', bytes);
    }
  }
  throw new Error('The demo content holds no paper.');
}

const idsOf = (officers: readonly DemoOfficer[]): string[] =>
  officers.map(({ officerId }) => officerId);
