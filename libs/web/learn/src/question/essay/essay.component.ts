/** The room of the long answer: a field that grows with its text and counts its words. */
import {
  afterRenderEffect,
  Component,
  computed,
  ElementRef,
  signal,
  viewChild,
} from '@angular/core';
import { injectLanguage, formatNumber } from '@tap-huan/web/ui';
import { injectQuestionText } from '../../i18n/question.text';
import { AnswerPart } from '../answer-part';
import { countWords, measure } from './words';

/** What the contract takes. */
const MOST = 40_000;

@Component({
  selector: 'th-essay',
  template: `
    <textarea
      #field
      class="th-input"
      rows="8"
      [spellcheck]="false"
      [attr.aria-label]="t('essay.label')"
      [attr.aria-describedby]="labelledBy() + '-do-dai'"
      [value]="text()"
      [readOnly]="readonly()"
      (input)="type($event)"
    ></textarea>
    <p class="length" [id]="labelledBy() + '-do-dai'">
      <span class="th-figures">{{ t('essay.words', { count: number(count()) }) }}</span>
      @if (asked(); as words) {
        <span class="asked">{{ words }}</span>
      }
      @if (verdict(); as words) {
        <span class="verdict" [class.long]="measured().state === 'long'">{{ words }}</span>
      }
    </p>
    @if (beyond(); as count) {
      <p class="beyond" role="alert">
        {{ t('essay.tooLong', { most: number(most), count: number(count) }) }}
      </p>
    }
    <p class="th-hidden" aria-live="polite">{{ measured().state === 'long' ? asked() : '' }}</p>
  `,
  styles: `
    :host {
      display: block;
    }
    textarea {
      min-height: 13rem;
      max-width: var(--th-measure);
      font-size: inherit;
      line-height: 1.65;
      field-sizing: content;
      overflow-wrap: anywhere;
    }
    .length {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--th-16);
      margin-top: var(--th-4);
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
    }
    .verdict {
      font-weight: 500;
    }
    .long,
    .beyond {
      color: var(--th-amber);
    }
    .beyond {
      margin-top: var(--th-4);
      font-size: var(--th-size-15);
    }
  `,
})
export class EssayComponent extends AnswerPart<'essay'> {
  protected readonly t = injectQuestionText();
  private readonly language = injectLanguage();
  private readonly field = viewChild.required<ElementRef<HTMLTextAreaElement>>('field');
  protected readonly most = MOST;
  /** What was typed here, also what is too long to be sent. */
  private readonly typed = signal('');
  /** What is kept, with the rest that only stands here. */
  protected readonly text = computed(() => {
    const kept = this.answer()?.text ?? '';
    return sendable(this.typed()) === kept ? this.typed() : kept;
  });
  protected readonly beyond = computed(() => this.text().length - sendable(this.text()).length);
  protected readonly count = computed(() => countWords(this.text()));
  protected readonly measured = computed(() =>
    measure(this.count(), this.question().minimumWords, this.question().maximumWords),
  );
  protected readonly asked = computed(() => {
    const { minimumWords: minimum, maximumWords: maximum } = this.question();
    if (minimum !== null && maximum !== null) return this.t('essay.between', { minimum, maximum });
    if (minimum !== null) return this.t('essay.atLeast', { count: minimum });
    return maximum === null ? '' : this.t('essay.atMost', { count: maximum });
  });
  protected readonly verdict = computed(() => {
    const { state, by } = this.measured();
    if (state === 'long') return this.t('essay.long', { count: by });
    return state === 'short' && this.count() > 0 ? this.t('essay.short', { count: by }) : '';
  });

  constructor() {
    super();
    // Where the browser does not size the field by its text, it is done here.
    if (CSS.supports('field-sizing', 'content')) return;
    afterRenderEffect(() => {
      this.text();
      const { nativeElement: field } = this.field();
      field.style.height = 'auto';
      field.style.height = `${field.scrollHeight + 2}px`;
    });
  }

  protected number(value: number): string {
    return formatNumber(value, this.language());
  }

  protected type(event: Event): void {
    const text = (event.target as HTMLTextAreaElement).value;
    this.typed.set(text);
    this.give({ kind: 'essay', text: sendable(text) });
  }
}

/** As much of a text as may be sent; no letter is cut in two. */
function sendable(text: string): string {
  if (text.length <= MOST) return text;
  const cut = text.slice(0, MOST);
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}
