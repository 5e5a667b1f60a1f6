/** The room of the title and the text of a stimulus. */
import { booleanAttribute, Component, input, output } from '@angular/core';
import { FieldComponent, InputDirective, SkeletonComponent } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import {
  type MediaPicker,
  RichTextComponent,
  type StartText,
} from '../rich-text/rich-text.component';
import type { StimulusText } from './stimulus-text';

@Component({
  selector: 'th-stimulus-form',
  imports: [FieldComponent, InputDirective, RichTextComponent, SkeletonComponent],
  template: `
    <th-field [label]="t('stimulus.name')" [hint]="t('stimulus.nameHint')">
      <input
        #title
        thInput
        maxlength="200"
        autocomplete="off"
        [value]="text().title"
        (input)="changed.emit({ title: title.value })"
      />
    </th-field>
    <div>
      <span class="label" aria-hidden="true">{{ t('stimulus.text') }}</span>
      @defer (on immediate) {
        <th-rich-text
          full
          [compact]="compact()"
          [label]="t('stimulus.text')"
          [start]="start()"
          [pickMedia]="pickMedia()"
          (html)="changed.emit({ html: $event })"
        />
      } @placeholder {
        <th-skeleton [count]="8" />
      }
    </div>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: var(--th-16);
      min-width: 0;
    }
    .label {
      display: block;
      margin-bottom: var(--th-4);
      font-weight: 500;
    }
  `,
})
export class StimulusFormComponent {
  readonly text = input.required<StimulusText>();
  readonly start = input.required<StartText>();
  readonly pickMedia = input.required<MediaPicker>();
  readonly compact = input(false, { transform: booleanAttribute });
  readonly changed = output<Partial<StimulusText>>();
  protected readonly t = injectText();
}
