/** The register of certificates, the certificates themselves, and exports of them. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Certification0007 implements MigrationInterface {
  name = 'Certification0007000000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REGISTER);
    await runner.query(CERTIFICATES);
    await runner.query(IMMUTABILITY);
    await runner.query(EXPORTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}

const REGISTER = `
  create schema if not exists certification;

  -- What an issuing body prints above its name and where it signs.
  create table certification.issuer_profile (
    unit_id uuid primary key references organisation.unit (id),
    parent_body text not null check (parent_body is nfc normalized),
    place text not null check (place is nfc normalized),
    -- e.g. "KT. GIÁM ĐỐC"; empty where the head signs
    sign_capacity text not null check (sign_capacity is nfc normalized),
    signer_title text not null check (signer_title is nfc normalized),
    signer_name text not null check (signer_name is nfc normalized)
  );

  -- The last number in the book of an issuer and a year. Its row lock is what makes numbers follow each other:
  -- a transaction that fails gives its number back before the next one looks.
  create table certification.register_counter (
    issuer_unit_id uuid not null references organisation.unit (id),
    year integer not null check (year between 2000 and 9999),
    last integer not null check (last >= 1),
    primary key (issuer_unit_id, year)
  );
`;

const CERTIFICATES = `
  create table certification.certificate (
    id uuid primary key,
    enrolment_id uuid not null constraint certificate_enrolment unique
      references enrolment.enrolment (id),
    officer_id uuid not null references organisation.officer (id),
    course_id uuid not null references learning.course (id),
    -- the officer's unit at the day of issue
    unit_id uuid not null references organisation.unit (id),
    issuer_unit_id uuid not null references organisation.unit (id),
    register_year integer not null,
    register_seq integer not null check (register_seq >= 1),
    register_no text not null,
    verify_code text not null constraint certificate_verify_code unique,
    state text not null check (state in ('issued', 'replaced', 'revoked')),
    snapshot jsonb not null,
    -- folded name, staff code and register number
    search_text text not null,
    issued_on date not null,
    issued_at timestamptz not null,
    -- null until the PDF is stored; the first stored bytes win
    pdf_sha256 text check (pdf_sha256 ~ '^[0-9a-f]{64}$'),
    pdf_size integer,
    stored_at timestamptz,
    -- two issuers may each have a number 1 of a year
    constraint certificate_register unique (issuer_unit_id, register_year, register_seq),
    check ((pdf_sha256 is null) = (pdf_size is null)),
    check ((pdf_sha256 is null) = (stored_at is null))
  );
  create index certificate_officer on certification.certificate (officer_id);
  create index certificate_unit on certification.certificate (unit_id, issued_on);
  create index certificate_issued on certification.certificate (issued_on);
  create index certificate_course on certification.certificate (course_id);
`;

/** Only the state moves, and the PDF comes once. */
const IMMUTABILITY = `
  create function certification.guard_certificate() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' then raise exception 'A certificate is never deleted'; end if;
      if to_jsonb(new) - array['state', 'pdf_sha256', 'pdf_size', 'stored_at']
         is distinct from to_jsonb(old) - array['state', 'pdf_sha256', 'pdf_size', 'stored_at'] then
        raise exception 'A certificate is immutable';
      end if;
      if old.pdf_sha256 is not null and (new.pdf_sha256, new.pdf_size, new.stored_at)
         is distinct from (old.pdf_sha256, old.pdf_size, old.stored_at) then
        raise exception 'The PDF of a certificate is stored once';
      end if;
      return new;
    end $$;
  create trigger certificate_guard before update or delete on certification.certificate
    for each row execute function certification.guard_certificate();

  create function certification.guard_counter() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' or (new.issuer_unit_id, new.year, new.last)
         is distinct from (old.issuer_unit_id, old.year, old.last + 1) then
        raise exception 'A register counts up by one';
      end if;
      return new;
    end $$;
  create trigger register_counter_guard before update or delete on certification.register_counter
    for each row execute function certification.guard_counter();
`;

const EXPORTS = `
  create table certification.export (
    id uuid primary key,
    requested_by uuid not null references identity.account (id),
    unit_id uuid not null references organisation.unit (id),
    course_id uuid references learning.course (id),
    from_day date not null,
    to_day date not null,
    state text not null check (state in ('waiting', 'running', 'done', 'failed')),
    total integer not null check (total >= 0),
    done integer not null check (done between 0 and total),
    zip_sha256 text check (zip_sha256 ~ '^[0-9a-f]{64}$'),
    zip_size bigint,
    requested_at timestamptz not null,
    finished_at timestamptz,
    check ((state = 'done') = (zip_sha256 is not null)),
    check ((zip_sha256 is null) = (zip_size is null)),
    check ((zip_sha256 is null) = (finished_at is null))
  );
  create index export_requested_by on certification.export (requested_by, requested_at);
`;
