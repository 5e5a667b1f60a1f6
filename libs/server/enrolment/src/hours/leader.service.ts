/** The room where HR says which leaders need not take the programme, and which courses are that programme. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { hoursEndpoints, InputOf, OutputOf } from '@tap-huan/contract';
import { accountOf, type Actor, Failure, found, unitsFor, Writer } from '@tap-huan/server/platform';
import { isAtTop } from './hours-rules.service';

type Exempt = typeof hoursEndpoints.exemptLeaders;
type End = typeof hoursEndpoints.endLeaderExemption;
type Courses = typeof hoursEndpoints.setLeaderCourses;

@Injectable()
export class LeaderService {
  constructor(private readonly writer: Writer) {}

  /** Exempts leaders of the scope who are not exempt yet, with one ground for all of them. */
  exempt(actor: Actor, body: InputOf<Exempt>['body']): Promise<OutputOf<Exempt>> {
    const { officerIds, ground, documentNo, reason } = body;
    return this.writer.write(actor, async (tx) => {
      const rows = await tx.rows<{ officerId: string }>(
        `insert into enrolment.leader_exemption
                (id, officer_id, ground, document_no, reason, created_at, created_by)
         select gen_random_uuid(), d.officer_id, $3, $4, $5, $6, $7
           from enrolment.leader_duty d
          where d.officer_id = any ($1::uuid[]) and organisation.in_scope(d.unit_id, $2::uuid[])
             on conflict (officer_id) where ended_at is null do nothing
         returning officer_id as "officerId"`,
        [
          officerIds,
          unitsFor(actor, 'enrolment.assign'),
          ground,
          documentNo,
          reason,
          tx.now,
          accountOf(actor),
        ],
      );
      for (const { officerId } of rows) {
        await tx.audit(
          'hours.exempt_leader',
          { kind: 'officer', id: officerId },
          { ground, documentNo, reason },
        );
      }
      return { exempted: rows.length, skipped: new Set(officerIds).size - rows.length };
    });
  }

  /** Takes an exemption back; that it was there stays. @throws Failure not_found */
  end(actor: Actor, { params, body }: InputOf<End>): Promise<OutputOf<End>> {
    return this.writer.write(actor, async (tx) => {
      const ended = found(
        await tx.maybe<{ officerId: string }>(
          `update enrolment.leader_exemption x
              set ended_at = $3, ended_by = $4, end_reason = $5
             from organisation.present_officer p
            where x.id = $1 and x.ended_at is null and p.id = x.officer_id
              and organisation.in_scope(p.unit_id, $2::uuid[])
           returning x.officer_id as "officerId"`,
          [
            params.exemptionId,
            unitsFor(actor, 'enrolment.assign'),
            tx.now,
            accountOf(actor),
            body.reason,
          ],
        ),
      );
      const subject = { kind: 'officer', id: ended.officerId };
      await tx.audit('hours.end_leader_exemption', subject, { reason: body.reason });
      return { ok: true };
    });
  }

  /** Says which courses and programmes fulfil the duty. @throws Failure not_permitted, not_found */
  setCourses(actor: Actor, body: InputOf<Courses>['body']): Promise<OutputOf<Courses>> {
    const courseIds = [...new Set(body.courseIds)];
    const programmeIds = [...new Set(body.programmeIds)];
    return this.writer.write(actor, async (tx) => {
      if (!(await isAtTop(tx, actor))) throw new Failure('not_permitted');
      const known = await tx.rows(
        `select id from learning.course where id = any ($1::uuid[])
          union all select id from learning.programme where id = any ($2::uuid[])`,
        [courseIds, programmeIds],
      );
      if (known.length < courseIds.length + programmeIds.length) throw new Failure('not_found');
      await tx.rows(
        `delete from enrolment.leader_path
          where not (course_id = any ($1::uuid[])) or not (programme_id = any ($2::uuid[]))`,
        [courseIds, programmeIds],
      );
      const paths = [
        ...courseIds.map((id) => ({ courseId: id, programmeId: null })),
        ...programmeIds.map((id) => ({ courseId: null, programmeId: id })),
      ];
      for (const { courseId, programmeId } of paths) {
        await tx.rows(
          `insert into enrolment.leader_path (id, course_id, programme_id, added_at, added_by)
           values ($1, $2, $3, $4, $5) on conflict do nothing`,
          [randomUUID(), courseId, programmeId, tx.now, accountOf(actor)],
        );
      }
      const subject = { kind: 'hours', id: 'leaders' };
      await tx.audit('hours.leader_courses', subject, { courseIds, programmeIds });
      return { ok: true };
    });
  }
}
