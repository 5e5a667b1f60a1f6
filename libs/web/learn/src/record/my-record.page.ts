/** The room of the officer's own transcript. */
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { routes, type TrainingRow } from '@tap-huan/contract';
import { Api, Problems, read } from '@tap-huan/web/api';
import {
  DayPipe,
  EmptyStateComponent,
  ErrorStateComponent,
  formatDay,
  formatMarks,
  IconComponent,
  injectLanguage,
  MarksPipe,
  PageHeaderComponent,
  ProgressBarComponent,
  SectionComponent,
  SkeletonComponent,
  StatusChipComponent,
  type Tone,
} from '@tap-huan/web/ui';
import { injectMyRecordText } from './i18n/text';
import { RecordTabsComponent } from './record-tabs.component';

const TONES: Record<TrainingRow['state'], Tone> = {
  not_started: 'neutral',
  in_progress: 'active',
  completed: 'good',
  withdrawn: 'neutral',
  proposed: 'warning',
};

@Component({
  selector: 'th-my-record-page',
  imports: [
    DayPipe,
    EmptyStateComponent,
    ErrorStateComponent,
    IconComponent,
    MarksPipe,
    PageHeaderComponent,
    ProgressBarComponent,
    RecordTabsComponent,
    RouterLink,
    SectionComponent,
    SkeletonComponent,
    StatusChipComponent,
  ],
  templateUrl: './my-record.page.html',
  styleUrl: './my-record.page.scss',
})
export class MyRecordPage {
  private readonly api = inject(Api);
  private readonly language = injectLanguage();
  protected readonly problems = inject(Problems);
  protected readonly t = injectMyRecordText();
  protected readonly record = read(routes.readMyTranscript);
  protected readonly pdf = this.api.fileUrl(routes.readMyTranscriptPdf);
  protected readonly excel = this.api.fileUrl(routes.readMyTranscriptSheet);
  protected readonly tones = TONES;
  protected readonly least = Math.min;
  protected readonly parts = computed(() => {
    const all = this.record.hasValue() ? this.record.value().trainings : [];
    return [
      { key: 'open' as const, rows: all.filter(({ state }) => state !== 'completed') },
      { key: 'done' as const, rows: all.filter(({ state }) => state === 'completed') },
    ].filter(({ rows }) => rows.length > 0);
  });

  /** What is known of a training, one fact after the other. */
  protected factsOf(row: TrainingRow): string {
    const form = row.source ?? row.deliveryForm;
    const hours = this.t('hours', { hours: formatMarks(row.hours, this.language()) });
    return [
      this.t(`kind.${row.kind}`),
      form ? this.t(`form.${form}`) : '',
      row.organiser,
      row.counts ? hours : `${hours} (${this.t('noHours')})`,
      row.completedOn
        ? this.t('on', { day: formatDay(row.completedOn) })
        : row.dueOn
          ? this.t('due', { day: formatDay(row.dueOn) })
          : '',
      row.scoreOfTen === null
        ? ''
        : this.t('score', { score: formatMarks(row.scoreOfTen, this.language()) }),
      row.registerNo ? this.t('register', { number: row.registerNo }) : '',
      row.unitThen && row.completedOn ? this.t('atUnit', { unit: row.unitThen }) : '',
    ]
      .filter(Boolean)
      .join(' · ');
  }
}
