/** The room of what an administrative document consists of (Decree 30/2020/NĐ-CP art. 8), whatever file it becomes. */

export interface TableColumn {
  title: string;
  /** Share of the width. */
  width: number;
  align: 'left' | 'center' | 'right';
}

export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  /** Pairs of a label and a value, one a line. */
  | { kind: 'facts'; facts: readonly (readonly [string, string])[] }
  | {
      kind: 'table';
      caption: string;
      columns: readonly TableColumn[];
      rows: readonly (readonly string[])[];
      /** The last row is a sum. */
      total: boolean;
    };

export interface DecreeDocument {
  parentBody: string;
  agency: string;
  /** "Số: 12/BC-SNV"; with dots where the number is filled in by hand. */
  number: string;
  /** "Tỉnh Thử, ngày 05 tháng 01 năm 2026". */
  placeAndDay: string;
  /** "BÁO CÁO". */
  type: string;
  /** Trích yếu. */
  about: string;
  /** "Kính gửi: …"; empty for none. */
  addressee: string;
  blocks: readonly Block[];
  signature: { capacity: string; title: string; name: string };
  recipients: readonly string[];
  /** Name of the file's content, for whoever reads it aloud. */
  title: string;
  /** Day of the file, `YYYY-MM-DD`. */
  madeOn: string;
}

/** Quốc hiệu and tiêu ngữ (annex I of the decree). */
export const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
export const MOTTO = 'Độc lập - Tự do - Hạnh phúc';

/** Margins in millimetres: top and bottom 20 to 25, left 30 to 35, right 15 to 20. */
export const MARGINS = { top: 20, bottom: 20, left: 30, right: 15 } as const;

/** Paragraphs of a text that was typed line by line. */
export const paragraphsOf = (text: string): Block[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ kind: 'paragraph', text: line }));
