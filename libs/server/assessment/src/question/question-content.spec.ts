/** What an author sends becomes harmless and searchable, whatever the kind. */
import { describe, expect, it } from '@jest/globals';
import { QUESTION_KINDS, questionContent, type QuestionContent } from '@tap-huan/contract';
import type { z } from 'zod';
import { acceptedContent, likePattern, searchTextOf, titleOf } from './question-content';

type Written = z.input<typeof questionContent>;

/** Harm that a browser would act on, around words that stay. */
const harm = (words: string) =>
  `<p onclick="x()" style="x">${words}<script>alert(1)</script></p><img src=x onerror=x()>`;
/** The same as a hint or as feedback on an option, where it is text. */
const tagged = (words: string) => `<b onmouseover=x()>${words}</b><script>alert(1)</script> 3 < 5`;
const PLAIN = 'Vì 3 < 5';

const shared = {
  stem: harm('Đề bài'),
  feedback: harm('Giải thích'),
  hints: [tagged('Vì')],
  legalBasis: ['Nghị định 118/2025/NĐ-CP'],
};
const option = (id: string, text: string) => ({ id, text, feedback: tagged('Vì') });
const rubric = [
  {
    id: 'r1',
    title: 'Lập luận',
    weight: 1,
    levels: [
      { id: 'l1', percent: 0, description: 'Không' },
      { id: 'l2', percent: 100, description: 'Đủ' },
    ],
  },
];
const byHand = { rubric, markingGuide: harm('Hướng dẫn'), modelAnswer: harm('Bài mẫu') };
const area = (x: number) => ({ shape: 'circle', x, y: 500, radius: 50 }) as const;

const WRITTEN: { [K in (typeof QUESTION_KINDS)[number]]: Extract<Written, { kind: K }> } = {
  single: {
    kind: 'single',
    ...shared,
    options: [option('a', 'Bưu điện'), { id: 'b', text: 'Tòa án', feedback: '<br>' }],
    correct: 'a',
  },
  multiple: {
    kind: 'multiple',
    ...shared,
    options: [
      { ...option('a', 'Trực tiếp'), weight: 100 },
      { ...option('b', 'Qua người'), weight: -50 },
    ],
    correct: ['a'],
    scoring: 'weights',
  },
  true_false: {
    kind: 'true_false',
    ...shared,
    correct: true,
    optionFeedback: { true: tagged('Vì'), false: tagged('Vì') },
  },
  matching: {
    kind: 'matching',
    ...shared,
    pairs: [
      { id: 'p1', prompt: 'Xanh', answer: 'Bình thường' },
      { id: 'p2', prompt: 'Đỏ', answer: 'Khẩn cấp' },
    ],
    distractors: ['Không rõ'],
  },
  ordering: {
    kind: 'ordering',
    ...shared,
    items: [
      { id: 'i1', text: 'Lắng nghe' },
      { id: 'i2', text: 'Ghi nhận' },
      { id: 'i3', text: 'Trả lời' },
    ],
  },
  numeric: { kind: 'numeric', ...shared, value: 8, unit: 'giờ' },
  short_answer: { kind: 'short_answer', ...shared, accepted: ['Chỉ số cải cách'] },
  fill_blanks: {
    kind: 'fill_blanks',
    ...shared,
    text: 'Hồ sơ được [[b1]] trong\n[[b2]] ngày <b>',
    mode: 'list',
    blanks: [
      { id: 'b1', accepted: ['giải quyết', 'xử lý'], distractors: ['từ chối'] },
      { id: 'b2', accepted: ['ba'], distractors: ['bốn'] },
    ],
  },
  categorise: {
    kind: 'categorise',
    ...shared,
    groups: [
      { id: 'g1', title: 'Cấp tỉnh' },
      { id: 'g2', title: 'Cấp xã' },
    ],
    items: [
      { id: 'i1', text: 'Sở Nội vụ', groupId: 'g1' },
      { id: 'i2', text: 'Đặc khu', groupId: 'g2' },
    ],
  },
  hotspot: {
    kind: 'hotspot',
    ...shared,
    image: {
      url: '/api/media/5b0e8b3a-4c9d-4d5e-8f6a-1b2c3d4e5f60',
      alt: 'Sơ đồ một cửa',
      width: 800,
      height: 600,
    },
    areas: [
      { id: 'a1', label: 'Quầy tiếp nhận', area: area(200), feedback: tagged('Vì') },
      { id: 'a2', label: 'Quầy trả kết quả', area: area(800) },
    ],
    correct: ['a1'],
  },
  calculated: {
    kind: 'calculated',
    ...shared,
    stem: harm('Đề bài {a} và {b}'),
    variables: [
      { name: 'a', minimum: 1, maximum: 9 },
      { name: 'b', minimum: 1, maximum: 9 },
    ],
    formula: 'a + b',
  },
  essay: { kind: 'essay', ...shared, ...byHand },
  file_upload: { kind: 'file_upload', ...shared, accept: ['pdf'], ...byHand },
};

