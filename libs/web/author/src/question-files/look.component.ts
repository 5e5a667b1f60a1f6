/** The room where a question of a file is looked at as learners will see it, with its key: a dialog. */
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject } from '@angular/core';
import type { FoundQuestion } from '@tap-huan/contract';
import { DialogFrameComponent } from '@tap-huan/web/ui';
import { QuestionPreviewComponent } from '../question/question-preview.component';
import { keyWords } from './found-words';
import { injectFileText } from './i18n/text';

@Component({
  selector: 'th-look',
  imports: [DialogFrameComponent, QuestionPreviewComponent],
  template: `
    <th-dialog [heading]="t('look.heading', { number: question.number })">
      @if (question.content; as content) {
        <th-question-preview [content]="content" />
        <p class="key">
          <strong>{{ t('look.key') }}:</strong> {{ key() }}
        </p>
      }
      @if (question.category.length > 0) {
        <p class="th-muted">{{ t('look.category') }}: {{ question.category.join(' › ') }}</p>
      }
      <button thActions type="button" class="th-button" (click)="ref.close()">
        {{ t('look.close') }}
      </button>
    </th-dialog>
  `,
  styles: `
    .key {
      margin: var(--th-16) 0 var(--th-4);
      overflow-wrap: anywhere;
    }
  `,
})
export class LookComponent {
  protected readonly question = inject<FoundQuestion>(DIALOG_DATA);
  protected readonly ref = inject(DialogRef);
  protected readonly t = injectFileText();
  protected readonly key = computed(() => {
    const { content } = this.question;
    return content ? keyWords(content, this.t) : '';
  });
}
