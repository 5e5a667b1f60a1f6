/** GIFT: what Moodle writes is read, what we write is read again with the same meaning. */
import { describe, expect, it } from '@jest/globals';
import type { QuestionContent, QuestionKind } from '@tap-huan/contract';
import { arbitraryContent } from '@tap-huan/rules/testing';
import fc from 'fast-check';
import { acceptedContent } from '../../question/question-content';
import { CONTENTS } from '../../testing/contents';
import { found, keyOf, lines } from '../testing/found';
import { writeGift } from './gift-writer';

const read = (text: string) => found('a.gift', text);
const one = async (text: string) => (await read(text)).questions[0]?.content;

const KINDS = [
  'single',
  'multiple',
  'true_false',
  'matching',
  'numeric',
  'short_answer',
  'essay',
] as const satisfies QuestionKind[];

const withoutIds = <T extends { id: string }>(items: readonly T[]): Omit<T, 'id'>[] =>
  items.map(({ id: _, ...rest }) => rest);

/** What GIFT has words for. */
function meaning(content: QuestionContent): unknown {
  const shared = {
    kind: content.kind,
    stem: content.stem,
    feedback: content.feedback,
    tags: content.tags,
  };
  switch (content.kind) {
    case 'single':
      return { ...shared, options: withoutIds(content.options), key: keyOf(content) };
    case 'multiple': {
      // All or nothing becomes shares, and even weights are shares.
      const options = content.options.map(({ text, feedback }) => ({ text, feedback }));
      return { ...shared, options, key: keyOf(content) };
    }
    case 'true_false':
      return { ...shared, key: content.correct, feedbacks: content.optionFeedback };
    case 'matching':
      return { ...shared, pairs: withoutIds(content.pairs), distractors: content.distractors };
    case 'numeric': {
      const { value, tolerance, toleranceKind } = content;
      const width = toleranceKind === 'relative' ? Math.abs(value) * tolerance : tolerance;
      return { ...shared, value, width: Number(width.toPrecision(12)) };
    }
    case 'short_answer':
      return { ...shared, accepted: content.accepted };
    default:
      return shared;
  }
}

describe.each(KINDS)('%s', (kind) => {
  it('written and read again means the same', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryContent[kind], async (content) => {
        const given = acceptedContent({ ...content, stimulusId: null });
        const bytes = writeGift([{ category: ['Luật', 'Sở/ngành'], content: given }]);
        const { questions } = await found('a.gift', bytes);
        expect(questions).toHaveLength(1);
        expect(questions[0]?.problems).toEqual([]);
        expect(questions[0]?.category).toEqual(['Luật', 'Sở/ngành']);
        const again = questions[0]?.content;
        expect(again && meaning(again)).toEqual(meaning(given));
      }),
      { numRuns: 60 },
    );
  });
});

it('weights stay weights, even shares become partial marking', async () => {
  const weights = await one('Ai?{~%50%a ~%50%b ~%-20%c ~d}');
  expect(weights).toMatchObject({
    scoring: 'weights',
    options: [{ weight: 50 }, { weight: 50 }, { weight: -20 }, { weight: 0 }],
  });
  expect(await one('Ai?{~%50%a ~%50%b ~%-50%c ~%-50%d}')).toMatchObject({ scoring: 'partial' });
  const thirds = await one('Ai?{~%33.33333%a ~%33.33333%b ~%33.33333%c ~%-100%d}');
  expect(thirds).toMatchObject({ options: [{}, {}, {}, {}], correct: ['a', 'b', 'c'] });
});

it('a kind that GIFT has no words for stands as a remark', async () => {
  const text = writeGift(CONTENTS.map((content) => ({ category: [], content }))).toString();
  expect(
    text.match(/^\/\/ GIFT không có loại câu .*$/gm)?.map((line) => line.slice(26, 45)),
  ).toHaveLength(6);
  const { questions } = await read(text);
  expect(questions.map(({ kind }) => kind)).toEqual(KINDS);
});

