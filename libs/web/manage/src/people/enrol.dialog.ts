/** The room where officers are enrolled: first the count, then the deed. */
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { endpoints, type RequestOf, type UnitRow } from '@tap-huan/contract';
import { today } from '@tap-huan/rules';
import { Api, Problems, read } from '@tap-huan/web/api';
import {
  CalloutComponent,
  DateInputComponent,
  DialogFrameComponent,
  FieldComponent,
  formatNumber,
  injectLanguage,
  InputDirective,
  SelectComponent,
  Toasts,
  UnitPickerComponent,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { draftOf } from '../list/drafts';
import { outcomeParts, type OutcomePart } from './enrol-words';

export interface EnrolDialogData {
  /** Ids of the officers chosen in the table; may be empty. */
  officerIds: readonly string[];
  units: readonly UnitRow[];
  /** The unit that the list is filtered by. */
  unitId: string | null;
}

type EnrolBody = RequestOf<typeof endpoints.enrol>['body'];

/** Closes with true once enrolled. */
@Component({
  selector: 'th-enrol-dialog',
  imports: [
    CalloutComponent,
    DateInputComponent,
    DialogFrameComponent,
    FieldComponent,
    InputDirective,
    SelectComponent,
    UnitPickerComponent,
  ],
  templateUrl: './enrol.dialog.html',
  styleUrl: './enrol.dialog.scss',
})
export class EnrolDialog {
  protected readonly data = inject<EnrolDialogData>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly language = injectLanguage();
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();

  /** What is worth keeping when the dialog is closed by mistake; whom it concerns is chosen anew. */
  protected readonly model = signal({
    courseId: null as string | null,
    dueOn: null as string | null,
    reason: '',
  });
  private readonly draft = draftOf('enrol', this.model);
  protected readonly whole = signal(this.data.officerIds.length === 0);
  protected readonly unitId = signal(
    this.data.unitId ?? (this.data.units.length === 1 ? (this.data.units[0]?.id ?? null) : null),
  );
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);
  protected readonly today = today(new Date());

  protected readonly catalogue = read(endpoints.listCatalogue, () => ({ query: {} }));
  protected readonly courses = computed(() =>
    this.catalogue.hasValue() ? this.catalogue.value().items : [],
  );
  protected readonly options = computed(() =>
    this.courses().map(({ id, code, title }) => ({ value: id, label: `${code} · ${title}` })),
  );
  protected readonly course = computed(() =>
    this.courses().find(({ id }) => id === this.model().courseId),
  );
  protected readonly past = computed(() => {
    const { dueOn } = this.model();
    return dueOn !== null && dueOn < this.today;
  });

  /** Whom and into what, once both are known. */
  private readonly target = computed(() => {
    const courseId = this.course()?.id;
    if (!courseId) return undefined;
    if (!this.whole()) return { courseId, officerIds: [...this.data.officerIds], unitId: null };
    const unitId = this.unitId();
    return unitId ? { courseId, officerIds: [], unitId } : undefined;
  });
  protected readonly preview = read(endpoints.enrol, () => {
    const target = this.target();
    return target && { body: { ...target, dueOn: null, dryRun: true } };
  });
  protected readonly count = computed(() =>
    this.preview.hasValue() ? this.preview.value().enrolled : null,
  );
  protected readonly parts = computed<OutcomePart[]>(() =>
    this.preview.hasValue() ? outcomeParts(this.preview.value()) : [],
  );

  protected change(part: Partial<ReturnType<typeof this.model>>): void {
    this.model.update((model) => ({ ...model, ...part }));
  }

  protected n(value: number): string {
    return formatNumber(value, this.language());
  }

  protected async enrol(): Promise<void> {
    const target = this.target();
    if (this.busy() || !target || !this.count()) return;
    const { dueOn, reason } = this.model();
    const body: EnrolBody = { ...target, dueOn, reason: reason.trim() };
    this.busy.set(true);
    this.failure.set(null);
    try {
      const outcome = await this.api.call(endpoints.enrol, { body });
      this.draft.saved();
      const course = this.course()?.code ?? '';
      const words = [
        this.t('enrol.done', { count: this.n(outcome.enrolled), course }),
        outcome.already ? this.t('enrol.doneAlready', { count: this.n(outcome.already) }) : '',
        outcome.skipped ? this.t('enrol.doneSkipped', { count: this.n(outcome.skipped) }) : '',
      ];
      this.toasts.tell(words.filter(Boolean).join(' '));
      this.ref.close(true);
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
