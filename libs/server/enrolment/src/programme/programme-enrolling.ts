/** The room where officers are put on a programme and into its courses, one or a hundred thousand. */
import { Injectable } from '@nestjs/common';
import { requiredCourses } from '@tap-huan/rules';
import { type ApprovedProgramme, CourseReader, ProgrammeReader } from '@tap-huan/server/learning';
import { Failure, type Tx } from '@tap-huan/server/platform';
import { enrolSet } from '../enrolment/enrol-set';
import { ProgrammeProgress } from './programme-progress';

/** Who is to be put on a programme, each with an own due day. */
export interface ProgrammeOfficer {
  officerId: string;
  dueOn: string | null;
}

export interface ProgrammeTerms {
  reason: string;
  /** Completions of courses before this day do not count: a renewal. Null: what was completed before counts. */
  countsFrom: string | null;
}

interface Made {
  id: string;
  officerId: string;
}

@Injectable()
export class ProgrammeEnrolling {
  constructor(
    private readonly programmes: ProgrammeReader,
    private readonly courses: CourseReader,
    private readonly progress: ProgrammeProgress,
  ) {}

  /**
   * Puts officers on the newest approved version and into its courses; whoever is on the programme is left alone, also
   * where two do this at once. What was completed before counts from `countsFrom` on: somebody may be through at once.
   * Courses that are a choice have no due day.
   * @returns the ways that were made
   * @throws Failure programme_not_approved
   */
  async enrolSet(
    tx: Tx,
    programmeId: string,
    officers: readonly ProgrammeOfficer[],
    terms: ProgrammeTerms,
  ): Promise<Made[]> {
    const programme = await this.programmes.approved(programmeId);
    if (!programme) throw new Failure('programme_not_approved');
    const made = await insertWays(tx, programme, officers, terms);
    if (made.length === 0) return made;
    const ids = made.map(({ id }) => id);
    const required = requiredCourses(programme.content.sets);
    for (const courseId of new Set(programme.content.sets.flatMap((set) => set.courseIds))) {
      await this.enrolInCourse(tx, ids, { courseId, required: required.has(courseId) }, terms);
    }
    await this.progress.settle(tx, await begunOf(tx, ids));
    return made;
  }

  private async enrolInCourse(
    tx: Tx,
    wayIds: string[],
    { courseId, required }: { courseId: string; required: boolean },
    { reason }: ProgrammeTerms,
  ): Promise<void> {
    const published = await this.courses.publishedVersion(courseId);
    if (!published) return;
    const { courseVersionId } = published;
    const wanting = await wantingCourse(tx, wayIds, courseId);
    const officers = wanting.map(({ officerId, dueOn }) => ({
      officerId,
      dueOn: required ? dueOn : null,
    }));
    const enrolled = await enrolSet(tx, officers, { courseId, courseVersionId, reason });
    await tx.rows(
      `insert into enrolment.programme_course (programme_enrolment_id, enrolment_id, required)
       select pe.id, e.id, $3 from enrolment.enrolment e
         join enrolment.programme_enrolment pe on pe.officer_id = e.officer_id and pe.id = any ($1::uuid[])
        where e.id = any ($2::uuid[])`,
      [wayIds, enrolled, required],
    );
  }
}

async function insertWays(
  tx: Tx,
  { programmeId, programmeVersionId, content }: ApprovedProgramme,
  officers: readonly ProgrammeOfficer[],
  { reason, countsFrom }: ProgrammeTerms,
): Promise<Made[]> {
  return tx.rows<Made>(
    `insert into enrolment.programme_enrolment
            (id, officer_id, programme_id, programme_version_id, state, due_on, reason, counts_from,
             enrolled_at, enrolled_by, total_sets)
     select gen_random_uuid(), o.officer_id, $3, $4, 'not_started', o.due_on, $5, $6, $7, $8, $9
       from unnest($1::uuid[], $2::date[]) as o(officer_id, due_on)
         on conflict (officer_id, programme_id) where state in ('not_started', 'in_progress') do nothing
     returning id, officer_id as "officerId"`,
    [
      officers.map(({ officerId }) => officerId),
      officers.map(({ dueOn }) => dueOn),
      ...[programmeId, programmeVersionId, reason.normalize('NFC'), countsFrom],
      ...[tx.now, tx.actor.accountId, content.sets.length],
    ],
  );
}

/** Those who are neither taking the course nor have a completion of it that counts. */
const wantingCourse = (tx: Tx, wayIds: string[], courseId: string): Promise<ProgrammeOfficer[]> =>
  tx.rows<ProgrammeOfficer>(
    `select pe.officer_id as "officerId", pe.due_on::text as "dueOn"
       from enrolment.programme_enrolment pe
      where pe.id = any ($1::uuid[]) and not exists (
        select 1 from enrolment.enrolment e
         where e.officer_id = pe.officer_id and e.course_id = $2
           and (e.state in ('not_started', 'in_progress')
                or (e.state = 'completed' and (pe.counts_from is null
                    or (e.completed_at at time zone 'Asia/Ho_Chi_Minh')::date >= pe.counts_from))))`,
    [wayIds, courseId],
  );

/** Those whose officers have begun or completed one of the courses before. */
async function begunOf(tx: Tx, wayIds: string[]): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    `select distinct pe.id
       from enrolment.programme_enrolment pe
       join learning.programme_version v on v.id = pe.programme_version_id
       cross join jsonb_array_elements(v.sets) s
       cross join jsonb_array_elements_text(s -> 'courseIds') named
       join enrolment.enrolment e on e.officer_id = pe.officer_id and e.course_id = named::uuid
      where pe.id = any ($1::uuid[]) and e.state in ('in_progress', 'completed')`,
    [wayIds],
  );
  return rows.map(({ id }) => id);
}
