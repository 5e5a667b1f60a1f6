/** The room of one slot of a quiz: a question by name, or so many drawn by lot, with its points. */
import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { QuestionKind } from '@tap-huan/contract';
import { IconComponent, StatusChipComponent } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import type { DrawSlot, FormSlot } from './quiz-form';
import { isOutdated, type SlotView } from './slot-views';

const ISSUES = [
  'question_repeats',
  'question_not_in_bank',
  'question_retired',
  'version_missing',
  'bank_not_usable',
  'category_not_in_bank',
] as const;

@Component({
  selector: 'th-slot-row',
  imports: [CdkMenu, CdkMenuItem, CdkMenuTrigger, IconComponent, RouterLink, StatusChipComponent],
  templateUrl: './slot-row.component.html',
  styleUrl: './slot-row.component.scss',
})
export class SlotRowComponent {
  readonly slot = input.required<FormSlot>();
  readonly view = input.required<SlotView>();
  readonly editable = input(false);
  /** Points that are no mark. */
  readonly wrong = input(false);
  /** Where the question is written; null where it is gone. */
  readonly link = input<string[] | null>(null);
  /** The bank is named where it is not the quiz's own. */
  readonly foreign = input(false);
  readonly mayUp = input(false);
  readonly mayDown = input(false);
  /** The other sections. */
  readonly targets = input<readonly { id: string; title: string }[]>([]);
  readonly changed = output<FormSlot>();
  readonly edit = output<DrawSlot>();
  readonly stepped = output<1 | -1>();
  readonly sent = output<string>();
  readonly removed = output<void>();
  protected readonly t = injectText();

  protected readonly numbers = computed(() => {
    const { from, to } = this.view();
    return from === to ? String(from) : `${from}–${to}`;
  });
  protected readonly outdated = computed(() => isOutdated(this.slot(), this.view().question));
  protected readonly facts = computed(() => {
    const { question } = this.view();
    const slot = this.slot();
    if (slot.kind === 'random' || !question) return '';
    const facts = [this.t(`kinds.${question.kind as QuestionKind}`)];
    if (this.foreign()) facts.push(question.bankName);
    const { newestVersion } = question;
    if (slot.version !== null) facts.push(this.t('quiz.version.keeps', { number: slot.version }));
    else if (newestVersion > 1)
      facts.push(this.t('quiz.version.follows', { number: newestVersion }));
    return facts.join(' · ');
  });
  protected readonly drawn = computed(() => {
    const { draw } = this.view();
    const slot = this.slot();
    if (slot.kind === 'fixed' || !draw) return '';
    const place = [draw.bank ?? this.t('quiz.draw.otherBank'), ...draw.path].join(' › ');
    const words = [place];
    if (slot.categoryId !== null && slot.includeSubcategories)
      words.push(this.t('quiz.draw.below'));
    if (slot.tags.length > 0)
      words.push(this.t('quiz.draw.tagged', { tags: slot.tags.join(', ') }));
    if (slot.difficulty !== null) words.push(this.t(`difficulty.${slot.difficulty}`));
    return words.join(' · ');
  });
  /** Why a draw lacks questions: too few fit, or those that fit are taken elsewhere in the quiz. */
  protected readonly short = computed(() => {
    const { draw, from, to } = this.view();
    const available = draw?.available ?? 0;
    const reason = available > to - from ? 'quiz.draw.shortShared' : 'quiz.draw.short';
    return this.t(reason, { available, missing: draw?.missing ?? 0 });
  });
  protected readonly issue = computed(() => {
    const { issue } = this.view();
    if (issue === null) return null;
    const known = ISSUES.find((code) => code === issue);
    return this.t(`quiz.issue.${known ?? 'other'}`);
  });
  protected readonly name = computed(
    () => this.view().question?.title || this.t('quiz.slotName', { number: this.numbers() }),
  );

  protected keep(version: number | null): void {
    const slot = this.slot();
    if (slot.kind === 'fixed') this.changed.emit({ ...slot, version });
  }

  protected editDraw(): void {
    const slot = this.slot();
    if (slot.kind === 'random') this.edit.emit(slot);
  }
}
