/** The room of the items of an ordering question, in the right order. */
import { CdkDrag, type CdkDragDrop, CdkDragHandle, CdkDropList } from '@angular/cdk/drag-drop';
import {
  afterNextRender,
  Component,
  ElementRef,
  inject,
  Injector,
  input,
  output,
} from '@angular/core';
import { IconComponent } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { moved } from '../parts/order';
import { type FormItem, freeId } from './question-form';

@Component({
  selector: 'th-items-editor',
  imports: [CdkDrag, CdkDragHandle, CdkDropList, IconComponent],
  template: `
    <fieldset>
      <legend>{{ t('question.items') }}</legend>
      <ol cdkDropList (cdkDropListDropped)="drop($event)">
        @for (
          item of items();
          track item.id;
          let at = $index;
          let first = $first;
          let last = $last
        ) {
          <li cdkDrag>
            <span class="grip" cdkDragHandle [title]="t('outline.drag')"
              ><th-icon name="grip"
            /></span>
            <span class="number" aria-hidden="true">{{ at + 1 }}</span>
            <div class="words">
              <input
                #text
                class="th-input"
                autocomplete="off"
                [attr.aria-label]="t('question.itemOf', { number: at + 1 })"
                [placeholder]="t('question.itemOf', { number: at + 1 })"
                [value]="item.text"
                (input)="set(at, text.value)"
              />
            </div>
            <button
              type="button"
              class="th-button th-button--quiet th-button--small tool"
              [attr.data-focus]="'up-' + item.id"
              [disabled]="first"
              [attr.aria-label]="t('question.upItem', { number: at + 1 })"
              [title]="t('outline.up')"
              (click)="step(at, -1)"
            >
              <th-icon name="up" [size]="18" />
            </button>
            <button
              type="button"
              class="th-button th-button--quiet th-button--small tool"
              [attr.data-focus]="'down-' + item.id"
              [disabled]="last"
              [attr.aria-label]="t('question.downItem', { number: at + 1 })"
              [title]="t('outline.down')"
              (click)="step(at, 1)"
            >
              <th-icon name="down" [size]="18" />
            </button>
            <button
              type="button"
              class="th-button th-button--quiet th-button--small tool"
              [disabled]="items().length <= 2"
              [attr.aria-label]="t('question.removeItem', { number: at + 1 })"
              [title]="t('question.remove')"
              (click)="remove(at)"
            >
              <th-icon name="delete" [size]="18" />
            </button>
          </li>
        }
      </ol>
      @if (items().length < 12) {
        <button type="button" class="th-button th-button--small" (click)="add()">
          <th-icon name="add" [size]="18" /> {{ t('question.addItem') }}
        </button>
      }
    </fieldset>
  `,
  styleUrl: './editor-rows.scss',
})
export class ItemsEditorComponent {
  readonly items = input.required<readonly FormItem[]>();
  readonly changed = output<readonly FormItem[]>();
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly t = injectText();

  protected set(at: number, text: string): void {
    this.changed.emit(this.items().map((item, place) => (place === at ? { ...item, text } : item)));
  }

  protected drop(event: CdkDragDrop<unknown>): void {
    this.changed.emit(moved(this.items(), event.previousIndex, event.currentIndex));
  }

  protected step(at: number, step: 1 | -1): void {
    const id = this.items()[at]?.id ?? '';
    this.changed.emit(moved(this.items(), at, at + step));
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

  protected add(): void {
    this.changed.emit([...this.items(), { id: freeId(this.items()), text: '' }]);
  }

  protected remove(at: number): void {
    this.changed.emit(this.items().filter((_, place) => place !== at));
  }
}
