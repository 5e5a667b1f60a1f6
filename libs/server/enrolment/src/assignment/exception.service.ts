/** The room where HR gives officers more time, or excuses them, one by one or all that a filter finds. */
import { Injectable } from '@nestjs/common';
import type { assignmentEndpoints, InputOf, OutputOf } from '@tap-huan/contract';
import { today } from '@tap-huan/rules';
import { type Actor, Failure, found, type Tx, unitsFor, Writer } from '@tap-huan/server/platform';
import { AssignmentScope } from './assignment-scope';
import { ASSIGNMENT_COLUMNS, columnsOf } from './assignment-terms';
import { CASES_FROM, caseFilters } from './case.reader';
import { Reconciler, type SavedAssignment } from './reconciler';

type Extend = typeof assignmentEndpoints.extendCases;
type Exempt = typeof assignmentEndpoints.exemptOfficers;
type End = typeof assignmentEndpoints.endExemption;
type Chosen = Pick<InputOf<Extend>['body'], 'officerIds' | 'all'>;

interface ChosenCase {
  id: string;
  officerId: string;
  state: string;
  dueOn: string | null;
}

@Injectable()
export class ExceptionService {
  constructor(
    private readonly writer: Writer,
    private readonly scope: AssignmentScope,
    private readonly reconciler: Reconciler,
  ) {}

  /**
   * Gives a later due day to whoever is due or overdue. Whoever has a later day already is skipped.
   * @throws Failure `not_found`, `nothing_chosen`, `extension_in_the_past`
   */
  extend(actor: Actor, { params, body }: InputOf<Extend>): Promise<OutputOf<Extend>> {
    return this.writer.write(actor, async (tx) => {
      const assignment = await this.scope.own(tx, actor, params.assignmentId);
      if (body.toDay < today(tx.now)) throw new Failure('extension_in_the_past');
      const chosen = await this.chosen(tx, actor, assignment.id, body);
      const open = chosen.filter(
        ({ state, dueOn }) =>
          (state === 'due' || state === 'overdue') && dueOn !== null && dueOn < body.toDay,
      );
      const ids = open.map(({ id }) => id);
      await tx.rows(
        `with told as (
           insert into enrolment.extension (id, case_id, from_day, to_day, reason, by_account, at)
           select gen_random_uuid(), c.id, greatest(c.extended_to, c.due_on), $2, $3, $4, $5
             from enrolment.assignment_case c where c.id = any ($1))
         update enrolment.assignment_case set extended_to = $2 where id = any ($1)`,
        [ids, body.toDay, body.reason, actor.accountId, tx.now],
      );
      await tx.audit(
        'assignment.extend',
        { kind: 'assignment', id: assignment.id },
        { toDay: body.toDay, reason: body.reason, cases: ids },
      );
      await this.lookAgain(
        tx,
        assignment,
        open.map(({ officerId }) => officerId),
      );
      return { extended: open.length, skipped: chosen.length - open.length };
    });
  }

  /**
   * Excuses officers from the assignment, or from its course or programme everywhere in the scope. Whoever has done it, or
   * is excused for as long, is skipped.
   * @throws Failure `not_found`, `nothing_chosen`, `assignment_dates_wrong`
   */
  exempt(actor: Actor, { params, body }: InputOf<Exempt>): Promise<OutputOf<Exempt>> {
    return this.writer.write(actor, async (tx) => {
      const assignment = await this.scope.own(tx, actor, params.assignmentId);
      const { validFrom, validTo } = body;
      if (validTo !== null && validTo < validFrom) throw new Failure('assignment_dates_wrong');
      const chosen = await this.chosen(tx, actor, assignment.id, body);
      const named = chosen.filter(({ state }) => state !== 'done' && state !== 'left');
      const target = columnsOf(assignment.target);
      const made = await tx.rows<{ officerId: string }>(
        `insert into enrolment.exemption
                (id, officer_id, assignment_id, course_id, programme_id, reason, legal_basis, valid_from, valid_to,
                 by_account, at)
         select gen_random_uuid(), o.id, $2, $3, $4, $5, $6, $7, $8, $9, $10
           from unnest($1::uuid[]) as o(id)
          where not exists (
            select 1 from enrolment.exemption x
             where x.officer_id = o.id and x.ended_at is null
               and (x.assignment_id = $2 or x.course_id = $3 or x.programme_id = $4)
               and x.valid_from <= $7 and (x.valid_to is null or x.valid_to >= $8::date))
         returning officer_id as "officerId"`,
        [
          named.map(({ officerId }) => officerId),
          body.everywhere ? null : assignment.id,
          body.everywhere ? target.courseId : null,
          body.everywhere ? target.programmeId : null,
          body.reason,
          body.legalBasis,
          validFrom,
          validTo,
          actor.accountId,
          tx.now,
        ],
      );
      const officerIds = made.map(({ officerId }) => officerId);
      await tx.audit(
        'assignment.exempt',
        { kind: 'assignment', id: assignment.id },
        { reason: body.reason, everywhere: body.everywhere, validFrom, validTo, officerIds },
      );
      await this.lookAgain(tx, assignment, officerIds);
      return { exempted: made.length, skipped: chosen.length - made.length };
    });
  }

