/** The room of the door of a quiz: the word that one has to know, and the networks that one may come from. */
import { Component, computed, input, output, signal } from '@angular/core';
import { FieldComponent, IconComponent, InputDirective, SectionComponent } from '@tap-huan/web/ui';
import { injectText } from '../../i18n/text';
import { LinesComponent } from '../../parts/lines.component';
import type { FormSettings, Wrong } from '../quiz-form';

@Component({
  selector: 'th-quiz-access',
  imports: [FieldComponent, IconComponent, InputDirective, LinesComponent, SectionComponent],
  template: `
    @let now = settings();
    <fieldset [disabled]="disabled()">
      <legend class="th-hidden">{{ t('quiz.tab.truy-cap') }}</legend>
      <th-section split [heading]="t('quiz.password.heading')" [hint]="t('quiz.password.hint')">
        <th-field
          class="narrow"
          [label]="t('quiz.password.word')"
          [hint]="t('quiz.password.wordHint')"
          [error]="wrong().has('settings.accessPassword') ? t('quiz.wrong.accessPassword') : null"
        >
          <span class="line">
            <input
              #word
              thInput
              maxlength="60"
              autocomplete="new-password"
              autocapitalize="off"
              spellcheck="false"
              [type]="seen() ? 'text' : 'password'"
              [placeholder]="t('quiz.password.none')"
              [value]="now.accessPassword ?? ''"
              (input)="changed.emit({ accessPassword: word.value || null })"
            />
            <button
              type="button"
              class="th-button"
              [attr.aria-pressed]="seen()"
              (click)="seen.set(!seen())"
            >
              <th-icon [name]="seen() ? 'eye-off' : 'eye'" />
              {{ t(seen() ? 'quiz.password.hide' : 'quiz.password.show') }}
            </button>
          </span>
        </th-field>
      </th-section>
      <th-section split [heading]="t('quiz.network.heading')" [hint]="t('quiz.network.hint')">
        <th-field
          class="narrow"
          [label]="t('quiz.network.lines')"
          [hint]="t('quiz.network.linesHint')"
          [error]="networkError()"
        >
          <th-lines
            [rows]="4"
            [value]="now.networks"
            (valueChange)="changed.emit({ networks: [...$event] })"
          />
        </th-field>
        @if (now.networks.length === 0) {
          <p class="remark">{{ t('quiz.network.anywhere') }}</p>
        }
      </th-section>
    </fieldset>
  `,
  styles: `
    .line {
      display: flex;
      gap: var(--th-8);
    }
    .line button {
      flex: none;
      min-width: 6.5rem;
    }
  `,
  styleUrl: './settings.scss',
})
export class AccessComponent {
  readonly settings = input.required<FormSettings>();
  readonly wrong = input.required<Wrong>();
  readonly disabled = input(false);
  readonly changed = output<Partial<FormSettings>>();
  protected readonly t = injectText();
  protected readonly seen = signal(false);
  /** Names the lines that are no networks. */
  protected readonly networkError = computed(() => {
    const { networks } = this.settings();
    if (this.wrong().has('settings.networks')) return this.t('quiz.wrong.networksMany');
    const lines = networks.filter((_, at) => this.wrong().has(`settings.networks.${at}`));
    return lines.length === 0
      ? null
      : this.t('quiz.wrong.networks', { lines: lines.map((line) => `“${line}”`).join(', ') });
  });
}
