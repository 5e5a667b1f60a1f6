/** The room where certificates are read: HR's list, one's own, and the paper behind each. */
import { Injectable } from '@nestjs/common';
import type {
  CertificateRow,
  endpoints,
  InputOf,
  MyCertificate,
  OutputOf,
} from '@tap-huan/contract';
import { type Actor, accountOf, found, Sql, unitsFor } from '@tap-huan/server/platform';
import { FILTERED, filterValues } from './certificate-filter';

/** A certificate as far as its file is concerned. */
export interface Paper {
  id: string;
  registerNo: string;
  fullName: string;
  /** Null while the queue is still making it. */
  sha256: string | null;
}

/** What HR's list and one's own list have in common. */
const COLUMNS = `
  c.id, c.register_no as "registerNo", c.snapshot->>'unitName' as "unitName",
  c.snapshot->>'programmeName' as "courseTitle", c.snapshot->>'gradeLabel' as "gradeLabel",
  (c.snapshot->>'scoreOfTen')::int as "scoreOfTen", c.issued_on::text as "issuedOn", c.state,
  c.pdf_sha256 is not null as ready, c.verify_code as "verifyCode"`;

const PAPER = `
  select c.id, c.register_no as "registerNo", c.snapshot->>'fullName' as "fullName",
         c.pdf_sha256 as sha256
  from certification.certificate c`;

@Injectable()
export class CertificateReader {
  constructor(private readonly sql: Sql) {}

  /** Certificates of the actor's scope, newest first. */
  async list(
    actor: Actor,
    query: InputOf<typeof endpoints.listCertificates>['query'],
  ): Promise<OutputOf<typeof endpoints.listCertificates>> {
    const filter = filterValues(actor, query);
    const { total } = await this.sql.one<{ total: number }>(
      `select count(*)::int as total ${FILTERED}`,
      filter,
    );
    const items = await this.sql.rows<CertificateRow>(
      `select ${COLUMNS}, c.snapshot->>'fullName' as "fullName", o.staff_code as "staffCode"
       ${FILTERED}
       order by c.issued_on desc, c.register_seq desc, c.id
       limit $7 offset $8`,
      [...filter, query.pageSize, (query.page - 1) * query.pageSize],
    );
    return { items, total };
  }

  /** The actor's own certificates, newest first. */
  async mine(actor: Actor): Promise<OutputOf<typeof endpoints.listMyCertificates>> {
    const items = await this.sql.rows<MyCertificate>(
      `select ${COLUMNS}, c.enrolment_id as "enrolmentId", c.snapshot->>'verifyUrl' as "verifyUrl"
       from certification.certificate c
       join organisation.officer o on o.id = c.officer_id
       where o.account_id = $1
       order by c.issued_on desc, c.register_seq desc`,
      [accountOf(actor)],
    );
    return { items };
  }

  /** One's own paper. @throws Failure `not_found` */
  async ownPaper(actor: Actor, certificateId: string): Promise<Paper> {
    return found(
      await this.sql.maybe<Paper>(
        `${PAPER} join organisation.officer o on o.id = c.officer_id
         where c.id = $1 and o.account_id = $2`,
        [certificateId, accountOf(actor)],
      ),
    );
  }

  /** A paper of the actor's scope. @throws Failure `not_found`, also for what is out of scope */
  async paper(actor: Actor, certificateId: string): Promise<Paper> {
    return found(
      await this.sql.maybe<Paper>(
        `${PAPER} where c.id = $1 and c.unit_id in (select * from organisation.units_in($2::uuid[]))`,
        [certificateId, unitsFor(actor, 'certificate.read')],
      ),
    );
  }
}
