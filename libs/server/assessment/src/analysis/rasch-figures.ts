/** The room of the Rasch model of a quiz: which questions go into it, and what counts as right. */
import { MARKED_BY_HAND, type QuestionKind, type RaschAnalysis } from '@tap-huan/contract';
import { RASCH_LEAST_ATTEMPTS, RASCH_MOST_ITEMS, raschModel } from '@tap-huan/rules';
import { type AnalysisFacts, slotOf } from './analysis-facts';
import { OUTCOMES, type PaperTable } from './attempt-table';

const RIGHT = OUTCOMES.indexOf('right');
const BY_HAND: ReadonlySet<QuestionKind> = new Set(MARKED_BY_HAND);

/** Columns whose question is the same for all and is marked by the machine. */
function columnsOf(
  table: PaperTable,
  facts: AnalysisFacts,
  versionIds: readonly string[],
): number[] {
  const versions = table.versions.all();
  return table.slots.flatMap(({ key }, column) => {
    const kind = facts.questionVersions.get(versionIds[versions[column] ?? -1] ?? '')?.content.kind;
    return slotOf(key).drawn || kind === undefined || BY_HAND.has(kind) ? [] : [column];
  });
}

/**
 * Full marks are right, everything else is wrong: the model knows no more.
 * @returns null below {@link RASCH_LEAST_ATTEMPTS}, and where fewer than two questions or too many can be compared
 */
export function raschOf(
  table: PaperTable,
  facts: AnalysisFacts,
  versionIds: readonly string[],
): RaschAnalysis | null {
  const columns = columnsOf(table, facts, versionIds);
  if (table.attempts < RASCH_LEAST_ATTEMPTS) return null;
  if (columns.length < 2 || columns.length > RASCH_MOST_ITEMS) return null;
  const outcomes = table.outcomes.all();
  const responses = new Uint8Array(table.attempts * columns.length);
  for (let attempt = 0, at = 0; attempt < table.attempts; attempt += 1) {
    for (const column of columns) {
      responses[at] = outcomes[attempt * table.slots.length + column] === RIGHT ? 1 : 0;
      at += 1;
    }
  }
  const { counted, converged, reliability, items, abilities } = raschModel(
    responses,
    table.attempts,
    columns.length,
  );
  return {
    ...{ counted, converged, reliability, abilities },
    items: items.map(({ item, ...figures }) => ({
      key: table.slots[columns[item] ?? 0]?.key ?? '',
      ...figures,
    })),
  };
}
