/** The room of which files are taken, told from their bytes; the name a browser sends proves nothing. */
import { Failure } from '@tap-huan/server/platform';
import { fileTypeFromBuffer } from 'file-type';

export interface MediaKind {
  mimeType: string;
  /** Endings that a name may have; the first is given where the name has none of them. */
  endings: readonly [string, ...string[]];
}

const PNG: MediaKind = { mimeType: 'image/png', endings: ['png'] };
const MP4: MediaKind = { mimeType: 'video/mp4', endings: ['mp4', 'm4v'] };
const OGG: MediaKind = { mimeType: 'audio/ogg', endings: ['ogg', 'oga', 'opus'] };

/** What the detector calls a kind -> how it is stored. HTML and SVG can act, so they are not here. */
const KINDS: ReadonlyMap<string, MediaKind> = new Map<string, MediaKind>([
  ['png', PNG],
  ['apng', PNG],
  ['jpg', { mimeType: 'image/jpeg', endings: ['jpg', 'jpeg'] }],
  ['webp', { mimeType: 'image/webp', endings: ['webp'] }],
  ['gif', { mimeType: 'image/gif', endings: ['gif'] }],
  ['mp4', MP4],
  ['m4v', MP4],
  ['webm', { mimeType: 'video/webm', endings: ['webm'] }],
  ['mp3', { mimeType: 'audio/mpeg', endings: ['mp3'] }],
  ['ogg', OGG],
  ['oga', OGG],
  ['opus', OGG],
  ['wav', { mimeType: 'audio/wav', endings: ['wav'] }],
  ['m4a', { mimeType: 'audio/mp4', endings: ['m4a'] }],
  ['pdf', { mimeType: 'application/pdf', endings: ['pdf'] }],
]);

/** @throws Failure file_kind_not_allowed */
export async function mediaKind(bytes: Uint8Array): Promise<MediaKind> {
  const detected = await fileTypeFromBuffer(bytes);
  const kind = detected && KINDS.get(detected.ext);
  if (!kind) throw new Failure('file_kind_not_allowed');
  return kind;
}

/** Pictures, sounds and films are shown in the page; anything else is a download. */
export const dispositionOf = (mimeType: string): 'inline' | 'attachment' =>
  /^(image\/(png|jpeg|webp|gif)|audio\/[\w-]+|video\/[\w-]+)$/.test(mimeType)
    ? 'inline'
    : 'attachment';

/** Letters of a name without its ending. */
const NAME_LENGTH = 120;

/** The name that a file is kept under: no folders, no invisible letters, NFC, an ending that tells the truth. */
export function tidyName(given: string, kind: MediaKind): string {
  const last = given.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const visible = last.replace(/\p{C}/gu, '').trim();
  const dot = visible.lastIndexOf('.');
  const ending = dot > 0 ? visible.slice(dot + 1) : '';
  const stem = Array.from(dot > 0 ? visible.slice(0, dot) : visible.replace(/^\.+/, ''))
    .slice(0, NAME_LENGTH)
    .join('')
    .trim();
  const told = kind.endings.includes(ending.toLowerCase()) ? ending : kind.endings[0];
  return `${stem || 'tep'}.${told}`;
}
