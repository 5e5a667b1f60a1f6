/** The room of whose assignment it is: who may make it, change it, and see it. */
import { Injectable } from '@nestjs/common';
import type { AssignmentInput, AssignmentTarget } from '@tap-huan/contract';
import { CourseReader } from '@tap-huan/server/learning';
import { type Actor, Failure, found, Sql, type Tx, unitsFor } from '@tap-huan/server/platform';
import type { Queries } from '../progress/lesson-facts.reader';
import { ASSIGNMENT_COLUMNS } from './assignment-terms';
import type { SavedAssignment } from './reconciler';

/**
 * $n roots: the assignment lies in the scope, or it concerns officers in it. The second is how a commune sees what the
 * province asks of its people.
 */
export const seen = (roots: string): string => `(
  a.unit_id in (select organisation.units_in(${roots}::uuid[]))
  or exists (
    select 1 from enrolment.assignment_case c
      join organisation.position p on p.officer_id = c.officer_id and p.valid_to is null
     where c.assignment_id = a.id and p.unit_id in (select organisation.units_in(${roots}::uuid[]))))`;

@Injectable()
export class AssignmentScope {
  constructor(
    private readonly sql: Sql,
    private readonly courses: CourseReader,
  ) {}

  /**
   * Whether the actor may make an assignment of these parts.
   * @throws Failure `not_found`, `course_not_published`, `programme_not_approved`
   */
  async mayMake(actor: Actor, input: AssignmentInput): Promise<void> {
    const roots = unitsFor(actor, 'enrolment.assign');
    found(
      await this.sql.maybe(
        `select 1 where organisation.in_scope($1, $3) and exists (
           select 1 from enrolment.audience where id = $2 and organisation.in_scope(unit_id, $3))`,
        [input.unitId, input.audienceId, roots],
      ),
    );
    await this.mayAsk(input.target);
    const renewal = input.recurrence?.renewalCourseId;
    if (renewal) await this.mayAsk({ kind: 'course', id: renewal });
  }

  /** An assignment that lies in the scope, locked in a transaction. @throws Failure `not_found` */
  async own(queries: Queries | Tx, actor: Actor, assignmentId: string): Promise<SavedAssignment> {
    const [assignment] = await queries.rows<SavedAssignment>(
      `select ${ASSIGNMENT_COLUMNS} from enrolment.assignment a
        where a.id = $1 and organisation.in_scope(a.unit_id, $2) ${'emit' in queries ? 'for no key update' : ''}`,
      [assignmentId, unitsFor(actor, 'enrolment.assign')],
    );
    return found(assignment ?? null);
  }

  /** Whether anybody may be put on it now. @throws Failure as `mayMake` */
  async mayAsk({ kind, id }: AssignmentTarget): Promise<void> {
    if (kind === 'course') {
      if (await this.courses.offeredVersion(id)) return;
      found(await this.sql.maybe(`select 1 from learning.course where id = $1`, [id]));
      throw new Failure('course_not_published');
    }
    const programme = found(
      await this.sql.maybe<{ approved: boolean }>(
        `select p.archived_at is null and exists (
                  select 1 from learning.programme_version v
                   where v.programme_id = p.id and v.state = 'approved') as approved
           from learning.programme p where p.id = $1`,
        [id],
      ),
    );
    if (!programme.approved) throw new Failure('programme_not_approved');
  }
}
