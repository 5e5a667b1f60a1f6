/** The room where the texts inside questions and responses are put to the test. */
import { describe, expect, it } from '@jest/globals';
import type { QuestionContent } from '@tap-huan/contract';
import { referencedMedia, storableResponse } from './stored-text';
import { plain } from './testing/plain';

describe('storableResponse', () => {
  it('recomposes every text, also inside blanks and names of files', () => {
    const decomposed = 'Điều hoà'.normalize('NFD');
    expect(storableResponse({ kind: 'essay', text: decomposed })).toEqual({
      kind: 'essay',
      text: 'Điều hoà',
    });
    expect(storableResponse({ kind: 'fill_blanks', blanks: { b1: decomposed } })).toEqual({
      kind: 'fill_blanks',
      blanks: { b1: 'Điều hoà' },
    });
    const file = { id: 'x', name: decomposed, size: 3 };
    expect(storableResponse({ kind: 'file_upload', files: [file] })).toEqual({
      kind: 'file_upload',
      files: [{ ...file, name: 'Điều hoà' }],
    });
  });

  it('leaves numbers, null and ids alone', () => {
    const marks = [{ x: 1, y: 2 }, { area: 'o1' }];
    expect(storableResponse({ kind: 'hotspot', marks })).toEqual({ kind: 'hotspot', marks });
    const none = { kind: 'single' as const, choice: null };
    expect(storableResponse(none)).toEqual(none);
  });

  it('takes out what PostgreSQL cannot keep as JSON', () => {
    const text = 'a\u0000b\ud83dc \u{1F4C4}';
    expect(storableResponse({ kind: 'essay', text })).toEqual({
      kind: 'essay',
      text: 'ab\ufffdc \u{1F4C4}',
    });
  });
});

it('finds the media in every part of a question, each once', () => {
  const url = (digit: string) => `/api/media/6b0f4d0e-6e4b-4c39-8d3a-1f0a3a5b7c1${digit}`;
  const content: QuestionContent = {
    kind: 'hotspot',
    ...plain,
    stem: `<p><img src="${url('1')}" alt=""><img src='${url('2')}/thumb.webp'></p>`,
    feedback: `<a href="${url('1')}">xem</a> ${url('9').slice(0, -3)}`,
    image: { url: url('3'), alt: 'Mẫu', width: 1, height: 1 },
    areas: [],
    correct: [],
  };
  expect(referencedMedia(content)).toEqual([url('1'), `${url('2')}/thumb.webp`, url('3')]);
  const essay: QuestionContent = {
    kind: 'essay',
    ...plain,
    minimumWords: null,
    maximumWords: null,
    rubric: [],
    markingGuide: '',
    modelAnswer: `<img src="${url('4')}?w=2">`,
  };
  expect(referencedMedia(essay)).toEqual([url('4')]);
});
