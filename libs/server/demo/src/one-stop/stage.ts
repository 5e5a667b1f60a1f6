/** The room of what every scene of the course at the one-stop desk needs: who plays, where, and with which papers. */
import { endpoints, type OutputOf } from '@tap-huan/contract';
import { type Random, seededRandom, shuffle } from '@tap-huan/rules';
import { CourseReader } from '@tap-huan/server/learning';
import type { Academy } from '../academy';
import { AnswerSheets } from '../answer-sheets';
import type { DemoCourse } from '../courses';
import type { DemoOfficer, DemoOrganisation } from '../organisation';
import type { DemoPerson } from '../person';
import type { Grade } from './essays';

/** How far an officer comes before today. */
export type Part = 'absent' | 'reading' | 'exam' | 'marked' | 'waiting' | 'running';

const PARTS: readonly (readonly [part: Part, players: number])[] = [
  ['absent', 6],
  ['reading', 4],
  ['exam', 7],
  ['marked', 14],
  ['waiting', 8],
  ['running', 3],
];
/** The desks of these communes, without their heads, and some of the province's. */
const COMMUNES = 9;
const OF_CENTRE = 6;
const HEADS = /Giám đốc/;

export interface Player {
  officer: DemoOfficer;
  part: Part;
  /** Place among those of the same part, from 0. */
  place: number;
  /** Place among all, from 0. */
  index: number;
  /** Share of right answers. */
  skill: number;
  /** What is written by hand is worth. */
  grade: Grade;
}

export type QuizName = 'luyen-tap' | 'tu-danh-gia' | 'kiem-tra' | 'cuoi-khoa';

type Mine = OutputOf<typeof endpoints.readMyCourse>;
export type Lesson = Mine['modules'][number]['lessons'][number];

/** An officer's desk has an address of its own; the last number tells the officer. */
const addressOf = ({ index }: Player): string => `10.20.${index % 9}.${20 + index}`;

export class Stage {
  readonly random: Random = seededRandom('Một cửa 2026');
  readonly sheets: AnswerSheets;
  readonly players: readonly Player[];
  private readonly enrolments = new Map<string, string>();
  private reading: readonly { id: string; minutes: number }[] = [];
  private readonly quizLessons = new Map<string, string>();

  constructor(
    readonly academy: Academy,
    readonly course: DemoCourse,
    readonly organisation: DemoOrganisation,
  ) {
    this.sheets = new AnswerSheets(academy, this.random);
    this.players = cast(organisation, this.random);
  }

  /** The enrolments are there: lessons and ids are read once. */
  async open(): Promise<void> {
    const { courseId } = this.course;
    const reader = this.academy.get(CourseReader);
    const version = await reader.publishedVersion(courseId);
    if (!version) throw new Error('The course at the one-stop desk is not published.');
    const { modules } = await reader.outline(version.courseVersionId);
    const lessons = modules.flatMap((module) => module.lessons);
    this.reading = lessons.filter(({ kind }) => kind === 'reading');
    for (const { id, quizId } of lessons) if (quizId) this.quizLessons.set(quizId, id);
    const rows = await this.academy.sql.rows<{ id: string; officerId: string }>(
      `select id, officer_id as "officerId" from enrolment.enrolment where course_id = $1`,
      [courseId],
    );
    for (const { id, officerId } of rows) this.enrolments.set(officerId, id);
  }

  of(...parts: Part[]): Player[] {
    return this.players.filter(({ part }) => parts.includes(part));
  }

  /** The player of a part at a place. */
  one(part: Part, place: number): Player {
    const player = this.players.find((each) => each.part === part && each.place === place);
    if (!player) throw new Error(`Nobody plays ${part} ${place}.`);
    return player;
  }

  /** The player comes to the desk at a moment, and signs in. */
  arrive(player: Player, moment: Date): Promise<DemoPerson> {
    this.academy.clock.set(moment);
    return this.academy.person(player.officer.username, addressOf(player));
  }

  /** Staff of the academy at a moment. */
  staff(username: 'giangvien' | 'giangvien2' | 'daotao', moment: Date): Promise<DemoPerson> {
    this.academy.clock.set(moment);
    return this.academy.person(username, '10.20.0.5');
  }

  lessons(): readonly { id: string; minutes: number }[] {
    return this.reading;
  }

  quizId(name: QuizName): string {
    const id = this.course.quizzes.get(name);
    if (!id) throw new Error(`The course has no quiz ${name}.`);
    return id;
  }

  /** Where the player takes a quiz. */
  seat({ officer }: Player, name: QuizName): { enrolmentId: string; lessonId: string } {
    return {
      enrolmentId: this.enrolmentOf(officer),
      lessonId: this.quizLessons.get(this.quizId(name)) ?? '',
    };
  }

  enrolmentOf({ officerId }: DemoOfficer): string {
    const id = this.enrolments.get(officerId);
    if (!id) throw new Error('A player is not enrolled.');
    return id;
  }

  /** A question of the course's banks by its shipped key. */
  question(key: string): { id: string; content: unknown } {
    const { bank, sharedBank } = this.course;
    const question = bank.questions.get(key) ?? sharedBank?.questions.get(key);
    if (!question) throw new Error(`No bank has the question ${key}.`);
    return question;
  }
}

function cast(
  { officers, communeCentreIds }: Pick<DemoOrganisation, 'officers' | 'communeCentreIds'>,
  random: Random,
): Player[] {
  const desks = new Set(communeCentreIds.slice(0, COMMUNES));
  const ofCommunes = officers.filter(
    ({ unitId, jobPosition }) => desks.has(unitId) && !HEADS.test(jobPosition),
  );
  const ofCentre = officers.filter(({ workplace }) => workplace === 'centre').slice(0, OF_CENTRE);
  const parts = PARTS.flatMap(([part, players]) =>
    Array.from({ length: players }, (_, place) => ({ part, place })),
  );
  const crowd = shuffle([...ofCommunes, ...ofCentre], random).slice(0, parts.length);
  return crowd.map((officer, index): Player => {
    const { part, place } = parts[index] ?? { part: 'absent', place: 0 };
    const weak = part === 'exam' && place % 2 === 0;
    const least = part === 'marked' ? 0.8 : 0.68;
    const skill = weak ? 0.15 + random() * 0.2 : least + random() * (0.98 - least);
    const grade = ([0, 0, 1, 1, 2] as const)[place % 5] ?? 1;
    return { officer, part, place, index, skill, grade };
  });
}
