/** Question lists in Excel: our own workbooks after an author has changed them, and lists of other making. */
import { describe, expect, it } from '@jest/globals';
import type { QuestionContent, QuestionKind } from '@tap-huan/contract';
import { arbitraryContent } from '@tap-huan/rules/testing';
import fc from 'fast-check';
import { acceptedContent } from '../../question/question-content';
import { contentOf } from '../../testing/contents';
import { found, keyOf, lines } from '../testing/found';
import { sheetOf, xlsx, zipped } from '../testing/office-files';
import { Archive } from '../package/archive';
import { workbookSheets } from './sheet-rows';
import { questionTemplate } from './template';
import { writeExcel } from './workbook';

/** The workbook of a question, its rows changed and written anew. */
async function changed(
  content: QuestionContent,
  change: (cells: string[], column: (title: string) => number) => void,
) {
  const accepted = acceptedContent({ ...content, stimulusId: null });
  const bytes = await writeExcel([{ category: [], content: accepted }]);
  const archive = Archive.open(bytes);
  const [rows = []] = (archive && (await workbookSheets(archive))) ?? [];
  const [head = [], cells = []] = rows.map((row) => Array.from(row.cells, (cell) => cell ?? ''));
  change(cells, (title) => head.indexOf(title));
  const { questions } = await found(
    'a.xlsx',
    sheetOf(
      head,
      Array.from(cells, (cell) => cell ?? ''),
    ),
  );
  return { accepted, question: questions[0] };
}

