/** Codes as text for a spreadsheet. */
import { expect, it } from '@jest/globals';
import { sheetOf } from './code-sheet';

it('puts tabs between cells, and lets no name become a formula', () => {
  const one = { staffCode: 'CB01', unitName: 'Xã\tAn', username: 'cb01', code: 'abcd-efgh' };
  expect(
    sheetOf(['Họ tên', 'Mã', 'Đơn vị', 'Tên', 'Code'], [{ ...one, fullName: '=1+1' }]).split('\n'),
  ).toEqual(['Họ tên\tMã\tĐơn vị\tTên\tCode', "'=1+1\tCB01\tXã An\tcb01\tabcd-efgh"]);
});
