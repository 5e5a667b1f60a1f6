/** The room of the paper's fixed words, always Vietnamese whatever the reader's language. */
import type { CertificateSnapshot } from '@tap-huan/contract';
import { formatBirthDate, formatMarks, periodText, printName } from '@tap-huan/rules';

/** Quốc hiệu and tiêu ngữ (Decree 30/2020/NĐ-CP, annex I). */
export const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
export const MOTTO = 'Độc lập - Tự do - Hạnh phúc';

export const TITLE = 'GIẤY CHỨNG NHẬN';
export const GRANTED_TO = 'Cấp cho ông/bà';
export const UNIT = 'Đơn vị công tác';
export const COMPLETED = 'Đã hoàn thành chuyên đề bồi dưỡng';
export const REGISTER_NO = 'SỐ VÀO SỔ';
export const CODE = 'MÃ XÁC MINH';
export const SCAN = 'Quét mã QR hoặc nhập mã xác minh tại';
/** Law 20/2023/QH15 art. 19: without the body's digital signature a file is not yet an electronic certificate. */
export const UNSIGNED = 'Bản chưa ký số – có giá trị theo bản giấy có chữ ký và dấu';
export const DEMO = 'Nội dung minh họa, cập nhật đến tháng 11/2026';

/** The three forms of Decree 171/2025/NĐ-CP art. 25. */
const FORMS: Record<CertificateSnapshot['deliveryForm'], string> = {
  in_person: 'Tập trung',
  online: 'Trực tuyến',
  blended: 'Kết hợp trực tiếp và trực tuyến',
};

export const birthLine = (birthDate: string): string =>
  `${birthDate.includes('-') ? 'Ngày sinh' : 'Năm sinh'}: ${formatBirthDate(birthDate)}`;

export interface Fact {
  label: string;
  value: string;
  /** Points that the value may be wide. */
  width: number;
}

/** What stands side by side below the programme; the grade is left out where the programme has none. */
export function facts(snapshot: CertificateSnapshot): Fact[] {
  const graded = snapshot.gradeLabel.trim() !== '';
  return [
    { label: 'Thời lượng', value: `${snapshot.hours} tiết`, width: 90 },
    { label: 'Hình thức', value: FORMS[snapshot.deliveryForm], width: 130 },
    { label: 'Thời gian', value: periodText(snapshot), width: 260 },
    ...(graded
      ? [
          {
            label: 'Xếp loại',
            value: `${snapshot.gradeLabel} (${formatMarks(snapshot.scoreOfTen, 1)} điểm)`,
            width: 150,
          },
        ]
      : []),
  ];
}

/** Lines above the room to sign: "TM. BAN GIÁM ĐỐC", "KT. GIÁM ĐỐC" and the like, then the signer's title. */
export const signHeadings = (snapshot: CertificateSnapshot): string[] =>
  [snapshot.signCapacity, snapshot.signerTitle].map(printName).filter((line) => line !== '');

/** The code is the last part of the address. */
export const codeOf = (verifyUrl: string): string => verifyUrl.split('/').at(-1) ?? '';

/** The address of the page for those who type, without the code and the scheme. */
export const pageOf = (verifyUrl: string): string =>
  verifyUrl.replace(/^https?:\/\//, '').replace(/\/[^/]*$/, '');
