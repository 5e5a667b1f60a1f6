/** The room where HR decides about a completion in doubt: keep it, or note that its certificate is to be revoked. */
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import { type CompletionInDoubt, endpoints } from '@tap-huan/contract';
import { Api, Problems } from '@tap-huan/web/api';
import {
  CalloutComponent,
  DialogFrameComponent,
  FieldComponent,
  formatMarks,
  injectLanguage,
  InputDirective,
  Toasts,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { draftOf } from '../list/drafts';

const DECISIONS = ['kept', 'to_revoke'] as const;
type Decision = (typeof DECISIONS)[number];

/** Closes with true once decided. */
@Component({
  selector: 'th-doubt-dialog',
  imports: [CalloutComponent, DialogFrameComponent, FieldComponent, FormField, InputDirective],
  templateUrl: './doubt.dialog.html',
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
export class DoubtDialog {
  protected readonly row = inject<CompletionInDoubt>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly language = injectLanguage();
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  protected readonly decisions = DECISIONS;
  private readonly model = signal({ decision: null as Decision | null, note: '' });
  private readonly draft = draftOf(`doubt/${this.row.id}`, this.model);
  protected readonly decision = computed(() => this.model().decision);
  protected readonly form = form(this.model, (path) => {
    required(path.decision);
    required(path.note);
    maxLength(path.note, 1_000);
  });
  protected readonly strict = signal(false);
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);
  protected readonly facts = computed(() => {
    const marks = (value: number | null) => formatMarks(value, this.language());
    const { fullName: name, courseTitle: course, quizTitle: quiz } = this.row;
    return this.t('doubt.facts', {
      name,
      course,
      quiz,
      before: marks(this.row.scoreBefore),
      now: marks(this.row.scoreNow),
    });
  });

  protected choose(decision: Decision): void {
    this.model.update((model) => ({ ...model, decision }));
  }

  protected async save(): Promise<void> {
    this.strict.set(true);
    this.form().markAsTouched();
    const { decision, note } = this.model();
    if (this.busy() || decision === null || this.form().invalid()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      await this.api.call(endpoints.decideCompletionInDoubt, {
        params: { doubtId: this.row.id },
        body: { decision, note },
      });
      this.draft.saved();
      this.toasts.tell(this.t('doubt.decided', { name: this.row.fullName }));
      this.ref.close(true);
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
