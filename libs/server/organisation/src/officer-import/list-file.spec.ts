/** Staff lists as people send them: Excel and text, with titles above, double headings, and dates of all kinds. */
import { describe, expect, it } from '@jest/globals';
import writeXlsxFile from 'write-excel-file/node';
import { suggestedMapping, tableOf } from './columns';
import { readListFile, requireListFile, UnreadableList } from './list-file';
import { readBirthDate, readCategory, readDay, readPhone } from './read-value';

const csv = async (text: string | Buffer) =>
  tableOf(await readListFile(Buffer.isBuffer(text) ? text : Buffer.from(text)));
const mapped = (headings: string[]) => suggestedMapping(headings, new Map());

describe('a list as text', () => {
  it('is read with the semicolons of Vietnamese Excel and its byte order mark', async () => {
    const table = await csv('\uFEFFMã cán bộ;Họ và tên;Ngày sinh\r\nCB1;"Nguyễn; Văn An";1990\r\n');
    expect(table.headings).toEqual(['Mã cán bộ', 'Họ và tên', 'Ngày sinh']);
    expect(table.rows).toEqual([{ number: 2, cells: ['CB1', 'Nguyễn; Văn An', '1990'] }]);
  });

  it('is read in UTF-16 and in NFC whatever it was written in', async () => {
    const text = '\uFEFFMã cán bộ\tHọ và tên\tNgày sinh\nCB1\tNguyễn Văn Ấn\t1990\n';
    const table = await csv(Buffer.from(text.normalize('NFD'), 'utf16le'));
    expect(table.rows[0]?.cells[1]).toBe('Nguyễn Văn Ấn');
  });

  it('is found below titles, without its empty lines', async () => {
    const table = await csv(
      'SỞ NỘI VỤ,,\nDANH SÁCH CÁN BỘ,,\n,,\nSTT,Mã CB,Họ tên\n1,CB1,Nguyễn Văn An\n,,\n2,CB2,Lê Bình\n',
    );
    expect(table.headerRow).toBe(4);
    expect(table.rows.map(({ number }) => number)).toEqual([5, 7]);
  });

  it('has a double heading, such as the years of birth of men and of women', async () => {
    const table = await csv(
      'Mã số,Họ và tên,Năm sinh,,Chức vụ\n,,Nam,Nữ,\nCB1,Nguyễn Văn An,1990,,\nCB2,Lê Thị Bình,,1991,Giám đốc\n',
    );
    expect(table.headings).toEqual([
      'Mã số',
      'Họ và tên',
      'Năm sinh Nam',
      'Năm sinh Nữ',
      'Chức vụ',
    ]);
    expect(mapped(table.headings)).toEqual([
      'staffCode',
      'fullName',
      'birthDate',
      'birthDate',
      'leadership',
    ]);
  });

  it.each([
    ['a,b,c\n1,2,3\n', 'no_table'],
    ['Mã cán bộ,Họ và tên,Ngày sinh\n', 'no_rows'],
  ])('without what is needed says so: %j', async (text, reason) => {
    await expect(csv(text)).rejects.toEqual(new UnreadableList(reason as 'no_table'));
  });
});

describe('a workbook', () => {
  it('has days as dd/MM/yyyy, and the list may be on any sheet', async () => {
    const text = (value: string) => ({ type: String, value });
    const bytes = await writeXlsxFile([
      { sheet: 'Bìa', data: [[text('Danh sách')]] },
      {
        sheet: 'DS',
        data: [
          ['STT', 'Tên', 'Mã nhân viên', 'Ngày Sinh'].map(text),
          [
            { type: Number, value: 1 },
            text('Nguyễn Văn A'),
            { type: Number, value: 123 },
            { type: Date, value: new Date('1997-01-19T00:00:00Z'), format: 'dd/mm/yyyy' },
          ],
        ],
      },
    ]).toBuffer();
    const table = tableOf(await readListFile(bytes));
    expect(table.rows[0]?.cells).toEqual(['1', 'Nguyễn Văn A', '123', '19/01/1997']);
    expect(mapped(table.headings)).toEqual([null, 'fullName', 'staffCode', 'birthDate']);
  });

  it('that is broken, or an old .xls, is refused', async () => {
    await expect(readListFile(Buffer.from('PK\u0003\u0004 nonsense'))).rejects.toEqual(
      new UnreadableList('unreadable'),
    );
    expect(() => requireListFile(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))).toThrow(
      'file_kind_not_allowed',
    );
  });
});

describe('a mapping', () => {
  it('takes "Tên" as the given name beside "Họ và tên đệm"', () => {
    expect(mapped(['Họ và tên đệm', 'Tên'])).toEqual(['familyName', 'givenName']);
    expect(mapped(['Tên'])).toEqual(['fullName']);
  });

  it('gives a field once, and goes by what was said before', () => {
    expect(mapped(['Đơn vị', 'Phòng ban'])).toEqual(['unit', null]);
    const remembered = new Map([
      ['phong ban', 'unit' as const],
      ['don vi', null],
    ]);
    expect(suggestedMapping(['Đơn vị', 'Phòng ban (mới)'], remembered)).toEqual([null, 'unit']);
  });
});

describe('a value', () => {
  it.each([
    ['25/11/1990', '1990-11-25'],
    ['5.3.1990', '1990-03-05'],
    ['1990-03-05', '1990-03-05'],
    ['31/02/1990', null],
    ['13/25/1990', null],
    ['05/03/90', null],
    ['năm 1990', null],
  ])('day %s is %s', (text, expected) => expect(readDay(text)).toBe(expected));

  it('of birth may be a year, but not one ahead', () => {
    expect(readBirthDate('1990', '2026-11-23')).toEqual({ value: '1990' });
    expect(readBirthDate('2027', '2026-11-23')).toEqual({ problem: 'future_date' });
    expect(readBirthDate('24/11/2026', '2026-11-23')).toEqual({ problem: 'future_date' });
  });

  it('of a category is known by its usual names', () => {
    expect(readCategory('Công chức')).toEqual({ value: 'cong_chuc' });
    expect(readCategory('VIÊN CHỨC')).toEqual({ value: 'vien_chuc' });
    expect(readCategory('Hợp đồng')).toEqual({ value: 'khac' });
    expect(readCategory('?')).toEqual({ problem: 'unknown_category' });
  });

  it('of a telephone gets back the 0 that Excel took', () => {
    expect(readPhone('912345678')).toEqual({ value: '0912345678' });
    expect(readPhone('số nhà')).toEqual({ problem: 'bad_phone' });
  });
});
