/** The room where courses are put into sets, and each set says how much of it is asked. */
import { Component, computed, input, output } from '@angular/core';
import { PROGRAMME_SET_KINDS, type ProgrammeCourse, type ProgrammeSet } from '@tap-huan/contract';
import {
  EmptyStateComponent,
  FieldComponent,
  IconComponent,
  InputDirective,
  SelectComponent,
  StatusChipComponent,
} from '@tap-huan/web/ui';
import { injectProgrammeText } from './i18n/text';
import { wholeOf } from './whole-number';

@Component({
  selector: 'th-sets-form',
  imports: [
    EmptyStateComponent,
    FieldComponent,
    IconComponent,
    InputDirective,
    SelectComponent,
    StatusChipComponent,
  ],
  templateUrl: './sets-form.component.html',
  styleUrl: './sets-form.component.scss',
})
export class SetsFormComponent {
  readonly sets = input.required<readonly ProgrammeSet[]>();
  /** Every course that may be chosen or is. */
  readonly courses = input.required<readonly ProgrammeCourse[]>();
  readonly editable = input(true);
  readonly changed = output<ProgrammeSet[]>();
  protected readonly t = injectProgrammeText();
  protected readonly whole = wholeOf;
  protected readonly kinds = computed(() =>
    PROGRAMME_SET_KINDS.map((value) => ({ value, label: this.t(`setKind.${value}`) })),
  );
  private readonly byId = computed(
    () => new Map(this.courses().map((course) => [course.id, course])),
  );
  private readonly taken = computed(() => new Set(this.sets().flatMap((set) => set.courseIds)));
  protected readonly free = computed(() =>
    this.courses().filter(({ id, published }) => published && !this.taken().has(id)),
  );

  protected courseOf(id: string): ProgrammeCourse | null {
    return this.byId().get(id) ?? null;
  }

  protected sum(set: ProgrammeSet): string {
    const hours = set.courseIds.reduce((total, id) => total + (this.courseOf(id)?.hours ?? 0), 0);
    return this.t('set.sum', { courses: set.courseIds.length, hours });
  }

  protected words(set: ProgrammeSet): string {
    const of = set.courseIds.length;
    if (set.kind === 'all') return this.t('setWords.all', { count: of });
    const count = (set.kind === 'some' ? set.count : set.hours) ?? 0;
    return set.kind === 'some'
      ? this.t('setWords.some', { count, of })
      : this.t('setWords.hours', { count });
  }

  protected change(index: number, part: Partial<ProgrammeSet>): void {
    this.changed.emit(this.sets().map((set, at) => (at === index ? { ...set, ...part } : set)));
  }

  protected setKind(index: number, kind: ProgrammeSet['kind'] | null): void {
    const set = this.sets()[index];
    if (!kind || !set) return;
    this.change(index, {
      kind,
      count: kind === 'some' ? (set.count ?? 1) : null,
      hours: kind === 'hours' ? (set.hours ?? 8) : null,
    });
  }

  protected setNumber(index: number, kind: ProgrammeSet['kind'], text: string): void {
    const number = this.whole(text, 1, kind === 'some' ? 100 : 2_000);
    this.change(index, kind === 'some' ? { count: number } : { hours: number });
  }

  protected add(): void {
    const title = this.t('set.newTitle', { number: this.sets().length + 1 });
    this.changed.emit([
      ...this.sets(),
      { title, kind: 'all', count: null, hours: null, courseIds: [] },
    ]);
  }

  protected remove(index: number): void {
    this.changed.emit(this.sets().filter((_set, at) => at !== index));
  }

  protected move(index: number, by: -1 | 1): void {
    const sets = [...this.sets()];
    const [set] = sets.splice(index, 1);
    if (set) this.changed.emit(sets.toSpliced(index + by, 0, set));
  }

  protected addCourse(index: number, select: HTMLSelectElement): void {
    const id = select.value;
    select.value = '';
    const set = this.sets()[index];
    if (id && set) this.change(index, { courseIds: [...set.courseIds, id] });
  }

  protected removeCourse(index: number, id: string): void {
    const set = this.sets()[index];
    if (set) this.change(index, { courseIds: set.courseIds.filter((one) => one !== id) });
  }
}
