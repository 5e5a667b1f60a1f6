/** The room where questions that a person marks are put to the test. */
import { describe, expect, it } from '@jest/globals';
import type { ContentOf } from '@tap-huan/contract';
import { fileUpload } from '../file-upload/file-upload';
import { plain } from '../testing/plain';
import { essay } from './essay';

const byHand = { rubric: [], markingGuide: 'Tìm ba ý', modelAnswer: 'Bài mẫu' };
const draw = { random: () => 0, shuffleOptions: true };

describe('essay', () => {
  const content: ContentOf<'essay'> = {
    kind: 'essay',
    ...plain,
    minimumWords: 100,
    maximumWords: null,
    ...byHand,
  };
  const frozen = essay.paperOf(content, draw);

  it.each([
    ['Em nghĩ rằng', 'unmarked', 'answered', true],
    ['.', 'unmarked', 'answered', true],
    [' \n ', 'unanswered', 'unanswered', false],
    ['', 'unanswered', 'unanswered', false],
  ])('%j is %s', (text, outcome, label, complete) => {
    const response = { kind: 'essay' as const, text };
    expect(essay.grade(content, frozen, response)).toEqual({
      earned: 0,
      of: 1,
      fraction: 0,
      outcome,
    });
    expect(essay.classify(content, frozen, response)).toBe(label);
    expect(essay.isComplete(response, frozen.paper)).toBe(complete);
    expect(essay.explain(content, frozen, response).correct).toBeNull();
  });

  it('shows neither guide nor model answer', () => {
    expect(frozen.paper).toEqual({
      kind: 'essay',
      stem: plain.stem,
      minimumWords: 100,
      maximumWords: null,
    });
  });
});

describe('file_upload', () => {
  const content: ContentOf<'file_upload'> = {
    kind: 'file_upload',
    ...plain,
    accept: ['pdf'],
    maximumFiles: 2,
    maximumMegabytes: 5,
    ...byHand,
  };
  const frozen = fileUpload.paperOf(content, draw);
  const file = { id: '6b0f4d0e-6e4b-4c39-8d3a-1f0a3a5b7c11', name: 'kế hoạch.pdf', size: 10 };

  it.each([
    [[file], 'unmarked', 'answered', true],
    [[], 'unanswered', 'unanswered', false],
  ])('%j is %s', (files, outcome, label, complete) => {
    const response = { kind: 'file_upload' as const, files };
    expect(fileUpload.grade(content, frozen, response).outcome).toBe(outcome);
    expect(fileUpload.classify(content, frozen, response)).toBe(label);
    expect(fileUpload.isComplete(response, frozen.paper)).toBe(complete);
    expect(fileUpload.explain(content, frozen, response).correct).toBeNull();
  });
});
