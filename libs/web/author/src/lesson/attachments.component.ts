/** The room of the files that go with a lesson. */
import { Component, input, output } from '@angular/core';
import type { LessonDraft } from '@tap-huan/contract';
import { CalloutComponent, FileDropComponent, IconComponent, SizePipe } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { ATTACHMENT_FILES } from '../parts/file-words';

type Attachments = LessonDraft['attachments'];

@Component({
  selector: 'th-attachments',
  imports: [CalloutComponent, FileDropComponent, IconComponent, SizePipe],
  template: `
    @if (files().length > 0) {
      <ul>
        @for (file of files(); track file.mediaId; let at = $index) {
          <li>
            <th-icon name="attachment" />
            <div>
              @if (editable()) {
                <input
                  #title
                  class="th-input"
                  maxlength="200"
                  autocomplete="off"
                  [attr.aria-label]="t('attachments.titleOf', { name: file.media.name })"
                  [value]="file.title"
                  (input)="rename(at, title.value)"
                />
              } @else {
                <strong>{{ file.title }}</strong>
              }
              <a [href]="file.media.url" target="_blank" rel="noopener">
                {{ file.media.name }} · {{ file.media.size | thSize }}
              </a>
            </div>
            @if (editable()) {
              <button
                type="button"
                class="th-button th-button--quiet th-button--small"
                [attr.aria-label]="
                  t('attachments.removeOf', { name: file.title || file.media.name })
                "
                (click)="remove(at)"
              >
                <th-icon name="delete" [size]="18" />
                <span class="word">{{ t('attachments.remove') }}</span>
              </button>
            }
          </li>
        }
      </ul>
    } @else if (!editable()) {
      <p class="th-muted">{{ t('attachments.none') }}</p>
    }
    @if (editable()) {
      @if (files().length < 20) {
        <th-file-drop
          multiple
          [accept]="accept"
          [label]="t('attachments.add')"
          [hint]="t('attachments.hint')"
          [progress]="progress()"
          (files)="upload.emit($event)"
        />
      } @else {
        <p class="th-muted">{{ t('attachments.full') }}</p>
      }
      @if (failure(); as words) {
        <th-callout kind="error">{{ words }}</th-callout>
      }
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: var(--th-12);
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      align-items: center;
      gap: var(--th-12);
      padding: var(--th-8) 0;
      border-bottom: 1px solid var(--th-line);
    }
    div {
      flex: 1;
      min-width: 0;
    }
    a {
      display: inline-block;
      padding: var(--th-4) 0;
      font-size: var(--th-size-13);
      overflow-wrap: anywhere;
    }
    @media (max-width: 719px) {
      .word {
        display: none;
      }
    }
  `,
})
export class AttachmentsComponent {
  readonly files = input.required<Attachments>();
  readonly editable = input.required<boolean>();
  /** 0 to 1 while an upload runs. */
  readonly progress = input<number | null>(null);
  /** Why the last upload failed, in words. */
  readonly failure = input<string | null>(null);
  readonly upload = output<File[]>();
  readonly changed = output<Attachments>();
  protected readonly t = injectText();
  protected readonly accept = ATTACHMENT_FILES;

  protected rename(at: number, title: string): void {
    this.changed.emit(
      this.files().map((file, place) => (place === at ? { ...file, title } : file)),
    );
  }

  protected remove(at: number): void {
    this.changed.emit(this.files().filter((_, place) => place !== at));
  }
}
