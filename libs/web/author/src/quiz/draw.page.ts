/** The room where a random draw is described, and what it would find is seen: a dialog. */
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { DIFFICULTIES } from '@tap-huan/contract';
import { Problems } from '@tap-huan/web/api';
import {
  DialogFrameComponent,
  ErrorStateComponent,
  FieldComponent,
  InputDirective,
  SelectComponent,
  SkeletonComponent,
} from '@tap-huan/web/ui';
import { categoryOptions, withBelow } from '../bank/category-tree';
import { injectText } from '../i18n/text';
import { TagsInputComponent } from '../parts/tags-input.component';
import type { BankShelf } from './bank-shelf';
import { fitting } from './draws';
import { NumberFieldComponent } from './settings/number-field.component';
import { type DrawSlot, hundredthsOf } from './quiz-form';

export interface DrawWish {
  shelf: BankShelf;
  /** The bank to begin with. */
  bankId: string;
  /** The draw to change; null for a new one. */
  slot: DrawSlot | null;
  /** Questions that stand in the quiz by name: they are not drawn. */
  taken: ReadonlySet<string>;
}
export type Draw = Omit<DrawSlot, 'kind' | 'id'>;
/** Of the questions that fit, so many are shown. */
const MOST_SHOWN = 30;
const MOST_DRAWN = 100;

const newDraw = (bankId: string): Draw => ({
  bankId,
  categoryId: null,
  includeSubcategories: true,
  tags: [],
  difficulty: null,
  count: 5,
  points: '1',
});

/** Closes with the draw, or undefined. */
@Component({
  selector: 'th-draw-page',
  imports: [
    DialogFrameComponent,
    ErrorStateComponent,
    FieldComponent,
    InputDirective,
    NumberFieldComponent,
    SelectComponent,
    SkeletonComponent,
    TagsInputComponent,
  ],
  templateUrl: './draw.page.html',
  styleUrl: './draw.page.scss',
})
export class DrawPage {
  protected readonly wish = inject<DrawWish>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<Draw>>(DialogRef);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  private readonly shelf = this.wish.shelf;
  protected readonly most = MOST_SHOWN;
  protected readonly draw = signal<Draw>(partsOf(this.wish));
  /** As typed; null while it is empty. */
  protected readonly count = signal<number | null>(this.draw().count);
  protected readonly tried = signal(false);
  private readonly shelved = computed(() => this.shelf.bank(this.draw().bankId));
  protected readonly here = computed(() => {
    const bank = this.shelved();
    return bank?.state === 'here' ? bank : null;
  });
  protected readonly failure = computed(() => {
    const bank = this.shelved();
    return bank?.state === 'failed' ? bank.error : null;
  });
  protected readonly found = computed(() => {
    const bank = this.shelf.drawBank(this.draw().bankId);
    return bank && fitting(bank, this.draw());
  });
  protected readonly shown = computed(() => this.found()?.slice(0, MOST_SHOWN) ?? []);
  /** Those that fit and stand in the quiz already. */
  protected readonly taken = computed(
    () => this.found()?.filter(({ id }) => this.wish.taken.has(id)).length ?? 0,
  );
  protected readonly isShort = computed(
    () => (this.found()?.length ?? Infinity) - this.taken() < (this.count() ?? 0),
  );
  protected readonly verdict = computed(() => {
    const count = this.found()?.length ?? 0;
    const words = [this.t('quiz.draw.available', { count })];
    if (this.taken() > 0) words.push(this.t('quiz.draw.taken', { count: this.taken() }));
    const sentence = `${words.join(', ')}.`;
    return this.isShort() ? `${sentence} ${this.t('quiz.draw.tooFew')}` : sentence;
  });
  protected readonly countWrong = computed(() => {
    const count = this.count();
    return count === null || !Number.isInteger(count) || count < 1 || count > MOST_DRAWN;
  });
  protected readonly pointsWrong = computed(() => hundredthsOf(this.draw().points) === null);

  protected readonly banks = computed(() => {
    const rows = this.shelf.banks();
    const own = this.draw().bankId;
    const options = rows.map(({ id, name }) => ({ value: id, label: name }));
    return rows.some(({ id }) => id === own)
      ? options
      : [{ value: own, label: this.t('quiz.draw.otherBank') }, ...options];
  });
  protected readonly categories = computed(() =>
    categoryOptions(this.here()?.bank.categories ?? []),
  );
  /** Whether there is anything below the category. */
  protected readonly deep = computed(() => {
    const { categoryId } = this.draw();
    return (
      categoryId !== null && withBelow(this.here()?.bank.categories ?? [], categoryId).size > 1
    );
  });
  protected readonly tags = computed(() => this.here()?.bank.tags.map(({ tag }) => tag) ?? []);
  protected readonly difficulties = computed(() =>
    DIFFICULTIES.map((value) => ({ value, label: this.t(`difficulty.${value}`) })),
  );

  constructor() {
    effect(() => {
      const { bankId } = this.draw();
      untracked(() => void this.shelf.open(bankId));
    });
  }

  protected set(part: Partial<Draw>): void {
    this.draw.update((draw) => ({ ...draw, ...part }));
  }

  /** Categories and tags are those of a bank. */
  protected goTo(bankId: string | null): void {
    if (bankId !== null) this.set({ bankId, categoryId: null, tags: [] });
  }

  protected again(): void {
    void this.shelf.open(this.draw().bankId, true);
  }

  protected done(): void {
    this.tried.set(true);
    const count = this.count();
    if (count === null || this.countWrong() || this.pointsWrong()) return;
    this.ref.close({ ...this.draw(), count });
  }
}

function partsOf({ bankId, slot }: DrawWish): Draw {
  if (!slot) return newDraw(bankId);
  const { kind: _kind, id: _id, ...draw } = slot;
  return draw;
}
