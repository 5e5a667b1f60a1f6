/** The room where HR enters a training for some officers, or corrects an entry of one. */
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, maxLength, minLength, required } from '@angular/forms/signals';
import {
  CONTENT_GROUPS,
  endpoints,
  HOURS_SOURCES,
  type HoursEntry,
  type HoursInput,
} from '@tap-huan/contract';
import { readHours } from '@tap-huan/rules';
import { Api, Problems } from '@tap-huan/web/api';
import {
  CalloutComponent,
  DateInputComponent,
  DialogFrameComponent,
  FieldComponent,
  FileDropComponent,
  formatMarks,
  IconComponent,
  injectLanguage,
  InputDirective,
  SelectComponent,
  Toasts,
} from '@tap-huan/web/ui';
import { injectText } from './i18n/text';

export interface EntryDialogData {
  /** Whose training it is. */
  officerIds?: string[];
  /** What is corrected. */
  entry?: HoursEntry;
}

const MOST_FILES = 5;
type File_ = HoursEntry['evidence'][number];

/** Closes with true once saved. */
@Component({
  selector: 'th-hours-entry-dialog',
  imports: [
    CalloutComponent,
    DateInputComponent,
    DialogFrameComponent,
    FieldComponent,
    FileDropComponent,
    FormField,
    IconComponent,
    InputDirective,
    SelectComponent,
  ],
  templateUrl: './entry.dialog.html',
  styleUrl: './entry.dialog.scss',
})
export class EntryDialog {
  private readonly data = inject<EntryDialogData>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly language = injectLanguage();
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  protected readonly entry = this.data.entry;
  private readonly officerIds = this.data.officerIds ?? [];
  protected readonly heading = computed(() =>
    this.entry
      ? this.t('form.correctTitle')
      : this.t('form.recordTitle', { count: this.officerIds.length }),
  );
  protected readonly sources = computed(() =>
    HOURS_SOURCES.map((value) => ({ value, label: this.t(`source.${value}`) })),
  );
  protected readonly groups = computed(() =>
    CONTENT_GROUPS.map((value) => ({ value, label: this.t(`group.${value}`) })),
  );
  private readonly model = signal({
    title: this.entry?.title ?? '',
    organiser: this.entry?.organiser ?? '',
    source: (this.entry?.source ?? 'in_person') as HoursInput['source'] | null,
    contentGroup: (this.entry?.contentGroup ?? 'job_position') as HoursInput['contentGroup'] | null,
    startedOn: this.entry?.startedOn ?? null,
    day: this.entry?.day ?? null,
    hours: this.entry ? formatMarks(this.entry.hours, this.language()) : '',
    documentNo: this.entry?.documentNo ?? '',
    leaderProgramme: this.entry?.leaderProgramme ?? false,
    note: this.entry?.note ?? '',
    reason: '',
  });
  protected readonly form = form(this.model, (path) => {
    required(path.title);
    minLength(path.title, 3);
    required(path.organiser);
    minLength(path.organiser, 2);
    required(path.source);
    required(path.contentGroup);
    required(path.day);
    required(path.hours);
    maxLength(path.title, 300);
    maxLength(path.organiser, 200);
    maxLength(path.documentNo, 100);
    maxLength(path.note, 500);
    if (this.entry) required(path.reason);
    maxLength(path.reason, 500);
  });
  protected readonly files = signal<readonly File_[]>(this.entry?.evidence ?? []);
  protected readonly progress = signal<number | null>(null);
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);
  protected readonly mayAdd = computed(() => this.files().length < MOST_FILES);
  private readonly amount = computed(() => readHours(this.model().hours));
  protected readonly hoursProblem = computed(() =>
    this.model().hours !== '' && this.amount() === null ? this.t('form.hoursWrong') : null,
  );

  protected async take(files: File[]): Promise<void> {
    this.failure.set(null);
    for (const file of files.slice(0, MOST_FILES - this.files().length)) {
      this.progress.set(0);
      try {
        const medium = await this.api.upload(endpoints.uploadHoursEvidence, file, {
          progress: (ratio) => this.progress.set(ratio),
        });
        this.files.update((all) => [...all, medium]);
      } catch (error) {
        this.failure.set(error);
      }
    }
    this.progress.set(null);
  }

  protected drop(mediaId: string): void {
    this.files.update((all) => all.filter(({ id }) => id !== mediaId));
  }

  protected async save(): Promise<void> {
    this.form().markAsTouched();
    const { source, contentGroup, day, reason, ...rest } = this.model();
    const hours = this.amount();
    const complete = source && contentGroup && day && hours !== null;
    if (!complete || this.busy() || this.form().invalid()) return;
    this.busy.set(true);
    this.failure.set(null);
    const evidenceIds = this.files().map(({ id }) => id);
    try {
      await this.send({ ...rest, source, contentGroup, day, hours, evidenceIds }, reason);
      this.ref.close(true);
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }

  private async send(training: HoursInput, reason: string): Promise<void> {
    if (this.entry) {
      const params = { entryId: this.entry.id };
      await this.api.call(endpoints.correctHours, { params, body: { ...training, reason } });
      this.toasts.tell(this.t('form.corrected'));
      return;
    }
    const outcome = await this.api.call(endpoints.recordHours, {
      body: { ...training, officerIds: this.officerIds },
    });
    this.toasts.tell(this.t('form.recorded', outcome));
  }
}
