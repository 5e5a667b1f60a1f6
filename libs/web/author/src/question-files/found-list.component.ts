/** The room of the questions that were found in a file: what each says, whether it can be imported, and why not. */
import { Component, computed, input, model, output, signal } from '@angular/core';
import type { FoundQuestion } from '@tap-huan/contract';
import {
  CellDirective,
  DataTableComponent,
  FIRST_PAGE,
  StatusChipComponent,
  type TableColumn,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import {
  type FoundState,
  keyWords,
  kindWords,
  placeWords,
  problemSentences,
  stateOf,
} from './found-words';
import { injectFileText } from './i18n/text';

/** Which questions are shown. */
export type Shown = 'all' | FoundState;
const SHOWN = ['all', 'good', 'notice', 'wrong'] as const;
const TONES = { good: 'good', notice: 'warning', wrong: 'bad' } as const;

@Component({
  selector: 'th-found-list',
  imports: [CellDirective, DataTableComponent, StatusChipComponent],
  templateUrl: './found-list.component.html',
  styleUrl: './found-list.component.scss',
})
export class FoundListComponent {
  readonly questions = input.required<readonly FoundQuestion[]>();
  readonly counts = input.required<Record<Shown, number>>();
  /** False after an import: what is left is only told of. */
  readonly selectable = input(true);
  readonly chosen = model<ReadonlySet<number>>(new Set());
  readonly shown = model<Shown>('all');
  readonly look = output<FoundQuestion>();
  protected readonly t = injectFileText();
  private readonly words = injectText();
  protected readonly kinds = SHOWN;
  protected readonly tones = TONES;
  protected readonly stateOf = stateOf;
  protected readonly query = signal(FIRST_PAGE);
  protected readonly rows = computed(() => {
    const shown = this.shown();
    const all = this.questions();
    return shown === 'all' ? all : all.filter((question) => stateOf(question) === shown);
  });
  protected readonly columns = computed((): TableColumn<FoundQuestion>[] => [
    { key: 'question', title: this.t('found.question'), text: ({ title }) => title, primary: true },
    { key: 'place', title: this.t('found.place'), text: (row) => this.place(row), width: '8rem' },
    { key: 'state', title: this.t('found.state'), width: '19rem' },
  ]);
  protected readonly selected = computed(() => new Set([...this.chosen()].map(String)));
  protected readonly keyOf = ({ number }: FoundQuestion) => String(number);
  protected readonly nameOf = ({ number, title }: FoundQuestion) => `${number}. ${title}`;
  protected readonly mayBeChosen = ({ content }: FoundQuestion) => content !== null;

  protected choose(keys: ReadonlySet<string>): void {
    this.chosen.set(new Set([...keys].map(Number)));
  }

  protected show(shown: Shown): void {
    this.shown.set(shown);
    this.query.set(FIRST_PAGE);
  }

  protected place({ place }: FoundQuestion): string {
    return placeWords(place, this.t);
  }

  protected factsOf(question: FoundQuestion): string {
    const { category } = question;
    return [kindWords(question, this.t, this.words), category.join(' › ')]
      .filter(Boolean)
      .join(' · ');
  }

  protected keyWordsOf({ content }: FoundQuestion): string | null {
    return content && this.t('found.key', { key: keyWords(content, this.t) });
  }

  protected sentencesOf(question: FoundQuestion): string[] {
    return problemSentences(question, this.t, this.words);
  }
}