const FOUND: Record<keyof typeof WRITTEN, string> = {
  single: 'buu dien toa an',
  multiple: 'qua nguoi',
  true_false: 'de bai nghi dinh',
  matching: 'do khan cap khong ro',
  ordering: 'ghi nhan tra loi',
  numeric: 'de bai',
  short_answer: 'chi so cai cach',
  fill_blanks: 'ho so duoc giai quyet trong ba ngay',
  categorise: 'cap xa so noi vu dac khu',
  hotspot: 'so do mot cua quay tiep nhan',
  calculated: 'de bai {a} va {b}',
  essay: 'lap luan',
  file_upload: 'lap luan',
};

describe.each(QUESTION_KINDS)('%s', (kind) => {
  const content = acceptedContent(questionContent.parse(WRITTEN[kind]));

  it('stores no harm', () => {
    expect(content.stem).toMatch(/^<p>Đề bài[^<]*<\/p>$/);
    expect(content.feedback).toBe('<p>Giải thích</p>');
    expect(content.hints).toEqual([PLAIN]);
    expect(JSON.stringify(content)).not.toMatch(/<script|alert|onclick|onerror|onmouseover|style=/);
  });

  it('is the same when it is stored again', () => {
    expect(acceptedContent(structuredClone(content))).toEqual(content);
    expect(questionContent.parse(content)).toEqual(content);
  });

  it('is found by what can be read in it, and by the law, not by what explains it', () => {
    const text = searchTextOf(content);
    expect(text).toContain(FOUND[kind]);
    expect(text).toContain('118/2025/nd-cp');
    expect(text).not.toMatch(/giai thich|vi 3|huong dan|bai mau|\[\[/);
  });
});

describe('fields of single kinds', () => {
  const accepted = <K extends keyof typeof WRITTEN>(kind: K) =>
    acceptedContent(questionContent.parse(WRITTEN[kind])) as Extract<QuestionContent, { kind: K }>;

  it('make feedback on options plain, and drop it where nothing is left', () => {
    expect(accepted('single').options).toEqual([
      { id: 'a', text: 'Bưu điện', feedback: PLAIN },
      { id: 'b', text: 'Tòa án' },
    ]);
    expect(accepted('multiple').options[0]).toEqual({
      id: 'a',
      text: 'Trực tiếp',
      feedback: PLAIN,
      weight: 100,
    });
    expect(accepted('true_false').optionFeedback).toEqual({ true: PLAIN, false: PLAIN });
    expect(accepted('hotspot').areas.map(({ feedback }) => feedback)).toEqual([PLAIN, undefined]);
  });

  it('keep harmless HTML in guides for markers', () => {
    for (const kind of ['essay', 'file_upload'] as const) {
      expect(accepted(kind)).toMatchObject({
        markingGuide: '<p>Hướng dẫn</p>',
        modelAnswer: '<p>Bài mẫu</p>',
      });
    }
  });

  it('keep the text around blanks as it is', () => {
    expect(accepted('fill_blanks').text).toBe(WRITTEN.fill_blanks.text);
  });
});

it('takes a tag once, and ids as the database writes them', () => {
  const stimulusId = '5B0E8B3A-4C9D-4D5E-8F6A-1B2C3D4E5F60';
  const written = {
    ...WRITTEN.numeric,
    tags: ['luật', 'mới', 'luật'.normalize('NFD')],
    stimulusId,
  };
  expect(acceptedContent(questionContent.parse(written))).toMatchObject({
    tags: ['luật', 'mới'],
    stimulusId: stimulusId.toLowerCase(),
  });
});

it('refuses what cannot work, with a reason for each', () => {
  const broken = { ...WRITTEN.single, stem: '<script>x</script>', correct: 'c' };
  expect(() => acceptedContent(questionContent.parse(broken))).toThrow(
    expect.objectContaining({
      code: 'validation_failed',
      issues: [
        { path: 'content', code: 'stem_without_text', message: 'stem without text' },
        { path: 'content', code: 'correct_option_missing', message: 'correct option missing' },
      ],
    }),
  );
});

it('makes titles and patterns', () => {
  const content = questionContent.parse({
    ...WRITTEN.numeric,
    stem: `<p>${'Từ '.repeat(100)}</p>`,
  });
  expect(titleOf(content)).toMatch(/^Từ .*…$/);
  expect(titleOf(content).length).toBeLessThanOrEqual(140);
  expect(likePattern(undefined)).toBeNull();
  expect(likePattern('  ')).toBeNull();
  expect(likePattern('Đạt 100%_\\')).toBe('%dat 100\\%\\_\\\\%');
});
