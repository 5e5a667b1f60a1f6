/** The room of what holds for one section of a quiz: its name, its first words, its order, its limits. */
import { Component, input, linkedSignal, output } from '@angular/core';
import {
  ErrorStateComponent,
  FieldComponent,
  InputDirective,
  ProseComponent,
  SkeletonComponent,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { RichTextComponent, type StartText } from '../rich-text/rich-text.component';
import { NumberFieldComponent } from './settings/number-field.component';
import type { FormSection, Wrong } from './quiz-form';

@Component({
  selector: 'th-section-settings',
  imports: [
    ErrorStateComponent,
    FieldComponent,
    InputDirective,
    NumberFieldComponent,
    ProseComponent,
    RichTextComponent,
    SkeletonComponent,
  ],
  template: `
    @let now = section();
    <fieldset [disabled]="!editable()">
      <legend class="th-hidden">{{ t('quiz.section.settings') }}</legend>
      <th-field
        [label]="t('quiz.section.title')"
        [hint]="t(single() ? 'quiz.section.titleHintSingle' : 'quiz.section.titleHint')"
        [error]="errorOf('title')"
      >
        <input
          #title
          thInput
          maxlength="200"
          autocomplete="off"
          [attr.data-focus]="'title-' + now.id"
          [value]="now.title"
          (input)="changed.emit({ title: title.value })"
        />
      </th-field>
      <div>
        <span class="label" aria-hidden="true">{{ t('quiz.section.intro') }}</span>
        <p class="hint">{{ t('quiz.section.introHint') }}</p>
        @if (editable()) {
          @defer (on immediate) {
            <th-rich-text
              [label]="t('quiz.section.intro')"
              [start]="start()"
              (html)="write($event)"
            />
          } @placeholder {
            <th-skeleton [count]="3" />
          } @error {
            <th-error-state compact [canRetry]="false" [message]="t('lesson.noEditor')" />
          }
        } @else {
          <th-prose compact [html]="now.intro" />
        }
        @if (errorOf('intro'); as words) {
          <p class="wrong" role="alert">{{ words }}</p>
        }
      </div>
      <label class="th-check">
        <input
          #shuffle
          type="checkbox"
          [checked]="now.shuffle"
          (change)="changed.emit({ shuffle: shuffle.checked })"
        />
        <span>
          {{ t('quiz.section.shuffle') }}
          <small>{{ t('quiz.section.shuffleHint') }}</small>
        </span>
      </label>
      <div class="pair">
        <th-number-field
          [label]="t('quiz.section.minimum')"
          [hint]="t('quiz.section.minimumHint')"
          unit="%"
          [none]="t('quiz.section.noMinimum')"
          [value]="now.minimumPercent"
          [error]="errorOf('minimumPercent')"
          (changed)="changed.emit({ minimumPercent: $event })"
        />
        <th-number-field
          [label]="t('quiz.section.time')"
          [hint]="t('quiz.section.timeHint')"
          [unit]="t('quiz.unit.minutes')"
          [none]="t('quiz.noLimit')"
          [value]="now.timeLimitMinutes"
          [error]="errorOf('timeLimitMinutes')"
          (changed)="changed.emit({ timeLimitMinutes: $event })"
        />
      </div>
    </fieldset>
  `,
  styles: `
    :host {
      display: block;
      margin-bottom: var(--th-12);
      padding: var(--th-16) 0 var(--th-16) var(--th-16);
      border-left: 3px solid var(--th-celadon);
    }
    fieldset {
      display: flex;
      flex-direction: column;
      gap: var(--th-16);
      min-width: 0;
      margin: 0;
      padding: 0;
      border: 0;
    }
    .label {
      font-size: var(--th-size-15);
      font-weight: 500;
    }
    .hint,
    small {
      display: block;
      margin-bottom: var(--th-4);
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
    }
    .wrong {
      color: var(--th-vermilion);
      font-size: var(--th-size-13);
    }
    .pair {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr));
      gap: var(--th-16) var(--th-24);
    }
  `,
})
export class SectionSettingsComponent {
  readonly section = input.required<FormSection>();
  readonly at = input.required<number>();
  readonly single = input(false);
  readonly wrong = input.required<Wrong>();
  readonly editable = input(false);
  readonly changed = output<Partial<FormSection>>();
  protected readonly t = injectText();
  private written: string | null = null;
  /** What the editor begins with: anew only where the text was changed from outside. */
  protected readonly start = linkedSignal<string, StartText>({
    source: () => this.section().intro,
    computation: (html, before) => (before && html === this.written ? before.value : { html }),
  });

  protected write(intro: string): void {
    this.written = intro;
    this.changed.emit({ intro });
  }

  protected errorOf(
    field: 'title' | 'intro' | 'minimumPercent' | 'timeLimitMinutes',
  ): string | null {
    return this.wrong().has(`sections.${this.at()}.${field}`)
      ? this.t(`quiz.wrong.${field}`)
      : null;
  }
}
