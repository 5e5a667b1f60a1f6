/** Question lists as teachers write them in Word: what is read, and what is told of. */
import { describe, expect, it } from '@jest/globals';
import { docx, listed, type Paragraph, table } from '../testing/office-files';
import { found, lines } from '../testing/found';

const read = (...paragraphs: Paragraph[]) => found('de.docx', docx(...paragraphs));
const readLines = async (...paragraphs: Paragraph[]) => lines(await read(...paragraphs));

const underlined = (text: string): [string, { underline: true }] => [text, { underline: true }];

describe('how the key is marked', () => {
  const question = 'Câu 1: Thời hạn là bao lâu?';
  const marks: [string, Paragraph][] = [
    ['an underlined letter', [underlined('B'), '. 15 ngày']],
    ['an underlined letter with its dot', [underlined('B.'), ' 15 ngày']],
    ['an underlined text', ['B. ', underlined('15 ngày')]],
    ['everything underlined', [underlined('B. 15 ngày')]],
    ['bold', [['B. 15 ngày', { bold: true }]]],
    ['red', [['B. 15 ngày', { color: 'FF0000' }]]],
    ['dark red', ['B. ', ['15 ngày', { color: 'C00000' }]]],
    ['a marker pen', ['B. ', ['15 ngày', { highlight: 'yellow' }]]],
    ['a star before the letter', '*B. 15 ngày'],
    ['a star behind the text', 'B. 15 ngày*'],
  ];
  it.each(marks)('%s', async (_, right) => {
    expect(await readLines(question, 'A. 10 ngày', right, 'C. 20 ngày')).toEqual([
      'Câu 1 · Thời hạn là bao lâu? · 15 ngày',
    ]);
  });

  it.each([
    'Đáp án: B',
    'Đáp án đúng: B.',
    'ĐÁP ÁN B',
    'Đáp án đúng là B',
    'ĐA: b',
    'Answer: B',
    'Key: B',
  ])('in words: %s', async (key) => {
    const read = await readLines(question, 'A. 10 ngày', 'B. 15 ngày', 'C. 20 ngày', key);
    expect(read).toEqual(['Câu 1 · Thời hạn là bao lâu? · 15 ngày']);
  });

  it('the letter on a line of its own', async () => {
    const read = await readLines(
      question,
      'A. 10 ngày',
      'B. 15 ngày',
      'Đáp án:',
      'B',
      'Câu 2: Sao?',
    );
    expect(read[0]).toBe('Câu 1 · Thời hạn là bao lâu? · 15 ngày');
    expect(read).toHaveLength(2);
  });

  it('words beside the question say more than marks', async () => {
    const read = await readLines(
      question,
      ['A. ', underlined('10 ngày')],
      'B. 15 ngày',
      'Đáp án: B',
    );
    expect(read).toEqual(['Câu 1 · Thời hạn là bao lâu? · 15 ngày']);
  });

  it('bold letters of all options mark nothing; one bold text does', async () => {
    const bold = (letter: string, text: string, isKey = false): Paragraph => [
      [`${letter}. `, { bold: true }],
      [text, isKey ? { bold: true } : {}],
    ];
    expect(
      await readLines(
        question,
        bold('A', '10 ngày'),
        bold('B', '15 ngày', true),
        bold('C', '20 ngày'),
      ),
    ).toEqual(['Câu 1 · Thời hạn là bao lâu? · 15 ngày']);
    expect(await readLines(question, bold('A', '10 ngày'), bold('B', '15 ngày'))).toEqual([
      'Câu 1 · Thời hạn là bao lâu? · - · key_missing',
    ]);
  });

  it('several marks make several right answers', async () => {
    const read = await readLines(question, [underlined('A'), '. một'], 'B. hai', [
      underlined('C'),
      '. ba',
    ]);
    expect(read).toEqual(['Câu 1 · Thời hạn là bao lâu? · một + ba']);
  });

  it.each([['A, C'], ['A và C'], ['AC'], ['A; C']])('several letters: %s', async (key) => {
    const read = await readLines(question, 'A. một', 'B. hai', 'C. ba', `Đáp án: ${key}`);
    expect(read).toEqual(['Câu 1 · Thời hạn là bao lâu? · một + ba']);
  });
});