describe('what Moodle takes', () => {
  it.each([
    [
      'colons and equals signs that were not escaped',
      'Chọn câu đúng: 1 + 1 = ?{=2: hai ~3 # sai: ba}',
      '2: hai',
    ],
    ['an address in the stem', 'Xem https://a.vn/?b=1 rồi trả lời{=một ~hai}', 'một'],
    ['several right answers', 'Ai?{=một =hai}', 'một | hai'],
    ['wildcards of a wrong answer', 'Ai?{=ếch =%50%mèo =%0%*}', 'ếch'],
    ['a range', 'Mấy?{#1..5}', '3'],
    ['a best number among several', 'Năm nào?{#=1822:0 =%50%1822:2}', '1822'],
  ])('%s', async (_, text, key) => {
    expect(keyOf((await one(text)) ?? null)).toBe(key);
  });

  it('partial credit that has no place here is told of', async () => {
    const { questions } = await read('Ai?{=một ~%50%hai ~ba}');
    expect(questions[0]).toMatchObject({
      kind: 'single',
      problems: [{ code: 'part_left_out', text: 'hai' }],
    });
  });

  it('remarks of true and false: the first is for a wrong answer', async () => {
    expect(await one('Đất?{TRUE#sai rồi#đúng rồi}')).toMatchObject({
      optionFeedback: { true: 'đúng rồi', false: 'sai rồi' },
    });
    expect(await one('Đất?{F#sai rồi#đúng rồi}')).toMatchObject({
      optionFeedback: { true: 'sai rồi', false: 'đúng rồi' },
    });
  });

  it('formats: HTML, Markdown, plain text', async () => {
    expect(await one('[html]<p>Điều <b>nào</b>?</p>{T}')).toMatchObject({
      stem: '<p>Điều <b>nào</b>?</p>',
    });
    expect(await one('[markdown]Điều **nào** _đúng_ a_b_c?{T}')).toMatchObject({
      stem: '<p>Điều <strong>nào</strong> <em>đúng</em> a_b_c?</p>',
    });
    expect(await one('[plain]Điều <b>?{T}')).toMatchObject({ stem: '<p>Điều &lt;b&gt;?</p>' });
    expect(
      await one('[html]<img src="x" onerror="alert(1)">Ai?<script>1</script>{T}'),
    ).toMatchObject({ stem: 'Ai?' });
  });

  it('categories and tags', async () => {
    const { questions } = await read(
      '// [tag:một] [tag:hai\\]]\nĐất?{T}\n\n$CATEGORY: $course$/top/Luật/Sở//ngành\n\nNước?{F}\n$CATEGORY: Khác\nLửa?{T}',
    );
    expect(questions.map(({ category, content }) => [category, content?.tags])).toEqual([
      [[], ['một', 'hai]']],
      [['Luật', 'Sở/ngành'], []],
      [['Khác'], []],
    ]);
  });

  it('files of old editors', async () => {
    const text = '\uFEFFĐất là của ai?\r\n{\r\n=toàn dân\r\n~riêng ai\r\n}\r\n';
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text.slice(1), 'utf16le')]);
    for (const bytes of [Buffer.from(text), wide]) {
      const { questions } = await found('a.txt', bytes);
      expect(questions[0]?.title).toBe('Đất là của ai?');
    }
    const { questions } = await found('a.txt', Buffer.from('Ai l\xe0m?{T}', 'latin1'));
    expect(questions[0]?.title).toBe('Ai làm?');
  });
});

it('a broken question takes no other with it', async () => {
  const file = [
    'Một?{=a ~b}',
    'Hai?{=a ~b',
    'Ba?{=a ~b}',
    'Bốn?{~a ~b}',
    'Năm?{#x}',
    'Sáu?{=a -> b}',
    'Chỉ là lời dẫn.',
    'Bảy?{\n=a\n\n~b\n}',
    'Tám?{}}{',
    'Chín?{T}',
  ].join('\n\n');
  expect(lines(await read(file))).toEqual([
    'dòng 1 · Một? · a',
    'dòng 3 · Hai?{=a ~b · - · unreadable',
    'dòng 5 · Ba? · a',
    'dòng 7 · Bốn? · - · key_missing',
    'dòng 9 · Năm?{#x} · - · unreadable',
    'dòng 11 · Sáu? · - · too_few_options',
    'dòng 13 · Chỉ là lời dẫn. · - · kind_not_supported',
    'dòng 15 · Bảy? · a',
    'dòng 21 · Tám?{}}{ · - · unreadable',
    'dòng 23 · Chín? · Đúng',
  ]);
});
