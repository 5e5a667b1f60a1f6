/** The room where a picture, sound or film is uploaded for a lesson: a dialog over the editor. */
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, DestroyRef, inject, signal } from '@angular/core';
import { endpoints } from '@tap-huan/contract';
import { Api } from '@tap-huan/web/api';
import {
  CalloutComponent,
  DialogFrameComponent,
  FieldComponent,
  FileDropComponent,
  InputDirective,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { AV_FILES, FileWords, PICTURE_FILES } from '../parts/file-words';
import type { FigureAttributes } from '../rich-text/nodes';
import type { MediaWish } from '../rich-text/rich-text.component';

/** Closes with the figure, or undefined. A picture needs its words. */
@Component({
  selector: 'th-media-picker-page',
  imports: [
    CalloutComponent,
    DialogFrameComponent,
    FieldComponent,
    FileDropComponent,
    InputDirective,
  ],
  template: `
    <form novalidate (submit)="$event.preventDefault(); insert()">
      <th-dialog [heading]="t(picture ? 'media.picture' : 'media.av')">
        <div class="th-stack">
          @if (src(); as src) {
            @if (kind() === 'img') {
              <img [src]="src" [alt]="alt()" />
            } @else if (kind() === 'video') {
              <video controls preload="metadata" [src]="src"></video>
            } @else {
              <audio controls preload="metadata" [src]="src"></audio>
            }
          } @else {
            <th-file-drop
              [accept]="accept"
              [label]="t('media.choose')"
              [hint]="t(picture ? 'media.pictureHint' : 'media.avHint')"
              [progress]="progress()"
              (files)="upload($event[0])"
            />
          }
          @if (failure(); as error) {
            <th-callout kind="error">{{ words.of(error, fileName()) }}</th-callout>
          }
          @if (picture) {
            <th-field
              [label]="t('media.alt')"
              [hint]="t('media.altHint')"
              required
              [error]="tried() && !alt().trim() ? t('media.altMissing') : null"
            >
              <textarea
                #field
                thInput
                class="low"
                rows="3"
                maxlength="1000"
                [value]="alt()"
                (input)="alt.set(field.value)"
              ></textarea>
            </th-field>
          } @else {
            <p class="th-muted th-small">{{ t('media.avText') }}</p>
          }
        </div>
        <button thActions type="button" class="th-button" (click)="ref.close()">
          {{ t('cancel') }}
        </button>
        <button thActions type="submit" class="th-button th-button--primary" [disabled]="!src()">
          {{ t(wish.present ? 'save' : 'media.insert') }}
        </button>
      </th-dialog>
    </form>
  `,
  styles: `
    img,
    video {
      display: block;
      max-height: 18rem;
      border-radius: var(--th-radius);
    }
    audio {
      width: 100%;
    }
    .low {
      min-height: 0;
    }
  `,
})
export class MediaPickerPage {
  private readonly api = inject(Api);
  protected readonly wish = inject<MediaWish>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<FigureAttributes>>(DialogRef);
  protected readonly words = inject(FileWords);
  protected readonly t = injectText();
  protected readonly picture = this.wish.kind === 'img';
  protected readonly accept = this.picture ? PICTURE_FILES : AV_FILES;
  protected readonly src = signal(this.wish.present?.src ?? null);
  protected readonly kind = signal(this.wish.present?.kind ?? 'img');
  protected readonly alt = signal(this.wish.present?.alt ?? '');
  protected readonly tried = signal(false);
  protected readonly progress = signal<number | null>(null);
  protected readonly failure = signal<unknown>(null);
  protected readonly fileName = signal('');
  private readonly complete = computed(() => !this.picture || this.alt().trim() !== '');
  private readonly stop = new AbortController();

  constructor() {
    inject(DestroyRef).onDestroy(() => this.stop.abort());
    if (this.wish.file) void this.upload(this.wish.file);
  }

  protected async upload(file: File | undefined): Promise<void> {
    if (!file) return;
    this.fileName.set(file.name);
    this.failure.set(null);
    this.progress.set(0);
    try {
      const media = await this.api.upload(endpoints.uploadMedia, file, {
        progress: (ratio) => this.progress.set(ratio),
        signal: this.stop.signal,
      });
      const kind = kindOf(media.mimeType);
      const fits = kind !== null && (kind === 'img') === this.picture;
      if (!fits) return this.failure.set('other');
      this.kind.set(kind);
      this.src.set(media.url);
    } catch (error) {
      if (!this.stop.signal.aborted) this.failure.set(error);
    } finally {
      this.progress.set(null);
    }
  }

  protected insert(): void {
    this.tried.set(true);
    const src = this.src();
    if (!src || !this.complete()) return;
    this.ref.close({ kind: this.kind(), src, alt: this.alt().normalize('NFC').trim() });
  }
}

function kindOf(mimeType: string): FigureAttributes['kind'] | null {
  if (mimeType.startsWith('image/')) return 'img';
  if (mimeType.startsWith('video/')) return 'video';
  return mimeType.startsWith('audio/') ? 'audio' : null;
}
