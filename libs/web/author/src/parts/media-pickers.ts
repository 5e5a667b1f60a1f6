/** The room where editors ask for pictures, films and sounds. */
import { inject } from '@angular/core';
import { Dialogs } from '@tap-huan/web/ui';
import { MediaPickerPage } from '../lesson/media-picker.page';
import type { FormImage } from '../question/forms/hotspot-form';
import type { FigureAttributes } from '../rich-text/nodes';
import type { MediaWish } from '../rich-text/rich-text.component';

const LARGEST = 10_000;

/** Width and height of a picture as it came; the proportion matters, so the larger one is at most 10 000. */
function sizeOf(url: string): Promise<{ width: number; height: number }> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => {
      const { naturalWidth, naturalHeight } = image;
      const scale = Math.min(1, LARGEST / Math.max(naturalWidth, naturalHeight, 1));
      const whole = (length: number) => Math.max(1, Math.round(length * scale));
      resolve({ width: whole(naturalWidth), height: whole(naturalHeight) });
    };
    image.onerror = () => reject(new Error('picture cannot be read'));
    image.src = url;
  });
}

/** For a field of a page: asks for a medium of a text, or for the picture of a question. */
export function injectMediaPicker() {
  const dialogs = inject(Dialogs);
  const pick = async (wish: MediaWish): Promise<FigureAttributes | null> =>
    (await dialogs.open<FigureAttributes>(MediaPickerPage, { data: wish })) ?? null;
  const pickPicture = async (): Promise<FormImage | null> => {
    const figure = await pick({ kind: 'img' });
    if (!figure) return null;
    const size = await sizeOf(figure.src).catch(() => null);
    return size && { url: figure.src, alt: figure.alt, ...size };
  };
  return { pick, pickPicture };
}
