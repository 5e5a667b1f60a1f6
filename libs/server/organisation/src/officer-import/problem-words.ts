/** The room of what is wrong with a line, in the words of the file that goes back to whoever wrote it. */
import type { ImportField, ImportProblem, ImportProblemCode } from '@tap-huan/contract';

/** Names of the fields, which are also the columns of the template. */
export const FIELD_NAMES: Record<ImportField, string> = {
  staffCode: 'Mã cán bộ',
  fullName: 'Họ và tên',
  familyName: 'Họ và tên đệm',
  givenName: 'Tên',
  birthDate: 'Ngày sinh',
  unit: 'Đơn vị',
  jobPosition: 'Vị trí việc làm',
  rank: 'Ngạch, hạng',
  leadership: 'Chức vụ lãnh đạo',
  appointedOn: 'Ngày bổ nhiệm',
  staffCategory: 'Đối tượng',
  since: 'Giữ vị trí từ ngày',
  decisionNo: 'Số quyết định',
  email: 'Email',
  phone: 'Điện thoại',
};

const WORDS: Record<ImportProblemCode, (text: string) => string> = {
  missing: () => 'còn trống',
  too_long: () => 'quá dài',
  bad_date: (text) => `"${text}" không phải là ngày; viết theo mẫu 25/11/1990`,
  future_date: (text) => `"${text}" là ngày chưa đến`,
  bad_email: (text) => `"${text}" không phải là địa chỉ thư`,
  bad_phone: (text) => `"${text}" không phải là số điện thoại`,
  unknown_category: (text) => `"${text}" không rõ; viết Công chức, Viên chức hoặc Khác`,
  unit_unknown: (text) => `không có đơn vị "${text}" trong phạm vi quản lý`,
  unit_ambiguous: (text) => `nhiều đơn vị cùng tên; ghi một trong các mã: ${text}`,
  unit_closed: (text) => `đơn vị đã kết thúc hoạt động${text ? `, nay là ${text}` : ''}`,
  code_repeated: (text) => `trùng với dòng ${text}`,
  code_elsewhere: (text) => `mã ${text} đã dùng cho cán bộ ngoài phạm vi quản lý`,
  before_position: (text) => `trước ngày ${text} của vị trí đang ghi nhận`,
  appointed_without_post: () => 'có ngày bổ nhiệm nhưng không có chức vụ',
  same_person: (text) => `đã có người cùng tên, cùng ngày sinh, mã ${text}`,
  name_differs: (text) => `mã này đang là của ${text}`,
};

/** "Ngày sinh: còn trống". */
export const problemWords = ({ field, code, text }: ImportProblem): string =>
  `${FIELD_NAMES[field]}: ${WORDS[code](text)}`;
