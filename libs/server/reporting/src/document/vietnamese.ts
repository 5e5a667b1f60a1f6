/** The room of the fixed words of papers and sheets, always Vietnamese whatever the reader's language. */
import type { StaffCategory, TrainingRow } from '@tap-huan/contract';

/** Decree 171/2025/NĐ-CP art. 14. */
export const GROUPS: Record<string, string> = {
  political_theory: 'Lý luận chính trị',
  defence_security: 'Quốc phòng và an ninh',
  state_management: 'Kiến thức, kỹ năng quản lý nhà nước',
  job_position: 'Kiến thức, kỹ năng theo vị trí việc làm',
  science_digital: 'Khoa học, công nghệ, đổi mới sáng tạo và kỹ năng số',
};

/** The three forms of Decree 171/2025/NĐ-CP art. 25, and what the ledger knows besides. */
export const FORMS: Record<string, string> = {
  in_person: 'Tập trung',
  online: 'Trực tuyến',
  blended: 'Kết hợp trực tiếp và trực tuyến',
  seminar: 'Hội thảo, tọa đàm',
  teaching: 'Giảng dạy',
  external: 'Bồi dưỡng ở nơi khác',
};

export const STAFF: Record<StaffCategory, string> = {
  cong_chuc: 'Công chức',
  vien_chuc: 'Viên chức',
  khac: 'Khác',
};

export const STATES: Record<TrainingRow['state'], string> = {
  not_started: 'Chưa bắt đầu',
  in_progress: 'Đang học',
  completed: 'Hoàn thành',
  withdrawn: 'Đã rút',
  proposed: 'Chờ duyệt',
};

export const KINDS: Record<TrainingRow['kind'], string> = {
  course: 'Khóa học',
  programme: 'Chương trình',
  ledger: 'Sổ giờ',
};

/** A number with dots between the thousands and a comma before the rest: 141400 hundredths are "1.414". */
export function hundredthWords(value: number): string {
  const [whole = '0', rest = ''] = (value / 100).toFixed(2).split('.');
  const tail = rest.replace(/0+$/, '');
  const dotted = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return tail === '' ? dotted : `${dotted},${tail}`;
}
export const countWords = (value: number): string => hundredthWords(value * 100);

/** A part of a whole in per cent, one decimal; empty where there is no whole. */
export const shareWords = (part: number, whole: number): string =>
  whole === 0 ? '' : `${(Math.floor((part * 1000) / whole) / 10).toString().replace('.', ',')} %`;

export const formOf = (row: Pick<TrainingRow, 'source' | 'deliveryForm'>): string =>
  FORMS[row.source ?? row.deliveryForm ?? ''] ?? '';
