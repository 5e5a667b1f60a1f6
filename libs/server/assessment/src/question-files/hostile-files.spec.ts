/** Files that want to do harm, or were harmed: a clear word, no crash, and no long wait. */
import { describe, expect, it } from '@jest/globals';
import { Failure } from '@tap-huan/server/platform';
import { docx, documentXml, xlsx, zipped } from './testing/office-files';
import { found } from './testing/found';

const unreadable = [{ code: 'unreadable', text: '' }];

/** Nothing here may take long: others save their answers meanwhile. */
async function quickly<T>(work: Promise<T>, milliseconds = 15_000): Promise<T> {
  const start = performance.now();
  const result = await work;
  expect(performance.now() - start).toBeLessThan(milliseconds);
  return result;
}

const MEGABYTE = 1_048_576;

describe('packages', () => {
  it('a bomb: a part that unfolds without end is not unfolded', async () => {
    const bomb = zipped(
      { 'word/document.xml': documentXml('a'.repeat(60 * MEGABYTE)) },
      { level: 9 },
    );
    expect(bomb.length).toBeLessThan(MEGABYTE);
    const { questions, problems } = await quickly(found('a.docx', bomb));
    expect([questions, problems]).toEqual([[], unreadable]);
  });

  it('a bomb that lies about its size', async () => {
    const bomb = zipped({ 'xl/workbook.xml': 'a'.repeat(60 * MEGABYTE) }, { level: 9 });
    const at = bomb.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    bomb.writeUInt32LE(10, at + 24);
    expect((await quickly(found('a.xlsx', bomb))).problems).toEqual(unreadable);
  });

  it('broken, cut, empty and encrypted packages', async () => {
    const whole = docx('Câu 1: Một?', 'A. a', '*B. b');
    const broken = Buffer.from(whole);
    broken.fill(0xff, 60, 160);
    const directory = Buffer.from(whole);
    directory.writeUInt32LE(0xffffffff, directory.length - 6);
    const encrypted = Buffer.from(whole);
    encrypted[encrypted.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])) + 8] = 1;
    const many = Buffer.from(whole);
    many.writeUInt16LE(0xffff, many.length - 12);
    for (const bytes of [
      broken,
      directory,
      encrypted,
      many,
      whole.subarray(0, 300),
      Buffer.from('PK'),
    ]) {
      expect((await found('a.docx', bytes)).problems).toEqual(unreadable);
    }
  });

  it('every way of cutting a file short', async () => {
    const whole = docx('Câu 1: Một?', 'A. a', '*B. b');
    for (let length = 2; length < whole.length; length += 7) {
      expect((await found('a.docx', whole.subarray(0, length))).questions).toEqual([]);
    }
  });
});

describe('XML', () => {
  it('entities of a document type are not unfolded', async () => {
    const laughs = Array.from(
      { length: 10 },
      (_, n) => `<!ENTITY l${n + 1} "&l${n};&l${n};&l${n};">`,
    );
    const type = `<!DOCTYPE x [<!ENTITY l0 "ha"><!ENTITY file SYSTEM "file:///etc/passwd">${laughs.join('')}]>`;
    const xml = documentXml('Câu 1: &l10; &file;?', 'A. a', '*B. b');
    const bytes = zipped({ 'word/document.xml': xml.replace('<w:document', `${type}<w:document`) });
    expect((await found('a.docx', bytes)).problems).toEqual(unreadable);
  });

  it('depth, unclosed elements and angle brackets without end', async () => {
    const deep = '<w:p>'.repeat(100_000);
    const open = '<w:p><w:r><w:t '.repeat(50_000);
    const nested = '<w:tbl><w:tr><w:tc>'.repeat(30_000);
    for (const body of [deep, open, nested, '<'.repeat(MEGABYTE), '<a '.repeat(300_000)]) {
      const bytes = zipped({ 'word/document.xml': `<w:document><w:body>${body}` });
      expect((await quickly(found('a.docx', bytes))).problems).toEqual(unreadable);
    }
  });

  it('a sheet with a cell at the end of the world', async () => {
    const cell = (at: string) => `<c r="${at}" t="inlineStr"><is><t>Câu hỏi</t></is></c>`;
    const far = xlsx(`<row r="1048576">${cell('XFD1048576')}</row>`);
    expect((await quickly(found('a.xlsx', far))).problems).toEqual(unreadable);
    const endless = xlsx('<row r="1e99"><c r="ZZZ9"><v>1e999</v></c></row>'.repeat(50_000));
    expect((await quickly(found('a.xlsx', endless))).problems).toEqual(unreadable);
  });
});

