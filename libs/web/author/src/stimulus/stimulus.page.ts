/** The room of the address of a stimulus: a fresh editor for each one. */
import { Component, input } from '@angular/core';
import { StimulusEditorPage } from './stimulus-editor.page';

@Component({
  selector: 'th-stimulus-page',
  imports: [StimulusEditorPage],
  template: `
    @for (key of [stimulusId() ?? 'new']; track key) {
      <th-stimulus-editor-page [bankId]="bankId()" [stimulusId]="stimulusId() ?? null" />
    }
  `,
})
export class StimulusPage {
  readonly bankId = input.required<string>();
  readonly stimulusId = input<string>();
}
