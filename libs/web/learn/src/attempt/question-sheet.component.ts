/** The room of one question on the paper: its words, the way to answer, the flag. */
import { Component, computed, ElementRef, inject, input, output } from '@angular/core';
import type { AnswerResponse } from '@tap-huan/contract';
import { IconComponent, MarksPipe, ProseComponent } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { AnswerComponent } from '../question/answer.component';
import type { Given, PaperSlot } from './paper-state';

@Component({
  selector: 'th-question-sheet',
  imports: [AnswerComponent, IconComponent, MarksPipe, ProseComponent],
  template: `
    <section [attr.aria-labelledby]="id() + '-so'">
      <header>
        <h2 [id]="id() + '-so'" tabindex="-1">
          {{ t('attempt.questionOf', { number: slot().slot, total: total() }) }}
        </h2>
        <span class="points th-muted th-small">{{
          t('attempt.points', { points: slot().points | thMarks })
        }}</span>
        <button
          type="button"
          class="th-button th-button--quiet th-button--small"
          [attr.aria-pressed]="flagged()"
          [class.on]="flagged()"
          [disabled]="readonly()"
          [title]="t('attempt.shortcut', { what: t('attempt.flag'), keys: 'Alt+M' })"
          aria-keyshortcuts="Alt+M"
          (click)="flag.emit()"
        >
          <th-icon name="flag" [size]="18" />
          {{ flagged() ? t('attempt.unflag') : t('attempt.flag') }}
        </button>
      </header>
      <div class="stem" [id]="id()"><th-prose compact [html]="slot().question.stem" /></div>
      <th-answer
        [question]="slot().question"
        [response]="given()?.response ?? null"
        [name]="id()"
        [labelledBy]="id()"
        [readonly]="readonly()"
        (changed)="answer.emit($event)"
      />
    </section>
  `,
  styles: `
    :host {
      display: block;
      font-size: var(--th-size-17);
    }
    header {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--th-4) var(--th-12);
      margin-bottom: var(--th-8);
    }
    h2 {
      font-size: var(--th-size-17);
      /* Clear of the header and of the strip below it. */
      scroll-margin-top: calc(var(--th-header, 0px) + 8rem);
    }
    /* Focused only to be read aloud; it is no control. */
    h2:focus {
      outline: 0;
    }
    header .th-button {
      margin-left: auto;
    }
    .on {
      color: var(--th-amber);
    }
    .stem {
      max-width: var(--th-measure);
      margin-bottom: var(--th-16);
      line-height: 1.65;
    }
    @media (max-width: 479px) {
      header .th-button {
        padding-inline: var(--th-8);
      }
    }
  `,
})
export class QuestionSheetComponent {
  readonly slot = input.required<PaperSlot>();
  readonly total = input.required<number>();
  readonly given = input.required<Given | undefined>();
  readonly readonly = input(false);
  readonly answer = output<AnswerResponse>();
  readonly flag = output();
  protected readonly t = injectText();
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly id = computed(() => `cau-${this.slot().slot}`);
  protected readonly flagged = computed(() => this.given()?.flagged ?? false);

  /** Brings the question under the eyes and to the screen reader. */
  focus(): void {
    const heading = this.host.querySelector('h2');
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: 'start', behavior: 'instant' });
  }
}
