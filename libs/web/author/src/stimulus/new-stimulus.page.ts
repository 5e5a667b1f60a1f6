/** The room where a stimulus is written without leaving the question that needs it: a dialog. */
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { Problems } from '@tap-huan/web/api';
import { CalloutComponent, DialogFrameComponent } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { injectMediaPicker } from '../parts/media-pickers';
import { StimulusDesk } from './stimulus.desk';
import { StimulusFormComponent } from './stimulus-form.component';

/** Data: the bank. Closes with the id of the new stimulus, or undefined. */
@Component({
  selector: 'th-new-stimulus-page',
  imports: [CalloutComponent, DialogFrameComponent, StimulusFormComponent],
  providers: [StimulusDesk],
  template: `
    <th-dialog [heading]="t('stimulus.newTitle')">
      @if (desk.draft.failure(); as error) {
        <th-callout kind="error">{{ problems.message(error) }}</th-callout>
      } @else if (problem(); as words) {
        <th-callout kind="error">{{ words }}</th-callout>
      }
      @if (desk.text(); as text) {
        <th-stimulus-form
          compact
          [text]="text"
          [start]="desk.start()"
          [pickMedia]="media.pick"
          (changed)="desk.draft.change($event)"
        />
      }
      <button thActions type="button" class="th-button" (click)="ref.close()">
        {{ t('stimulus.later') }}
      </button>
      <button
        thActions
        type="button"
        class="th-button th-button--primary"
        [attr.aria-busy]="desk.draft.saving()"
        (click)="save()"
      >
        {{ t('stimulus.create') }}
      </button>
    </th-dialog>
  `,
  styles: `
    th-callout {
      margin-bottom: var(--th-12);
    }
  `,
})
export class NewStimulusPage {
  private readonly data = inject<{ bankId: string }>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<string>>(DialogRef);
  protected readonly desk = inject(StimulusDesk);
  protected readonly problems = inject(Problems);
  protected readonly media = injectMediaPicker();
  protected readonly t = injectText();
  private readonly tried = signal(false);
  protected readonly problem = computed(() => {
    const [first] = this.tried() ? this.desk.found() : [];
    return first ? this.t(`stimulus.problem.${first}`) : null;
  });

  constructor() {
    this.desk.subject.set({ bankId: this.data.bankId, stimulusId: null });
  }

  protected async save(): Promise<void> {
    this.tried.set(true);
    if (this.desk.found().length > 0) return;
    const id = await this.desk.save();
    if (id !== null) this.ref.close(id);
  }
}
