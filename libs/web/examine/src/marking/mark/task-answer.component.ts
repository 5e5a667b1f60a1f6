/** The room of the answer itself: a text to read, or files to take away. */
import { Component, computed, input } from '@angular/core';
import type { AttemptFile, MarkingTask, PaperQuestion } from '@tap-huan/contract';
import { IconComponent, SizePipe } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { countWords, paragraphsOf } from './answer-text';

@Component({
  selector: 'th-task-answer',
  imports: [IconComponent, SizePipe],
  template: `
    <header>
      <h2>{{ t('mark.answer') }}</h2>
      <span class="th-muted th-small">{{ measure() }}</span>
    </header>
    @for (paragraph of paragraphs(); track $index) {
      <p lang="vi">{{ paragraph }}</p>
    }
    @if (files(); as files) {
      <ul>
        @for (file of files; track file.id) {
          <li>
            <th-icon name="file" />
            <span class="name">{{ file.name }}</span>
            <span class="th-muted th-small">{{ file.size | thSize }}</span>
            <a
              class="th-button th-button--small"
              download
              [href]="fileUrl()(file)"
              [attr.aria-label]="t('mark.downloadOf', { name: file.name })"
            >
              <th-icon name="download" [size]="16" /> {{ t('mark.download') }}
            </a>
          </li>
        }
      </ul>
    }
    @if (empty()) {
      <p class="th-muted">{{ t('mark.noAnswer') }}</p>
    }
  `,
  styleUrl: './task-answer.component.scss',
})
export class TaskAnswerComponent {
  readonly response = input.required<MarkingTask['response']>();
  readonly question = input.required<PaperQuestion>();
  /** Address of a file that was handed in. */
  readonly fileUrl = input.required<(file: AttemptFile) => string>();
  protected readonly t = injectText();
  private readonly text = computed(() => {
    const response = this.response();
    return response?.kind === 'essay' ? response.text : '';
  });
  protected readonly paragraphs = computed(() => paragraphsOf(this.text()));
  protected readonly files = computed(() => {
    const response = this.response();
    return response?.kind === 'file_upload' && response.files.length > 0 ? response.files : null;
  });
  protected readonly empty = computed(() => this.paragraphs().length === 0 && !this.files());
  /** How long it is, and how long it was to be. */
  protected readonly measure = computed(() => {
    const files = this.files();
    if (files) return this.t('mark.files', { n: files.length });
    const question = this.question();
    if (question.kind !== 'essay') return '';
    const { minimumWords: minimum, maximumWords: maximum } = question;
    const asked =
      minimum !== null && maximum !== null
        ? this.t('mark.wordsAsked.both', { minimum, maximum })
        : minimum !== null
          ? this.t('mark.wordsAsked.minimum', { minimum })
          : maximum !== null
            ? this.t('mark.wordsAsked.maximum', { maximum })
            : '';
    const count = this.t('mark.words', { n: countWords(this.text()) });
    return [count, asked].filter((part) => part !== '').join(' · ');
  });
}
