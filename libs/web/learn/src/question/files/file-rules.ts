/** The room of what files a question takes. Pure. */
import type { AnswerResponse, AttemptFile, PaperOf, ResponseOf } from '@tap-huan/contract';

type Answer = ResponseOf<'file_upload'>;
type Kind = PaperOf<'file_upload'>['accept'][number];

/** What a browser's file dialog is told; the server looks at the content. */
const ACCEPT: Record<Kind, string> = {
  pdf: '.pdf',
  docx: '.docx',
  xlsx: '.xlsx',
  pptx: '.pptx',
  image: 'image/*',
  audio: 'audio/*',
  video: 'video/*',
};

/** As the `accept` attribute. */
export const acceptOf = (kinds: readonly Kind[]): string =>
  kinds.map((kind) => ACCEPT[kind]).join(',');

/** Bytes of so many megabytes, as phones count them. */
export const bytesOf = (megabytes: number): number => megabytes * 1_000_000;

/** The files that an answer names. */
export const filesOf = (response: AnswerResponse | null): AttemptFile[] =>
  response?.kind === 'file_upload' ? response.files : [];

/** The answer with one more file; the same file is named once. */
export const withFile = (response: AnswerResponse | null, file: AttemptFile): Answer => ({
  kind: 'file_upload',
  files: [...filesOf(response).filter(({ id }) => id !== file.id), file],
});

/** The answer without a file. */
export const withoutFile = (response: AnswerResponse | null, id: string): Answer => ({
  kind: 'file_upload',
  files: filesOf(response).filter((file) => file.id !== id),
});
