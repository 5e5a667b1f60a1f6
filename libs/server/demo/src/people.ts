/** The room of invented people: names as Vietnamese are, drawn by a seed; nobody here exists. */
import { type Random, seededRandom } from '@tap-huan/rules';

export interface InventedPerson {
  fullName: string;
  /** `YYYY-MM-DD`, or only the year for a few older records. */
  birthDate: string;
}

const FAMILY =
  'Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Trần Trần Trần Lê Lê Phạm Phạm Huỳnh Huỳnh Hoàng Phan Vũ Võ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trương Lâm Mai Cao Châu Tạ Thái'.split(
    ' ',
  );
const WOMEN_MIDDLE = [
  'Thị',
  'Thị',
  'Thị Ngọc',
  'Thị Thanh',
  'Ngọc',
  'Thanh',
  'Phương',
  'Kim',
  'Thị Mỹ',
  'Thị Hồng',
  'Bích',
  'Hoàng Khánh',
];
const MEN_MIDDLE = [
  'Văn',
  'Văn',
  'Hữu',
  'Minh',
  'Quốc',
  'Thanh',
  'Đức',
  'Hoàng',
  'Công',
  'Xuân',
  'Trọng',
  'Ngọc',
];
const WOMEN =
  'Ánh An Bình Châu Diễm Dung Duyên Đào Giang Hà Hạnh Hằng Hiền Hoa Hồng Huệ Hương Khánh Lan Liên Linh Loan Ly Mai My Nga Ngân Ngọc Nguyệt Nhi Nhung Oanh Phụng Phương Quyên Quỳnh Sương Tâm Thảo Thắm Thơ Thu Thúy Thủy Thư Tiên Trang Trâm Trinh Tú Tuyết Uyên Vân Vy Xuân Yến'.split(
    ' ',
  );
const MEN =
  'An Anh Bảo Bình Cường Chiến Danh Duy Dũng Dương Đạt Đông Đức Giang Hải Hào Hậu Hiếu Hòa Hoàng Hùng Huy Hưng Khải Khang Khánh Khoa Kiên Lâm Lộc Long Luân Minh Nam Nghĩa Nhân Nhật Phát Phong Phú Phúc Quân Quang Quý Sang Sơn Tài Tâm Tân Thái Thành Thắng Thiện Thịnh Thuận Tiến Toàn Trí Trung Tuấn Tùng Việt Vinh Vũ'.split(
    ' ',
  );

/** The longest real-looking name of the academy: every screen and paper must hold it. */
export const LONGEST_NAME = 'Nguyễn Phạm Hoàng Khánh Phương Uyên';

const pick = <T>(list: readonly T[], random: Random): T =>
  list[Math.floor(random() * list.length)] as T;
const two = (value: number): string => String(value).padStart(2, '0');

function birthDate(random: Random): string {
  const year = 1968 + Math.floor(random() * 34);
  // Older records sometimes know the year only.
  if (year < 1976 && random() < 0.3) return String(year);
  return `${year}-${two(1 + Math.floor(random() * 12))}-${two(1 + Math.floor(random() * 28))}`;
}

/** An endless list of people; the same seed gives the same people. */
export function* inventPeople(seed: string): Generator<InventedPerson, never> {
  const random = seededRandom(seed);
  for (let index = 0; ; index += 1) {
    const woman = random() < 0.62;
    const fullName =
      index === 7
        ? LONGEST_NAME
        : [
            pick(FAMILY, random),
            pick(woman ? WOMEN_MIDDLE : MEN_MIDDLE, random),
            pick(woman ? WOMEN : MEN, random),
          ].join(' ');
    yield { fullName: fullName.normalize('NFC'), birthDate: birthDate(random) };
  }
}
