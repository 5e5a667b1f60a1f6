/** The paper: same bytes, readable text, nothing cut off, nothing printed with a hole in it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { CertificateSnapshot } from '@tap-huan/contract';
import { renderCertificate } from './certificate-paper';
import { fit, PLACE_WORDS, widthOf } from './fit';
import { MissingGlyphError } from '@tap-huan/server/platform';

const snapshot = (change: Partial<CertificateSnapshot> = {}): CertificateSnapshot => ({
  parentBody: 'Ủy ban nhân dân Thành phố Hồ Chí Minh',
  issuerName: 'Trung tâm Phục vụ hành chính công Thành phố Hồ Chí Minh',
  docKind: 'giay_chung_nhan',
  fullName: 'Lê Thị Ngọc Ánh',
  birthDate: '1990-03-07',
  unitName: 'Trung tâm Phục vụ hành chính công phường Thủ Dầu Một',
  programmeName: 'Văn hóa công vụ và phục vụ',
  programmeCode: 'C4',
  programmeVersion: 1,
  hours: 12,
  deliveryForm: 'online',
  startedOn: '2026-11-02',
  completedOn: '2026-11-20',
  scoreOfTen: 850,
  gradeLabel: 'Giỏi',
  registerNo: '0012/2026/GCN-TH',
  place: 'Thành phố Hồ Chí Minh',
  issuedOn: '2026-11-23',
  signCapacity: '',
  signerTitle: 'Giám đốc',
  signerName: 'Trần Quốc Bảo',
  verifyUrl: 'https://taphuan.example.vn/xac-minh/7K3M9QX2TBV5C8HDZ4WN',
  demo: true,
  ...change,
});

/** Poppler's pdftotext, or null where the machine has none. */
function extracted(bytes: Buffer): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'paper-'));
  try {
    writeFileSync(join(folder, 'a.pdf'), bytes);
    return execFileSync('pdftotext', ['-layout', join(folder, 'a.pdf'), '-'], { encoding: 'utf8' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const hasPdftotext = extracted(await renderCertificate(snapshot())) !== null;
if (!hasPdftotext) {
  process.stderr.write(
    'SKIPPED: pdftotext (poppler-utils) is missing; extraction of text is not tested.\n',
  );
}
const withPdftotext = hasPdftotext ? it : it.skip;
const wordsOf = (bytes: Buffer) => (extracted(bytes) ?? '').replace(/\s+/g, ' ');

describe('the paper', () => {
  it('has the same bytes for the same snapshot, and others for another', async () => {
    const [first, second, other] = await Promise.all([
      renderCertificate(snapshot()),
      renderCertificate(snapshot()),
      renderCertificate(snapshot({ registerNo: '0013/2026/GCN-TH' })),
    ]);
    expect(second.equals(first)).toBe(true);
    expect(other.equals(first)).toBe(false);
  });

  it('is one tagged page in Vietnamese with a title, without built-in fonts', async () => {
    const text = (await renderCertificate(snapshot())).toString('latin1');
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(1);
    expect(text).toContain('/Lang (vi-VN)');
    expect(text).toContain('/Marked true');
    expect(text).toContain('/StructTreeRoot');
    expect(text).toContain('/DisplayDocTitle true');
    expect(text).not.toContain('Helvetica');
    expect(text).not.toContain('/Type1');
  });

  withPdftotext('gives its words back in NFC, letter for letter', async () => {
    const decomposed = snapshot({
      fullName: 'Lê Thị Ngọc Ánh'.normalize('NFD'),
      unitName: 'Phường Thủ Dầu Một'.normalize('NFD'),
    });
    const words = wordsOf(await renderCertificate(decomposed));
    expect(words).toBe(words.normalize('NFC'));
    for (const part of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH',
      'GIẤY CHỨNG NHẬN',
      'LÊ THỊ NGỌC ÁNH',
      'Ngày sinh: 07/03/1990',
      'Đơn vị công tác: Phường Thủ Dầu Một',
      'Đã hoàn thành chuyên đề bồi dưỡng',
      'Văn hóa công vụ và phục vụ',
      '12 tiết',
      'Trực tuyến',
      'Từ ngày 02/11/2026 đến ngày 20/11/2026',
      'Giỏi (8,5 điểm)',
      '0012/2026/GCN-TH',
      '7K3M9-QX2TB-V5C8H-DZ4WN',
      'Thành phố Hồ Chí Minh, ngày 23 tháng 11 năm 2026',
      'GIÁM ĐỐC',
      'Trần Quốc Bảo',
      'Bản chưa ký số – có giá trị theo bản giấy có chữ ký và dấu',
      'Nội dung minh họa, cập nhật đến tháng 11/2026',
    ])
      expect(words).toContain(part);
  });

  withPdftotext(
    'prints a year of birth alone, no grade where there is none, no demo line outside the demo',
    async () => {
      const words = wordsOf(
        await renderCertificate(
          snapshot({
            birthDate: '1985',
            gradeLabel: '',
            scoreOfTen: 0,
            demo: false,
            signerName: '',
          }),
        ),
      );
      expect(words).toContain('Năm sinh: 1985');
      expect(words).not.toContain('Xếp loại');
      expect(words).not.toContain('minh họa');
      expect(words).toContain('GIÁM ĐỐC');
      expect(words).not.toContain('Trần Quốc Bảo');
    },
  );

  withPdftotext('keeps every word of the longest names', async () => {
    const long = snapshot({
      parentBody: 'Văn phòng Ủy ban nhân dân Thành phố Hồ Chí Minh',
      fullName: 'Nguyễn Phạm Hoàng Khánh Phương Uyên',
      unitName:
        'Phòng Tiếp nhận và Trả kết quả – Trung tâm Phục vụ hành chính công phường Thủ Dầu Một, Thành phố Hồ Chí Minh',
      programmeName:
        'Cấp tỉnh: Xử lý khủng hoảng truyền thông và phát ngôn với báo chí dành cho công chức, viên chức Trung tâm Phục vụ hành chính công và người được ủy quyền phát ngôn',
      deliveryForm: 'blended',
      signCapacity: 'KT. Giám đốc',
      signerTitle: 'Phó Giám đốc',
    });
    const words = wordsOf(await renderCertificate(long));
    expect(words).toContain('NGUYỄN PHẠM HOÀNG KHÁNH PHƯƠNG UYÊN');
    expect(words).toContain('KT. GIÁM ĐỐC');
    for (const word of `${long.unitName} ${long.programmeName}`.split(' '))
      expect(words).toContain(word);
  });

  it('refuses a letter that the typeface does not have, and names it', async () => {
    const rendering = renderCertificate(snapshot({ fullName: 'Lê 漢 Ánh' }));
    await expect(rendering).rejects.toThrow(MissingGlyphError);
    await expect(rendering).rejects.toThrow('U+6F22');
  });

  withPdftotext(
    'prints every letter of the alphabet so that it can be copied, in any order of papers',
    async () => {
      const vowels = [...'aăâeêioôơuưy'].flatMap((base) =>
        ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'].map((tone) =>
          (base + tone).normalize('NFC'),
        ),
      );
      const letters = [...'bcdđghklmnpqrstvx', ...vowels, ...vowels.reverse()];
      // In small groups, composed before plain and plain before composed: glyphs are shared between papers.
      for (let from = 0; from < letters.length; from += 23) {
        const group = letters.slice(from, from + 23).join('');
        const capitals = group.toLocaleUpperCase('vi');
        const words = wordsOf(
          await renderCertificate(
            snapshot({
              programmeName: `${group} ${capitals}`,
              unitName: group,
              signerName: group,
              fullName: group,
            }),
          ),
        );
        expect(words).toContain(`Đơn vị công tác: ${group}`);
        expect(words.split(group)).toHaveLength(4);
        expect(words.split(capitals)).toHaveLength(3);
      }
    },
  );

  withPdftotext('says “fi” where there is a ligature', async () => {
    expect(
      wordsOf(await renderCertificate(snapshot({ programmeName: 'Kỹ năng về file và office' }))),
    ).toContain('Kỹ năng về file và office');
  });
});

describe('fitting', () => {
  const rule = { face: 'bold' as const, width: 300, size: 20, smallest: 10, maxLines: 2 };

  it('keeps the wanted size where there is room', () => {
    expect(fit('Kỹ năng số', rule)).toEqual({ lines: ['Kỹ năng số'], size: 20 });
  });

  it('never lets a line be wider than its place', () => {
    const text = 'Văn hóa công vụ và phục vụ tại Trung tâm Phục vụ hành chính công cấp xã';
    const { lines, size } = fit(text, rule);
    expect(lines.join(' ')).toBe(text);
    expect(lines.length).toBeLessThanOrEqual(2);
    for (const line of lines) expect(widthOf(line, 'bold', size)).toBeLessThanOrEqual(300);
  });

  it('breaks a body before its place', () => {
    const name = 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG THÀNH PHỐ HỒ CHÍ MINH';
    expect(fit(name, { ...rule, width: 320, size: 12.5, before: PLACE_WORDS }).lines).toEqual([
      'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
      'THÀNH PHỐ HỒ CHÍ MINH',
    ]);
  });

  it('refuses to cut a text off', () => {
    expect(() => fit('chữ '.repeat(200), rule)).toThrow('does not fit');
  });
});
