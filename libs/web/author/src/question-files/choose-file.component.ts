/** The room where a file of questions is chosen, and where it is said how such files are written. */
import { Component, input, output } from '@angular/core';
import { FileDropComponent, IconComponent } from '@tap-huan/web/ui';
import { injectFileText } from './i18n/text';

const FORMATS = ['docx', 'xlsx', 'gift', 'json'] as const;

@Component({
  selector: 'th-choose-file',
  imports: [FileDropComponent, IconComponent],
  template: `
    <th-file-drop
      accept=".docx,.xlsx,.gift,.txt,.json"
      [maxSize]="20 * 1024 * 1024"
      [label]="t('file.choose')"
      [hint]="t('file.limit')"
      [progress]="progress()"
      (files)="choose.emit($event[0]!)"
    />
    <h2>{{ t('kinds.heading') }}</h2>
    <dl>
      @for (format of formats; track format) {
        <div>
          <dt>{{ nameOf(format) }}</dt>
          <dd>
            {{ hintOf(format) }}
            @if (format === 'xlsx') {
              <a class="template" download [href]="template()">
                <th-icon name="download" [size]="18" /> {{ t('kinds.template') }}
              </a>
            }
          </dd>
        </div>
      }
    </dl>
  `,
  styles: `
    :host {
      display: block;
      max-width: 52rem;
    }
    h2 {
      margin: var(--th-32) 0 var(--th-8);
      font-size: var(--th-size-17);
    }
    dl {
      margin: 0;
    }
    dl > div {
      display: grid;
      grid-template-columns: 10rem minmax(0, 1fr);
      gap: var(--th-4) var(--th-16);
      padding: var(--th-12) 0;
      border-top: 1px solid var(--th-line);
    }
    dt {
      font-weight: 600;
    }
    dd {
      margin: 0;
      color: var(--th-ink-2);
    }
    .template {
      display: flex;
      align-items: center;
      gap: var(--th-8);
      min-height: var(--th-target);
    }
    @media (max-width: 719px) {
      dl > div {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class ChooseFileComponent {
  /** 0 to 1 while a file goes to the server, else null. */
  readonly progress = input<number | null>(null);
  /** Address of the Excel template. */
  readonly template = input.required<string>();
  readonly choose = output<File>();
  protected readonly t = injectFileText();
  protected readonly formats = FORMATS;

  protected nameOf(format: (typeof FORMATS)[number]): string {
    return this.t(`kinds.${format}`);
  }

  protected hintOf(format: (typeof FORMATS)[number]): string {
    return this.t(`kinds.${format}Hint`);
  }
}
