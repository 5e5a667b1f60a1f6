/** The room of the coverage matrix: units down, courses and programmes across, and the way down to the people. */
import { Component, computed, inject, linkedSignal } from '@angular/core';
import type { Params } from '@angular/router';
import { type CoverageUnit, endpoints } from '@tap-huan/contract';
import { coverageAt, type CoverageCounts, obliged } from '@tap-huan/rules';
import { addressState, Api, kept, Problems, read } from '@tap-huan/web/api';
import {
  CellDirective,
  Dialogs,
  EmptyStateComponent,
  ErrorStateComponent,
  formatDay,
  formatNumber,
  IconComponent,
  injectLanguage,
  PageHeaderComponent,
  SearchFieldComponent,
  type TableColumn,
} from '@tap-huan/web/ui';
import { parentsOf, rootsOf, treeRows, type TreeShape } from '../tree/tree-rows';
import { type Fold, TreeTableComponent } from '../tree/tree-table.component';
import { CoverageCellComponent } from './cell.component';
import { CoverageCommunesComponent } from './communes.component';
import { injectCoverageText } from './i18n/text';
import { CoverageMapComponent } from './map.component';
import { CoverageSubjectsDialog } from './subjects.dialog';
import { VIEW_STATE, viewParams, viewQuery } from './view';
import { CoverageViewPanelComponent } from './view-panel.component';

const SHAPE: TreeShape<CoverageUnit> = {
  id: (unit) => unit.id,
  parentId: (unit) => unit.parentId,
  words: (unit) => unit.name,
};
/** More rows than these are not drawn at once; they are opened where one looks. */
const MOST_OPEN = 500;

@Component({
  selector: 'th-coverage-page',
  imports: [
    CellDirective,
    CoverageCellComponent,
    CoverageCommunesComponent,
    CoverageMapComponent,
    CoverageViewPanelComponent,
    EmptyStateComponent,
    ErrorStateComponent,
    IconComponent,
    PageHeaderComponent,
    SearchFieldComponent,
    TreeTableComponent,
  ],
  templateUrl: './coverage.page.html',
  styleUrl: './coverage.page.scss',
})
export class CoveragePage {
  protected readonly problems = inject(Problems);
  private readonly api = inject(Api);
  private readonly dialogs = inject(Dialogs);
  protected readonly t = injectCoverageText();
  private readonly language = injectLanguage();
  protected readonly address = addressState({
    ...VIEW_STATE,
    /** Only units that are not covered. */
    chua: '',
    search: '',
    /** The picture instead of the table. */
    hinh: '',
  });
  private readonly query = computed(() => viewQuery(this.address.value()));
  protected readonly matrix = read(endpoints.readCoverageMatrix, () => ({ query: this.query() }));
  protected readonly known = kept(this.matrix);
  protected readonly units = computed(() => this.known()?.units);
  protected readonly subjects = computed(() => this.known()?.subjects ?? []);
  protected readonly picture = computed(() => this.address.value().hinh !== '');
  protected readonly bookUrl = computed(() =>
    this.api.fileUrl(endpoints.readCoverageBook, { query: this.query() }),
  );

  protected readonly open = linkedSignal<string, ReadonlySet<string>>({
    // Another day or column leaves the folding as it is; only other roots decide it anew.
    source: () => [...rootsOf(this.units() ?? [], SHAPE)].join(),
    computation: (roots) => new Set(roots.split(',')),
  });
  protected readonly mayOpenAll = computed(() => (this.units()?.length ?? 0) <= MOST_OPEN);
  protected readonly allOpen = computed(() =>
    [...parentsOf(this.units() ?? [], SHAPE)].every((id) => this.open().has(id)),
  );
  protected readonly rows = computed(() => {
    const units = this.units();
    const { search, chua } = this.address.value();
    const keep = chua ? (unit: CoverageUnit) => unit.verdict === 'behind' : undefined;
    return units && treeRows(units, SHAPE, { open: this.open(), search, keep });
  });

  protected readonly columns = computed<TableColumn<CoverageUnit>[]>(() => [
    { key: 'unit', title: this.t('unit') },
    { key: 'verdict', title: this.t('conclusion'), width: '6rem', primary: true },
    {
      key: 'officers',
      title: this.t('officers'),
      text: (unit) => unit.officers,
      numeric: true,
      width: '5rem',
      wideOnly: true,
    },
    { key: 'all', title: this.t('all'), width: '7rem' },
    { key: 'enrolments', title: this.t('enrolments'), width: '6rem', wideOnly: true },
    ...this.subjects().map(({ id, code, title }) => ({
      key: id,
      title: `${code} · ${title}`,
      width: '8rem',
      wideOnly: true,
    })),
  ]);
  protected readonly nameOf = (unit: CoverageUnit): string => unit.name;

  protected readonly countsOf = (unit: CoverageUnit, place: number): CoverageCounts =>
    coverageAt(unit.figures, place).persons;
  protected readonly cellParams = (unit: CoverageUnit, subjectId: string | null): Params => ({
    ...viewParams(this.address.value()),
    unitId: unit.id,
    ...(subjectId ? { subjectId } : {}),
  });
  protected readonly allParams = (unit: CoverageUnit): Params => this.cellParams(unit, null);
  /** Straight to those who hold a commune back. */
  protected readonly behindParams = (unit: CoverageUnit): Params => ({
    ...this.cellParams(unit, null),
    state: 'left',
  });

  protected said(asOf: string): string {
    const { rule, percent } = this.query();
    const share =
      percent === 100 ? this.t('percentAll') : this.t('percentOf', { percent: percent ?? 100 });
    const words = { day: formatDay(asOf), share };
    return this.t(rule === 'everyone' ? 'said.everyone' : 'said.assigned', words);
  }

  protected enrolmentsOf(unit: CoverageUnit): string {
    const { enrolments } = coverageAt(unit.figures, 0);
    const n = (value: number): string => formatNumber(value, this.language());
    return this.t('cell.doneOf', { done: n(enrolments.done), total: n(obliged(enrolments)) });
  }

  protected fold({ id, open }: Fold): void {
    const next = new Set(this.open());
    if (open) next.add(id);
    else next.delete(id);
    this.open.set(next);
  }

  protected foldAll(): void {
    const units = this.units() ?? [];
    this.open.set(this.allOpen() ? rootsOf(units, SHAPE) : parentsOf(units, SHAPE));
  }

  protected async chooseSubjects(): Promise<void> {
    const data = this.address.value().subjects.split(',').filter(Boolean);
    const chosen = (await this.dialogs.open(CoverageSubjectsDialog, { data, wide: true })) as
      string[] | undefined;
    if (chosen) this.address.set({ subjects: chosen.join() });
  }
}
