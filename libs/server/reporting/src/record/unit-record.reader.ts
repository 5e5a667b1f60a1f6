/** The room where it is read what a unit has learned, with the units that it took over from. */
import { Injectable } from '@nestjs/common';
import type { GroupCount, UnitRecord, YearTrend } from '@tap-huan/contract';
import { type Actor, Sql } from '@tap-huan/server/platform';
import { unitInScope } from '../scope';
import { DONE, groupedBy, periodOf, TREND } from './completions';

const COURSES = `
  select subject_id as "subjectId", kind, title, count(*)::int as trainings,
         count(distinct officer_id)::int as persons,
         coalesce(sum(hours) filter (where counts), 0)::int as hours,
         round(avg(score_of_ten))::int as "meanScoreOfTen", max(completed_on)::text as "lastOn"
    from done
   group by subject_id, kind, title
   order by 4 desc, title limit 500`;

@Injectable()
export class UnitRecordReader {
  constructor(private readonly sql: Sql) {}

  /** @param year of the groups and courses; all of them where it is missing. @throws Failure `not_found` */
  async record(actor: Actor, unitId: string, year: number | undefined): Promise<UnitRecord> {
    const unit = await unitInScope(this.sql, actor, unitId);
    const values = [[unitId], ...periodOf(year)];
    const ask = <T>(select: string, given: unknown[] = values) =>
      this.sql.rows<T>(`with ${DONE} ${select}`, given);
    const [trend, contentGroups, deliveryForms, courses, { officers }, predecessors] =
      await Promise.all([
        ask<YearTrend>(TREND, [[unitId], null, null]),
        ask<GroupCount>(groupedBy('content_group')),
        ask<GroupCount>(groupedBy('coalesce(source, delivery_form)')),
        ask<UnitRecord['courses'][number]>(COURSES),
        this.sql.one<{ officers: number }>(
          `select count(*)::int as officers from organisation.present_officer
            where unit_id in (select organisation.units_in(array[$1::uuid]))`,
          [unitId],
        ),
        this.sql.rows<{ name: string }>(
          `select name from organisation.unit
            where valid_to is not null and id in (select reporting.record_units(array[$1::uuid]))
            order by name collate "vi-x-icu" limit 200`,
          [unitId],
        ),
      ]);
    return {
      unitId,
      unitName: unit.name,
      officers,
      predecessors: predecessors.map(({ name }) => name),
      trend,
      contentGroups,
      deliveryForms,
      courses,
    };
  }
}
