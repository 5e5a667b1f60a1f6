/** The room of the columns of a list of persons for Excel. */
import { gradeLabel } from '@tap-huan/rules';
import {
  birthCell,
  codeCell,
  type Column,
  countColumn,
  dayCell,
  hundredth,
  words,
} from '@tap-huan/server/platform';
import { FORMS, GROUPS, STAFF } from '../document/vietnamese';
import type { CompletionLine } from './completions';

export const COMPLETION_COLUMNS: readonly Column<CompletionLine>[] = [
  countColumn(),
  { name: 'Họ và tên', width: 30, cell: ({ fullName }) => words(fullName) },
  { name: 'Mã cán bộ', width: 13, cell: ({ staffCode }) => codeCell(staffCode) },
  { name: 'Ngày sinh', width: 12, cell: ({ birthDate }) => birthCell(birthDate) },
  { name: 'Đối tượng', width: 12, cell: (row) => words(STAFF[row.staffCategory]) },
  { name: 'Đơn vị khi đó', width: 36, cell: ({ unitThen }) => words(unitThen) },
  { name: 'Vị trí việc làm khi đó', width: 24, cell: ({ positionThen }) => words(positionThen) },
  { name: 'Khóa, chương trình bồi dưỡng', width: 44, cell: ({ title }) => words(title) },
  { name: 'Nhóm nội dung', width: 32, cell: (row) => words(GROUPS[row.contentGroup]) },
  { name: 'Hình thức', width: 22, cell: ({ form }) => words(FORMS[form]) },
  { name: 'Số tiết', width: 9, cell: ({ hours }) => hundredth(hours) },
  { name: 'Hoàn thành', width: 12, cell: ({ completedOn }) => dayCell(completedOn) },
  { name: 'Điểm', width: 8, cell: ({ scoreOfTen }) => hundredth(scoreOfTen) },
  {
    name: 'Xếp loại',
    width: 12,
    cell: ({ scoreOfTen }) => words(scoreOfTen === null ? null : gradeLabel(scoreOfTen)),
  },
  { name: 'Số vào sổ', width: 20, cell: ({ registerNo }) => codeCell(registerNo) },
];
