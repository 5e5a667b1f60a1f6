/** What is written into a workbook is what a reader of workbooks finds in it, whatever it is. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';
import readXlsxFile, { readSheet } from 'read-excel-file/node';
import { birthCell, codeCell, dayCell, figure, hundredth, momentCell, words } from './cells';
import { type Column, countColumn, tableSheet } from './table';
import { workbook } from './workbook';

interface Line {
  text: string;
  code: string;
  number: number | null;
  day: string | null;
}

const COLUMNS: Column<Line>[] = [
  countColumn(),
  { name: 'Họ và tên', width: 30, cell: ({ text }) => words(text) },
  { name: 'Mã', width: 12, cell: ({ code }) => codeCell(code) },
  { name: 'Số', width: 12, cell: ({ number }) => figure(number, '0.00') },
  { name: 'Ngày', width: 12, cell: ({ day }) => dayCell(day) },
];

const written = (lines: readonly Line[]): Promise<Buffer> =>
  workbook([tableSheet('Danh sách', null, COLUMNS, lines)]);

/** What remains of a text: XML has no sign for the rest, and a lone half of a letter is none. */
const kept = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/\r\n?/g, '\n');

const day = fc
  .date({
    min: new Date('1900-03-01T00:00:00Z'),
    max: new Date('2199-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((at) => at.toISOString().slice(0, 10));
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '=1+1',
    '+84',
    '-5',
    '@SUM(A1)',
    '00123',
    '1e3',
    '<a & "b">',
    '_x0041_',
    'a\r\nb',
  ),
  fc.constantFrom('Nguyễn Thị Ánh', 'Nguyễn Thị Ánh'.normalize('NFD'), 'TRUE', '25/11/2026'),
);
const line = fc.record({
  ...{ text, code: fc.stringMatching(/^[0-9]{1,12}$/) },
  number: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
  day: fc.option(day),
});

/** Parts of the package that are no XML. */
const illFormed = (bytes: Buffer): string[] =>
  Object.entries(unzipSync(bytes))
    .filter(([, part]) => XMLValidator.validate(strFromU8(part)) !== true)
    .map(([name]) => name);

describe('a workbook', () => {
  it('is read as it was written: words as words, figures as figures, days as days', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 30 }), async (lines) => {
        const bytes = await written(lines);
        const [sheet] = await readXlsxFile(bytes, { trim: false });
        expect(sheet?.sheet).toBe('Danh sách');
        expect(illFormed(bytes)).toEqual([]);
        const [head, ...rows] = sheet?.data ?? [];
        expect(head).toEqual(['STT', 'Họ và tên', 'Mã', 'Số', 'Ngày']);
        expect(rows).toEqual(
          lines.map((each, index) => [
            ...[index + 1, kept(each.text) || null, each.code],
            // The reader knows no -0.
            each.number === null ? null : each.number + 0,
            each.day === null ? null : new Date(`${each.day}T00:00:00Z`),
          ]),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('keeps every sheet under a name that Excel takes, and headings above the columns', async () => {
    const names = ['Khóa: 1/2 [a]*?', 'Khóa: 1/2 [a]*?', `${'x'.repeat(30)}🙂`, "'", ''];
    const heading = { over: 'Sở Nội vụ', title: 'SỔ', note: ['một', 'hai'], centred: true };
    const lines = [{ text: 'a', code: '01', number: 1, day: null }];
    const sheets = await readXlsxFile(
      await workbook(names.map((name) => tableSheet(name, heading, COLUMNS, lines))),
    );
    const found = sheets.map(({ sheet }) => sheet);
    expect(new Set(found).size).toBe(names.length);
    for (const name of found) {
      expect(name).toMatch(/^[^\\/?*[\]:']+$/);
      expect(name.length).toBeLessThanOrEqual(31);
    }
    expect(sheets[0]?.data.map(([first]) => first)).toEqual([
      ...['Sở Nội vụ', 'SỔ', 'một', 'hai', 'STT', 1],
    ]);
  });

  it('cuts what no cell can hold, leaves out what is no number, and shows half days as hours', async () => {
    const cells: Column<null>[] = [
      { name: 'a', width: 9, cell: () => words(`${'a'.repeat(32_766)}🙂`) },
      { name: 'b', width: 9, cell: () => figure(NaN) },
      { name: 'c', width: 9, cell: () => momentCell(new Date('2026-11-23T23:30:00Z')) },
      { name: 'd', width: 9, cell: () => birthCell('1975') },
      { name: 'e', width: 9, cell: () => birthCell('1975-02-28') },
      { name: 'f', width: 9, cell: () => hundredth(850) },
      { name: 'g', width: 9, cell: () => dayCell('1899-01-01') },
    ];
    const [, row] = await readSheet(await workbook([tableSheet('a', null, cells, [null])]));
    const [, , moment] = row ?? [];
    // Days as a fraction: exact to a thousandth of a second.
    expect(Math.round(Number(moment) / 1_000) * 1_000).toBe(Date.parse('2026-11-24T06:30:00Z'));
    expect(row).toEqual([
      'a'.repeat(32_766),
      null,
      moment,
      1975,
      new Date('1975-02-28T00:00:00Z'),
      8.5,
      '1899-01-01',
    ]);
  });

  it('is the same bytes for the same sheets', async () => {
    const lines = [{ text: 'a', code: '01', number: 1, day: '2026-11-24' }];
    expect((await written(lines)).equals(await written(lines))).toBe(true);
  });

  it('writes more columns than the alphabet has letters', async () => {
    const columns = Array.from({ length: 60 }, (_, at): Column<number> => ({
      ...{ name: `c${at}`, width: 8 },
      cell: (n) => figure(n + at),
    }));
    const [, row] = await readSheet(await workbook([tableSheet('a', null, columns, [1])]));
    expect(row).toEqual(Array.from({ length: 60 }, (_, at) => at + 1));
  });
});
