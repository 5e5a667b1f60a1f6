/** The room of dialogs: the frame, and the question that says what will happen. */
import { CdkDialogContainer, DIALOG_DATA, Dialog, DialogRef } from '@angular/cdk/dialog';
import { type ComponentType } from '@angular/cdk/portal';
import { Component, inject, Injectable, input } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { injectText } from '../i18n/text';

/**
 * The frame inside a dialog's component: heading, content, and buttons in `[thActions]` (the main one last).
 *
 *   <th-dialog heading="Ghi danh"> … <button thActions class="th-button th-button--primary">Ghi danh</button></th-dialog>
 */
@Component({
  selector: 'th-dialog',
  template: `
    <h2 [id]="id">{{ heading() }}</h2>
    <div class="content"><ng-content /></div>
    <div class="actions"><ng-content select="[thActions]" /></div>
  `,
  styles: `
    :host {
      display: block;
      padding: var(--th-24);
    }
    .content {
      margin-top: var(--th-12);
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      justify-content: flex-end;
      gap: var(--th-8);
      margin-top: var(--th-24);
    }
    .actions:empty {
      display: none;
    }
    @media (max-width: 479px) {
      :host {
        padding: var(--th-16);
      }
      .actions ::ng-deep > .th-button {
        flex: 1 1 100%;
      }
    }
  `,
})
export class DialogFrameComponent {
  readonly heading = input.required<string>();
  protected readonly id = `th-dialog-${Math.random().toString(36).slice(2)}`;

  constructor() {
    // The dialog is named by this heading.
    inject(CdkDialogContainer, { optional: true })?._addAriaLabelledBy(this.id);
  }
}

export interface Question {
  /** "Gỡ 12 bài học?" */
  heading: string;
  /** What it does, to how many, and what stays. */
  consequence: string;
  /** The verb: "Gỡ 12 bài học". */
  confirm: string;
  danger?: boolean;
}

@Component({
  selector: 'th-question',
  imports: [DialogFrameComponent],
  template: `
    <th-dialog [heading]="question.heading">
      <p>{{ question.consequence }}</p>
      <button thActions type="button" class="th-button" (click)="ref.close(false)">{{ t('cancel') }}</button>
      <button
        thActions
        type="button"
        class="th-button"
        [class.th-button--danger]="question.danger"
        [class.th-button--primary]="!question.danger"
        (click)="ref.close(true)"
      >
        {{ question.confirm }}
      </button>
    </th-dialog>
  `,
})
class QuestionComponent {
  protected readonly question = inject<Question>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  protected readonly t = injectText();
}

/** Opens dialogs. A dialog's component injects `DIALOG_DATA` and `DialogRef` of @angular/cdk/dialog. */
@Injectable({ providedIn: 'root' })
export class Dialogs {
  private readonly dialog = inject(Dialog);

  /** Opens a component; resolves with what it closed with, undefined if it was dismissed. */
  open<Result, Data = unknown>(
    component: ComponentType<unknown>,
    options: { data?: Data; wide?: boolean; stay?: boolean } = {},
  ): Promise<Result | undefined> {
    const ref = this.dialog.open<Result, Data>(component, {
      data: options.data,
      panelClass: options.wide ? ['th-dialog-pane', 'th-dialog-pane--wide'] : 'th-dialog-pane',
      backdropClass: 'cdk-overlay-dark-backdrop',
      disableClose: options.stay ?? false,
      autoFocus: 'first-tabbable',
    });
    return firstValueFrom(ref.closed, { defaultValue: undefined });
  }

  /** Asks before what cannot be undone; names the consequence. Undo is better where it can be had. */
  async confirm(question: Question): Promise<boolean> {
    return (await this.open<boolean, Question>(QuestionComponent, { data: question })) === true;
  }
}
