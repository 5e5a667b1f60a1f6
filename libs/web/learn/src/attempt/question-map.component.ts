/** The room of all questions at a glance: answered, flagged, empty; in shape, in words, and by arrow keys. */
import {
  Component,
  computed,
  ElementRef,
  inject,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import { IconComponent } from '@tap-huan/web/ui';
import { injectAttemptText } from '../i18n/attempt.text';
import { countsOf, type SlotStanding } from './paper-state';

@Component({
  selector: 'th-question-map',
  imports: [IconComponent],
  templateUrl: './question-map.component.html',
  styleUrl: './question-map.component.scss',
})
export class QuestionMapComponent {
  readonly standing = input.required<readonly SlotStanding[]>();
  /** Slots on the page that is shown; empty on the review page. */
  readonly shown = input.required<readonly number[]>();
  readonly choose = output<number>();
  protected readonly t = injectAttemptText();
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected readonly counts = computed(() => countsOf(this.standing()));
  /** One stop for the Tab key; arrows go on from there. */
  protected readonly stop = linkedSignal(() => this.shown()[0] ?? this.standing()[0]?.slot ?? 0);

  protected label({ slot, state, flagged }: SlotStanding): string {
    const words = [this.t(`state.${state}`)];
    if (flagged) words.push(this.t('flagged'));
    if (this.shown().includes(slot)) words.push(this.t('stateHere'));
    return `${this.t('question', { number: slot })}: ${words.join(', ')}`;
  }

  protected move(event: KeyboardEvent): void {
    const slots = this.standing().map(({ slot }) => slot);
    const at = slots.indexOf(this.stop());
    const by: Record<string, number> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      ArrowDown: at + this.columns(),
      ArrowUp: at - this.columns(),
      Home: 0,
      End: slots.length - 1,
    };
    const to = slots[by[event.key] ?? -1];
    if (!(event.key in by)) return;
    event.preventDefault();
    if (to === undefined) return;
    this.stop.set(to);
    this.host.querySelector<HTMLElement>(`[data-slot="${to}"]`)?.focus();
  }

  /** How many stand in a row on this screen. */
  private columns(): number {
    const buttons = [...this.host.querySelectorAll<HTMLElement>('[data-slot]')];
    const top = buttons[0]?.offsetTop;
    return Math.max(1, buttons.filter((button) => button.offsetTop === top).length);
  }
}
