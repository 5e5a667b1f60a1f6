/** The room where officers take a copy of everything that is known of them. */
import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { privacyEndpoints } from '@tap-huan/contract';
import { asciiFileName, today } from '@tap-huan/rules';
import {
  accountOf,
  type Actor,
  Clock,
  type FileToSend,
  Sql,
  Writer,
} from '@tap-huan/server/platform';
import { ZipFile } from 'yazl';
import { madeFile } from '../document/made-file';
import { transcriptBook } from '../record/transcript-book';
import { TranscriptReader } from '../record/transcript.reader';
import { CorrectionReader } from './correction.reader';
import { DisclosureReader } from './disclosure.reader';

/**
 * Everything beside the transcript, as rows of the tables that hold it. Secrets are left out, and marks of attempts: a quiz
 * decides when they are shown, and the score that counts is in the transcript.
 */
const PARTS = {
  taiKhoan: `
    select a.username, a.full_name as "fullName", a.language, a.created_at as "createdAt",
           a.last_sign_in_at as "lastSignInAt"
      from identity.account a where a.id = $1`,
  lienHe: `
    select o.email, o.phone from organisation.officer o where o.account_id = $1`,
  chungNhan: `
    select c.register_no as "registerNo", c.state, c.issued_on::text as "issuedOn", c.snapshot
      from certification.certificate c join organisation.officer o on o.id = c.officer_id
     where o.account_id = $1 order by c.issued_at`,
  luotLamBai: `
    select t.title, t.number, t.phase, t.started_at as "startedAt", t.submitted_at as "submittedAt"
      from assessment.attempt t
     where t.taker_id = $1 and not t.preview and t.phase <> 'prepared' order by t.started_at`,
  phienDangNhap: `
    select s.created_at as "createdAt", s.seen_at as "seenAt", s.address, s.user_agent as "userAgent"
      from identity.session s where s.account_id = $1 order by s.created_at`,
} as const;

@Injectable()
export class OwnDataService {
  constructor(
    private readonly sql: Sql,
    private readonly writer: Writer,
    private readonly clock: Clock,
    private readonly transcripts: TranscriptReader,
    private readonly corrections: CorrectionReader,
    private readonly disclosures: DisclosureReader,
  ) {}

  /** JSON for machines, Excel for people, in one ZIP. @throws Failure `not_found` */
  async zip(actor: Actor): Promise<FileToSend> {
    const record = await this.transcripts.own(actor);
    const madeOn = today(this.clock.now());
    const data: Record<string, unknown> = { lapNgay: madeOn, hoSo: record };
    for (const [name, text] of Object.entries(PARTS)) {
      data[name] = await this.sql.rows(text, [accountOf(actor)]);
    }
    data['deNghiDinhChinh'] = (await this.corrections.own(actor)).items;
    data['aiDaXem'] = (
      await this.disclosures.own(actor, { page: 1, pageSize: 10_000, search: undefined })
    ).items;
    const zip = new ZipFile();
    const at = this.clock.now();
    const book = await transcriptBook(record, madeOn);
    zip.addBuffer(Buffer.from(JSON.stringify(data, null, 2)), 'du-lieu.json', { mtime: at });
    zip.addBuffer(book, 'ho-so-hoc-tap.xlsx', { mtime: at, compress: false });
    zip.addBuffer(Buffer.from(README), 'doc-truoc.txt', { mtime: at });
    zip.end();
    const bytes = await buffer(zip.outputStream as Readable);
    await this.writer.write(actor, (tx) =>
      tx.audit('own_data_downloaded', { kind: 'officer', id: record.officerId }),
    );
    const name = `du-lieu-ca-nhan_${asciiFileName(record.fullName)}_${madeOn}.zip`;
    return madeFile(name, privacyEndpoints.readMyData.file ?? 'application/zip', bytes);
  }
}

const README = `\uFEFFDữ liệu cá nhân trong hệ thống Tập Huấn

ho-so-hoc-tap.xlsx  hồ sơ học tập, mở bằng Excel
du-lieu.json        toàn bộ dữ liệu, để máy đọc: hồ sơ, tài khoản, liên hệ, chứng nhận, lượt làm bài,
                    phiên đăng nhập, đề nghị đính chính, ai đã xem và đã xuất hồ sơ

Điểm và số tiết trong du-lieu.json tính bằng phần trăm: 850 là 8,5.
Thấy chỗ chưa đúng: vào Hồ sơ học tập, chọn Dữ liệu cá nhân, gửi đề nghị đính chính.
`.normalize('NFC');
