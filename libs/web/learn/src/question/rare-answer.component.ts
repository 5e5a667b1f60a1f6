/** The room of a kind of answer that is fetched on its own: a quiet place while it comes, and a way to try again. */
import {
  Component,
  type Binding,
  computed,
  DestroyRef,
  effect,
  inject,
  input,
  inputBinding,
  output,
  outputBinding,
  signal,
  untracked,
  viewChild,
  ViewContainerRef,
} from '@angular/core';
import type { AnswerResponse, PaperQuestion } from '@tap-huan/contract';
import { IconComponent, SkeletonComponent } from '@tap-huan/web/ui';
import { injectQuestionText } from '../i18n/question.text';
import type { FileUrl } from './answer-part';
import type { AnswerUploads } from './files/uploads';
import { isRare, loadKind, type RareKind } from './kinds';

@Component({
  selector: 'th-rare-answer',
  imports: [IconComponent, SkeletonComponent],
  template: `
    @switch (state()) {
      @case ('coming') {
        <div role="status">
          <span class="th-hidden">{{ t('answer.loading') }}</span>
          <th-skeleton shape="card" [count]="1" />
        </div>
      }
      @case ('missing') {
        <div class="missing" role="alert">
          <p>{{ t('answer.missing') }}</p>
          <button type="button" class="th-button th-button--small" (click)="show()">
            <th-icon name="redo" [size]="16" /> {{ t('answer.tryAgain') }}
          </button>
        </div>
      }
    }
    <ng-container #place />
  `,
  styles: `
    :host {
      display: block;
    }
    .missing {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--th-8) var(--th-16);
      padding: var(--th-12) var(--th-16);
      border: 1px solid var(--th-line-strong);
      border-radius: var(--th-radius);
      font-size: var(--th-size-15);
    }
    .missing p {
      flex: 1 1 18rem;
    }
  `,
})
export class RareAnswerComponent {
  readonly question = input.required<PaperQuestion>();
  readonly response = input.required<AnswerResponse | null>();
  readonly labelledBy = input.required<string>();
  readonly readonly = input(false);
  readonly withoutDragging = input(false);
  readonly slot = input(0);
  readonly uploads = input<AnswerUploads | null>(null);
  readonly fileUrl = input<FileUrl | null>(null);
  readonly changed = output<AnswerResponse>();
  protected readonly t = injectQuestionText();
  protected readonly state = signal<'coming' | 'here' | 'missing'>('coming');
  /** Another question is another component: what was picked in one is not picked in the next. A copy is the same. */
  private readonly identity = computed(() => JSON.stringify(this.question()));
  private readonly place = viewChild.required('place', { read: ViewContainerRef });

  private gone = false;

  constructor() {
    inject(DestroyRef).onDestroy(() => (this.gone = true));
    effect(() => {
      this.identity();
      untracked(() => void this.show());
    });
  }

  protected async show(): Promise<void> {
    const identity = this.identity();
    const { kind } = this.question();
    if (!isRare(kind)) return;
    this.place().clear();
    this.state.set('coming');
    const part = await loadKind(kind).catch(() => null);
    if (this.gone || identity !== this.identity()) return;
    if (part) this.place().createComponent(part, { bindings: this.bindings(kind) });
    this.state.set(part ? 'here' : 'missing');
  }

  private bindings(kind: RareKind): Binding[] {
    const bindings = [
      inputBinding('question', this.question),
      inputBinding('response', this.response),
      inputBinding('labelledBy', this.labelledBy),
      inputBinding('readonly', this.readonly),
      inputBinding('withoutDragging', this.withoutDragging),
      outputBinding<AnswerResponse>('changed', (response) => this.changed.emit(response)),
    ];
    if (kind !== 'file_upload') return bindings;
    return [
      ...bindings,
      inputBinding('slot', this.slot),
      inputBinding('uploads', this.uploads),
      inputBinding('fileUrl', this.fileUrl),
    ];
  }
}