describe('text', () => {
  const letters = (text: string) => text.repeat(Math.ceil(MEGABYTE / text.length));
  it.each([
    ['letters', letters('a')],
    ['braces', letters('{')],
    ['braces and blank lines', `a{${letters('=b\n\n')}`],
    ['equals signs', `a{${letters('=b ')}}`],
    ['tildes and remarks', `a{${letters('~b#c')}`],
    ['tags of a comment', letters('// [tag:')],
    ['underscores', letters('_ ')],
    ['backslashes', letters('\\')],
    ['stars of Markdown', `[markdown]${letters('**a_')}{T}`],
    ['elements', `[html]${letters('<p>')}{T}`],
    ['spaces', letters(' ')],
  ])('a megabyte of %s in a GIFT file', async (_, text) => {
    await quickly(found('a.gift', text));
  });

  it.each([
    ['letters', letters('a')],
    ['spaces', `Câu 1: ${letters(' ')}x`],
    ['options', `Câu 1: A. x${letters(' A. B. ')}`],
    ['numbers', letters('1 ')],
    ['pairs', letters('1-A ')],
    ['brackets', letters('(CLO ')],
    ['breaks', letters('[<br>]')],
    ['ranges', `Câu 1: ${letters('câu 1 đến ')}`],
    ['dots', letters('.')],
    ['keys', `Đáp án: ${letters('A, ')}`],
  ])('a megabyte of %s on a line of a Word file', async (_, text) => {
    await quickly(found('a.docx', docx('Câu 1: Một?', text, 'A. a', '*B. b')));
  });

  it.each([
    ['deep', '['.repeat(MEGABYTE)],
    [
      'of the wrong shape',
      '{"format":"tap-huan-questions-1","questions":[1,null,"a",{"content":5}]}',
    ],
    [
      'with questions that are none',
      '{"format":"tap-huan-questions-1","questions":[{"content":{"kind":"single","__proto__":{"a":1}}}]}',
    ],
    ['of nothing', ''],
  ])('JSON %s', async (_, text) => {
    const { questions, problems } = await quickly(found('a.json', text));
    expect(questions.every(({ content }) => content === null)).toBe(true);
    expect(questions.length + problems.length).toBeGreaterThan(0);
  });
});

it('more questions than a file may bring are counted, not read', async () => {
  const text = Array.from({ length: 5_003 }, (_, index) => `Câu số ${index}?{T}`).join('\n\n');
  const { questions, problems } = await found('a.gift', text);
  expect(questions).toHaveLength(5_000);
  expect(problems).toEqual([{ code: 'too_many_questions', text: '3' }]);
});

it('files of other kinds are refused', async () => {
  const files: [string, Buffer | string][] = [
    ['a.doc', Buffer.from('d0cf11e0a1b11ae100000000', 'hex')],
    ['a.pdf', '%PDF-1.7'],
    ['a.gift', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0])],
    ['a.zip', zipped({ 'a.txt': 'a' })],
    ['a.exe', 'MZ'],
    ['a', 'Một?{T}'],
  ];
  for (const [name, bytes] of files) {
    await expect(found(name, bytes)).rejects.toEqual(new Failure('file_kind_not_allowed'));
  }
});
