/** The room where HR sees the classes that were held, year by year, and who took part. */
import { Injectable } from '@nestjs/common';
import type {
  ClassParticipant,
  ClassYear,
  InputOf,
  OutputOf,
  TrainingClass,
  trainingClassEndpoints,
  TrainingClassRow,
} from '@tap-huan/contract';
import { type Actor, found, Sql, unitsFor } from '@tap-huan/server/platform';
import { likePattern } from '../enrolment/enrolment.reader';

type List = typeof trainingClassEndpoints.listTrainingClasses;
type Participants = typeof trainingClassEndpoints.listClassParticipants;

/** $1 roots. Kind and name are those of the first day of the class. */
const CLASSES = `
  classes as (
    select k.*, coalesce(v.name, u.name) as unit_name, coalesce(v.kind, u.kind) as unit_kind,
           coalesce(v.kind, u.kind) in ('district', 'commune', 'commune_service_centre', 'branch') as local
      from enrolment.training_class k
      join organisation.unit u on u.id = k.unit_id
      left join lateral organisation.unit_at(k.unit_id, k.starts_on) v on true
     where k.unit_id in (select * from organisation.history_units($1::uuid[]))
  )`;

const ROW = `
  k.id, k.title, k.course_id as "courseId",
  (select v.title from learning.course_version v
    where v.course_id = k.course_id and v.state = 'published' order by v.number desc limit 1) as "courseTitle",
  k.unit_id as "unitId", k.unit_name as "unitName", k.unit_kind as "unitKind", k.local as "isLocal",
  k.place, k.delivery_form as "deliveryForm", k.starts_on::text as "startsOn", k.ends_on::text as "endsOn",
  (select count(*)::int from enrolment.enrolment e where e.class_id = k.id) as participants`;

/** $1 class, $2 roots, $3 pattern or null. Seen by whoever has the scope of the unit then, or of the unit now. */
const TOOK_PART = `
  from enrolment.enrolment e
  join enrolment.training_class k on k.id = e.class_id
  join organisation.officer o on o.id = e.officer_id
  left join organisation.present_officer p on p.id = o.id
 cross join lateral organisation.post_at(o.id, k.ends_on) then_at
  join organisation.unit tu on tu.id = then_at.unit_id
  left join lateral organisation.unit_at(tu.id, k.ends_on) tv on true
 where k.id = $1
   and (then_at.unit_id in (select * from organisation.history_units($2::uuid[]))
        or p.unit_id in (select * from organisation.units_in($2::uuid[])))
   and ($3::text is null or o.search_text like $3)`;

@Injectable()
export class ClassReader {
  constructor(private readonly sql: Sql) {}

  /** The newest first; the years are counted over all of them. */
  async list(actor: Actor, query: InputOf<List>['query']): Promise<OutputOf<List>> {
    const { year, search, page, pageSize } = query;
    const roots = unitsFor(actor, 'completion.read');
    const filters = [roots, year ?? null, search?.trim() ? likePattern(search) : null];
    const chosen = `
      from classes k
     where ($2::int is null or extract(year from k.ends_on) = $2)
       and ($3::text is null or k.search_text like $3)`;
    const [{ total }, items, years] = await Promise.all([
      this.sql.one<{ total: number }>(
        `with ${CLASSES} select count(*)::int as total ${chosen}`,
        filters,
      ),
      this.sql.rows<TrainingClassRow>(
        `with ${CLASSES} select ${ROW} ${chosen}
          order by k.ends_on desc, k.title collate "vi-x-icu", k.id limit $4 offset $5`,
        [...filters, pageSize, (page - 1) * pageSize],
      ),
      this.sql.rows<ClassYear>(
        `with ${CLASSES}
         select extract(year from k.ends_on)::int as year, count(distinct k.id)::int as classes,
                (count(distinct k.id) filter (where k.local))::int as "localClasses",
                count(e.id)::int as enrolments, count(distinct e.officer_id)::int as persons
           from classes k left join enrolment.enrolment e on e.class_id = k.id
          group by 1 order by 1 desc`,
        [roots],
      ),
    ]);
    return { total, items, years };
  }

  /** @throws Failure not_found */
  async read(actor: Actor, classId: string): Promise<TrainingClass> {
    const row = found(
      await this.sql.maybe<Omit<TrainingClass, 'recordedAt'> & { recordedAt: Date }>(
        `with ${CLASSES}
         select ${ROW}, k.organiser, k.document_no as "documentNo", k.note, k.recorded_at as "recordedAt",
                coalesce((select v.hours from enrolment.enrolment e
                            join learning.course_version v on v.id = e.course_version_id
                           where e.class_id = k.id limit 1), 0) as hours
           from classes k where k.id = $2`,
        [unitsFor(actor, 'completion.read'), classId],
      ),
    );
    return { ...row, recordedAt: row.recordedAt.toISOString() };
  }

  /** By name. @throws Failure not_found */
  async participants(
    actor: Actor,
    classId: string,
    query: InputOf<Participants>['query'],
  ): Promise<OutputOf<Participants>> {
    await this.read(actor, classId);
    const { search, page, pageSize } = query;
    const roots = unitsFor(actor, 'completion.read');
    const filters = [classId, roots, search?.trim() ? likePattern(search) : null];
    const [{ total }, items] = await Promise.all([
      this.sql.one<{ total: number }>(`select count(*)::int as total ${TOOK_PART}`, filters),
      this.sql.rows<ClassParticipant>(
        `select o.id as "officerId", o.full_name as "fullName", o.staff_code as "staffCode",
                coalesce(tv.name, tu.name) as "unitThen", p.unit_name as "unitNow",
                e.score_of_ten as "scoreOfTen"
         ${TOOK_PART}
          order by o.sort_key collate "vi-x-icu", o.staff_code limit $4 offset $5`,
        [...filters, pageSize, (page - 1) * pageSize],
      ),
    ]);
    return { total, items };
  }
}
