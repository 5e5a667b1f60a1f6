/** The room of an officer's transcript, as HR sees it. */
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { endpoints, type TrainingRow, type Transcript } from '@tap-huan/contract';
import { Api, Problems, read, SessionStore } from '@tap-huan/web/api';
import {
  CellDirective,
  DataTableComponent,
  DayPipe,
  EmptyStateComponent,
  ErrorStateComponent,
  formatDay,
  IconComponent,
  MarksPipe,
  PageHeaderComponent,
  SectionComponent,
  SkeletonComponent,
  StatusChipComponent,
  type TableColumn,
  type Tone,
} from '@tap-huan/web/ui';
import { injectRecordText } from './i18n/text';
import { YearsComponent } from './years.component';

const TONES: Record<TrainingRow['state'], Tone> = {
  not_started: 'neutral',
  in_progress: 'active',
  completed: 'good',
  withdrawn: 'neutral',
  proposed: 'warning',
};

@Component({
  selector: 'th-transcript-page',
  imports: [
    RouterLink,
    CellDirective,
    DataTableComponent,
    DayPipe,
    EmptyStateComponent,
    ErrorStateComponent,
    IconComponent,
    MarksPipe,
    PageHeaderComponent,
    SectionComponent,
    SkeletonComponent,
    StatusChipComponent,
    YearsComponent,
  ],
  templateUrl: './transcript.page.html',
  styleUrls: ['../list/list.scss', './record.scss'],
})
export class TranscriptPage {
  readonly officerId = input.required<string>();
  private readonly api = inject(Api);
  private readonly store = inject(SessionStore);
  protected readonly problems = inject(Problems);
  protected readonly t = injectRecordText();
  protected readonly record = read(endpoints.readTranscript, () => ({
    params: { officerId: this.officerId() },
  }));
  protected readonly mayRead = computed(() => this.store.can('officer.read'));
  protected readonly pdf = computed(() =>
    this.api.fileUrl(endpoints.readTranscriptPdf, { params: { officerId: this.officerId() } }),
  );
  protected readonly excel = computed(() =>
    this.api.fileUrl(endpoints.readTranscriptSheet, { params: { officerId: this.officerId() } }),
  );
  protected readonly tones = TONES;
  protected readonly byId = ({ id }: TrainingRow) => id;
  protected readonly byFrom = ({ validFrom }: Transcript['positions'][number]) => validFrom;
  protected readonly columns = computed<TableColumn<TrainingRow>[]>(() => [
    { key: 'title', title: this.t('column.training'), text: (row) => row.title, primary: true },
    {
      key: 'form',
      title: this.t('column.form'),
      text: (row) => this.formOf(row),
      width: '10rem',
      wideOnly: true,
    },
    { key: 'hours', title: this.t('column.hours'), numeric: true, width: '6rem' },
    { key: 'state', title: this.t('column.state'), width: '9rem' },
    { key: 'completed', title: this.t('column.completed'), width: '8rem' },
    { key: 'score', title: this.t('column.score'), numeric: true, width: '5rem' },
    {
      key: 'unit',
      title: this.t('column.unitThen'),
      text: (row) => row.unitThen ?? '',
      width: '13rem',
      wideOnly: true,
    },
    { key: 'register', title: this.t('column.register'), width: '10rem', wideOnly: true },
  ]);
  protected readonly positionColumns = computed<TableColumn<Transcript['positions'][number]>[]>(
    () => [
      {
        key: 'from',
        title: this.t('column.from'),
        text: (p) => formatDay(p.validFrom),
        width: '8rem',
      },
      {
        key: 'to',
        title: this.t('column.to'),
        text: (p) =>
          p.validTo
            ? this.t('transcript.until', { day: formatDay(p.validTo) })
            : this.t('transcript.now'),
        width: '11rem',
      },
      { key: 'unit', title: this.t('column.unit'), text: (p) => p.unitName, primary: true },
      {
        key: 'position',
        title: this.t('column.position'),
        text: (p) => [p.jobPosition, p.leadership].filter(Boolean).join('; '),
      },
    ],
  );

  private formOf(row: TrainingRow): string {
    const form = row.source ?? row.deliveryForm;
    return form ? this.t(`form.${form}`) : '';
  }
}
