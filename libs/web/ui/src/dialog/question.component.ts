/** The room of the question before what cannot be undone. Fetched when first asked. */
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { injectUiText } from '../i18n/text';
import { DialogFrameComponent } from './dialog-frame.component';
import type { Question } from './dialogs';

@Component({
  selector: 'th-question',
  imports: [DialogFrameComponent],
  template: `
    <th-dialog [heading]="question.heading">
      <p>{{ question.consequence }}</p>
      <button thActions type="button" class="th-button" (click)="ref.close(false)">
        {{ t('cancel') }}
      </button>
      <button
        thActions
        type="button"
        class="th-button"
        [class.th-button--danger]="question.danger"
        [class.th-button--primary]="!question.danger"
        (click)="ref.close(true)"
      >
        {{ question.confirm }}
      </button>
    </th-dialog>
  `,
})
export class QuestionComponent {
  protected readonly question = inject<Question>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  protected readonly t = injectUiText();
}
