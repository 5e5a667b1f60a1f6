/** The room where the book of certificates is read, line by line in the order of its numbers. */
import { Injectable } from '@nestjs/common';
import type { CertificateSnapshot, CERTIFICATE_STATES } from '@tap-huan/contract';
import { type Actor, Sql } from '@tap-huan/server/platform';
import { type CertificateFilter, FILTERED, filterValues } from './certificate-filter';

/** One line of the book. */
export interface RegisterLine {
  certificateId: string;
  officerId: string;
  registerNo: string;
  state: (typeof CERTIFICATE_STATES)[number];
  staffCode: string;
  snapshot: CertificateSnapshot;
  sha256: string | null;
}

export const LINE = `
  select c.id as "certificateId", c.officer_id as "officerId", c.register_no as "registerNo", c.state,
         o.staff_code as "staffCode", c.snapshot, c.pdf_sha256 as sha256`;

/** The order of the books: issuer, year, number. */
export const BOOK_ORDER = `order by c.issuer_unit_id, c.register_year, c.register_seq`;

@Injectable()
export class RegisterReader {
  constructor(private readonly sql: Sql) {}

  /** Every certificate of the actor's scope that the filter lets through; also replaced and revoked ones. */
  lines(actor: Actor, filter: CertificateFilter): Promise<RegisterLine[]> {
    return this.sql.rows<RegisterLine>(
      `${LINE} ${FILTERED} ${BOOK_ORDER}`,
      filterValues(actor, filter),
    );
  }

  /** Name of the unit whose subtree the book covers; null for the whole scope. */
  async unitName(unitId: string | undefined): Promise<string | null> {
    if (unitId === undefined) return null;
    const unit = await this.sql.maybe<{ name: string }>(
      `select name from organisation.unit where id = $1`,
      [unitId],
    );
    return unit?.name ?? null;
  }
}
