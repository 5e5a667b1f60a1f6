/** The room where HR sees programmes, and whoever assigns them sees those that are approved. */
import { Injectable } from '@nestjs/common';
import type {
  InputOf,
  OutputOf,
  Programme,
  ProgrammeContent,
  programmeEndpoints,
  ProgrammeRow,
} from '@tap-huan/contract';
import { programmeProblems } from '@tap-huan/rules';
import { type Actor, found, Sql, unitsFor } from '@tap-huan/server/platform';
import { contentOf, CONTENT_COLUMNS, coursesOf } from './programme-content';

type List = typeof programmeEndpoints.listProgrammes;

interface Dates {
  updatedAt: Date;
  archivedAt: Date | null;
}
type ListRow = Omit<ProgrammeRow, keyof Dates> & Dates;
type Version = Omit<Programme['versions'][number], 'approvedAt'> & { approvedAt: Date | null };
type ReadRow = ProgrammeContent &
  Pick<
    Programme,
    | 'id'
    | 'code'
    | 'unitId'
    | 'unitName'
    | 'number'
    | 'state'
    | 'revision'
    | 'decisionNo'
    | 'decidedOn'
  > & { archivedAt: Date | null };

/** An approved version of a programme, for the domains above. */
export interface ApprovedProgramme {
  programmeId: string;
  programmeVersionId: string;
  code: string;
  number: number;
  content: ProgrammeContent;
}

@Injectable()
export class ProgrammeReader {
  constructor(private readonly sql: Sql) {}

  /** Of the actor's subtree, by code. */
  async list(actor: Actor, { archived }: InputOf<List>['query']): Promise<OutputOf<List>> {
    const rows = await this.sql.rows<ListRow>(
      `select p.id, p.code, v.title, p.unit_id as "unitId", u.name as "unitName", v.hours,
              v.content_group as "contentGroup", v.delivery_form as "deliveryForm",
              (select count(*)::int from jsonb_array_elements(v.sets) s,
                      jsonb_array_elements(s -> 'courseIds')) as courses,
              draft.number as "draftNumber", approved.number as "approvedNumber",
              approved.decision_no as "decisionNo", approved.decided_on::text as "decidedOn",
              v.updated_at as "updatedAt", p.archived_at as "archivedAt"
         from learning.programme p
         join organisation.unit u on u.id = p.unit_id
         left join learning.programme_version draft on draft.programme_id = p.id and draft.state = 'draft'
         left join lateral (
           select id, number, decision_no, decided_on from learning.programme_version
            where programme_id = p.id and state = 'approved' order by number desc limit 1) approved on true
         join learning.programme_version v on v.id = coalesce(draft.id, approved.id)
        where p.unit_id in (select * from organisation.units_in($1::uuid[]))
          and (p.archived_at is not null) = $2
        order by p.code collate "vi-x-icu", p.code`,
      [unitsFor(actor, 'programme.manage'), archived === 'true'],
    );
    return {
      items: rows.map((row) => ({
        ...row,
        updatedAt: row.updatedAt.toISOString(),
        archivedAt: row.archivedAt?.toISOString() ?? null,
      })),
    };
  }

  /** The version asked for, else the draft, else the newest approved one. @throws Failure not_found */
  async read(actor: Actor, programmeId: string, version: number | null): Promise<Programme> {
    const row = found(
      await this.sql.maybe<ReadRow>(
        `select p.id, p.code, p.unit_id as "unitId", u.name as "unitName",
                p.archived_at as "archivedAt", v.number, v.state, v.revision,
                v.decision_no as "decisionNo", v.decided_on::text as "decidedOn", ${CONTENT_COLUMNS}
           from learning.programme p
           join organisation.unit u on u.id = p.unit_id
           join learning.programme_version v on v.programme_id = p.id
          where p.id = $1 and organisation.in_scope(p.unit_id, $2)
            and ($3::int is null or v.number = $3)
          order by v.number desc limit 1`,
        [programmeId, unitsFor(actor, 'programme.manage'), version],
      ),
    );
    const content = contentOf(row);
    const courses = await coursesOf(this.sql, content);
    const offers = new Map(courses.map((course) => [course.id, course]));
    const { id, code, unitId, unitName, number, state, revision, decisionNo, decidedOn } = row;
    return {
      ...{ id, code, unitId, unitName, number, state, revision, decisionNo, decidedOn, content },
      archivedAt: row.archivedAt?.toISOString() ?? null,
      courses,
      problems: state === 'draft' ? programmeProblems(content.sets, offers) : [],
      versions: await this.versions(programmeId),
    };
  }

  /** Approved programmes that are not put away, by code. */
  async catalogue(): Promise<OutputOf<typeof programmeEndpoints.listProgrammeCatalogue>> {
    return {
      items: await this.sql.rows(
        `select p.id, p.code, v.title, v.hours, v.number as "versionNumber",
                v.validity_months as "validityMonths"
           from learning.programme p
           join lateral (
             select title, hours, number, validity_months from learning.programme_version
              where programme_id = p.id and state = 'approved' order by number desc limit 1) v on true
          where p.archived_at is null
          order by p.code collate "vi-x-icu", p.code`,
      ),
    };
  }

  /** The newest approved version of a programme that is not put away; null where there is none. */
  async approved(programmeId: string): Promise<ApprovedProgramme | null> {
    const row = await this.sql.maybe<
      ProgrammeContent & { versionId: string; code: string; number: number }
    >(
      `select v.id as "versionId", p.code, v.number, ${CONTENT_COLUMNS}
         from learning.programme p join learning.programme_version v on v.programme_id = p.id
        where p.id = $1 and p.archived_at is null and v.state = 'approved'
        order by v.number desc limit 1`,
      [programmeId],
    );
    if (!row) return null;
    const { versionId, code, number } = row;
    return { programmeId, programmeVersionId: versionId, code, number, content: contentOf(row) };
  }

  private async versions(programmeId: string): Promise<Programme['versions']> {
    const rows = await this.sql.rows<Version>(
      `select v.number, v.state, v.decision_no as "decisionNo", v.decided_on::text as "decidedOn",
              v.approved_at as "approvedAt", a.full_name as "approvedByName"
         from learning.programme_version v left join identity.account a on a.id = v.approved_by
        where v.programme_id = $1 order by v.number desc`,
      [programmeId],
    );
    return rows.map((row) => ({ ...row, approvedAt: row.approvedAt?.toISOString() ?? null }));
  }
}
