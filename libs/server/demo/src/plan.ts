/** The room where months of believable history are planned: who is enrolled when, and how it goes. */
import { type Random, seededRandom } from '@tap-huan/rules';
import type { DemoOfficer, DemoOrganisation } from './organisation';

export interface Wave {
  courseCode: string;
  /** Days before today; negative is ahead. */
  enrolledDaysAgo: number;
  dueDaysAgo: number;
  reason: string;
  officers: DemoOfficer[];
}

export interface Story {
  officer: DemoOfficer;
  courseCode: string;
  /** When reading begins; null where it never does. */
  startedDaysAgo: number | null;
  /** Share of the reading lessons that is read, 0 to 1. */
  read: number;
  /** One entry an attempt: the share of questions answered rightly; the last one decides. */
  attempts: number[];
  /** Days between the start and the last attempt. */
  lastsDays: number;
}

const HEADS = /Giám đốc|Chánh Văn phòng|Trưởng phòng/;

/** Units below this place in the list have brought everybody to the end: 25 of 36 communes. */
const DILIGENT = 25;

const PLAN = 'Kế hoạch bồi dưỡng công chức, viên chức năm 2026';

/** Waves of enrolment, as a training office sends them out. */
export function planWaves({ officers, communeCentreIds, learner }: DemoOrganisation): Wave[] {
  const ofCommunes = (from: number, to: number) => {
    const centres = new Set(communeCentreIds.slice(from, to));
    return officers.filter(({ unitId }) => centres.has(unitId));
  };
  const ofProvince = officers.filter(({ workplace }) => workplace !== 'commune');
  const helpers = ofProvince.filter((one, index) => one.workplace === 'centre' || index % 4 === 2);
  // A wave that is still running keeps its communes below 100 %: nine of them are enough to show it.
  const heads = ofCommunes(0, 9).filter(({ jobPosition }) => HEADS.test(jobPosition));
  return [
    {
      courseCode: 'C4',
      enrolledDaysAgo: 150,
      dueDaysAgo: 105,
      reason: `${PLAN}, đợt 1`,
      officers: ofCommunes(0, 14),
    },
    {
      courseCode: 'C1',
      enrolledDaysAgo: 128,
      dueDaysAgo: 70,
      reason: `${PLAN}, khối tỉnh`,
      officers: [...ofProvince, learner],
    },
    {
      courseCode: 'C4',
      enrolledDaysAgo: 105,
      dueDaysAgo: 60,
      reason: `${PLAN}, đợt 2`,
      officers: ofCommunes(14, 27),
    },
    {
      courseCode: 'C4',
      enrolledDaysAgo: 84,
      dueDaysAgo: 45,
      reason: `${PLAN}, cán bộ tỉnh hỗ trợ cấp xã`,
      officers: helpers,
    },
    {
      courseCode: 'C4',
      enrolledDaysAgo: 62,
      dueDaysAgo: 12,
      reason: `${PLAN}, đợt 3`,
      officers: ofCommunes(27, 36),
    },
    {
      courseCode: 'C1',
      enrolledDaysAgo: 26,
      dueDaysAgo: -12,
      reason: `${PLAN}, người phát ngôn cấp xã`,
      officers: heads,
    },
    {
      courseCode: 'C4',
      enrolledDaysAgo: 20,
      dueDaysAgo: -5,
      reason: `${PLAN}, bổ sung`,
      officers: [learner],
    },
  ];
}

/** How it went for each officer of a wave; the same seed tells the same story. */
export function planStories(organisation: DemoOrganisation, waves: readonly Wave[]): Story[] {
  const random = seededRandom('Lịch sử 2026');
  const rank = new Map(organisation.communeCentreIds.map((id, index) => [id, index]));
  return waves.flatMap((wave) =>
    wave.officers.map((officer) =>
      officer === organisation.learner
        ? learnersOwn(wave)
        : tell(wave, officer, diligenceOf(officer, rank, wave), random),
    ),
  );
}

/** Chance that an officer of the unit ends well. */
function diligenceOf(officer: DemoOfficer, rank: ReadonlyMap<string, number>, wave: Wave): number {
  const running = wave.dueDaysAgo < 0;
  if (running) return 0.45;
  if (officer.workplace !== 'commune') return 0.9;
  // Spread the less diligent communes over the list, so that no wave is a failure as a whole.
  const place = ((rank.get(officer.unitId) ?? 0) * 7) % 36;
  return place < DILIGENT ? 1 : 0.62 + (place % 4) * 0.08;
}

function tell(wave: Wave, officer: DemoOfficer, diligence: number, random: Random): Story {
  const span = wave.enrolledDaysAgo - Math.max(wave.dueDaysAgo, 1);
  const startedDaysAgo = Math.max(
    1.5,
    wave.enrolledDaysAgo - 2 - Math.floor(random() * span * 0.6),
  );
  const lastsDays = Math.min(startedDaysAgo - 1, 2 + Math.floor(random() * 12));
  const common = { officer, courseCode: wave.courseCode, startedDaysAgo, lastsDays };
  const good = () => 0.62 + random() * 0.37;
  const poor = () => 0.2 + random() * 0.2;
  if (random() < diligence) {
    const attempts = random() < 0.16 ? [poor(), good()] : [good()];
    return { ...common, read: 1, attempts };
  }
  const fate = random();
  if (fate < 0.22) return { ...common, read: 1, attempts: [poor(), poor(), poor()] };
  if (fate < 0.7) return { ...common, read: 0.15 + random() * 0.75, attempts: [] };
  return { ...common, startedDaysAgo: null, read: 0, attempts: [] };
}

/** The demo learner has one certificate, and a course that wants two more lessons and its quiz. */
function learnersOwn(wave: Wave): Story {
  const { courseCode } = wave;
  const officer = wave.officers[wave.officers.length - 1] as DemoOfficer;
  return courseCode === 'C1'
    ? { officer, courseCode, startedDaysAgo: 118, lastsDays: 9, read: 1, attempts: [0.35, 0.86] }
    : { officer, courseCode, startedDaysAgo: 16, lastsDays: 13, read: 0.84, attempts: [] };
}
