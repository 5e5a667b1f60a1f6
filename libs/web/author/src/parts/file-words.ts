/** The room of what may be uploaded, and what to say when it may not. */
import { inject, Injectable } from '@angular/core';
import { isFailure, Problems } from '@tap-huan/web/api';
import { injectText } from '../i18n/text';

/** As the `accept` attribute; the server tells kinds by their bytes. */
export const PICTURE_FILES = '.png,.jpg,.jpeg,.webp,.gif';
export const AV_FILES = '.mp4,.m4v,.webm,.mp3,.m4a,.ogg,.oga,.opus,.wav';
export const ATTACHMENT_FILES = `.pdf,${PICTURE_FILES},${AV_FILES}`;

/** Failed uploads in words, with the limit and the kinds that are taken. */
@Injectable({ providedIn: 'root' })
export class FileWords {
  private readonly problems = inject(Problems);
  private readonly t = injectText();

  of(error: unknown, name: string): string {
    if (isFailure(error, 'file_too_large')) {
      const megabytes = error.params['megabytes'];
      return megabytes === undefined
        ? this.t('media.tooLargeUnknown', { name })
        : this.t('media.tooLarge', { name, megabytes });
    }
    if (isFailure(error, 'file_kind_not_allowed')) return this.t('media.wrongKind', { name });
    if (error === 'other') return this.t('media.otherPlace', { name });
    return this.problems.message(error);
  }
}
