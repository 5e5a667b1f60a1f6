/** The room of the part of a question that its kind asks for. */
import { Component, input, output } from '@angular/core';
import type { MediaPicker, StartText } from '../rich-text/rich-text.component';
import { BlanksEditorComponent } from './editors/blanks-editor.component';
import { CalculatedEditorComponent } from './editors/calculated-editor.component';
import { ChoicesEditorComponent } from './editors/choices-editor.component';
import { GroupsEditorComponent } from './editors/groups-editor.component';
import { HotspotEditorComponent, type PicturePicker } from './editors/hotspot-editor.component';
import { MarkedEditorComponent } from './editors/marked-editor.component';
import { MatchingEditorComponent } from './editors/matching-editor.component';
import { NumericEditorComponent } from './editors/numeric-editor.component';
import { OrderingEditorComponent } from './editors/ordering-editor.component';
import { ShortAnswerEditorComponent } from './editors/short-answer-editor.component';
import { TruthEditorComponent } from './editors/truth-editor.component';
import type { LongText } from './question.desk';
import type { AnswerForm, QuestionForm } from './question-form';

@Component({
  selector: 'th-answer-editor',
  imports: [
    BlanksEditorComponent,
    CalculatedEditorComponent,
    ChoicesEditorComponent,
    GroupsEditorComponent,
    HotspotEditorComponent,
    MarkedEditorComponent,
    MatchingEditorComponent,
    NumericEditorComponent,
    OrderingEditorComponent,
    ShortAnswerEditorComponent,
    TruthEditorComponent,
  ],
  template: `
    @let now = form();
    @switch (now.kind) {
      @case ('single') {
        <th-choices-editor [form]="now.answer" (changed)="changed.emit($event)" />
      }
      @case ('multiple') {
        <th-choices-editor many [form]="now.answer" (changed)="changed.emit($event)" />
      }
      @case ('true_false') {
        <th-truth-editor [form]="now.answer" (changed)="changed.emit($event)" />
      }
      @case ('matching') {
        <th-matching-editor [form]="now.answer" (changed)="changed.emit($event)" />
      }
      @case ('ordering') {
        <th-ordering-editor [form]="now.answer" (changed)="changed.emit($event)" />
      }
      @case ('numeric') {
        <th-numeric-editor [form]="now.answer" (changed)="changed.emit($event)" />
      }
      @case ('short_answer') {
        <th-short-answer-editor [form]="now.answer" (changed)="changed.emit($event)" />
      }
      @case ('fill_blanks') {
        <th-blanks-editor [form]="now.answer" (changed)="changed.emit($event)" />
      }
      @case ('categorise') {
        <th-groups-editor [form]="now.answer" (changed)="changed.emit($event)" />
      }
      @case ('hotspot') {
        <th-hotspot-editor
          [form]="now.answer"
          [pickPicture]="pickPicture()"
          (changed)="changed.emit($event)"
        />
      }
      @case ('calculated') {
        <th-calculated-editor [form]="now.answer" (changed)="changed.emit($event)" />
      }
      @default {
        <th-marked-editor
          [form]="now.answer"
          [start]="start()"
          [pickMedia]="pickMedia()"
          (changed)="changed.emit($event)"
        />
      }
    }
  `,
})
export class AnswerEditorComponent {
  readonly form = input.required<QuestionForm>();
  readonly start = input.required<Record<LongText, StartText>>();
  readonly pickMedia = input.required<MediaPicker>();
  readonly pickPicture = input.required<PicturePicker>();
  readonly changed = output<Partial<AnswerForm>>();
}
