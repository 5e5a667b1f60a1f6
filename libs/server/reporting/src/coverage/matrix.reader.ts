/** The room of the coverage matrix: every visible unit of a day with its figures, and the communes in one sentence. */
import { Injectable } from '@nestjs/common';
import type { CoverageMatrix, CoverageUnit, CoverageView, OutputOf } from '@tap-huan/contract';
import type { coverageEndpoints } from '@tap-huan/contract';
import { COVERAGE_WIDTH, coverageAt, coverageVerdict } from '@tap-huan/rules';
import type { Actor } from '@tap-huan/server/platform';
import { addUp, count, type Counted } from './count';
import { CoverageViewReader, type Look } from './coverage-view.reader';

@Injectable()
export class MatrixReader {
  constructor(private readonly views: CoverageViewReader) {}

  async matrix(actor: Actor, query: CoverageView): Promise<CoverageMatrix> {
    const look = await this.views.look(actor, query);
    const { columns, tree, view, subjects, asOf } = look;
    const counted = count(columns, view, tree.rows.length, subjects.length);
    addUp(counted, tree.parents);
    const units = unitsOf(look, counted, query);
    const verdicts = units.filter(({ kind }) => kind === 'commune').map(({ verdict }) => verdict);
    const communes = { covered: 0, behind: 0, none: 0 };
    for (const verdict of verdicts) communes[verdict]++;
    return {
      asOf,
      subjects: subjects.flatMap((subject) => columns.subjects[subject] ?? []),
      units,
      communes,
      unplaced: counted.unplaced,
    };
  }

  async subjects(actor: Actor): Promise<OutputOf<typeof coverageEndpoints.listCoverageSubjects>> {
    const { columns, found } = await this.views.subjects(actor);
    return {
      items: found.flatMap(({ subject, persons }) => {
        const known = columns.subjects[subject];
        return known ? [{ ...known, persons }] : [];
      }),
    };
  }
}

function unitsOf(
  { tree, subjects }: Look,
  counted: Counted,
  { rule, percent }: CoverageView,
): CoverageUnit[] {
  const stride = (subjects.length + 1) * COVERAGE_WIDTH;
  return tree.rows.map(({ id, name, kind }, row) => {
    const numbers = counted.figures.subarray(row * stride, (row + 1) * stride);
    // Most units of a province have nobody in most subjects: nought is not sent over the line.
    const figures = numbers.some((number) => number > 0) ? [...numbers] : [];
    const officers = counted.officers[row] ?? 0;
    const complete = counted.complete[row] ?? 0;
    const { persons } = coverageAt(figures, 0);
    const parent = tree.parents[row] ?? -1;
    return {
      id,
      name,
      kind,
      parentId: tree.rows[parent]?.id ?? null,
      officers,
      complete,
      figures,
      verdict: coverageVerdict(rule, percent, { persons, officers, complete }),
    };
  });
}
