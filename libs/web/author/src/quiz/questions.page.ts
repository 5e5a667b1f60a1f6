/** The room of the questions of a quiz: sections are filled from the banks, arranged, and what is taken out can come back. */
import { Component, computed, inject, input, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  CalloutComponent,
  Dialogs,
  FieldComponent,
  IconComponent,
  InputDirective,
  MarksPipe,
  Toasts,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { BankShelf } from './bank-shelf';
import { type Draw, DrawPage, type DrawWish } from './draw.page';
import { type PickedQuestion, QuestionPickerPage, type PickerWish } from './question-picker.page';
import type { DrawSlot, FormSection, FormSlot } from './quiz-form';
import {
  addSlots,
  changeSlot,
  changeSlots,
  drawSlot,
  fixedSlot,
  MOST_SECTIONS,
  newSection,
  placeOf,
  removeSlot,
  restoreSlot,
  type Sections,
  sharedOut,
  totalOf,
} from './quiz-sections';
import { QuizDesk } from './quiz.desk';
import { sectionName } from './section-words';
import { SectionsComponent } from './sections.component';
import { isOutdated } from './slot-views';

/** A tab of the editor of one quiz. */
@Component({
  selector: 'th-quiz-questions-page',
  imports: [
    RouterLink,
    CalloutComponent,
    FieldComponent,
    IconComponent,
    InputDirective,
    MarksPipe,
    SectionsComponent,
  ],
  templateUrl: './questions.page.html',
  styleUrl: './questions.page.scss',
})
export class QuestionsPage {
  readonly courseId = input.required<string>();
  protected readonly desk = inject(QuizDesk);
  private readonly shelf = inject(BankShelf);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  protected readonly t = injectText();
  private readonly list = viewChild(SectionsComponent);
  protected readonly most = MOST_SECTIONS;
  protected readonly sections = computed<Sections>(() => this.desk.form()?.sections ?? []);
  protected readonly slots = computed(() => this.sections().flatMap(({ slots }) => slots));
  protected readonly total = computed(() => totalOf(this.slots()));
  protected readonly bankId = computed(() =>
    this.desk.resource.hasValue() ? this.desk.resource.value().bankId : '',
  );
  protected readonly hasWrongPoints = computed(() =>
    [...this.desk.wrong()].some((path) => path.endsWith('.points')),
  );
  protected readonly outdated = computed(() =>
    this.slots().filter((slot) =>
      isOutdated(slot, this.desk.views().get(slot.id)?.question ?? null),
    ),
  );
  /** Questions that stand in the quiz by name. */
  private readonly taken = computed(
    () => new Set(this.slots().flatMap((slot) => (slot.kind === 'fixed' ? [slot.questionId] : []))),
  );
  /** Numbers of the questions that are not ready, in words. */
  protected readonly unready = computed(() => this.desk.obstacles().unready.join(', '));
  protected readonly short = computed(() => this.desk.obstacles().short);

  protected async pick(section: FormSection): Promise<void> {
    const data: PickerWish = { shelf: this.shelf, bankId: this.bankId(), taken: this.taken() };
    const picked = await this.dialogs.open<PickedQuestion[]>(QuestionPickerPage, {
      data,
      wide: true,
    });
    if (!picked || picked.length === 0) return;
    this.desk.know(new Map(picked.map(({ id, facts }) => [id, facts])));
    const slots = picked.map(({ id }) => fixedSlot(id));
    this.arrange(addSlots(this.sections(), section.id, slots));
  }

  protected async draw(section: FormSection): Promise<void> {
    const drawn = await this.askDraw(null);
    if (drawn) this.arrange(addSlots(this.sections(), section.id, [drawSlot(drawn)]));
  }

  protected async editDraw(slot: DrawSlot): Promise<void> {
    const drawn = await this.askDraw(slot);
    if (drawn) this.arrange(changeSlot(this.sections(), { ...slot, ...drawn }));
  }

  protected removeSlot(slot: FormSlot): void {
    const at = placeOf(this.sections(), slot.id);
    const section = at && this.sections()[at.section];
    if (!section) return;
    this.arrange(removeSlot(this.sections(), slot.id));
    const place = { sectionId: section.id, place: at.slot };
    this.toasts.undoable(this.t('quiz.removed'), () =>
      this.arrange(restoreSlot(this.sections(), slot, place)),
    );
  }

  protected addSection(): void {
    const sections = this.sections();
    const section = newSection(this.t('quiz.section.untitled', { number: sections.length + 1 }));
    const [only] = sections;
    const named =
      sections.length === 1 && only && only.title.trim() === ''
        ? [{ ...only, title: this.t('quiz.section.untitled', { number: 1 }) }]
        : sections;
    this.arrange([...named, section]);
    this.list()?.open(section.id);
  }

  protected removeSection(section: FormSection): void {
    const at = this.sections().findIndex(({ id }) => id === section.id);
    if (at < 0 || this.sections().length === 1) return;
    const title = sectionName(this.t, section, at);
    this.arrange(this.sections().filter(({ id }) => id !== section.id));
    this.toasts.undoable(this.t('quiz.section.removed', { title }), () => {
      const sections = this.sections();
      if (!sections.some(({ id }) => id === section.id))
        this.arrange(sections.toSpliced(at, 0, section));
    });
  }

  protected share(): void {
    const before = this.sections();
    this.arrange(sharedOut(before));
    this.toasts.undoable(this.t('quiz.shared'), () => this.arrange(before));
  }

  /** Every slot that keeps an older version takes the newest from now on. */
  protected takeNewest(): void {
    const before = this.sections();
    const ids = new Set(this.outdated().map(({ id }) => id));
    this.arrange(
      changeSlots(before, (slot) =>
        slot.kind === 'fixed' && ids.has(slot.id) ? { ...slot, version: null } : slot,
      ),
    );
    this.toasts.undoable(this.t('quiz.version.allTaken'), () => this.arrange(before));
  }

  protected arrange(sections: Sections): void {
    this.desk.change({ sections });
  }

  private askDraw(slot: DrawSlot | null) {
    const bankId = slot?.bankId ?? this.bankId();
    const data: DrawWish = { shelf: this.shelf, bankId, slot, taken: this.taken() };
    return this.dialogs.open<Draw>(DrawPage, { data, wide: true });
  }
}