describe('a workbook of ours that its author has changed', () => {
  const shared: [string, string, Partial<QuestionContent>][] = [
    ['Nội dung câu hỏi', 'Câu mới?\nDòng hai', { stem: '<p>Câu mới?</p><p>Dòng hai</p>' }],
    ['Phản hồi', 'Vì < 5', { feedback: '<p>Vì &lt; 5</p>' }],
    ['Căn cứ pháp lý', 'Luật A\nLuật B', { legalBasis: ['Luật A', 'Luật B'] }],
    ['Mức độ', 'Vận dụng', { difficulty: 'apply' }],
    ['Nhãn', 'một cửa; 8,5', { tags: ['một cửa', '8,5'] }],
  ];
  it.each(shared)('%s: any kind keeps all the rest', async (title, text, expected) => {
    for (const kind of ['single', 'categorise', 'calculated', 'fill_blanks'] as QuestionKind[]) {
      const content = {
        ...contentOf(kind),
        stem: kind === 'calculated' ? contentOf(kind).stem : '<p>Cũ?</p>',
      };
      const stem = kind === 'calculated' && title.startsWith('Nội dung');
      const { accepted, question } = await changed(content, (cells, column) => {
        cells[column(title)] = stem ? 'Với {hoso} và {phut}?' : text;
      });
      expect(question?.content).toEqual({
        ...accepted,
        ...(stem ? { stem: '<p>Với {hoso} và {phut}?</p>' } : expected),
      });
    }
  });

  it('another key and another text of an option; feedback, hints and weights that still hold stay', async () => {
    const single = await changed(contentOf('single'), (cells, column) => {
      cells[column('Đáp án đúng')] = 'B';
      cells[column('Phương án C')] = 'Tòa án nhân dân';
    });
    expect(single.question?.content).toEqual({
      ...single.accepted,
      correct: 'secret-b',
      options: [
        ...(single.accepted as { options: unknown[] }).options.slice(0, 2),
        { id: 'secret-c', text: 'Tòa án nhân dân' },
      ],
    });
    const weighted = await changed(contentOf('multiple'), (cells, column) => {
      cells[column('Phương án D')] = 'Nhờ người khác';
    });
    expect(weighted.question?.content).toMatchObject({
      scoring: 'weights',
      correct: ['secret-a', 'secret-b'],
    });
    const rekeyed = await changed(contentOf('multiple'), (cells, column) => {
      cells[column('Đáp án đúng')] = 'A, C';
    });
    expect(rekeyed.question?.content).toMatchObject({
      scoring: 'partial',
      correct: ['secret-a', 'secret-c'],
    });
  });

  it('an option more, and one less', async () => {
    const { question } = await changed(contentOf('multiple'), (cells, column) => {
      cells[column('Phương án A')] = '';
      cells[column('Đáp án đúng')] = 'B, C';
    });
    expect(question?.content).toMatchObject({
      options: [{ id: 'secret-b' }, { id: 'secret-c' }, { id: 'secret-d' }],
      correct: ['secret-b', 'secret-c'],
    });
    const more = await changed(contentOf('single'), (cells, column) => {
      cells[column('Phương án D')] = 'Phương án mới';
      cells[column('Đáp án đúng')] = 'D';
    });
    expect(keyOf(more.question?.content ?? null)).toBe('Phương án mới');
  });

  it('pairs, an order, a number, accepted answers', async () => {
    const pairs = await changed(contentOf('matching'), (cells, column) => {
      cells[column('Phương án B')] = 'Vàng => Cẩn thận';
    });
    expect(pairs.question?.content).toMatchObject({
      pairs: [{ id: 'p1' }, { id: 'p2', prompt: 'Vàng', answer: 'Cẩn thận' }, { id: 'p3' }],
      distractors: ['Không rõ'],
    });
    const order = await changed(contentOf('ordering'), (cells, column) => {
      cells[column('Phương án B')] = 'Ghi vào sổ';
    });
    expect(order.question?.content).toMatchObject({
      items: [{}, { id: 'secret-2', text: 'Ghi vào sổ' }, {}, {}],
    });
    const number = await changed(contentOf('numeric'), (cells, column) => {
      expect(cells[column('Đáp án đúng')]).toBe('24,5 giờ ± 0,25');
      cells[column('Đáp án đúng')] = '8,5 giờ ± 5 %';
    });
    expect(number.question?.content).toMatchObject({
      value: 8.5,
      unit: 'giờ',
      tolerance: 0.05,
      toleranceKind: 'relative',
    });
    const words = await changed(contentOf('short_answer'), (cells, column) => {
      cells[column('Đáp án đúng')] = 'PAR | PAR INDEX';
    });
    expect(words.question?.content).toMatchObject({ accepted: ['PAR', 'PAR INDEX'] });
  });

  it('another kind', async () => {
    const { question } = await changed(contentOf('single'), (cells, column) => {
      cells[column('Loại câu')] = 'Nhiều lựa chọn';
      cells[column('Đáp án đúng')] = 'A, B';
    });
    expect(question?.content).toMatchObject({ kind: 'multiple', hints: contentOf('single').hints });
  });

  it('formatting that a plain cell cannot keep is told of', async () => {
    const content = { ...contentOf('single'), stem: '<p>Điều <strong>nào</strong>?</p>' };
    const { question } = await changed(content, (cells, column) => {
      cells[column('Nội dung câu hỏi')] = 'Điều nào đúng?';
    });
    expect(question?.problems.map(({ code }) => code)).toEqual(['part_left_out']);
    expect(question?.content?.stem).toBe('<p>Điều nào đúng?</p>');
  });

  it('without its last column the kinds that cells can say are still there', async () => {
    for (const kind of ['single', 'true_false', 'matching', 'ordering', 'numeric'] as const) {
      await fc.assert(
        fc.asyncProperty(arbitraryContent[kind], async (content) => {
          const { accepted, question } = await changed(content, (cells, column) => {
            cells[column('Dữ liệu đầy đủ (không sửa)')] = '';
          });
          expect(question?.problems).toEqual([]);
          expect(keyOf(question?.content ?? null)).toBe(keyOf(accepted));
        }),
        { numRuns: 6 },
      );
    }
  });

  it('a last column that was broken counts as empty', async () => {
    const { question } = await changed(contentOf('true_false'), (cells, column) => {
      cells[column('Dữ liệu đầy đủ (không sửa)')] = '{"kind":"true_f';
    });
    expect(question?.content).toMatchObject({ kind: 'true_false', hints: [] });
  });
});