describe('keys behind the list', () => {
  const list: Paragraph[] = [
    'Câu 1. Một?',
    'A. a1',
    'B. b1',
    'Câu 2. Hai?',
    'A. a2',
    'B. b2',
    'Câu 3. Ba?',
    'A. a3',
    'B. b3',
  ];
  const right = ['Câu 1 · Một? · a1', 'Câu 2 · Hai? · b2', 'Câu 3 · Ba? · a3'];
  const tables: [string, Paragraph[]][] = [
    ['a line of pairs', ['ĐÁP ÁN', '1-A  2-B  3-A']],
    ['small letters without a mark', ['HẾT', 'BẢNG ĐÁP ÁN', '1a 2b 3a']],
    ['a pair on each line', ['---HẾT---', 'Đáp án:', '1. A', '2. B', '3. A']],
    ['"Câu 1: A"', ['ĐÁP ÁN', 'Câu 1: A', 'Câu 2: B', 'Câu 3: A']],
    ['pairs in cells', ['HẾT', table(['1-A', '2-B', '3-A'])]],
    ['pairs in cells with a dot', ['ĐÁP ÁN', table(['1.A', '2.b'], ['3.A', ''])]],
    ['letters below numbers', [table(['Câu', '1', '2', '3'], ['Đáp án', 'A', 'B', 'A'])]],
    ['letters beside numbers', [table(['Câu', 'Đáp án'], ['1', 'A'], ['2', 'B'], ['3', 'A'])]],
    [
      'explanations with the letter',
      ['LỜI GIẢI', 'HẾT', 'Câu 1: Chọn A', 'Câu 2: Chọn B. Vì hai.', 'Câu 3. Đáp án A'],
    ],
  ];
  it.each(tables)('%s', async (_, keys) => {
    expect(await readLines(...list, ...keys)).toEqual(right);
  });

  it('explanations among the keys go to their questions', async () => {
    const { questions } = await read(
      ...list,
      'HƯỚNG DẪN GIẢI',
      'HẾT',
      'Câu 2: Chọn B. Vì hai là b2.',
      'Theo khoản 2.',
    );
    expect(questions[1]?.content?.feedback).toBe('<p>Vì hai là b2.</p><p>Theo khoản 2.</p>');
    expect(questions.map(({ content }) => content !== null)).toEqual([false, true, false]);
  });

  it('two papers in a file keep their own keys', async () => {
    const read = await readLines(
      ...['ĐỀ 1', 'Câu 1. Một?', 'A. a1', 'B. b1', 'HẾT', '1-B'],
      ...['ĐỀ 2', 'Câu 1. Khác?', 'A. c1', 'B. d1', 'HẾT', '1-A'],
    );
    expect(read).toEqual(['Câu 1 · Một? · b1', 'Câu 1 · Khác? · c1']);
  });
});

