/** What was found in a file, in words; and many numbers in few letters. */
import { describe, expect, it } from '@jest/globals';
import { type FoundQuestion, questionContent, type QuestionContent } from '@tap-huan/contract';
import type { Words } from '../i18n/text';
import {
  isOffered,
  keyWords,
  mendingList,
  placeWords,
  problemSentences,
  stateOf,
} from './found-words';
import { vi } from './i18n/vi';
import type { FileText } from './i18n/text';
import { numberList } from './number-list';

/** The Vietnamese words, as the page finds them. */
const t = ((key: string, params: Record<string, unknown> = {}) => {
  const found = key
    .split('.')
    .reduce<unknown>((part, step) => (part as Record<string, unknown>)[step], vi);
  return String(found).replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''));
}) as unknown as FileText;
const words = ((key: string) => `<${key}>`) as unknown as Words;

const content = (given: object): QuestionContent =>
  questionContent.parse({ stem: '<p>Hỏi?</p>', ...given });
const OPTIONS = [
  { id: 'x', text: 'một' },
  { id: 'y', text: 'hai' },
  { id: 'z', text: 'ba' },
];
const SINGLE = content({ kind: 'single', options: OPTIONS, correct: 'y' });

const found = (part: Partial<FoundQuestion>): FoundQuestion => ({
  number: 1,
  place: 'Câu 1',
  title: 'Hỏi?',
  kind: 'single',
  category: [],
  content: SINGLE,
  problems: [],
  ...part,
});

describe('the state of a question', () => {
  it('is read, with remarks, or to be mended', () => {
    expect(stateOf(found({}))).toBe('good');
    expect(stateOf(found({ problems: [{ code: 'picture_left_out', text: '' }] }))).toBe('notice');
    expect(stateOf(found({ content: null }))).toBe('wrong');
  });

  it('doubles and guesses are not offered; what lost a picture is', () => {
    const offered = (code: FoundQuestion['problems'][number]['code']) =>
      isOffered(found({ problems: [{ code, text: '' }] }));
    expect(offered('picture_left_out')).toBe(true);
    expect(offered('part_left_out')).toBe(true);
    expect(offered('duplicate_question')).toBe(false);
    expect(offered('already_in_bank')).toBe(false);
    expect(offered('too_few_options')).toBe(false);
    expect(isOffered(found({ content: null }))).toBe(false);
  });
});

describe('sentences', () => {
  const sentences = (code: FoundQuestion['problems'][number]['code'], text = '', part = {}) =>
    problemSentences(found({ problems: [{ code, text }], ...part }), t, words);

  it('carry the words of the file, or end without them', () => {
    expect(sentences('key_unknown', 'E')).toEqual(['Đáp án không khớp với phương án nào: E']);
    expect(sentences('too_few_options', '', { content: null })).toEqual([
      'Không đủ hai phương án.',
    ]);
    expect(sentences('part_left_out')).toEqual(['Một phần không nhập được.']);
  });

  it('an essay among choices is told otherwise than a lone option', () => {
    expect(sentences('too_few_options')).toEqual([vi.problems.essay_instead]);
  });

  it('name what is wrong with the content, each once', () => {
    expect(
      sentences(
        'content_invalid',
        'option_texts_repeat, too_long:text, too_long:stem, wrong:options, wrong:value',
      ),
    ).toEqual([
      '<problems.option_texts_repeat>',
      vi.problems.too_long,
      vi.problems.letters,
      'Có mục chưa đúng (value).',
    ]);
  });

  it('places', () => {
    expect(
      ['dòng 7', 'trang 2, dòng 7', 'Câu 12', '#3', 'khác'].map((place) => placeWords(place, t)),
    ).toEqual(['Dòng 7', 'Trang 2, dòng 7', 'Câu 12', 'Câu 3', 'khác']);
  });
});

it('the key in a line', () => {
  const key = (given: object) => keyWords(content(given), t);
  expect(keyWords(SINGLE, t)).toBe('B. hai');
  expect(key({ kind: 'multiple', options: OPTIONS, correct: ['z', 'x'] })).toBe('A. một; C. ba');
  expect(key({ kind: 'true_false', correct: false })).toBe('Sai');
  expect(key({ kind: 'numeric', value: 8.5, unit: 'giờ', tolerance: 0.25 })).toBe('8,5 giờ ± 0,25');
  expect(key({ kind: 'numeric', value: 120, tolerance: 0.05, toleranceKind: 'relative' })).toBe(
    '120 ± 5 %',
  );
  expect(key({ kind: 'short_answer', accepted: ['TTHC', 'T.T.H.C'] })).toBe('TTHC | T.T.H.C');
  expect(key({ kind: 'ordering', items: OPTIONS })).toBe('3 mục theo thứ tự');
  expect(key({ kind: 'essay' })).toBe('giảng viên chấm');
});

it('the list of what is to be mended', () => {
  const list = mendingList(
    'đề.docx',
    [found({ number: 3, content: null, title: '', problems: [{ code: 'no_stem', text: '' }] })],
    t,
    words,
  );
  expect(list).toBe(
    '\uFEFFCác câu chưa nhập được của tệp đề.docx\r\n\r\n3. Câu 1: (không có chữ)\r\n   - Thiếu nội dung câu hỏi.\r\n',
  );
});

it('numbers in few letters', () => {
  expect(numberList([])).toBe('');
  expect(numberList([5, 1, 2, 3, 9, 8])).toBe('1-3,5,8-9');
  expect(numberList([7])).toBe('7');
});
