/** The room of what the columns and choices of a list are called in an Excel file. */
import type { Language, ListColumn } from '@tap-huan/contract';

type Both = readonly [vi: string, en: string];

const COLUMNS: Record<ListColumn, Both> = {
  fullName: ['Họ và tên', 'Full name'],
  staffCode: ['Mã cán bộ', 'Staff code'],
  birthDate: ['Ngày sinh', 'Date of birth'],
  unitName: ['Đơn vị', 'Unit'],
  parentName: ['Đơn vị cấp trên', 'Unit above'],
  unitKind: ['Loại đơn vị', 'Kind of unit'],
  jobPosition: ['Vị trí việc làm', 'Job position'],
  rank: ['Ngạch, hạng', 'Rank'],
  leadership: ['Chức vụ', 'Leadership post'],
  appointedOn: ['Ngày bổ nhiệm', 'Appointed on'],
  staffCategory: ['Đối tượng', 'Staff category'],
  email: ['Thư điện tử', 'E-mail'],
  phone: ['Điện thoại', 'Phone'],
  enrolments: ['Số khóa được ghi danh', 'Enrolments'],
  completed: ['Số khóa hoàn thành', 'Completed'],
  open: ['Số khóa chưa xong', 'Open'],
  overdue: ['Số khóa quá hạn', 'Overdue'],
  hoursThisYear: ['Số tiết năm nay', 'Periods this year'],
  hoursLastYear: ['Số tiết năm trước', 'Periods last year'],
  lastCompletedOn: ['Hoàn thành gần nhất', 'Last completed'],
  certificates: ['Số giấy chứng nhận', 'Certificates'],
  unitThen: ['Đơn vị khi đó', 'Unit at that time'],
  kind: ['Loại', 'Kind'],
  code: ['Mã khóa', 'Code'],
  title: ['Khóa, chương trình bồi dưỡng', 'Course or programme'],
  contentGroup: ['Nhóm nội dung', 'Content group'],
  form: ['Hình thức', 'Form'],
  organiser: ['Nơi tổ chức', 'Organiser'],
  state: ['Tình trạng', 'State'],
  enrolledOn: ['Ngày ghi danh', 'Enrolled on'],
  dueOn: ['Hạn', 'Due'],
  completedOn: ['Ngày hoàn thành', 'Completed on'],
  hours: ['Số tiết', 'Periods'],
  scoreOfTen: ['Điểm', 'Score'],
  grade: ['Xếp loại', 'Grade'],
  registerNo: ['Số vào sổ', 'Register number'],
};

/** Keys of every column of choices; no two columns use one key for different things. */
const CHOICES: Record<string, Both> = {
  province: ['Tỉnh, thành phố', 'Province'],
  department: ['Sở, ban, ngành', 'Department'],
  provincial_service_centre: ['Trung tâm PVHCC cấp tỉnh', 'Provincial service centre'],
  district: ['Cấp huyện', 'District'],
  commune: ['Xã, phường, đặc khu', 'Commune'],
  commune_service_centre: ['Trung tâm PVHCC cấp xã', 'Commune service centre'],
  branch: ['Chi nhánh', 'Branch'],
  division: ['Phòng, ban', 'Division'],
  cong_chuc: ['Công chức', 'Civil servant'],
  vien_chuc: ['Viên chức', 'Public employee'],
  khac: ['Khác', 'Other'],
  course: ['Khóa học', 'Course'],
  programme: ['Chương trình', 'Programme'],
  ledger: ['Sổ giờ', 'Hours ledger'],
  political_theory: ['Lý luận chính trị', 'Political theory'],
  defence_security: ['Quốc phòng và an ninh', 'Defence and security'],
  state_management: ['Kiến thức, kỹ năng quản lý nhà nước', 'State management'],
  job_position: ['Kiến thức, kỹ năng theo vị trí việc làm', 'Job position'],
  science_digital: [
    'Khoa học, công nghệ, đổi mới sáng tạo và kỹ năng số',
    'Science, technology, innovation and digital skills',
  ],
  in_person: ['Tập trung', 'In person'],
  online: ['Trực tuyến', 'Online'],
  blended: ['Kết hợp trực tiếp và trực tuyến', 'Blended'],
  seminar: ['Hội thảo, tọa đàm', 'Seminar'],
  teaching: ['Giảng dạy', 'Teaching'],
  external: ['Bồi dưỡng ở nơi khác', 'External'],
  not_started: ['Chưa bắt đầu', 'Not started'],
  in_progress: ['Đang học', 'In progress'],
  completed: ['Hoàn thành', 'Completed'],
  withdrawn: ['Đã rút', 'Withdrawn'],
  proposed: ['Chờ duyệt', 'Waiting for approval'],
};

const of = ([vi, en]: Both, language: Language): string => (language === 'vi' ? vi : en);

export const columnWords = (column: string, language: Language): string =>
  Object.hasOwn(COLUMNS, column) ? of(COLUMNS[column as ListColumn], language) : column;

export const choiceWords = (key: string, language: Language): string =>
  Object.hasOwn(CHOICES, key) ? of(CHOICES[key] ?? [key, key], language) : key;
