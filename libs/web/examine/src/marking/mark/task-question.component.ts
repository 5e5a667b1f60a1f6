/** The room of what a marker needs to know: the question, its situation, how to mark it, and a model answer. */
import { Component, input } from '@angular/core';
import type { MarkingTask } from '@tap-huan/contract';
import { ProseComponent } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';

@Component({
  selector: 'th-task-question',
  imports: [ProseComponent],
  template: `
    <h2>{{ t('mark.question') }}</h2>
    <th-prose compact lang="vi" [html]="task().question.stem" />
    @if (task().stimulus; as stimulus) {
      <details [open]="wide">
        <summary>{{ t('mark.stimulus') }}: {{ stimulus.title }}</summary>
        <th-prose compact lang="vi" [html]="stimulus.html" />
      </details>
    }
    @if (task().markingGuide) {
      <details [open]="wide">
        <summary>{{ t('mark.guide') }}</summary>
        <th-prose compact lang="vi" [html]="task().markingGuide" />
      </details>
    }
    @if (task().modelAnswer) {
      <details>
        <summary>{{ t('mark.model') }}</summary>
        <th-prose compact lang="vi" [html]="task().modelAnswer" />
      </details>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--th-12);
      align-content: start;
    }
    h2 {
      font-size: var(--th-size-15);
    }
    details {
      padding-top: var(--th-4);
      border-top: 1px solid var(--th-line);
    }
    summary {
      min-height: 36px;
      padding: var(--th-4) 0;
      font-weight: 600;
      cursor: pointer;
    }
    @media (pointer: coarse), (max-width: 719px) {
      summary {
        min-height: var(--th-target);
        padding: var(--th-8) 0;
      }
    }
  `,
})
export class TaskQuestionComponent {
  readonly task =
    input.required<Pick<MarkingTask, 'question' | 'stimulus' | 'markingGuide' | 'modelAnswer'>>();
  protected readonly t = injectText();
  /** On a phone the answer comes first; what is folded away is one touch away. */
  protected readonly wide = matchMedia('(min-width: 720px)').matches;
}
