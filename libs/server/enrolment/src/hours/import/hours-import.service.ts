/** The room where a list of trainings is read, checked and entered. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { HoursImport, hoursEndpoints, OutputOf } from '@tap-huan/contract';
import { today, toNfc } from '@tap-huan/rules';
import { type ListRow, readListFile } from '@tap-huan/server/organisation';
import {
  accountOf,
  type Actor,
  Clock,
  disclose,
  Failure,
  found,
  Sql,
  type Tx,
  unitsFor,
  Writer,
} from '@tap-huan/server/platform';
import type { Book } from '../hours-book';
import { sameTraining } from '../new-entries';
import { HEADINGS, NEEDED, type Places, placesOf } from './hours-columns';
import { templateBook, wrongLinesBook } from './import-books';
import { type ImportLine, type KnownOfficer, readLine } from './read-line';

type Applied = OutputOf<typeof hoursEndpoints.applyHoursImport>;

/** Lines of one list; an import of staff is another road. */
const MOST_ROWS = 20_000;
/** The row of headings stands among the first. */
const HEADING_ROWS = 15;
const SHOWN_PROBLEMS = 200;

/** A good line as the ledger takes it. */
interface GoodLine {
  officerId: string;
  training: NonNullable<ImportLine['training']>;
}

@Injectable()
export class HoursImportService {
  constructor(
    private readonly sql: Sql,
    private readonly writer: Writer,
    private readonly clock: Clock,
  ) {}

  template(): Promise<Book> {
    return templateBook();
  }

  /**
   * Reads and checks a list; nothing of it is entered.
   * @throws Failure hours_list_unreadable, hours_list_columns, hours_list_too_long
   */
  async check(actor: Actor, file: { name: string; bytes: Uint8Array }): Promise<HoursImport> {
    const { places, rows } = await this.rowsOf(file.bytes);
    const officers = await this.officersFor(actor, rows, places);
    const facts = { places, officers, todayIs: today(this.clock.now()) };
    const lines = rows.map(({ number, cells }) => readLine(number, cells, facts));
    return this.writer.write(actor, async (tx) => {
      const already = (await entered(tx, goodOf(lines))).length;
      const id = randomUUID();
      const fileName = toNfc(file.name).slice(0, 200);
      await tx.rows(
        `insert into enrolment.hours_import (id, account_id, file_name, lines, already, created_at)
         values ($1, $2, $3, $4, $5, $6)`,
        [id, accountOf(actor), fileName, JSON.stringify(lines), already, tx.now],
      );
      const wrong = lines.filter(({ training }) => training === null);
      await tx.audit('hours.check_import', { kind: 'hours_import', id }, { rows: lines.length });
      return {
        id,
        fileName,
        state: 'checked',
        rows: lines.length,
        good: lines.length - wrong.length,
        wrong: wrong.length,
        already,
        problems: wrong.flatMap(({ problems }) => problems).slice(0, SHOWN_PROBLEMS),
        createdAt: tx.now.toISOString(),
      };
    });
  }

  /** The wrong lines of an own list. @throws Failure not_found */
  async wrongLines(actor: Actor, importId: string): Promise<Book> {
    const { lines } = found(
      await this.sql.maybe<{ lines: ImportLine[] }>(
        `select lines from enrolment.hours_import where id = $1 and account_id = $2`,
        [importId, accountOf(actor)],
      ),
    );
    const wrong = lines.filter(({ training }) => training === null);
    const personIds = wrong.flatMap(({ officerId }) => officerId ?? []);
    await this.writer.write(actor, async (tx) => {
      await disclose(tx, { kind: 'exported', what: 'import_errors', personIds });
      await tx.audit(
        'hours.wrong_lines',
        { kind: 'hours_import', id: importId },
        { lines: wrong.length },
      );
    });
    return wrongLinesBook(wrong);
  }

  /**
   * Enters the good lines of an own list, as far as their officers are still in the scope.
   * @throws Failure not_found, hours_import_applied
   */
  apply(actor: Actor, importId: string): Promise<Applied> {
    return this.writer.write(actor, async (tx) => {
      const list = found(
        await tx.maybe<{ state: string; lines: ImportLine[] }>(
          `select state, lines from enrolment.hours_import
            where id = $1 and account_id = $2 for update`,
          [importId, accountOf(actor)],
        ),
      );
      if (list.state === 'applied') throw new Failure('hours_import_applied');
      const good = goodOf(list.lines);
      const count = await this.enter(tx, importId, good);
      await tx.rows(
        `update enrolment.hours_import set state = 'applied', applied_at = $2 where id = $1`,
        [importId, tx.now],
      );
      const outcome = { entered: count, already: good.length - count };
      await tx.audit('hours.apply_import', { kind: 'hours_import', id: importId }, outcome);
      return outcome;
    });
  }

