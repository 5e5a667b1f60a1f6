/** The room of one unit over time: what it was called, where it stood, what it came from and what became of it. */
import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { endpoints, type LineageStep, type UnitVersion } from '@tap-huan/contract';
import { kept, Problems, read } from '@tap-huan/web/api';
import {
  CellDirective,
  DataTableComponent,
  ErrorStateComponent,
  formatDay,
  IconComponent,
  PageHeaderComponent,
  PageTitle,
  SectionComponent,
  SkeletonComponent,
  StatusChipComponent,
  type TableColumn,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { injectUnitText } from './i18n/text';

/** Steps of one kind, day and basis: what came together, and what it led to. */
interface Event {
  key: string;
  step: LineageStep;
  from: { id: string; name: string }[];
  to: { id: string; name: string; isMain: boolean }[];
}

@Component({
  selector: 'th-unit-history-page',
  imports: [
    RouterLink,
    CellDirective,
    DataTableComponent,
    ErrorStateComponent,
    IconComponent,
    PageHeaderComponent,
    SectionComponent,
    SkeletonComponent,
    StatusChipComponent,
  ],
  templateUrl: './unit-history.page.html',
  styleUrls: ['../list/list.scss', './unit-history.page.scss'],
})
export class UnitHistoryPage {
  readonly unitId = input.required<string>();
  protected readonly problems = inject(Problems);
  protected readonly t = injectUnitText();
  protected readonly manage = injectText();
  protected readonly history = read(endpoints.readUnitHistory, () => ({
    params: { unitId: this.unitId() },
  }));
  protected readonly unit = kept(this.history);
  protected readonly formatDay = formatDay;
  protected readonly events = computed(() => eventsOf(this.unit()?.lineage ?? []));
  protected readonly versions = computed(() => this.unit()?.versions.toReversed());
  protected readonly byStart = (version: UnitVersion) => version.validFrom;
  protected readonly columns = computed<TableColumn<UnitVersion>[]>(() => [
    { key: 'period', title: this.t('history.period'), primary: true, width: '15rem' },
    { key: 'name', title: this.t('history.name'), text: (v) => v.name },
    { key: 'code', title: this.t('history.code'), text: (v) => v.code, width: '8rem' },
    {
      key: 'kind',
      title: this.t('history.kind'),
      text: (v) => this.manage(`kind.${v.kind}`),
      width: '11rem',
    },
    {
      key: 'parent',
      title: this.t('history.parent'),
      text: (v) => v.parentName ?? this.t('history.top'),
    },
    { key: 'cause', title: this.t('history.cause'), text: (v) => v.reorganisationTitle ?? '–' },
  ]);

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.own.set(this.unit()?.name ?? null));
  }

  protected period({ validFrom, validTo }: UnitVersion): string {
    const from = formatDay(validFrom);
    return validTo
      ? this.t('history.between', { from, to: formatDay(dayBefore(validTo)) })
      : this.t('history.since', { from });
  }
}

/** The last day of a half-open period. */
const dayBefore = (day: string): string =>
  new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

/** One line for what happened together: all that were merged into the same, all parts of a split. */
function eventsOf(steps: readonly LineageStep[]): Event[] {
  const events = new Map<string, Event>();
  for (const step of steps) {
    const end = step.kind === 'merge' ? step.toId : step.fromId;
    const key = `${step.effectiveOn} ${step.kind} ${end}`;
    const event = events.get(key) ?? { key, step, from: [], to: [] };
    if (!event.from.some(({ id }) => id === step.fromId)) {
      event.from.push({ id: step.fromId, name: step.fromName });
    }
    const { toId, toName, isMain } = step;
    if (toId !== null && !event.to.some(({ id }) => id === toId)) {
      event.to.push({ id: toId, name: toName ?? '', isMain });
    }
    events.set(key, event);
  }
  return [...events.values()];
}
