/** The room of the question before a part is left for good: what is closed, what is missing. */
import { Component, computed, ElementRef, input, output, viewChild } from '@angular/core';
import { IconComponent } from '@tap-huan/web/ui';
import { injectAttemptText } from '../i18n/attempt.text';
import { rangesOf } from './ranges';

/** question, page: the paper is gone through one by one; part: a section that is left as a whole. */
export type PartKind = 'question' | 'page' | 'part';

@Component({
  selector: 'th-leave-part',
  imports: [IconComponent],
  template: `
    <dialog #dialog aria-labelledby="roi-phan" (close)="closed()">
      <h2 id="roi-phan">{{ heading() }}</h2>
      <p>{{ t('part.consequence', { list: range() }) }}</p>
      @if (missing().length) {
        <p class="missing">
          <th-icon name="alert" [size]="18" />
          {{ t('part.missing', { list: words() }) }}
        </p>
      }
      @if (timed()) {
        <p>{{ t('part.left') }}</p>
      }
      <div class="th-row">
        <button type="button" class="th-button th-button--primary" (click)="answer(true)">
          {{ act() }}
        </button>
        <button type="button" class="th-button" (click)="answer(false)">
          {{ t('part.stay') }}
        </button>
      </div>
    </dialog>
  `,
  styles: `
    dialog {
      width: min(32rem, calc(100vw - 2rem));
      padding: var(--th-24);
      border: 0;
      border-radius: var(--th-radius);
      background: var(--th-paper);
      color: var(--th-ink);
      box-shadow: var(--th-shadow);
    }
    dialog::backdrop {
      background: rgb(15 20 18 / 48%);
    }
    p {
      margin-top: var(--th-12);
    }
    .missing {
      display: flex;
      gap: var(--th-8);
      color: var(--th-amber);
      font-weight: 500;
    }
    .th-row {
      margin-top: var(--th-24);
    }
  `,
})
export class LeavePartComponent {
  readonly kind = input.required<PartKind>();
  /** First and last question of the part. */
  readonly from = input.required<number>();
  readonly to = input.required<number>();
  /** Numbers of questions that are not fully answered. */
  readonly missing = input.required<readonly number[]>();
  /** Whether the part has a time of its own that is lost. */
  readonly timed = input(false);
  readonly leave = output();
  protected readonly t = injectAttemptText();
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  private yes = false;

  protected readonly words = computed(() => rangesOf(this.missing()));
  protected readonly range = computed(() => {
    const [from, to] = [this.from(), this.to()];
    return from === to
      ? this.t('question', { number: from }).toLowerCase()
      : this.t('section.range', { from, to }).toLowerCase();
  });
  protected readonly heading = computed(() => {
    const kind = this.kind();
    if (kind === 'part') return this.t('part.heading');
    return kind === 'page' ? this.t('part.headingPage') : this.t('part.headingQuestion');
  });
  protected readonly act = computed(() => {
    const kind = this.kind();
    if (kind === 'part') return this.t('part.go');
    return kind === 'page' ? this.t('part.goPage') : this.t('part.goQuestion');
  });

  /** A native dialog: nothing has to be fetched for it, also where the network is away. */
  ask(): void {
    this.yes = false;
    this.dialog().nativeElement.showModal();
  }

  /** The part was left by its clock meanwhile. */
  dismiss(): void {
    this.dialog().nativeElement.close();
  }

  protected answer(yes: boolean): void {
    this.yes = yes;
    this.dialog().nativeElement.close();
  }

  protected closed(): void {
    if (this.yes) this.leave.emit();
    this.yes = false;
  }
}