describe('how questions and options are laid out', () => {
  it.each([
    ['Câu 1:', 'Câu 2:'],
    ['CÂU 1.', 'CÂU 2.'],
    ['Câu hỏi 1)', 'Câu hỏi 2)'],
    ['Bài 1.', 'Bài 2.'],
    ['Question 1:', 'Question 2:'],
    ['1.', '2.'],
    ['1)', '2)'],
    ['(1)', '(2)'],
  ])('%s', async (first, second) => {
    const { questions } = await read(
      ...[`${first} Một?`, 'A. a', '*B. b', `${second} Hai?`, '*A. a', 'B. b'],
    );
    expect(questions.map(({ place, title }) => `${place} ${title}`)).toEqual([
      'Câu 1 Một?',
      'Câu 2 Hai?',
    ]);
    expect(questions.every(({ content }) => content?.kind === 'single')).toBe(true);
  });

  it('several options on a line, with tabs or spaces, the right one underlined', async () => {
    const read = await readLines(
      'Câu 1: Màu nào?',
      ['A. xanh\t', underlined('B'), '. đỏ   C. tím vàng\tD. đen'],
      'Câu 2: Cây nào?',
      'A. mít   B. xoài',
      ['C. ', underlined('na'), '   D. ổi'],
    );
    expect(read).toEqual(['Câu 1 · Màu nào? · đỏ', 'Câu 2 · Cây nào? · na']);
  });

  it('lines inside one paragraph', async () => {
    expect(await readLines('Câu 1: Màu nào?\nA. xanh\nB. đỏ\nĐáp án: B')).toEqual([
      'Câu 1 · Màu nào? · đỏ',
    ]);
  });

  it('options in cells of a table', async () => {
    expect(
      await readLines('Câu 1: Màu nào?', table(['A. xanh', '*B. đỏ'], ['C. tím', 'D. đen'])),
    ).toEqual(['Câu 1 · Màu nào? · đỏ']);
  });

  it('numbers and letters that Word draws by itself', async () => {
    const read = await readLines(
      ...[listed(0, 'Một?'), listed(1, 'a1'), listed(1, 'b1'), 'Đáp án: B'],
      ...[listed(0, 'Hai?'), listed(1, 'a2'), listed(1, 'b2'), 'Đáp án: A'],
    );
    expect(read).toEqual(['Câu 1 · Một? · b1', 'Câu 2 · Hai? · a2']);
  });

  it('small letters, and statements in small letters before options in capitals', async () => {
    const { questions } = await read(
      ...['Câu 1. Màu nào?', 'a) xanh', '*b) đỏ'],
      ...['Câu 2. Phát biểu nào đúng?', 'a) Một', 'b) Hai', 'A. Chỉ a', '*B. Cả hai'],
    );
    expect(questions.map(({ content }) => content?.kind)).toEqual(['single', 'single']);
    expect(questions[1]?.content?.stem).toBe(
      '<p>Phát biểu nào đúng?</p><p>a) Một</p><p>b) Hai</p>',
    );
  });

  it('statements numbered inside a question are part of it', async () => {
    const { questions } = await read(
      ...['Câu 1: Cho các việc:', '1. Tiếp nhận', '2. Trả kết quả', '(3) Lưu', 'A. 1', '*B. 2'],
      'Câu 2: Đúng hay sai?',
      'A. Đúng   *B. Sai',
    );
    expect(questions).toHaveLength(2);
    expect(questions[0]?.content?.stem).toContain('<p>2. Trả kết quả</p><p>(3) Lưu</p>');
    expect(questions[1]?.content).toMatchObject({ kind: 'true_false', correct: false });
  });

  it('a stem and an option over several paragraphs', async () => {
    const { questions } = await read(
      ...['Câu 1: Theo Điều 5', '3.14 là gì?', 'A. số', 'pi', '*B. không rõ'],
    );
    expect(questions[0]?.content).toMatchObject({
      stem: '<p>Theo Điều 5</p><p>3.14 là gì?</p>',
      options: [{ text: 'số pi' }, { text: 'không rõ' }],
    });
  });

  it('raised and lowered digits stay what they are', async () => {
    const { questions } = await read(
      ['Câu 1: 10 m', ['2', { raised: true }], ' là?'],
      'A. a',
      '*B. b',
    );
    expect(questions[0]?.title).toBe('10 m² là?');
  });

  it('explanation, difficulty, outcome and worth', async () => {
    const { questions } = await read(
      'Câu 1 (0,25 điểm): [VD] Việc nào? (CLO1.2)',
      ...['A. a', '*B. b', 'Lời giải: Vì b.', 'Theo Điều 5.'],
    );
    expect(questions[0]?.content).toMatchObject({
      stem: '<p>Việc nào?</p>',
      difficulty: 'apply',
      tags: ['CLO1.2'],
      feedback: '<p>Vì b.</p><p>Theo Điều 5.</p>',
    });
  });

  it('the key inside of the explanation', async () => {
    const { questions } = await read('Câu 1: Việc nào?', 'A. a', 'B. b', 'Lời giải: Chọn B. Vì b.');
    expect(questions[0]?.content).toMatchObject({ correct: 'b', feedback: '<p>Vì b.</p>' });
  });

  it('chapters become categories; headings are no part of the option before them', async () => {
    const { questions } = await read(
      ...['Chương 1. Tiếp nhận', 'Câu 1: Một?', 'A. a', '*B. b', 'PHẦN II. TỰ LUẬN'],
      ...['Chương 2. Trả kết quả', 'Câu 2: Hai?', '*A. a', 'B. b'],
    );
    expect(questions.map(({ category }) => category)).toEqual([
      ['Chương 1. Tiếp nhận'],
      ['Chương 2. Trả kết quả'],
    ]);
    expect(questions[0]?.content).toMatchObject({ options: [{ text: 'a' }, { text: 'b' }] });
  });

  it('questions without options: by the key a statement, a number, words, or an essay', async () => {
    const { questions } = await read(
      ...['Câu 1: Đất là của toàn dân.', 'Đáp án: Đúng', 'Câu 2: Mấy ngày?', 'Đáp án: 15'],
      ...['Câu 3: Cơ quan nào?', 'Đáp án: UBND xã; Ủy ban nhân dân xã', 'Câu 4: Trình bày.'],
    );
    expect(questions.map(({ content }) => content)).toMatchObject([
      { kind: 'true_false', correct: true },
      { kind: 'numeric', value: 15 },
      { kind: 'short_answer', accepted: ['UBND xã', 'Ủy ban nhân dân xã'] },
      { kind: 'essay' },
    ]);
  });
});

