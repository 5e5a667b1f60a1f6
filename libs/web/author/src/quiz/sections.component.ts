/** The room of the sections of a quiz on screen: questions in order, moved by drag, by buttons or by keys. */
import {
  CdkDrag,
  type CdkDragDrop,
  CdkDragHandle,
  CdkDropList,
  CdkDropListGroup,
} from '@angular/cdk/drag-drop';
import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { EmptyStateComponent, IconComponent, injectLanguage } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { questionLink } from '../question/question-places';
import type { DrawSlot, FormSection, FormSlot, Wrong } from './quiz-form';
import {
  changeSection,
  changeSlot,
  MOST_SLOTS,
  placeOf,
  putSlot,
  type Sections,
  stepSection,
  stepSlot,
} from './quiz-sections';
import { SectionSettingsComponent } from './section-settings.component';
import { sectionFacts, sectionName } from './section-words';
import { SlotRowComponent } from './slot-row.component';
import type { SlotView } from './slot-views';

@Component({
  selector: 'th-quiz-sections',
  imports: [
    CdkDrag,
    CdkDragHandle,
    CdkDropList,
    CdkDropListGroup,
    CdkMenu,
    CdkMenuItem,
    CdkMenuTrigger,
    EmptyStateComponent,
    IconComponent,
    SectionSettingsComponent,
    SlotRowComponent,
  ],
  templateUrl: './sections.component.html',
  styleUrl: './sections.component.scss',
})
export class SectionsComponent {
  readonly sections = input.required<Sections>();
  readonly views = input.required<ReadonlyMap<string, SlotView>>();
  readonly wrong = input.required<Wrong>();
  readonly courseId = input.required<string>();
  /** The quiz's own. */
  readonly bankId = input.required<string>();
  readonly editable = input.required<boolean>();
  readonly changed = output<Sections>();
  readonly pick = output<FormSection>();
  readonly draw = output<FormSection>();
  readonly editDraw = output<DrawSlot>();
  readonly removeSlot = output<FormSlot>();
  readonly removeSection = output<FormSection>();

  /** Ahead of `sections` until the page is drawn again: two fields may be written before that. */
  private readonly latest = linkedSignal(() => this.sections());
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly language = injectLanguage();
  protected readonly t = injectText();
  protected readonly most = MOST_SLOTS;
  /** Where something has just moved to, for whoever does not see it. */
  protected readonly news = signal('');
  /** The section whose settings are open. */
  protected readonly opened = signal<string | null>(null);
  /** A name for each section, by its id. */
  protected readonly names = computed(
    () => new Map(this.sections().map((one, at) => [one.id, sectionName(this.t, one, at)])),
  );
  protected readonly single = computed(() => this.sections().length === 1);
  protected readonly ends = computed(() => {
    const slots = this.sections().flatMap((section) => section.slots);
    const many = this.sections().length > 1;
    return {
      first: many && this.sections()[0]?.slots.length === 0 ? null : slots[0]?.id,
      last: many && this.sections().at(-1)?.slots.length === 0 ? null : slots.at(-1)?.id,
    };
  });

  protected nameOf(section: FormSection): string {
    return this.names().get(section.id) ?? '';
  }

  protected factsOf(section: FormSection): string {
    return sectionFacts(this.t, section, this.language());
  }

  /** Whether its settings hold something wrong; its points are marked where they stand. */
  protected isWrong(at: number): boolean {
    return ['title', 'minimumPercent', 'timeLimitMinutes', 'intro'].some((field) =>
      this.wrong().has(`sections.${at}.${field}`),
    );
  }

  protected linkOf(view: SlotView, slot: FormSlot): string[] | null {
    if (slot.kind === 'random' || !view.question) return null;
    const { bankId } = view.question;
    const courseId = bankId === this.bankId() ? this.courseId() : null;
    return questionLink({ courseId, bankId }, slot.questionId);
  }

  protected targetsOf(section: FormSection) {
    return this.sections()
      .filter(({ id, slots }) => id !== section.id && slots.length < MOST_SLOTS)
      .map(({ id }) => ({ id, title: this.names().get(id) ?? '' }));
  }

  protected set(section: FormSection, part: Partial<FormSection>): void {
    this.emit(changeSection(this.latest(), section.id, part));
  }

  protected setSlot(slot: FormSlot): void {
    this.emit(changeSlot(this.latest(), slot));
  }

  protected toggle(section: FormSection): void {
    this.opened.update((id) => (id === section.id ? null : section.id));
  }

  protected drop(event: CdkDragDrop<number, number, string>): void {
    const to = { section: event.container.data, slot: event.currentIndex };
    this.place(putSlot(this.latest(), event.item.data, to), event.item.data);
  }

  protected step(slot: FormSlot, step: 1 | -1): void {
    this.place(stepSlot(this.latest(), slot.id, step), slot.id);
    const [first, second] = step === 1 ? ['down', 'up'] : ['up', 'down'];
    this.refocus(`${first}-${slot.id}`, `${second}-${slot.id}`, `more-${slot.id}`);
  }

  protected send(slot: FormSlot, sectionId: string): void {
    const section = this.latest().findIndex(({ id }) => id === sectionId);
    const end = this.latest()[section]?.slots.length ?? 0;
    this.place(putSlot(this.latest(), slot.id, { section, slot: end }), slot.id);
    this.refocus(`more-${slot.id}`);
  }

  protected stepSection(section: FormSection, step: 1 | -1): void {
    const sections = stepSection(this.latest(), section.id, step);
    const at = sections.findIndex(({ id }) => id === section.id) + 1;
    this.news.set(this.t('quiz.section.moved', { title: this.nameOf(section), at }));
    this.emit(sections);
    this.refocus(`section-${section.id}`);
  }

  protected remove(section: FormSection, at: number): void {
    const slot = section.slots[at];
    const next = section.slots[at + 1] ?? section.slots[at - 1];
    if (slot) this.removeSlot.emit(slot);
    this.refocus(`more-${next?.id ?? ''}`, `pick-${section.id}`);
  }

  /** Opens the settings of a section, with the focus in its name. */
  open(sectionId: string): void {
    this.opened.set(sectionId);
    this.refocus(`title-${sectionId}`);
  }

  private place(sections: Sections, slotId: string): void {
    if (sections === this.latest()) return;
    const at = placeOf(sections, slotId);
    const section = at && sections[at.section];
    if (section) {
      const title = this.views().get(slotId)?.question?.title || this.t('quiz.draw.name');
      const of = this.nameOf(section);
      this.news.set(this.t('quiz.moved', { title, at: at.slot + 1, section: of }));
    }
    this.emit(sections);
  }

  private emit(sections: Sections): void {
    this.latest.set(sections);
    this.changed.emit(sections);
  }

  /** What moved in the page has lost the focus: gives it back, to the first of these that can take it. */
  private refocus(...ids: string[]): void {
    afterNextRender(
      () => {
        const targets = ids.map((id) =>
          this.host.querySelector<HTMLButtonElement>(`[data-focus="${id}"]`),
        );
        targets.find((target) => target && !target.disabled && target.offsetParent)?.focus();
      },
      { injector: this.injector },
    );
  }
}
