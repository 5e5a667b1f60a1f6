/** The room where the kind of a new question is chosen. */
import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, output } from '@angular/core';
import { MARKED_BY_HAND, QUESTION_KINDS, type QuestionKind } from '@tap-huan/contract';
import { IconComponent } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';

const byHand = (kind: QuestionKind) => MARKED_BY_HAND.some((one) => one === kind);

@Component({
  selector: 'th-kind-menu',
  imports: [CdkMenu, CdkMenuItem, CdkMenuTrigger, IconComponent],
  templateUrl: './kind-menu.component.html',
  styles: `
    .kinds {
      display: grid;
      grid-auto-rows: max-content;
      max-height: 70dvh;
      overflow-y: auto;
    }
    @media (min-width: 720px) {
      .kinds {
        grid-template-columns: 1fr 1fr;
        width: 46rem;
      }
      .th-menu-label {
        grid-column: 1 / -1;
      }
    }
    .kind,
    small {
      display: block;
    }
  `,
})
export class KindMenuComponent {
  readonly write = output<QuestionKind>();
  protected readonly t = injectText();
  protected readonly groups = [
    { name: 'machine' as const, kinds: QUESTION_KINDS.filter((kind) => !byHand(kind)) },
    { name: 'hand' as const, kinds: QUESTION_KINDS.filter(byHand) },
  ];
}
