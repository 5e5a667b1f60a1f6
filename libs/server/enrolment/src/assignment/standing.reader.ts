/** The room where HR is told why somebody is, or is not, asked something: decided anew, by what the reconciler decides with. */
import { Injectable } from '@nestjs/common';
import type { assignmentEndpoints, InputOf, OfficerStanding } from '@tap-huan/contract';
import { addMonths, decideCases, today } from '@tap-huan/rules';
import {
  type Actor,
  Clock,
  disclose,
  found,
  Sql,
  type Tx,
  unitsFor,
  Writer,
} from '@tap-huan/server/platform';
import { seen } from './assignment-scope';
import { ASSIGNMENT_COLUMNS, termsOf } from './assignment-terms';
import { CaseReader } from './case.reader';
import { officerFacts } from './officer-facts.reader';
import type { SavedAssignment } from './reconciler';
import { type AskedOfficer, groundsOf } from './standing-grounds';

type Asked = InputOf<typeof assignmentEndpoints.explainStanding>['params'];
interface Officer extends AskedOfficer {
  fullName: string;
  staffCode: string;
}
type Stored = SavedAssignment & { audienceName: string; caseId: string | null };

@Injectable()
export class StandingReader {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly writer: Writer,
    private readonly cases: CaseReader,
  ) {}

  /** That somebody was looked at is told to them. @throws Failure `not_found`, also out of the actor's scope */
  async explain(actor: Actor, asked: Asked): Promise<OfficerStanding> {
    const roots = unitsFor(actor, 'completion.read');
    const officer = found(await this.officer(asked.officerId, roots));
    const assignment = found(await this.assignment(asked, roots));
    const exemption = await this.cases.exemption(asked);
    return this.writer.write(actor, async (tx) => {
      const personIds = [asked.officerId];
      await disclose(tx, { kind: 'viewed', what: 'assignment', personIds });
      return { ...(await this.judge(tx, assignment, officer)), exemption };
    });
  }

  private async judge(
    tx: Tx,
    assignment: Stored,
    officer: Officer,
  ): Promise<Omit<OfficerStanding, 'exemption'>> {
    const now = today(this.clock.now());
    const { startsOn, endsOn, state, recurrence } = assignment;
    // Ahead of its first day, and as a draft, it is told what that day would bring.
    const day = startsOn > now ? startsOn : now;
    const terms = { ...termsOf(assignment), ...(state === 'draft' ? { startsOn: day } : {}) };
    const [facts] = await officerFacts(tx, assignment, now, [officer.officerId]);
    const decided = facts ? (decideCases(terms, facts, day).at(-1) ?? facts.latest) : null;
    const completedOn = facts?.completedOn ?? null;
    const holds = completedOn !== null && recurrence !== null;
    return {
      ...{ officerId: officer.officerId, fullName: officer.fullName, staffCode: officer.staffCode },
      ...{ jobPosition: officer.jobPosition, unitName: officer.unitName },
      ...{ audienceName: assignment.audienceName, assignmentState: state, on: day },
      over: state === 'ended' || (endsOn !== null && day > endsOn),
      member: facts?.member ?? false,
      grounds: await groundsOf(tx, assignment, officer),
      decided: decided && {
        ...{ occurrence: decided.occurrence, state: decided.state, because: decided.because },
        ...{ since: decided.since, dueOn: decided.dueOn, extendedTo: decided.extendedTo },
        doneOn: decided.doneOn,
      },
      caseId: assignment.caseId,
      completedOn,
      validUntil: holds ? addMonths(completedOn, recurrence.validityMonths) : null,
      ...{ graceDays: assignment.graceDays, lateDays: assignment.lateDays },
    };
  }

  private officer(officerId: string, roots: string[]): Promise<Officer | null> {
    return this.sql.maybe<Officer>(
      `select p.id as "officerId", p.full_name as "fullName", p.staff_code as "staffCode",
              p.job_position as "jobPosition", p.rank, p.leadership, p.appointed_on::text as "appointedOn",
              p.staff_category as "staffCategory", p.unit_id as "unitId", u.name as "unitName", u.kind as "unitKind"
         from organisation.present_officer p join organisation.unit u on u.id = p.unit_id
        where p.id = $1 and p.unit_id in (select organisation.units_in($2::uuid[]))`,
      [officerId, roots],
    );
  }

  private assignment({ assignmentId, officerId }: Asked, roots: string[]): Promise<Stored | null> {
    return this.sql.maybe<Stored>(
      `select ${ASSIGNMENT_COLUMNS}, d.name as "audienceName",
              (select c.id from enrolment.assignment_case c
                where c.assignment_id = a.id and c.officer_id = $3
                order by c.occurrence desc limit 1) as "caseId"
         from enrolment.assignment a join enrolment.audience d on d.id = a.audience_id
        where a.id = $1 and ${seen('$2')}`,
      [assignmentId, roots, officerId],
    );
  }
}
