/** The room where the difference between two versions is put to the test. */
import { describe, expect, it } from '@jest/globals';
import type { ContentOf, QuestionContent } from '@tap-huan/contract';
import { arbitraryQuestion } from '@tap-huan/rules/testing';
import fc from 'fast-check';
import { vi } from '../../i18n/vi';
import type { Words } from '../../i18n/text';
import { contentLines } from './content-lines';
import { htmlText } from './line-parts';
import { versionDiff, wordParts } from './version-diff';

/** The Vietnamese dictionary, as the pages read it. */
const t = ((key: string, params: Record<string, unknown> = {}) => {
  const words = key
    .split('.')
    .reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], vi);
  return String(words).replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name]));
}) as Words;

const content: ContentOf<'single'> = {
  kind: 'single',
  stem: '<p>Thời hạn giải quyết là bao lâu?</p>',
  feedback: '<p>Theo <strong>Điều 5</strong>.</p>',
  hints: ['Xem Nghị định'],
  legalBasis: ['Nghị định 61/2018/NĐ-CP'],
  asOf: '2026-11-01',
  reviewOn: null,
  era: 'any',
  difficulty: 'recall',
  tags: ['một cửa'],
  stimulusId: null,
  options: [
    { id: 'a', text: '15 ngày làm việc' },
    { id: 'b', text: '30 ngày', feedback: 'Quá dài.' },
  ],
  correct: 'a',
};
const changes = (older: QuestionContent, newer: QuestionContent) =>
  versionDiff(contentLines(older, t), contentLines(newer, t))
    .filter(({ change }) => change !== 'same')
    .map(({ label, change, parts }) => {
      const words = parts.map(({ text, is }) => ({ same: '', gone: '-', come: '+' })[is] + text);
      return `${change} ${label}: ${words.join('|')}`;
    });

describe('versions', () => {
  it('stand as labelled lines', () => {
    expect(contentLines(content, t).map(({ label, text }) => `${label}: ${text}`)).toEqual([
      'Nội dung câu hỏi: Thời hạn giải quyết là bao lâu?',
      'Phương án A: 15 ngày làm việc (đúng)',
      'Phương án B: 30 ngày (sai)',
      'Phản hồi cho Phương án B: Quá dài.',
      'Giải thích chung: Theo Điều 5.',
      'Gợi ý 1: Xem Nghị định',
      'Căn cứ pháp lý: Nghị định 61/2018/NĐ-CP',
      'Cập nhật đến ngày: 01/11/2026',
      'Thời kỳ: Không phụ thuộc thời kỳ',
      'Mức độ: Nhận biết',
      'Nhãn: một cửa',
      'Tình huống dùng chung: Không',
    ]);
  });

  it('differ word by word', () => {
    const newer = {
      ...content,
      stem: '<p>Thời hạn giải quyết hồ sơ là bao lâu?</p>',
      options: [
        { id: 'a', text: '20 ngày làm việc' },
        { id: 'c', text: '45 ngày' },
      ],
      correct: 'c',
    };
    expect(changes(content, newer)).toEqual([
      'changed Nội dung câu hỏi: Thời hạn giải quyết |+hồ sơ |là bao lâu?',
      'changed Phương án A: -15|+20| ngày làm việc (|-đúng|+sai|)',
      'removed Phương án B: -30 ngày (sai)',
      'removed Phản hồi cho Phương án B: -Quá dài.',
      'added Phương án B: +45 ngày (đúng)',
    ]);
  });

  it('name a change of format', () => {
    const newer = { ...content, feedback: '<p>Theo Điều 5.</p>' };
    expect(changes(content, newer)).toEqual(['format Giải thích chung: Theo Điều 5.']);
  });

  it('show pictures and paragraphs in words', () => {
    const html =
      '<p>Một</p><figure><img src="/api/media/x" alt="Sơ đồ &amp; bảng"></figure><ul><li>Hai<br>Ba</li></ul>';
    expect(htmlText(html, t)).toBe('Một\n[Ảnh: Sơ đồ & bảng]\nHai\nBa');
  });

  it('have no difference to themselves, of any kind', () => {
    fc.assert(
      fc.property(arbitraryQuestion, (any) => {
        const lines = contentLines(any, t);
        expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
        expect(versionDiff(lines, lines).every(({ change }) => change === 'same')).toBe(true);
        expect(lines.map(({ label, text }) => label + text).join()).not.toMatch(
          /undefined|\[object/,
        );
      }),
      { numRuns: 200 },
    );
  });

  it('hold every word of both texts', () => {
    const words = fc.array(fc.constantFrom('hồ sơ', 'ngày', '15', 'Điều', ',', 'Đất'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(words, words, (one, two) => {
        const [older, newer] = [one.join(' '), two.join(' ')];
        const bare = (text: string) => text.replace(/\s+/g, '');
        const parts = wordParts(older, newer);
        const read = (without: string) =>
          bare(
            parts
              .filter(({ is }) => is !== without)
              .map(({ text }) => text)
              .join(''),
          );
        expect([read('come'), read('gone')]).toEqual([bare(older), bare(newer)]);
      }),
    );
  });
});
