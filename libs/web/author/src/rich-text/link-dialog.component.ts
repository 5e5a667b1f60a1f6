/** The room where the address of a link is typed. */
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { DialogFrameComponent, FieldComponent, InputDirective } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { linkAddress } from './media-address';

/** Closes with the address, with '' to take the link away, or undefined to leave it. */
@Component({
  selector: 'th-link-dialog',
  imports: [DialogFrameComponent, FieldComponent, InputDirective],
  template: `
    <form novalidate (submit)="$event.preventDefault(); save()">
      <th-dialog [heading]="t('editor.link')">
        <th-field
          [label]="t('editor.linkAddress')"
          [hint]="t('editor.linkHint')"
          [error]="tried() && !address() ? t('editor.linkWrong') : null"
        >
          <input
            #field
            thInput
            inputmode="url"
            autocomplete="off"
            [value]="typed()"
            (input)="typed.set(field.value)"
          />
        </th-field>
        @if (present) {
          <button
            thActions
            type="button"
            class="th-button th-button--danger"
            (click)="ref.close('')"
          >
            {{ t('editor.unlink') }}
          </button>
        }
        <button thActions type="button" class="th-button" (click)="ref.close()">
          {{ t('cancel') }}
        </button>
        <button thActions type="submit" class="th-button th-button--primary">
          {{ t('editor.setLink') }}
        </button>
      </th-dialog>
    </form>
  `,
})
export class LinkDialogComponent {
  protected readonly present = inject<string>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<string>>(DialogRef);
  protected readonly t = injectText();
  protected readonly typed = signal(this.present);
  protected readonly tried = signal(false);
  protected readonly address = computed(() => linkAddress(this.typed()));

  protected save(): void {
    this.tried.set(true);
    const address = this.address();
    if (address) this.ref.close(address);
  }
}
