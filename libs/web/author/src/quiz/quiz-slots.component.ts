/** The room of the questions of a quiz: order and points. */
import { CdkDrag, type CdkDragDrop, CdkDragHandle, CdkDropList } from '@angular/cdk/drag-drop';
import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { QuestionRow } from '@tap-huan/contract';
import { IconComponent, MarksPipe } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { moved } from '../parts/order';
import { type FormSlot, hundredthsOf, sharedOut, totalOf } from './quiz-form';

@Component({
  selector: 'th-quiz-slots',
  imports: [CdkDrag, CdkDragHandle, CdkDropList, IconComponent, MarksPipe, RouterLink],
  templateUrl: './quiz-slots.component.html',
  styleUrl: './quiz-slots.component.scss',
})
export class QuizSlotsComponent {
  readonly slots = input.required<readonly FormSlot[]>();
  readonly questions = input.required<ReadonlyMap<string, QuestionRow>>();
  readonly courseId = input.required<string>();
  readonly editable = input.required<boolean>();
  readonly changed = output<readonly FormSlot[]>();
  readonly removed = output<FormSlot>();
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly t = injectText();
  protected readonly news = signal('');
  protected readonly total = computed(() => totalOf(this.slots()));

  protected isWrong(slot: FormSlot): boolean {
    return hundredthsOf(slot.points) === null;
  }

  protected setPoints(at: number, points: string): void {
    this.changed.emit(
      this.slots().map((slot, place) => (place === at ? { ...slot, points } : slot)),
    );
  }

  protected share(): void {
    this.changed.emit(sharedOut(this.slots()));
  }

  protected drop(event: CdkDragDrop<unknown>): void {
    this.move(event.previousIndex, event.currentIndex);
  }

  protected step(at: number, step: 1 | -1): void {
    const id = this.slots()[at]?.questionId ?? '';
    this.move(at, at + step);
    const names = step === 1 ? ['down', 'up'] : ['up', 'down'];
    afterNextRender(
      () =>
        names
          .map((name) => this.host.querySelector<HTMLButtonElement>(`[data-focus="${name}-${id}"]`))
          .find((button) => button && !button.disabled)
          ?.focus(),
      { injector: this.injector },
    );
  }

  protected titleOf(slot: FormSlot): string {
    return this.questions().get(slot.questionId)?.title ?? this.t('quiz.unknown');
  }

  private move(from: number, to: number): void {
    const slot = this.slots()[from];
    const slots = moved(this.slots(), from, to);
    if (!slot || slots === this.slots()) return;
    this.news.set(this.t('quiz.moved', { title: this.titleOf(slot), at: to + 1 }));
    this.changed.emit(slots);
  }
}
