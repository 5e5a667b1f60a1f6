/** The room where a lesson in writing is put to the test. */
import { expect, it } from '@jest/globals';
import { bodyOf, isSameText, type LessonText, wrongFields } from './lesson-text';

const text: LessonText = {
  title: 'Bài một',
  bodyHtml: '<p>x</p>',
  minutes: 15,
  legalBasis: [],
  asOf: null,
  attachments: [],
};

it.each<[Partial<LessonText>, string[]]>([
  [{}, []],
  [{ title: '  ' }, ['title']],
  [{ title: 'a'.repeat(301) }, ['title']],
  [{ minutes: null }, ['minutes']],
  [{ minutes: 0 }, ['minutes']],
  [{ minutes: 2.5 }, ['minutes']],
  [{ legalBasis: ['a'.repeat(301)] }, ['legalBasis']],
  [{ bodyHtml: 'a'.repeat(400_001) }, ['bodyHtml']],
])('%j is wrong in %j', (part, fields) => {
  expect(wrongFields({ ...text, ...part })).toEqual(fields);
});

it('calls an attachment without a title by its file', () => {
  const media = { id: 'm', name: 'mau.pdf', mimeType: 'application/pdf', size: 1, url: '/x' };
  const attachments = [{ mediaId: 'm', title: ' ', media }];
  expect(bodyOf({ ...text, attachments }, 3)).toMatchObject({
    attachments: [{ mediaId: 'm', title: 'mau.pdf' }],
    revision: 3,
  });
});

it('compares what would be stored', () => {
  expect(isSameText(text, { ...text, title: ' Bài một ' })).toBe(true);
  expect(isSameText(text, { ...text, asOf: '2026-11-01' })).toBe(false);
});
