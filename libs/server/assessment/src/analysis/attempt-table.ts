/** The room where results become columns of numbers: papers with the same questions and points together. */
import { Codes, Growing } from './growing';
import type { ResultRow } from './result-rows';

export const OUTCOMES = ['right', 'partly', 'wrong', 'unanswered', 'unmarked'] as const;
const OUTCOME_CODE = new Map<string, number>(OUTCOMES.map((outcome, code) => [outcome, code]));

/** What the attempts on papers with the same slots, each worth the same, have at one slot. */
export interface SlotColumn {
  /** Of the paper's slot. */
  key: string;
  /** Hundredths of a point. */
  maximum: number;
  /** Answers by code. */
  answers: Codes;
}

/** Attempts x slots, row by row. Slots that are worth nothing are left out: they are no part of the test. */
export class PaperTable {
  attempts = 0;
  readonly marks: Growing;
  readonly outcomes: Growing;
  readonly seconds: Growing;
  readonly answers: Growing;
  /** Codes of question versions, see {@link AttemptTable.questionVersions}. */
  readonly versions: Growing;
  /** Of which quiz versions, by code, how many attempts. */
  readonly quizVersions = new Map<number, number>();
  /** `slot, question version, version that marked it` where these two differ, and how often. */
  readonly markedBy = new Map<string, { slot: number; paper: number; by: number; count: number }>();

  constructor(readonly slots: readonly SlotColumn[]) {
    this.marks = new Growing();
    this.outcomes = new Growing();
    this.seconds = new Growing();
    this.answers = new Growing();
    this.versions = new Growing();
  }
}

/** Where the slots of a paper stand in its table: the place of each column on the paper. */
interface Layout {
  table: PaperTable;
  places: readonly number[];
}

/** Integers of an array as PostgreSQL writes it; null counts as nothing: a missing or unmarked answer is 0. */
function integers(text: string): number[] {
  return text
    .slice(1, -1)
    .split(',')
    .map((value) => (value === 'NULL' || value === '' ? 0 : Number(value)));
}

const SEPARATOR = '\u0001';
/** Layouts that are remembered; where questions are shuffled each paper has its own. */
const MOST_LAYOUTS = 2_000;

/** Everything that the statistics need of the marked attempts of a view. */
export class AttemptTable {
  /** Attempts that wait for a marker. */
  waiting = 0;
  attempts = 0;
  /** Per attempt, in the order in which they came. */
  readonly points = new Growing();
  readonly maxima = new Growing();
  readonly passed = new Growing();
  readonly units = new Growing();
  readonly positions = new Growing();
  readonly quizVersions = new Growing();

  readonly unitIds = new Codes();
  readonly jobPositions = new Codes();
  readonly quizVersionIds = new Codes();
  readonly questionVersions = new Codes();

  private readonly papers = new Map<string, PaperTable>();
  private readonly layouts = new Map<string, Layout>();

  get tables(): PaperTable[] {
    return [...this.papers.values()];
  }

  add(row: ResultRow): void {
    if (row.phase !== 'marked') {
      this.waiting += 1;
      return;
    }
    this.attempts += 1;
    this.points.push(row.points ?? 0);
    this.maxima.push(row.maximum ?? 0);
    this.passed.push(row.passed === true ? 1 : 0);
    this.units.push(this.unitIds.of(row.unitId ?? ''));
    this.positions.push(this.jobPositions.of(row.jobPosition ?? ''));
    const quizVersion = this.quizVersionIds.of(row.versionId);
    this.quizVersions.push(quizVersion);
    this.addPaper(row, quizVersion);
  }

  private addPaper(row: ResultRow, quizVersion: number): void {
    const { table, places } = this.layoutOf(row);
    const awarded = integers(row.awarded);
    const seconds = integers(row.seconds);
    const outcomes = row.outcomes.split(',');
    const labels = JSON.parse(row.labels) as string[];
    const versions = row.versions.split(',');
    const markedBy = row.markedBy?.split(',') ?? versions;
    table.attempts += 1;
    table.quizVersions.set(quizVersion, (table.quizVersions.get(quizVersion) ?? 0) + 1);
    places.forEach((place, slot) => {
      const version = this.questionVersions.of(versions[place] ?? '');
      table.marks.push(awarded[place] ?? 0);
      table.seconds.push(seconds[place] ?? 0);
      table.outcomes.push(OUTCOME_CODE.get(outcomes[place] ?? '') ?? 0);
      table.answers.push(table.slots[slot]?.answers.of(labels[place] ?? '') ?? 0);
      table.versions.push(version);
      if (markedBy[place] !== versions[place]) {
        this.addMarkedBy(table, slot, version, markedBy[place] ?? '');
      }
    });
  }

  private addMarkedBy(table: PaperTable, slot: number, paper: number, marker: string): void {
    const by = this.questionVersions.of(marker);
    const name = `${slot},${paper},${by}`;
    const known = table.markedBy.get(name);
    if (known) known.count += 1;
    else table.markedBy.set(name, { slot, paper, by, count: 1 });
  }

  private layoutOf({ keys, worth }: ResultRow): Layout {
    const name = `${keys}${SEPARATOR}${worth}`;
    let layout = this.layouts.get(name);
    if (layout === undefined) {
      layout = this.newLayout(keys.split(SEPARATOR), integers(worth));
      if (this.layouts.size < MOST_LAYOUTS) this.layouts.set(name, layout);
    }
    return layout;
  }

  private newLayout(keys: readonly string[], worth: readonly number[]): Layout {
    const places = keys
      .map((_, place) => place)
      .filter((place) => (worth[place] ?? 0) > 0)
      .sort((a, b) => ((keys[a] ?? '') < (keys[b] ?? '') ? -1 : 1));
    const name = places.map((place) => `${keys[place]}=${worth[place]}`).join(SEPARATOR);
    let table = this.papers.get(name);
    if (table === undefined) {
      const slots = places.map((place): SlotColumn => ({
        key: keys[place] ?? '',
        maximum: worth[place] ?? 0,
        answers: new Codes(),
      }));
      this.papers.set(name, (table = new PaperTable(slots)));
    }
    return { table, places };
  }
}