describe('lists of other making', () => {
  const head = ['STT', 'Nội Dung Câu Hỏi', 'Đáp Án A', 'Đáp Án B', 'Đáp Án C', 'Đáp Án Đúng'];

  it('a header below a title, and more columns than ours', async () => {
    const { questions } = await found(
      'a.xlsx',
      sheetOf(
        ['MẪU DANH SÁCH CÂU HỎI'],
        ['Lưu ý: không sửa mẫu'],
        [...head, 'Khối', 'Chương', 'Độ khó (Dễ = 1, Khó = 3)'],
        ['1', '1 + 1 = ?', '2', '1', '3', 'A', '1', 'Số học', '3'],
      ),
    );
    expect(questions).toMatchObject([
      {
        place: 'dòng 4',
        category: ['Số học'],
        content: { kind: 'single', correct: 'a', difficulty: 'apply' },
      },
    ]);
  });

  it.each([
    ['B', 'b'],
    ['b.', 'b'],
    ['Đáp án B', 'b'],
    ['hai', 'b'],
    ['2', 'b'],
    ['A, C', 'a + c'],
    ['AC', 'a + c'],
    ['1;3', 'a + c'],
  ])('the key %s', async (key, right) => {
    const options = ['một', 'hai', 'ba'];
    const { questions } = await found('a.xlsx', sheetOf(head, ['1', 'Hỏi?', ...options, key]));
    const expected = right
      .split(' + ')
      .map((letter) => options[letter.charCodeAt(0) - 97])
      .join(' + ');
    expect(keyOf(questions[0]?.content ?? null)).toBe(expected);
  });

  it('a wrong row is told of with its number, and the others are read', async () => {
    const row = (stem: string, a: string, b: string, key: string) => ['', stem, a, b, '', key];
    const read = await found(
      'a.xlsx',
      sheetOf(
        head,
        row('Một?', 'a', 'b', 'A'),
        row('Hai?', 'a', 'b', ''),
        row('Ba?', 'a', 'b', 'E'),
        row('Bốn?', 'a', '', 'A'),
        row('', 'a', 'b', 'A'),
        row('Năm?', 'a', 'a', 'A'),
        row('Sáu?', 'a', 'b', 'B'),
      ),
    );
    expect(lines(read)).toEqual([
      'dòng 2 · Một? · a',
      'dòng 3 · Hai? · - · key_missing',
      'dòng 4 · Ba? · - · key_unknown',
      'dòng 5 · Bốn? · - · too_few_options',
      'dòng 6 ·  · - · no_stem',
      'dòng 7 · Năm? · - · content_invalid',
      'dòng 8 · Sáu? · b',
    ]);
  });

  it('kinds by their name, by other names, and guessed', async () => {
    const rows: [string, string, string, string, string][] = [
      ['Trắc nghiệm', '1?', 'a', 'b', 'A, B'],
      ['Đúng sai', '2?', '', '', 'Sai'],
      ['tự luận', '3?', '', '', ''],
      ['Nối cột', '4?', 'a => 1', 'b => 2', ''],
      ['single', '5?', 'a', 'b', 'A'],
      ['', '6?', '', '', '8,5'],
      ['', '7?', '', '', 'UBND | Ủy ban'],
      ['', '8?', '', '', ''],
      ['', '9?', '', '', 'Đúng'],
      ['Nói', '10?', 'a', 'b', 'A'],
    ];
    const { questions } = await found(
      'a.xlsx',
      sheetOf(['Loại câu', 'Câu hỏi', 'A', 'B', 'Đáp án'], ...rows),
    );
    expect(questions.map(({ kind, problems }) => kind ?? problems[0]?.code)).toEqual([
      ...['multiple', 'true_false', 'essay', 'matching', 'single'],
      ...['numeric', 'short_answer', 'essay', 'true_false', 'kind_not_supported'],
    ]);
  });

  it('numbers, days that Excel made of fractions, truths, formulas and broken cells', async () => {
    const cell = (at: string, type: string, value: string, style = '') =>
      `<c r="${at}" t="${type}"${style}><v>${value}</v></c>`;
    const text = (at: string, value: string) =>
      `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
    const titles = [
      'Câu hỏi',
      'Phương án A',
      'Phương án B',
      'Phương án C',
      'Phương án D',
      'Đáp án',
    ];
    const bytes = xlsx(
      `<row r="1">${titles.map((title, index) => text(`${'ABCDEF'[index]}1`, title)).join('')}</row>
       <row r="2">${text('A2', 'Số?')}${cell('B2', 'n', '0.1')}${cell('C2', 'n', '1414')}${cell('D2', 'n', '45971', ' s="1"')}${cell('E2', 's', '99')}${text('F2', 'A')}</row>
       <row r="3">${text('A3', 'Thật?')}<c r="B3" t="str"><f>1+1</f><v>hai</v></c><c r="C3" t="str"><f>X()</f></c>${cell('D3', 'e', '#N/A')}${text('E3', 'ba')}${text('F3', 'hai')}</row>
       <row r="1048576">${text('XFD1048576', 'lạc')}</row>`,
    );
    const archive = Archive.open(bytes);
    const parts = Object.fromEntries(
      await Promise.all(
        ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/worksheets/sheet1.xml'].map(
          async (name) => [name, (await archive?.text(name, 1e6)) ?? ''],
        ),
      ),
    ) as Record<string, string>;
    const { questions } = await found(
      'a.xlsx',
      zipped({
        ...parts,
        'xl/styles.xml':
          '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
      }),
    );
    expect(questions.map(({ content }) => content)).toMatchObject([
      { options: [{ text: '0,1' }, { text: '1414' }, { text: '10/11/2025' }], correct: 'a' },
      { options: [{ text: 'hai' }, { text: 'ba' }], correct: 'a' },
    ]);
    expect(questions).toHaveLength(2);
  });

  it('a sheet of other programs: prefixed names, texts in pieces, a sheet before the list', async () => {
    const sheet = (rows: string) => `<x:worksheet><x:sheetData>${rows}</x:sheetData></x:worksheet>`;
    const shared = (...indexes: number[]) =>
      `<x:row>${indexes.map((index) => `<x:c t="s"><x:v>${index}</x:v></x:c>`).join('')}</x:row>`;
    const strings = ['Câu hỏi', 'A', 'B', 'Đáp án', 'Ai?', 'tôi', 'anh'];
    const { questions } = await found(
      'a.xlsx',
      zipped({
        'xl/workbook.xml':
          '<x:workbook><x:sheets><x:sheet name="1" r:id="r1"/><x:sheet name="2" r:id="r2"/></x:sheets></x:workbook>',
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="r2" Target="/xl/worksheets/b.xml"/><Relationship Id="r1" Target="worksheets/a.xml"/></Relationships>',
        'xl/sharedStrings.xml': `<x:sst>${strings.map((text) => `<x:si><x:r><x:t>${text.slice(0, 1)}</x:t></x:r><x:r><x:t>${text.slice(1)}</x:t></x:r><x:rPh><x:t>phụ</x:t></x:rPh></x:si>`).join('')}</x:sst>`,
        'xl/worksheets/a.xml': sheet(shared(4)),
        'xl/worksheets/b.xml': sheet(shared(0, 1, 2, 3) + shared(4, 5, 6, 2)),
      }),
    );
    expect(lines({ format: 'xlsx', problems: [], questions })).toEqual(['dòng 2 · Ai? · anh']);
  });

  it('a workbook without a list', async () => {
    const { questions, problems } = await found(
      'a.xlsx',
      sheetOf(['Họ và tên', 'Mã'], ['An', '1']),
    );
    expect([questions, problems.map(({ code }) => code)]).toEqual([[], ['unreadable']]);
  });
});

it('every example of the template can be taken over', async () => {
  const { questions, problems } = await found('mau.xlsx', await questionTemplate());
  expect(problems).toEqual([]);
  expect(questions.flatMap((question) => question.problems)).toEqual([]);
  expect(questions.map(({ kind }) => kind)).toEqual([
    ...['single', 'multiple', 'true_false', 'matching'],
    ...['ordering', 'numeric', 'short_answer', 'essay'],
  ]);
});
