/** The room where questions are picked from the bank: a dialog. */
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { QUESTION_KINDS, type QuestionKind, type QuestionRow } from '@tap-huan/contract';
import {
  DialogFrameComponent,
  EmptyStateComponent,
  fold,
  SearchFieldComponent,
  SelectComponent,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';

/** Data: the questions that may be picked. Closes with the ids picked, in the order of the bank, or undefined. */
@Component({
  selector: 'th-question-picker',
  imports: [DialogFrameComponent, EmptyStateComponent, SearchFieldComponent, SelectComponent],
  templateUrl: './question-picker.component.html',
  styles: `
    ul {
      max-height: 46dvh;
      margin: 0;
      padding: 0;
      overflow-y: auto;
      list-style: none;
    }
    .all {
      border-bottom: 1px solid var(--th-line-strong);
      font-weight: 500;
    }
    li {
      border-bottom: 1px solid var(--th-line);
    }
    small {
      display: block;
      color: var(--th-ink-2);
    }
    .none {
      padding: var(--th-16) 0;
    }
  `,
})
export class QuestionPickerComponent {
  protected readonly rows = inject<readonly QuestionRow[]>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<string[]>>(DialogRef);
  protected readonly t = injectText();
  protected readonly search = signal('');
  protected readonly kind = signal<QuestionKind | null>(null);
  protected readonly picked = signal<ReadonlySet<string>>(new Set());
  protected readonly kinds = computed(() =>
    QUESTION_KINDS.map((value) => ({ value, label: this.t(`kinds.${value}`) })),
  );
  protected readonly shown = computed(() => {
    const words = fold(this.search()).split(' ').filter(Boolean);
    const kind = this.kind();
    return this.rows.filter((row) => {
      const title = fold(row.title);
      return (kind === null || row.kind === kind) && words.every((word) => title.includes(word));
    });
  });
  protected readonly allPicked = computed(
    () => this.shown().length > 0 && this.shown().every(({ id }) => this.picked().has(id)),
  );

  protected pick(id: string, on: boolean): void {
    const picked = new Set(this.picked());
    if (on) picked.add(id);
    else picked.delete(id);
    this.picked.set(picked);
  }

  protected pickAll(on: boolean): void {
    const picked = new Set(this.picked());
    for (const { id } of this.shown()) {
      if (on) picked.add(id);
      else picked.delete(id);
    }
    this.picked.set(picked);
  }

  protected done(): void {
    this.ref.close(this.rows.map(({ id }) => id).filter((id) => this.picked().has(id)));
  }
}
