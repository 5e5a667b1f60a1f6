/** The room of a text with blanks as a learner will see it. */
import { Component, computed, input } from '@angular/core';
import type { PaperOf } from '@tap-huan/contract';
import { injectText } from '../../i18n/text';

@Component({
  selector: 'th-try-blanks',
  template: `
    @let now = paper();
    @if (now.mode === 'bank') {
      <p class="bank" [attr.aria-label]="t('preview.bank')">
        @for (word of now.bank; track word.id) {
          <span>{{ word.text }}</span>
        }
      </p>
    }
    @for (line of lines(); track $index) {
      <p class="line">
        @for (segment of line; track $index) {
          @if (segment.number === 0) {
            <span>{{ segment.text }}</span>
          } @else if (now.mode === 'typed') {
            <input
              class="th-input"
              autocomplete="off"
              [attr.aria-label]="t('blanks.rowOf', { number: segment.number })"
            />
          } @else {
            <select
              class="th-input"
              [attr.aria-label]="t('blanks.rowOf', { number: segment.number })"
            >
              <option value="">…</option>
              @for (choice of segment.choices; track choice.id) {
                <option>{{ choice.text }}</option>
              }
            </select>
          }
        }
      </p>
    }
  `,
  styles: `
    .line {
      line-height: 2.6;
      overflow-wrap: anywhere;
    }
    .line + .line {
      margin-top: var(--th-4);
    }
    .line span {
      white-space: pre-wrap;
    }
    .th-input {
      display: inline-block;
      width: 9rem;
      max-width: 100%;
      min-height: 36px;
      padding-block: var(--th-4);
      vertical-align: baseline;
    }
    .bank {
      display: flex;
      flex-wrap: wrap;
      gap: var(--th-8);
      margin-bottom: var(--th-8);
    }
    .bank span {
      padding: var(--th-4) var(--th-12);
      border: 1px solid var(--th-line-strong);
      border-radius: 999px;
      background: var(--th-paper);
    }
  `,
})
export class TryBlanksComponent {
  readonly paper = input.required<PaperOf<'fill_blanks'>>();
  protected readonly t = injectText();
  /** A line break begins a paragraph; blanks are numbered from 1, runs of text have the number 0. */
  protected readonly lines = computed(() => {
    const { segments, bank } = this.paper();
    const lines: { number: number; text: string; choices: { id: string; text: string }[] }[][] = [
      [],
    ];
    let count = 0;
    for (const segment of segments) {
      if ('blank' in segment) {
        const choices = segment.choices.length > 0 ? segment.choices : bank;
        lines.at(-1)?.push({ number: (count += 1), text: '', choices });
        continue;
      }
      segment.text.split('\n').forEach((text, at) => {
        if (at > 0) lines.push([]);
        if (text !== '') lines.at(-1)?.push({ number: 0, text, choices: [] });
      });
    }
    return lines.filter((line) => line.length > 0);
  });
}