  /** One statement for all lines; a line that is there already, or twice in the list, is entered once. */
  private async enter(tx: Tx, importId: string, good: readonly GoodLine[]): Promise<number> {
    await tx.rows(
      `select 1 from organisation.officer where id = any ($1::uuid[]) order by id for no key update`,
      [good.map(({ officerId }) => officerId)],
    );
    const rows = await tx.rows(
      `with line as (
         select distinct on (l."officerId", t.day, t.hours, lower(t.title collate "vi-x-icu")) l."officerId", t.*
           from jsonb_to_recordset($1::jsonb) as l ("officerId" uuid, training jsonb)
           cross join lateral jsonb_to_record(l.training) as t ("startedOn" date, day date, hours int,
             source text, "contentGroup" text, title text, organiser text, "documentNo" text,
             note text, "leaderProgramme" boolean)
       )
       insert into enrolment.hours_entry (id, officer_id, started_on, day, hours, source,
              content_group, title, organiser, document_no, note, leader_programme, state, import_id,
              created_at, created_by, decided_at, decided_by)
       select gen_random_uuid(), l."officerId", l."startedOn", l.day, l.hours, l.source,
              l."contentGroup", l.title, l.organiser, l."documentNo", l.note, l."leaderProgramme",
              'approved', $2, $3, $4, $3, $4
         from line l join organisation.present_officer p on p.id = l."officerId"
        where p.unit_id in (select * from organisation.units_in($5::uuid[]))
          and not exists (select 1 from enrolment.hours_entry e
                           where e.officer_id = l."officerId"
                             and ${sameTraining('l.title', 'l.day', 'l.hours')})
       returning 1`,
      [
        JSON.stringify(good),
        importId,
        tx.now,
        accountOf(tx.actor),
        unitsFor(tx.actor, 'enrolment.assign'),
      ],
    );
    return rows.length;
  }

  private async rowsOf(bytes: Uint8Array): Promise<{ places: Places; rows: ListRow[] }> {
    const sheets = await readListFile(Buffer.from(bytes)).catch(() => {
      throw new Failure('hours_list_unreadable');
    });
    const sheet = sheets[0] ?? [];
    const found = headingOf(sheet);
    const missing = NEEDED.filter((field) => found.places[field] === undefined);
    if (missing.length > 0) {
      const columns = missing.map((field) => HEADINGS[field]).join(', ');
      throw new Failure('hours_list_columns', { columns });
    }
    const rows = sheet
      .slice(found.index + 1)
      .filter(({ cells }) => cells.some((cell) => cell !== ''));
    if (rows.length > MOST_ROWS) throw new Failure('hours_list_too_long', { rows: MOST_ROWS });
    return { places: found.places, rows };
  }

  private async officersFor(
    actor: Actor,
    rows: readonly ListRow[],
    { staffCode = -1 }: Places,
  ): Promise<Map<string, KnownOfficer>> {
    const codes = rows.map(({ cells }) => (cells[staffCode] ?? '').toLowerCase());
    const officers = await this.sql.rows<KnownOfficer & { code: string }>(
      `select p.id, p.full_name as "fullName", lower(p.staff_code) as code
         from organisation.present_officer p
        where lower(p.staff_code) = any ($1::text[])
          and p.unit_id in (select * from organisation.units_in($2::uuid[]))`,
      [codes, unitsFor(actor, 'enrolment.assign')],
    );
    return new Map(officers.map(({ code, ...officer }) => [code, officer]));
  }
}

/** The row that names most columns. */
function headingOf(sheet: readonly ListRow[]): { index: number; places: Places } {
  let best: { index: number; places: Places } = { index: -1, places: {} };
  sheet.slice(0, HEADING_ROWS).forEach(({ cells }, index) => {
    const places = placesOf(cells);
    if (Object.keys(places).length > Object.keys(best.places).length) best = { index, places };
  });
  return best;
}

const goodOf = (lines: readonly ImportLine[]): GoodLine[] =>
  lines.flatMap(({ officerId, training }) =>
    officerId !== null && training !== null ? [{ officerId, training }] : [],
  );

/** Good lines that the ledger has already. */
const entered = (tx: Tx, good: readonly GoodLine[]): Promise<unknown[]> =>
  tx.rows(
    `select 1 from jsonb_to_recordset($1::jsonb) as l ("officerId" uuid, training jsonb)
      where exists (select 1 from enrolment.hours_entry e
                     where e.officer_id = l."officerId"
                       and ${sameTraining("(l.training->>'title')", "(l.training->>'day')::date", "(l.training->>'hours')::int")})`,
    [JSON.stringify(good)],
  );