describe('texts that questions share', () => {
  const passage = ['Hồ sơ được nhận tại một cửa.', 'Thời hạn là 15 ngày.'];
  const quoted = `<blockquote><p>${passage.join('</p><p>')}</p></blockquote>`;
  const two = (open: (number: number) => string): Paragraph[] =>
    [1, 2].flatMap((number) => [`${open(number)} Hỏi ${number}?`, 'A. a', '*B. b']);

  it.each<[string, Paragraph[]]>([
    [
      '[<sg>] … [<egc>] … [</sg>]',
      ['[<sg>]', ...passage, '[<egc>]', ...two((n) => `(<${n}>)`), '[</sg>]'],
    ],
    [
      '[<sg>] … [</sg>] before the questions',
      [
        'Questions (1)-(2) refer to the following passage: (CLO3)',
        '[<sg>]',
        ...passage,
        '[</sg>]',
        ...two((n) => `(${n})`),
      ],
    ],
    [
      'a heading with the numbers',
      ['Đọc đoạn sau và trả lời câu 1 đến câu 2:', ...passage, ...two((n) => `Câu ${n}:`)],
    ],
  ])('%s', async (_, paragraphs) => {
    const { questions } = await read(...paragraphs, 'Câu 3: Riêng?', 'A. a', '*B. b');
    expect(questions.map(({ content }) => content?.stem)).toEqual([
      `${quoted}<p>Hỏi 1?</p>`,
      `${quoted}<p>Hỏi 2?</p>`,
      '<p>Riêng?</p>',
    ]);
  });

  it('gaps of a text are questions', async () => {
    const { questions } = await read(
      ...['[<sg>]', 'Nộp {<1>}_____ tại {<2>}_____.', '[<egc>]'],
      ...['(<1>)', 'A. hồ sơ', '*B. đơn', '[<br>]', '(<2>)', '*A. một cửa', 'B. nhà', '[</sg>]'],
    );
    expect(questions.map(({ content }) => content?.stem)).toEqual([
      '<blockquote><p>Nộp (1)_____ tại (2)_____.</p></blockquote><p>(1) _____</p>',
      '<blockquote><p>Nộp (1)_____ tại (2)_____.</p></blockquote><p>(2) _____</p>',
    ]);
  });

  it('questions without numbers between [<br>]', async () => {
    const read = await readLines(
      ...[
        '(CLO1) Một?',
        'A. a',
        '*B. b [<br>]',
        '(CLO2) Hai?',
        '*A. a',
        'B. b',
        '[<br>]',
        'Ba?',
        '*A. a',
        'B. b',
      ],
    );
    expect(read).toEqual(['Câu 1 · Một? · b', 'Câu 2 · Hai? · a', 'Câu 3 · Ba? · a']);
  });
});

