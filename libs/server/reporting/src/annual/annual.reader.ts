/** The room where the figures of a year are read: Decree 171/2025/NĐ-CP art. 39. */
import { Injectable } from '@nestjs/common';
import type { AnnualReport, DocumentHead, GroupCount, YearTrend } from '@tap-huan/contract';
import { today } from '@tap-huan/rules';
import { type Actor, Clock, Sql } from '@tap-huan/server/platform';
import { AgencyReader } from '../document/agency.reader';
import { DONE, groupedBy, periodOf, TREND } from '../record/completions';
import { distributionOf, gradesOf } from '../record/score-groups';
import { unitInScope } from '../scope';
import { COURSES, PROGRAMMES, SCORES, STAFF, TOTALS, UNITS, YEAR } from './annual-sql';

type Totals = Pick<
  AnnualReport,
  'officers' | 'persons' | 'trainings' | 'hours' | 'reached' | 'required'
>;

/** Trained people by what; programmes are told of apart. */
const GROUPS = groupedBy('content_group');
const FORMS = groupedBy('coalesce(source, delivery_form)');

@Injectable()
export class AnnualReader {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly agencies: AgencyReader,
  ) {}

  /** @throws Failure `not_found` for a unit out of scope */
  async report(actor: Actor, unitId: string, year: number): Promise<AnnualReport> {
    const unit = await unitInScope(this.sql, actor, unitId);
    const day = today(this.clock.now());
    const [from, to] = periodOf(year);
    const lastDay = to ?? day;
    const countedOn = lastDay < day ? lastDay : day;
    const values = [[unitId], from, to, countedOn, year];
    const ask = <T>(select: string) => this.sql.rows<T>(`${YEAR} ${select}`, values);
    const done = <T>(select: string, period: (string | null)[] = [from, to]) =>
      this.sql.rows<T>(`with ${DONE} ${select}`, [[unitId], ...period]);
    const [totals, contentGroups, forms, staffCategories, units, courses, programmes, scores] =
      await Promise.all([
        ask<Totals>(TOTALS),
        done<GroupCount>(GROUPS),
        done<GroupCount>(FORMS),
        ask<AnnualReport['staffCategories'][number]>(STAFF),
        ask<AnnualReport['units'][number]>(UNITS),
        ask<AnnualReport['courses'][number]>(COURSES),
        ask<AnnualReport['programmes'][number]>(PROGRAMMES),
        ask<{ score: number }>(SCORES),
      ]);
    const trend = await done<YearTrend>(TREND, [null, to]);
    const marks = scores.map(({ score }) => score);
    return {
      unitId,
      unitName: unit.name,
      year,
      countedOn,
      running: lastDay >= day,
      dueOn: `${year + 1}-01-31`,
      ...(totals[0] as Totals),
      contentGroups,
      forms,
      staffCategories,
      units,
      courses,
      programmes,
      grades: gradesOf(marks),
      distribution: distributionOf(marks),
      trend: trend.slice(-5),
      ...(await this.head(unitId, year)),
    };
  }

  /** What was saved for the year; else the year before without its number and day; else what the unit's papers say. */
  private async head(
    unitId: string,
    year: number,
  ): Promise<{ head: DocumentHead; headRevision: number }> {
    const saved = await this.sql.maybe<{ head: DocumentHead; year: number; revision: number }>(
      `select head, year, revision from reporting.document_head
        where unit_id = $1 and year <= $2 order by year desc limit 1`,
      [unitId, year],
    );
    if (saved?.year === year) return { head: saved.head, headRevision: saved.revision };
    if (saved) {
      return { head: { ...saved.head, number: '', issuedOn: null }, headRevision: 0 };
    }
    const agency = await this.agencies.of(unitId);
    return {
      headRevision: 0,
      head: {
        ...agency,
        number: '',
        issuedOn: null,
        addressee: '',
        assessment: '',
        difficulties: '',
        proposals: '',
        recipients: 'Như trên;\nLưu: VT.',
      },
    };
  }
}
