/** The room of which files may be handed in, told from their bytes; the name a browser sends proves nothing. */
import { UPLOAD_KINDS } from '@tap-huan/contract';
import { fileTypeFromFile } from 'file-type';

type UploadKind = (typeof UPLOAD_KINDS)[number];

export interface DetectedFile {
  kind: UploadKind;
  mimeType: string;
  /** Endings that a name may have; the first is given where the name has none of them. */
  endings: readonly [string, ...string[]];
}

const OFFICE = 'application/vnd.openxmlformats-officedocument.';

/** What the detector calls a kind -> how it is kept. */
const KINDS: ReadonlyMap<string, DetectedFile> = new Map<string, DetectedFile>([
  ['pdf', { kind: 'pdf', mimeType: 'application/pdf', endings: ['pdf'] }],
  ['docx', { kind: 'docx', mimeType: `${OFFICE}wordprocessingml.document`, endings: ['docx'] }],
  ['xlsx', { kind: 'xlsx', mimeType: `${OFFICE}spreadsheetml.sheet`, endings: ['xlsx'] }],
  ['pptx', { kind: 'pptx', mimeType: `${OFFICE}presentationml.presentation`, endings: ['pptx'] }],
  ['png', { kind: 'image', mimeType: 'image/png', endings: ['png'] }],
  ['jpg', { kind: 'image', mimeType: 'image/jpeg', endings: ['jpg', 'jpeg'] }],
  ['webp', { kind: 'image', mimeType: 'image/webp', endings: ['webp'] }],
  ['gif', { kind: 'image', mimeType: 'image/gif', endings: ['gif'] }],
  ['heic', { kind: 'image', mimeType: 'image/heic', endings: ['heic', 'heif'] }],
  ['mp3', { kind: 'audio', mimeType: 'audio/mpeg', endings: ['mp3'] }],
  ['m4a', { kind: 'audio', mimeType: 'audio/mp4', endings: ['m4a'] }],
  ['ogg', { kind: 'audio', mimeType: 'audio/ogg', endings: ['ogg', 'oga', 'opus'] }],
  ['oga', { kind: 'audio', mimeType: 'audio/ogg', endings: ['ogg', 'oga', 'opus'] }],
  ['opus', { kind: 'audio', mimeType: 'audio/ogg', endings: ['opus', 'ogg', 'oga'] }],
  ['wav', { kind: 'audio', mimeType: 'audio/wav', endings: ['wav'] }],
  ['aac', { kind: 'audio', mimeType: 'audio/aac', endings: ['aac'] }],
  ['mp4', { kind: 'video', mimeType: 'video/mp4', endings: ['mp4', 'm4v'] }],
  ['m4v', { kind: 'video', mimeType: 'video/mp4', endings: ['m4v', 'mp4'] }],
  ['mov', { kind: 'video', mimeType: 'video/quicktime', endings: ['mov'] }],
  ['3gp', { kind: 'video', mimeType: 'video/3gpp', endings: ['3gp'] }],
  ['webm', { kind: 'video', mimeType: 'video/webm', endings: ['webm'] }],
]);

/** What the file is, by its content; null where it is nothing that may be handed in. */
export async function detectedFile(path: string): Promise<DetectedFile | null> {
  const detected = await fileTypeFromFile(path);
  return (detected && KINDS.get(detected.ext)) ?? null;
}

/** Letters of a name without its ending. */
const NAME_LENGTH = 120;

/** The name that a file is kept under: no folders, no invisible letters, NFC, an ending that tells the truth. */
export function handedInName(given: string, { endings }: DetectedFile): string {
  const last = given.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const visible = last.replace(/\p{C}/gu, '').trim();
  const dot = visible.lastIndexOf('.');
  const ending = dot > 0 ? visible.slice(dot + 1).toLowerCase() : '';
  const stem = Array.from(dot > 0 ? visible.slice(0, dot) : visible.replace(/^\.+/, ''))
    .slice(0, NAME_LENGTH)
    .join('')
    .trim();
  return `${stem || 'tep'}.${endings.includes(ending) ? ending : endings[0]}`;
}