describe('what is wrong', () => {
  const good: Paragraph[] = ['Câu 1: Một?', 'A. a', '*B. b'];
  const last: Paragraph[] = ['Câu 3: Ba?', '*A. a', 'B. b'];
  const bad: [string, string, Paragraph[]][] = [
    ['no key', 'key_missing', ['Câu 2: Hai?', 'A. a', 'B. b']],
    ['a key that is no option', 'key_unknown', ['Câu 2: Hai?', 'A. a', 'B. b', 'Đáp án: D']],
    ['a key that is no letter', 'key_unknown', ['Câu 2: Hai?', 'A. a', 'B. b', 'Đáp án: hai']],
    ['one option', 'too_few_options', ['Câu 2: Hai?', '*A. a']],
    ['a key without options', 'too_few_options', ['Câu 2: Hai?', 'Đáp án: B']],
    ['no stem', 'no_stem', ['Câu 2:', 'A. a', '*B. b']],
    ['an option without text', 'content_invalid', ['Câu 2: Hai?', 'A. a', 'B.', '*C. c']],
    [
      'a question whose number was forgotten',
      'content_invalid',
      ['Câu 2: Hai?', 'A. a', '*B. b', 'Nữa?', 'A. c', '*B. d'],
    ],
    ['two options that are the same', 'content_invalid', ['Câu 2: Hai?', 'A. a', '*B. a']],
  ];
  it.each(bad)('%s is told of, and its neighbours are read', async (_, code, paragraphs) => {
    const { questions } = await read(...good, ...paragraphs, ...last);
    expect(questions.map(({ place, content }) => [place, content !== null])).toEqual([
      ['Câu 1', true],
      ['Câu 2', false],
      ['Câu 3', true],
    ]);
    expect(questions[1]?.problems.map((problem) => problem.code)).toEqual([code]);
  });

  it('a picture, words behind the options, and an essay among choices are kept and told of', async () => {
    const { questions } = await read(
      ...good,
      {
        xml: '<w:p><w:r><w:t>Câu 2: Hình nào?</w:t></w:r><w:r><w:drawing><w:t>x</w:t></w:drawing></w:r></w:p>',
      },
      ...['A. a', '*B. b', '', 'Trang 1/2'],
      ...last,
      'Câu 4: Phương án đâu?',
    );
    expect(
      questions.map(({ title, content, problems }) => [
        title,
        content?.kind,
        ...problems.map(({ code }) => code),
      ]),
    ).toEqual([
      ['Một?', 'single'],
      ['Hình nào?', 'single', 'picture_left_out', 'part_left_out'],
      ['Ba?', 'single'],
      ['Phương án đâu?', 'essay', 'too_few_options'],
    ]);
  });

  it('the same question twice', async () => {
    const { questions } = await read(
      ...good,
      'Câu 2: MỘT?',
      '*A. b',
      'B. a',
      'Câu 3: Một?',
      'A. năm',
      '*B. sáu',
    );
    expect(questions.map(({ problems }) => problems.map(({ code }) => code))).toEqual([
      [],
      ['duplicate_question'],
      [],
    ]);
  });

  it('a document without questions', async () => {
    const { questions, problems } = await read('Kính gửi quý vị', 'Trân trọng.');
    expect([questions, problems]).toEqual([[], [{ code: 'unreadable', text: '' }]]);
  });
});
