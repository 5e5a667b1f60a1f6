/** The room of a picture to point at as a learner will see it: the areas are not shown. */
import { Component, computed, input, signal } from '@angular/core';
import type { PaperOf } from '@tap-huan/contract';
import { injectText } from '../../i18n/text';

@Component({
  selector: 'th-try-picture',
  template: `
    @let now = paper();
    <p class="hint">{{ t('preview.point', { count: now.wanted }) }}</p>
    @if (now.image.url) {
      <div class="picture">
        <img [src]="now.image.url" [alt]="now.image.alt" (pointerdown)="mark($event)" />
        @for (spot of marks(); track $index) {
          <span
            class="spot"
            [style.left.%]="spot.x"
            [style.top.%]="spot.y"
            aria-hidden="true"
          ></span>
        }
      </div>
      <fieldset>
        <legend>{{ t('preview.orList') }}</legend>
        @for (area of now.areas; track area.id) {
          <label class="th-check">
            <input [type]="now.wanted > 1 ? 'checkbox' : 'radio'" name="th-try-area" />
            {{ area.text || t('hotspot.noLabel') }}
          </label>
        }
      </fieldset>
    } @else {
      <p class="th-muted">{{ t('preview.noPicture') }}</p>
    }
  `,
  styles: `
    .hint {
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
    }
    .picture {
      position: relative;
      width: fit-content;
      margin: var(--th-8) 0;
    }
    img {
      display: block;
      max-width: 100%;
      max-height: 50dvh;
      cursor: crosshair;
    }
    .spot {
      position: absolute;
      width: 22px;
      height: 22px;
      border: 3px solid #8a2c1d;
      border-radius: 50%;
      background: rgb(255 255 255 / 60%);
      translate: -50% -50%;
      pointer-events: none;
    }
    fieldset {
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      padding: 0;
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
    }
  `,
})
export class TryPictureComponent {
  readonly paper = input.required<PaperOf<'hotspot'>>();
  protected readonly t = injectText();
  private readonly placed = signal<readonly { x: number; y: number }[]>([]);
  /** As many as are asked for, the latest ones. */
  protected readonly marks = computed(() => this.placed().slice(-Math.max(1, this.paper().wanted)));

  protected mark(event: PointerEvent): void {
    const box = (event.target as HTMLElement).getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * 100;
    const y = ((event.clientY - box.top) / box.height) * 100;
    this.placed.set([...this.placed(), { x, y }]);
  }
}
