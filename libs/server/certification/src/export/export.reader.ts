/** The room where exports are read: by whoever asked for them, as long as the unit is in their scope. */
import { Injectable } from '@nestjs/common';
import type { CertificateExport } from '@tap-huan/contract';
import { asciiFileName } from '@tap-huan/rules';
import {
  accountOf,
  type Actor,
  Clock,
  Failure,
  type FileToSend,
  found,
  Sql,
  Storage,
  unitsFor,
} from '@tap-huan/server/platform';
import { BOOK_ORDER, LINE, type RegisterLine } from '../register/register.reader';

/** Days for which an export is listed. */
const LISTED_DAYS = 7;

/** An export as its job needs it. */
export interface ExportOrder {
  id: string;
  unitId: string;
  courseId: string | null;
  from: string;
  to: string;
  requestedAt: Date;
  state: CertificateExport['state'];
  unitName: string;
}

interface ExportRow extends Omit<CertificateExport, 'requestedAt'> {
  requestedAt: Date;
  sha256: string | null;
}

const OWN = `
  select e.id, e.state, u.name as "unitName", e.from_day::text as "from", e.to_day::text as "to",
         e.total, e.done, e.zip_size as size, e.zip_sha256 as sha256,
         e.requested_at as "requestedAt"
  from certification.export e
  join organisation.unit u on u.id = e.unit_id
  where e.requested_by = $1 and e.unit_id in (select * from organisation.units_in($2::uuid[]))`;

/** What an export holds: papers issued before it was asked for, so that a repeat holds the same. */
export const ORDERED = `
  from certification.certificate c
  join organisation.officer o on o.id = c.officer_id
  where c.unit_id in (select * from organisation.units_in(array[$1::uuid]))
    and ($2::uuid is null or c.course_id = $2)
    and c.issued_on between $3 and $4
    and c.issued_at <= $5`;

@Injectable()
export class ExportReader {
  constructor(
    private readonly sql: Sql,
    private readonly storage: Storage,
    private readonly clock: Clock,
  ) {}

  /** The actor's exports of the last days, newest first. */
  async list(actor: Actor): Promise<{ items: CertificateExport[] }> {
    const since = new Date(this.clock.now().getTime() - LISTED_DAYS * 24 * 3_600_000);
    const rows = await this.sql.rows<ExportRow>(
      `${OWN} and e.requested_at >= $3 order by e.requested_at desc limit 50`,
      [...whoAndWhere(actor), since],
    );
    return { items: rows.map(shown) };
  }

  /** State and progress. @throws Failure `not_found`, also for other people's exports */
  async one(actor: Actor, exportId: string): Promise<CertificateExport> {
    return shown(await this.own(actor, exportId));
  }

  /** The finished ZIP. @throws Failure `not_found`, `export_not_ready` */
  async file(actor: Actor, exportId: string): Promise<FileToSend> {
    const row = await this.own(actor, exportId);
    const { sha256, size } = row;
    if (sha256 === null || size === null) throw new Failure('export_not_ready');
    return {
      name: `giay-chung-nhan_${asciiFileName(row.unitName)}_${row.from}_${row.to}.zip`,
      mimeType: 'application/zip',
      size,
      open: (range) => this.storage.stream(sha256, range),
      disposition: 'attachment',
      cache: 'none',
    };
  }

  /** The order behind a job; null where it is unknown. */
  order(exportId: string): Promise<ExportOrder | null> {
    return this.sql.maybe<ExportOrder>(
      `select e.id, e.unit_id as "unitId", e.course_id as "courseId", e.from_day::text as "from",
              e.to_day::text as "to", e.requested_at as "requestedAt", e.state, u.name as "unitName"
       from certification.export e join organisation.unit u on u.id = e.unit_id
       where e.id = $1`,
      [exportId],
    );
  }

  /** The lines of the book that an order covers. */
  lines(order: ExportOrder): Promise<RegisterLine[]> {
    return this.sql.rows<RegisterLine>(`${LINE} ${ORDERED} ${BOOK_ORDER}`, [
      order.unitId,
      order.courseId,
      order.from,
      order.to,
      order.requestedAt,
    ]);
  }

  private async own(actor: Actor, exportId: string): Promise<ExportRow> {
    return found(
      await this.sql.maybe<ExportRow>(`${OWN} and e.id = $3`, [...whoAndWhere(actor), exportId]),
    );
  }
}

const whoAndWhere = (actor: Actor): [string, string[]] => [
  accountOf(actor),
  unitsFor(actor, 'certificate.read'),
];

function shown({ requestedAt, sha256: _, ...row }: ExportRow): CertificateExport {
  return { ...row, requestedAt: requestedAt.toISOString() };
}
