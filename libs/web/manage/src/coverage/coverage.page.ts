/** The room of coverage: every unit of the scope, how far it is, and the way down to the people. */
import { Component, computed, inject, linkedSignal } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';
import { type CoverageRow, endpoints } from '@tap-huan/contract';
import { addressState, kept, Problems, read } from '@tap-huan/web/api';
import {
  CellDirective,
  EmptyStateComponent,
  ErrorStateComponent,
  formatPercent,
  injectLanguage,
  NumberPipe,
  PageHeaderComponent,
  ProgressBarComponent,
  SearchFieldComponent,
  SelectComponent,
  type TableColumn,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { courseChoices } from '../list/course-choices';
import { idOf } from '../list/list-address';
import { leftOf, levelOf } from '../overview/areas';
import { parentsOf, rootsOf, treeRows, type TreeShape } from '../tree/tree-rows';
import { type Fold, TreeTableComponent } from '../tree/tree-table.component';

const SHAPE: TreeShape<CoverageRow> = {
  id: (row) => row.unitId,
  parentId: (row) => row.parentId,
  words: (row) => row.unitName,
};

/** The figures that lead to enrolments, and the filter each stands for. */
const DRILLS = ['enrolments', 'completed', 'inProgress', 'notStarted', 'overdue'] as const;
type Drill = (typeof DRILLS)[number];
const FILTERS: Record<Drill, Params> = {
  enrolments: {},
  completed: { state: 'completed' },
  inProgress: { state: 'in_progress' },
  notStarted: { state: 'not_started' },
  overdue: { due: 'overdue' },
};

@Component({
  selector: 'th-coverage-page',
  imports: [
    RouterLink,
    CellDirective,
    EmptyStateComponent,
    ErrorStateComponent,
    NumberPipe,
    PageHeaderComponent,
    ProgressBarComponent,
    SearchFieldComponent,
    SelectComponent,
    TreeTableComponent,
  ],
  templateUrl: './coverage.page.html',
  styleUrl: './coverage.page.scss',
})
export class CoveragePage {
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  private readonly language = injectLanguage();
  protected readonly address = addressState({
    courseId: null as string | null,
    /** Only units that are not at 100 %. */
    chua: '',
    search: '',
  });
  protected readonly courses = courseChoices(() => this.address.value().courseId);
  protected readonly drills = DRILLS;

  protected readonly coverage = read(endpoints.readCoverage, () => ({
    query: { courseId: idOf(this.address.value().courseId) },
  }));
  private readonly known = kept(this.coverage);
  protected readonly items = computed(() => this.known()?.items);
  protected readonly open = linkedSignal<string, ReadonlySet<string>>({
    // A new course leaves the folding as it is; only the first answer decides it.
    source: () => [...rootsOf(this.items() ?? [], SHAPE)].join(),
    computation: (roots) => new Set(roots.split(',')),
  });
  protected readonly allOpen = computed(() =>
    [...parentsOf(this.items() ?? [], SHAPE)].every((id) => this.open().has(id)),
  );
  protected readonly rows = computed(() => {
    const items = this.items();
    const { search, chua } = this.address.value();
    return (
      items &&
      treeRows(items, SHAPE, {
        open: this.open(),
        search,
        keep: chua ? (row) => levelOf(row) !== 'covered' && row.officers > 0 : undefined,
      })
    );
  });

  protected readonly columns = computed<TableColumn<CoverageRow>[]>(() => {
    const figure = (key: Drill) => ({
      key,
      title: this.t(`coverage.${key}`),
      numeric: true,
      width: '5.5rem',
      wideOnly: true,
    });
    return [
      { key: 'unit', title: this.t('coverage.unit') },
      {
        key: 'officers',
        title: this.t('coverage.officers'),
        text: (row) => row.officers,
        numeric: true,
        width: '5rem',
        wideOnly: true,
      },
      {
        key: 'persons',
        title: this.t('coverage.persons'),
        text: (row) => row.persons,
        numeric: true,
        width: '5rem',
        wideOnly: true,
      },
      ...DRILLS.map(figure),
      { key: 'level', title: this.t('coverage.level'), width: '13rem', primary: true },
    ];
  });
  protected readonly nameOf = (row: CoverageRow) => row.unitName;

  protected fold({ id, open }: Fold): void {
    const next = new Set(this.open());
    if (open) next.add(id);
    else next.delete(id);
    this.open.set(next);
  }

  protected foldAll(): void {
    const items = this.items() ?? [];
    this.open.set(this.allOpen() ? rootsOf(items, SHAPE) : parentsOf(items, SHAPE));
  }

  protected linkOf(row: CoverageRow, drill: Drill): Params {
    const { courseId } = this.address.value();
    return { unitId: row.unitId, ...(courseId ? { courseId } : {}), ...FILTERS[drill] };
  }

  /** What the figure is, for whoever hears it outside its column. */
  protected saying(row: CoverageRow, drill: Drill): string {
    const column = this.t(`coverage.${drill}`);
    return this.t('coverage.drill', { name: row.unitName, column, count: row[drill] });
  }

  protected level(row: CoverageRow): string {
    const level = levelOf(row);
    if (level !== 'behind') return this.t(`coverage.${level}`);
    return this.t('coverage.left', {
      percent: formatPercent(row.completed / row.enrolments, this.language()),
      count: leftOf(row),
    });
  }
}
