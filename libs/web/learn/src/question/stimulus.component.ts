/** The room of the case that several questions share: beside them where there is room, foldable above them else. */
import { Component, input, signal } from '@angular/core';
import { IconComponent, ProseComponent } from '@tap-huan/web/ui';
import { injectQuestionText } from '../i18n/question.text';

/**
 * Wraps the questions it belongs to: `<th-stimulus [stimulus]="s" name="tinh-huong-1">…questions…</th-stimulus>`.
 * Without a stimulus there is only the content.
 */
@Component({
  selector: 'th-stimulus',
  imports: [IconComponent, ProseComponent],
  template: `
    <div class="pair" [class.alone]="!stimulus()">
      @if (stimulus(); as shown) {
        <section [attr.aria-labelledby]="name() + '-ten'">
          <p class="label">{{ t('stimulus.label') }}</p>
          <div class="head">
            <h2 [id]="name() + '-ten'">{{ shown.title || t('stimulus.label') }}</h2>
            <button
              type="button"
              class="th-button th-button--small fold"
              [attr.aria-expanded]="!folded()"
              [attr.aria-controls]="name() + '-noi-dung'"
              (click)="folded.set(!folded())"
            >
              <th-icon [name]="folded() ? 'chevron-down' : 'chevron-up'" [size]="16" />
              {{ folded() ? t('stimulus.show') : t('stimulus.hide') }}
            </button>
          </div>
          <div class="body" [id]="name() + '-noi-dung'" [class.folded]="folded()">
            <th-prose compact [html]="shown.html" />
          </div>
        </section>
      }
      <div class="content"><ng-content /></div>
    </div>
  `,
  styleUrl: './stimulus.component.scss',
})
export class StimulusComponent {
  readonly stimulus = input.required<{ id: string; title: string; html: string } | null>();
  /** Unique on the page. */
  readonly name = input.required<string>();
  protected readonly t = injectQuestionText();
  /** Only where it stands above its questions. */
  protected readonly folded = signal(false);
}
