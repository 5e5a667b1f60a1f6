/** The room where an officer asks that training elsewhere be counted, with a paper that proves it. */
import { DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, maxLength, minLength, required } from '@angular/forms/signals';
import { type HoursInput, type Media, routes } from '@tap-huan/contract';
import { readHours } from '@tap-huan/rules';
import { Api, Problems } from '@tap-huan/web/api';
import {
  CalloutComponent,
  DateInputComponent,
  DialogFrameComponent,
  FieldComponent,
  FileDropComponent,
  IconComponent,
  InputDirective,
  SelectComponent,
  Toasts,
} from '@tap-huan/web/ui';
import { injectText } from './i18n/text';

type Source = HoursInput['source'];
type Group = HoursInput['contentGroup'];
const SOURCES: Source[] = ['external', 'in_person', 'blended', 'online', 'seminar', 'teaching'];
const GROUPS: Group[] = [
  'job_position',
  'state_management',
  'political_theory',
  'defence_security',
  'science_digital',
];
const MOST_FILES = 5;

/** Closes with the year of what was sent. */
@Component({
  selector: 'th-propose-dialog',
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
  templateUrl: './propose.dialog.html',
  styles: `
    .pair {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr));
      gap: var(--th-16);
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: var(--th-8);
      overflow-wrap: anywhere;
    }
    .problem {
      color: var(--th-vermilion);
      font-size: var(--th-size-13);
    }
  `,
})
export class ProposeDialog {
  protected readonly ref = inject<DialogRef<number>>(DialogRef);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  protected readonly sources = computed(() =>
    SOURCES.map((value) => ({ value, label: this.t(`source.${value}`) })),
  );
  protected readonly groups = computed(() =>
    GROUPS.map((value) => ({ value, label: this.t(`group.${value}`) })),
  );
  private readonly model = signal({
    title: '',
    organiser: '',
    source: 'external' as Source | null,
    contentGroup: 'job_position' as Group | null,
    startedOn: null as string | null,
    day: null as string | null,
    hours: '',
    documentNo: '',
    leaderProgramme: false,
    note: '',
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
  });
  protected readonly files = signal<Media[]>([]);
  protected readonly progress = signal<number | null>(null);
  protected readonly strict = signal(false);
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
        const medium = await this.api.upload(routes.uploadMyEvidence, file, {
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

  protected async send(): Promise<void> {
    this.strict.set(true);
    this.form().markAsTouched();
    const { source, contentGroup, day, ...rest } = this.model();
    const hours = this.amount();
    const complete = source && contentGroup && day && hours !== null && this.files().length > 0;
    if (!complete || this.busy() || this.form().invalid()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const evidenceIds = this.files().map(({ id }) => id);
      await this.api.call(routes.proposeHours, {
        body: { ...rest, source, contentGroup, day, hours, evidenceIds },
      });
      this.toasts.tell(this.t('form.sent'));
      this.ref.close(Number(day.slice(0, 4)));
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
