/** The room of activation codes on screen and on paper, seen once. */
import { DOCUMENT } from '@angular/common';
import { Component, inject, input, output, signal } from '@angular/core';
import type { ActivationCode } from '@tap-huan/contract';
import { CalloutComponent, IconComponent } from '@tap-huan/web/ui';
import { copyText } from '../../list/copy-text';
import { injectPeopleText } from '../i18n/text';
import { sheetOf } from './code-sheet';

@Component({
  selector: 'th-codes',
  imports: [CalloutComponent, IconComponent],
  templateUrl: './codes.component.html',
  styleUrl: './codes.component.scss',
})
export class CodesComponent {
  readonly codes = input.required<readonly ActivationCode[]>();
  /** How many wait for another list. */
  readonly left = input(0);
  readonly busy = input(false);
  readonly next = output<void>();
  readonly closed = output<void>();
  private readonly document = inject(DOCUMENT);
  protected readonly t = injectPeopleText();
  protected readonly url = this.document.location.origin;
  protected readonly copied = signal(false);

  protected print(): void {
    this.document.defaultView?.print();
  }

  protected async copy(): Promise<void> {
    const heads = [
      this.t('field.fullName'),
      this.t('field.staffCode'),
      this.t('field.unit'),
      this.t('codes.username'),
      this.t('codes.code'),
    ];
    this.copied.set(await copyText(sheetOf(heads, this.codes())));
  }
}
