/** The room of the text with blanks: typed, chosen from a list, or filled with words of a bank. */
import { Component, computed, signal } from '@angular/core';
import { injectQuestionText } from '../../i18n/question.text';
import { AnswerPart } from '../answer-part';
import { DragItemDirective } from '../drag/drag-item.directive';
import { ownDrop } from '../drag/drag-rules';
import { blankIds, blankOf, filled, paragraphsOf, placed, widthOf } from './blanks';

@Component({
  selector: 'th-fill-blanks',
  imports: [DragItemDirective],
  templateUrl: './fill-blanks.component.html',
  styleUrl: './fill-blanks.component.scss',
  host: { '(keydown.escape)': 'forget()' },
})
export class FillBlanksComponent extends AnswerPart<'fill_blanks'> {
  protected readonly t = injectQuestionText();
  protected readonly blankOf = blankOf;
  protected readonly widthOf = widthOf;
  protected readonly paragraphs = computed(() => paragraphsOf(this.question().segments));
  private readonly ids = computed(() => blankIds(this.question().segments));
  protected readonly blanks = computed(() => this.answer()?.blanks ?? {});
  /** Words of a bank are chosen from lists where nobody is to drag. */
  protected readonly way = computed(() => {
    const { mode } = this.question();
    return mode === 'bank' && this.withoutDragging() ? 'list' : mode;
  });
  /** The word that waits for a blank. */
  protected readonly picked = signal<string | null>(null);
  /** The blank that waits for a word. */
  protected readonly active = signal<string | null>(null);
  /** What a word is held above: a blank, '' for the bank. */
  protected readonly over = signal<string | null>(null);
  protected readonly allUsed = computed(() =>
    this.question().bank.every(({ id }) => blankOf(this.blanks(), id) !== null),
  );
  /** What a screen reader is told. */
  protected readonly said = signal('');

  protected given(blank: string): string {
    return this.blanks()[blank] ?? '';
  }

  protected name(number: number): string {
    return this.t('blanks.blank', { number, total: this.ids().length });
  }

  protected labelOf(blank: string, number: number): string {
    const word = this.textIn(blank);
    const params = { blank: this.name(number), word };
    if (!word) return this.t('blanks.empty', params);
    return this.t(this.readonly() ? 'blanks.filledStays' : 'blanks.filled', params);
  }

  /** The word of the bank in a blank; '' where there is none. */
  protected textIn(blank: string): string {
    return this.wordOf(this.given(blank));
  }

  /** The choices of a blank; of a bank those that stand nowhere else. */
  protected choicesOf(blank: string, choices: readonly { id: string; text: string }[]) {
    if (this.question().mode === 'list') return choices;
    return this.question().bank.filter(({ id }) => {
      const at = blankOf(this.blanks(), id);
      return at === null || at === blank;
    });
  }

  protected fill(blank: string, event: Event): void {
    const { value } = event.target as HTMLInputElement | HTMLSelectElement;
    this.emit(filled(this.blanks(), blank, value));
  }

  protected pick(word: string): void {
    const blank = this.active();
    if (blank !== null) return this.put(word, blank);
    const again = this.picked() === word;
    this.picked.set(again ? null : word);
    this.said.set(this.t(again ? 'blanks.unpicked' : 'blanks.picked', { word: this.wordOf(word) }));
  }

  /** A picked word goes in; else what stands there comes out, and the blank waits for another. */
  protected press(blank: string): void {
    if (this.readonly()) return;
    const word = this.picked();
    if (word !== null) return this.put(word, blank);
    const full = this.textIn(blank) !== '';
    if (full) this.take(blank);
    const waits = full || this.active() !== blank;
    this.active.set(waits ? blank : null);
    if (waits && !full) this.say('blanks.waiting', blank);
  }

  protected take(blank: string): void {
    const word = this.given(blank);
    if (this.readonly() || !word) return;
    this.say('blanks.taken', blank, word);
    this.emit(filled(this.blanks(), blank, ''));
  }

  protected hover(place: string | null): void {
    this.over.set(ownDrop(this.labelledBy(), place));
  }

  /** A dragged word: into a blank, or back to the bank. */
  protected drop(word: string, place: string | null): void {
    const blank = ownDrop(this.labelledBy(), place);
    if (blank === null) return;
    if (blank !== '') return this.put(word, blank);
    const from = blankOf(this.blanks(), word);
    if (from !== null) this.take(from);
  }

  protected dropName(blank: string): string {
    return `${this.labelledBy()}/${blank}`;
  }

  protected forget(): void {
    this.picked.set(null);
    this.active.set(null);
  }

  private put(word: string, blank: string): void {
    this.forget();
    if (this.readonly() || this.given(blank) === word) return;
    this.say('blanks.placed', blank, word);
    this.emit(placed(this.blanks(), blank, word));
  }

  private wordOf(id: string): string {
    return this.question().bank.find((word) => word.id === id)?.text ?? '';
  }

  private say(
    key: 'blanks.placed' | 'blanks.taken' | 'blanks.waiting',
    blank: string,
    word = '',
  ): void {
    const number = this.ids().indexOf(blank) + 1;
    const params = { blank: this.name(number), number, word: this.wordOf(word) };
    this.said.set(this.t(key, params));
  }

  private emit(blanks: Record<string, string>): void {
    this.give({ kind: 'fill_blanks', blanks });
  }
}
