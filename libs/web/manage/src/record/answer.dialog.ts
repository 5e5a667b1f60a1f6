/** The room where HR answers a request for correction. */
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import { type CorrectionRow, endpoints } from '@tap-huan/contract';
import { Api, Problems } from '@tap-huan/web/api';
import {
  CalloutComponent,
  DialogFrameComponent,
  FieldComponent,
  InputDirective,
  Toasts,
} from '@tap-huan/web/ui';
import { draftOf } from '../list/drafts';
import { injectRecordText } from './i18n/text';

const OUTCOMES = ['corrected', 'declined'] as const;
type Outcome = (typeof OUTCOMES)[number];

/** Closes with true once answered. */
@Component({
  selector: 'th-answer-dialog',
  imports: [CalloutComponent, DialogFrameComponent, FieldComponent, FormField, InputDirective],
  template: `
    <th-dialog [heading]="t('corrections.dialog')">
      <form id="th-answer" class="th-stack" novalidate (submit)="$event.preventDefault(); save()">
        <p>
          <strong>{{ row.fullName }}</strong> · {{ t(fieldKey) }}<br />
          {{ t('corrections.wanted', { text: row.wanted }) }}
        </p>
        <fieldset>
          <legend>{{ t('corrections.decision') }}</legend>
          @for (one of outcomes; track one) {
            <label class="th-check">
              <input
                type="radio"
                name="outcome"
                [checked]="outcome() === one"
                (change)="choose(one)"
              />
              <span>
                {{ t(one === 'corrected' ? 'corrections.corrected' : 'corrections.declined') }}
                <span class="explain">
                  {{
                    t(
                      one === 'corrected' ? 'corrections.correctedHint' : 'corrections.declinedHint'
                    )
                  }}
                </span>
              </span>
            </label>
          }
          @if (strict() && outcome() === null) {
            <p class="problem" role="alert">{{ t('corrections.chooseOne') }}</p>
          }
        </fieldset>
        <th-field
          required
          [label]="t('corrections.words')"
          [hint]="t('corrections.wordsHint')"
          [field]="form.answer"
          [error]="problems.field(failure(), 'answer')"
        >
          <textarea thInput rows="3" [formField]="form.answer"></textarea>
        </th-field>
        @if (failure(); as error) {
          <th-callout kind="error">{{ problems.message(error) }}</th-callout>
        }
      </form>
      <button thActions type="button" class="th-button" (click)="ref.close()">
        {{ t('corrections.cancel') }}
      </button>
      <button
        thActions
        form="th-answer"
        class="th-button th-button--primary"
        [attr.aria-busy]="busy()"
      >
        {{ t('corrections.submit') }}
      </button>
    </th-dialog>
  `,
  styles: `
    fieldset {
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      padding: 0;
      font-weight: 500;
    }
    .explain {
      display: block;
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
    }
    .problem {
      color: var(--th-vermilion);
      font-size: var(--th-size-13);
    }
  `,
})
export class AnswerDialog {
  protected readonly row = inject<CorrectionRow>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(Problems);
  protected readonly t = injectRecordText();
  protected readonly outcomes = OUTCOMES;
  protected readonly fieldKey = `field.${this.row.field}` as const;
  private readonly model = signal({ outcome: null as Outcome | null, answer: '' });
  private readonly draft = draftOf(`correction/${this.row.id}`, this.model);
  protected readonly outcome = computed(() => this.model().outcome);
  protected readonly form = form(this.model, (path) => {
    required(path.outcome);
    required(path.answer);
    maxLength(path.answer, 1_000);
  });
  protected readonly strict = signal(false);
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);

  protected choose(outcome: Outcome): void {
    this.model.update((model) => ({ ...model, outcome }));
  }

  protected async save(): Promise<void> {
    this.strict.set(true);
    this.form().markAsTouched();
    const { outcome, answer } = this.model();
    if (this.busy() || outcome === null || this.form().invalid()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      await this.api.call(endpoints.answerCorrection, {
        params: { correctionId: this.row.id },
        body: { state: outcome, answer },
      });
      this.draft.saved();
      this.toasts.tell(this.t('corrections.answered'));
      this.ref.close(true);
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
