/** The room of the frame inside every dialog. */
import { afterNextRender, Component, ElementRef, inject, input } from '@angular/core';

/**
 * The frame inside a dialog's component: heading, content, and buttons in `[thActions]` (the main one last).
 *
 *   <th-dialog heading="Ghi danh"> … <button thActions class="th-button th-button--primary">Ghi danh</button></th-dialog>
 */
@Component({
  selector: 'th-dialog',
  template: `
    <h2 [id]="id">{{ heading() }}</h2>
    <div class="content"><ng-content /></div>
    <div class="actions"><ng-content select="[thActions]" /></div>
  `,
  styles: `
    :host {
      display: block;
      padding: var(--th-24);
    }
    .content {
      margin-top: var(--th-12);
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      justify-content: flex-end;
      gap: var(--th-8);
      // In sight however long the dialog is.
      position: sticky;
      z-index: 2;
      bottom: 0;
      margin: var(--th-8) calc(-1 * var(--th-24)) calc(-1 * var(--th-24));
      padding: var(--th-16) var(--th-24) var(--th-24);
      border-radius: var(--th-radius);
      background: var(--th-paper);
    }
    .actions:empty {
      display: none;
    }
    @media (max-width: 479px) {
      :host {
        padding: var(--th-16);
      }
      .actions {
        margin: var(--th-8) calc(-1 * var(--th-16)) calc(-1 * var(--th-16));
        padding: var(--th-12) var(--th-16) var(--th-16);
      }
      .actions ::ng-deep > .th-button {
        flex: 1 1 100%;
      }
    }
  `,
})
export class DialogFrameComponent {
  readonly heading = input.required<string>();
  protected readonly id = `th-dialog-${Math.random().toString(36).slice(2)}`;

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    // The dialog is named by this heading.
    afterNextRender(() => host.closest('[role=dialog]')?.setAttribute('aria-labelledby', this.id));
  }
}
