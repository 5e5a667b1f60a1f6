/** The room where handing in files is put to the test: what the paper tells about it. */
import { expect, it } from '@jest/globals';
import { plain } from '../testing/plain';
import { fileUpload } from './file-upload';

it('tells what may be handed in, and nothing of how it is marked', () => {
  const frozen = fileUpload.paperOf(
    {
      kind: 'file_upload',
      ...plain,
      accept: ['pdf', 'docx'],
      maximumFiles: 3,
      maximumMegabytes: 20,
      rubric: [],
      markingGuide: 'Tìm ba ý',
      modelAnswer: 'Bài mẫu',
    },
    { random: () => 0, shuffleOptions: true },
  );
  expect(frozen).toEqual({
    kind: 'file_upload',
    paper: {
      kind: 'file_upload',
      stem: plain.stem,
      accept: ['pdf', 'docx'],
      maximumFiles: 3,
      maximumMegabytes: 20,
    },
  });
});