  /** From today on the duty is there again. @throws Failure `not_found`, `exemption_ended` */
  end(actor: Actor, { params, body }: InputOf<End>): Promise<OutputOf<End>> {
    return this.writer.write(actor, async (tx) => {
      const roots = unitsFor(actor, 'enrolment.assign');
      const exemption = found(
        await tx.maybe<{ officerId: string; ended: boolean }>(
          `select x.officer_id as "officerId",
                  x.ended_at is not null or coalesce(x.valid_to < $3::date, false) as ended
             from enrolment.exemption x
             join organisation.present_officer p on p.id = x.officer_id
            where x.id = $1 and organisation.in_scope(p.unit_id, $2)
              and (x.assignment_id is null or exists (
                select 1 from enrolment.assignment a
                 where a.id = x.assignment_id and organisation.in_scope(a.unit_id, $2)))
              for update of x`,
          [params.exemptionId, roots, today(tx.now)],
        ),
      );
      if (exemption.ended) throw new Failure('exemption_ended');
      await tx.rows(
        `update enrolment.exemption set ended_at = $2, ended_by = $3, end_reason = $4 where id = $1`,
        [params.exemptionId, tx.now, actor.accountId, body.reason],
      );
      const subject = { kind: 'exemption', id: params.exemptionId };
      await tx.audit('exemption.end', subject, { reason: body.reason });
      const concerned = await tx.rows<SavedAssignment>(
        `select ${ASSIGNMENT_COLUMNS} from enrolment.assignment a
           join enrolment.exemption x on x.id = $1 and (
                x.assignment_id = a.id or x.course_id = a.course_id or x.programme_id = a.programme_id)
          where a.state = 'active' order by a.id for no key update of a`,
        [params.exemptionId],
      );
      for (const assignment of concerned) {
        await this.reconciler.reconcile(tx, assignment, [exemption.officerId]);
      }
      return { ok: true };
    });
  }

  /** The others of an exemption that holds everywhere are noted by the database, and follow in seconds. */
  private async lookAgain(
    tx: Tx,
    assignment: SavedAssignment,
    officerIds: string[],
  ): Promise<void> {
    if (assignment.state !== 'active' || officerIds.length === 0) return;
    await this.reconciler.reconcile(tx, assignment, officerIds);
  }

  /** Present cases in the scope. @throws Failure `nothing_chosen` */
  private async chosen(
    tx: Tx,
    actor: Actor,
    assignmentId: string,
    { officerIds, all }: Chosen,
  ): Promise<ChosenCase[]> {
    const roots = unitsFor(actor, 'enrolment.assign');
    const cases = await tx.rows<ChosenCase>(
      `select c.id, c.officer_id as "officerId", c.state, greatest(c.extended_to, c.due_on)::text as "dueOn"
       ${CASES_FROM} and ($6::uuid[] is null or c.officer_id = any ($6)) order by c.officer_id`,
      [...caseFilters(roots, assignmentId, all ?? {}), all === null ? officerIds : null],
    );
    if (cases.length === 0) throw new Failure('nothing_chosen');
    return cases;
  }
}
