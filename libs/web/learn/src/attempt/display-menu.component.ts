/** The room of the small menu: how the paper is shown, the answer file, and what is recorded. */
import { Component, inject, input } from '@angular/core';
import { IconComponent } from '@tap-huan/web/ui';
import { injectAttemptText } from '../i18n/attempt.text';
import { AnswerFileDesk } from './answer-file-desk';
import { Screen } from './screen';

@Component({
  selector: 'th-display-menu',
  imports: [IconComponent],
  templateUrl: './display-menu.component.html',
  styleUrl: './display-menu.component.scss',
})
export class DisplayMenuComponent {
  /** Whether circumstances are recorded on this paper. */
  readonly recorded = input(false);
  /** Whether there is a clock to hide. */
  readonly timed = input(false);
  /** Whether pages hold several questions. */
  readonly pages = input(false);
  protected readonly t = injectAttemptText();
  protected readonly screen = inject(Screen);
  protected readonly file = inject(AnswerFileDesk);
}
