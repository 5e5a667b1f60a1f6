/** The room where HR says what an officer needs otherwise in every quiz, and why. */
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { form, FormField, max, maxLength, min, required } from '@angular/forms/signals';
import { type Accommodation, endpoints, type OfficerRow, USUAL_SCREEN } from '@tap-huan/contract';
import { Api, Problems, read } from '@tap-huan/web/api';
import {
  CalloutComponent,
  DialogFrameComponent,
  ErrorStateComponent,
  FieldComponent,
  formatInstant,
  InputDirective,
  SkeletonComponent,
  Toasts,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { draftOf } from '../list/drafts';

const FLAGS = ['highContrast', 'oneQuestionPerPage', 'withoutDragging', 'hideClock'] as const;

const fieldsOf = (current: Accommodation | null) => ({
  extraPercent: (current?.timePercent ?? 100) - 100,
  extraAttempts: current?.extraAttempts ?? 0,
  screen: current?.screen ?? USUAL_SCREEN,
  reason: '',
});

/** Closes with true once saved. */
@Component({
  selector: 'th-accommodation-dialog',
  imports: [
    CalloutComponent,
    DialogFrameComponent,
    ErrorStateComponent,
    FieldComponent,
    FormField,
    InputDirective,
    SkeletonComponent,
  ],
  templateUrl: './accommodation.dialog.html',
  styles: `
    .two {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr));
      gap: var(--th-16);
    }

    fieldset {
      margin: 0;
      padding: 0;
      border: 0;
    }

    ul {
      display: grid;
      gap: var(--th-8);
      margin: 0;
      padding: 0;
      list-style: none;
    }
  `,
})
export class AccommodationDialog {
  protected readonly officer = inject<OfficerRow>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  protected readonly flags = FLAGS;
  protected readonly stored = read(endpoints.readAccommodation, () => ({
    params: { officerId: this.officer.id },
  }));
  protected readonly history = computed(() =>
    this.stored.hasValue() ? this.stored.value().history : [],
  );
  private readonly model = signal(fieldsOf(null));
  protected readonly draft = draftOf(`accommodation/${this.officer.id}`, this.model);
  protected readonly restored = signal(this.draft.restored);
  protected readonly form = form(this.model, (path) => {
    min(path.extraPercent, 0);
    max(path.extraPercent, 300);
    min(path.extraAttempts, 0);
    max(path.extraAttempts, 20);
    min(path.screen.textPercent, 100);
    max(path.screen.textPercent, 200);
    required(path.reason);
    maxLength(path.reason, 1_000);
  });
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);

  constructor() {
    // What holds now fills the form, unless something typed earlier was brought back.
    effect(() => {
      const stored = this.stored.hasValue() ? this.stored.value() : null;
      if (stored && !untracked(this.restored)) this.model.set(fieldsOf(stored.current));
    });
  }

  protected startOver(): void {
    this.restored.set(false);
    this.model.set(fieldsOf(this.stored.hasValue() ? this.stored.value().current : null));
  }

  protected line(one: Accommodation): string {
    return this.t('accommodation.line', {
      percent: one.timePercent - 100,
      attempts: one.extraAttempts,
      name: one.setByName,
      at: formatInstant(one.setAt),
    });
  }

  protected async save(): Promise<void> {
    this.form().markAsTouched();
    if (this.busy() || this.form().invalid()) return;
    this.busy.set(true);
    this.failure.set(null);
    const { extraPercent, ...rest } = this.model();
    try {
      await this.api.call(endpoints.setAccommodation, {
        params: { officerId: this.officer.id },
        body: { ...rest, timePercent: 100 + extraPercent },
      });
      this.draft.saved();
      this.toasts.tell(this.t('accommodation.saved', { name: this.officer.fullName }));
      this.ref.close(true);
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
