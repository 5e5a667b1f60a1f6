/**
 * The room that opens dialogs. It is a thin front: what lies behind (CDK dialog and overlay) is fetched when
 * the first dialog opens, so that pages which open none stay light.
 */
import { inject, Injectable, Injector, type Type } from '@angular/core';

export interface Question {
  /** "Gỡ 12 bài học?" */
  heading: string;
  /** What it does, to how many, and what stays. */
  consequence: string;
  /** The verb: "Gỡ 12 bài học". */
  confirm: string;
  danger?: boolean;
}

/** Opens dialogs. A dialog's component injects `DIALOG_DATA` and `DialogRef` of @angular/cdk/dialog. */
@Injectable({ providedIn: 'root' })
export class Dialogs {
  private readonly injector = inject(Injector);

  /**
   * Opens a component; resolves with what it closed with, undefined if it was dismissed. `stay`: not by
   * Esc or a click outside. `focus`: selector of what is focused first.
   */
  async open<Result, Data = unknown>(
    component: Type<unknown>,
    options: { data?: Data; wide?: boolean; stay?: boolean; focus?: string } = {},
  ): Promise<Result | undefined> {
    const { Dialog } = await import('@angular/cdk/dialog');
    const ref = this.injector.get(Dialog).open<Result, Data>(component, {
      data: options.data,
      panelClass: options.wide ? ['th-dialog-pane', 'th-dialog-pane--wide'] : 'th-dialog-pane',
      backdropClass: 'cdk-overlay-dark-backdrop',
      disableClose: options.stay ?? false,
      autoFocus: options.focus ?? 'first-tabbable',
    });
    return new Promise((resolve) => ref.closed.subscribe(resolve));
  }

  /** Asks before what cannot be undone; names the consequence. Undo is better where it can be had. */
  async confirm(question: Question): Promise<boolean> {
    const { QuestionComponent } = await import('./question.component');
    return (await this.open<boolean, Question>(QuestionComponent, { data: question })) === true;
  }
}
