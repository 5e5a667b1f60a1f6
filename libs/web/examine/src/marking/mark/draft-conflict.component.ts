/** The room where somebody chooses between two drafts of the own mark. */
import { Component, computed, input, output } from '@angular/core';
import { CalloutComponent, formatInstant } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import type { DraftView } from './mark-draft.types';

@Component({
  selector: 'th-draft-conflict',
  imports: [CalloutComponent],
  template: `
    <th-callout kind="warning" role="alert" [heading]="t('draft.conflictHeading')">
      <p>{{ t('draft.conflictBody', { at: at() }) }}</p>
      <blockquote>{{ words() }}</blockquote>
      <div class="th-row">
        <button type="button" class="th-button th-button--small" (click)="keepMine.emit()">
          {{ t('draft.keepMine') }}
        </button>
        <button type="button" class="th-button th-button--small" (click)="takeOther.emit()">
          {{ t('draft.takeOther') }}
        </button>
      </div>
    </th-callout>
  `,
  styles: `
    blockquote {
      max-height: 8em;
      margin: var(--th-8) 0;
      overflow: auto;
      white-space: pre-wrap;
    }
  `,
})
export class DraftConflictComponent {
  readonly other = input.required<NonNullable<DraftView['other']>>();
  readonly keepMine = output();
  readonly takeOther = output();
  protected readonly t = injectText();
  protected readonly at = computed(() => formatInstant(this.other().at));
  protected readonly words = computed(() => {
    const { awarded, levels, comment } = this.other().fields;
    const chosen = Object.keys(levels).length;
    return [
      ...(awarded ? [this.t('draft.conflictMarks', { marks: awarded })] : []),
      ...(chosen > 0 ? [this.t('draft.conflictLevels', { n: chosen })] : []),
      comment || this.t('draft.conflictEmpty'),
    ].join('\n');
  });
}
