/** The room of the menu on the page of a bank through which questions come and go as files. */
import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { endpoints, QUESTION_EXPORT_FORMATS } from '@tap-huan/contract';
import { Api } from '@tap-huan/web/api';
import { IconComponent } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';

/** The files that can be had, the readable one first. */
const FORMATS = [
  'xlsx',
  'gift',
  'json',
] as const satisfies (typeof QUESTION_EXPORT_FORMATS)[number][];

@Component({
  selector: 'th-files-menu',
  imports: [CdkMenu, CdkMenuItem, CdkMenuTrigger, IconComponent],
  template: `
    <button type="button" class="th-button" [cdkMenuTriggerFor]="menu">
      <th-icon name="file" /> {{ t('files.menu') }} <th-icon name="chevron-down" [size]="16" />
    </button>
    <ng-template #menu>
      <div class="th-menu" cdkMenu>
        @if (editable()) {
          <button class="th-menu-item" cdkMenuItem (cdkMenuItemTriggered)="open()">
            <th-icon name="upload" />
            <span>
              {{ t('files.import') }}
              <small class="th-muted">{{ t('files.importHint') }}</small>
            </span>
          </button>
        }
        <p class="th-menu-label">{{ what() }}</p>
        @for (format of formats; track format) {
          <button class="th-menu-item" cdkMenuItem (cdkMenuItemTriggered)="take(format)">
            <th-icon name="download" />
            <span>
              {{ nameOf(format) }}
              <small class="th-muted">{{ hintOf(format) }}</small>
            </span>
          </button>
        }
      </div>
    </ng-template>
  `,
  styles: `
    small {
      display: block;
    }
  `,
})
export class FilesMenuComponent {
  readonly bankId = input.required<string>();
  /** Whether questions may be added. */
  readonly editable = input.required<boolean>();
  /** The course from whose page one comes, to go back there. */
  readonly courseId = input<string>();
  /** The category that is looked at. */
  readonly category = input<{ id: string; name: string } | null>(null);
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly t = injectText();
  protected readonly formats = FORMATS;
  protected readonly what = computed(() => {
    const category = this.category();
    return category
      ? this.t('files.exportCategory', { name: category.name })
      : this.t('files.exportBank');
  });

  protected nameOf(format: (typeof FORMATS)[number]): string {
    return this.t(`files.${format}`);
  }

  protected hintOf(format: (typeof FORMATS)[number]): string {
    return this.t(`files.${format}Hint`);
  }

  protected open(): void {
    const queryParams = { dm: this.category()?.id ?? null, khoa: this.courseId() ?? null };
    void this.router.navigate(['/soan', 'ngan-hang', this.bankId(), 'nhap'], { queryParams });
  }

  protected take(format: (typeof FORMATS)[number]): void {
    const categoryId = this.category()?.id;
    const link = document.createElement('a');
    link.href = this.api.fileUrl(endpoints.exportQuestions, {
      params: { bankId: this.bankId() },
      query: { format, ...(categoryId === undefined ? {} : { categoryId }) },
    });
    link.download = '';
    link.click();
  }
}
