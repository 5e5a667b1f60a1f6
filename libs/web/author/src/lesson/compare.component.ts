/** The room where two texts of one lesson stand side by side. */
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { DialogFrameComponent, ProseComponent } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import type { LessonText } from './lesson-text';

export interface Compared {
  mine: LessonText;
  theirs: LessonText;
}

/** Closes with the text that wins, or undefined to decide later. */
@Component({
  selector: 'th-compare',
  imports: [DialogFrameComponent, ProseComponent],
  template: `
    <th-dialog [heading]="t('conflict.compare')">
      <div class="two">
        @for (side of sides; track side) {
          <div class="side">
            <h3 [id]="'side-' + side">
              {{ t(side === 'mine' ? 'conflict.mine' : 'conflict.theirs') }}
            </h3>
            <div class="text" role="region" tabindex="0" [attr.aria-labelledby]="'side-' + side">
              <p class="title">{{ both[side].title }}</p>
              <th-prose compact [html]="both[side].bodyHtml" />
            </div>
          </div>
        }
      </div>
      <button thActions type="button" class="th-button" (click)="ref.close()">
        {{ t('conflict.later') }}
      </button>
      <button thActions type="button" class="th-button" (click)="ref.close('theirs')">
        {{ t('conflict.takeTheirs') }}
      </button>
      <button
        thActions
        type="button"
        class="th-button th-button--primary"
        (click)="ref.close('mine')"
      >
        {{ t('conflict.keepMine') }}
      </button>
    </th-dialog>
  `,
  styles: `
    .side {
      min-width: 0;
    }
    .two {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr));
      gap: var(--th-16);
    }
    h3 {
      margin-bottom: var(--th-8);
      font-size: var(--th-size-15);
    }
    .text {
      max-height: 50dvh;
      overflow: auto;
      padding: var(--th-16);
      border: 1px solid var(--th-line);
      border-radius: var(--th-radius);
    }
    .title {
      margin-bottom: var(--th-12);
      font-weight: 600;
    }
  `,
})
export class CompareComponent {
  protected readonly both = inject<Compared>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<'mine' | 'theirs'>>(DialogRef);
  protected readonly t = injectText();
  protected readonly sides = ['mine', 'theirs'] as const;
}
