/** The room where imports are read by HR: how far they are, what their columns are, and what becomes of each line. */
import { Injectable } from '@nestjs/common';
import {
  IMPORT_ACTIONS,
  type ImportAction,
  type ImportField,
  type ImportLine,
  type OfficerImport,
  type OfficerImportDetail,
} from '@tap-huan/contract';
import type { endpoints, InputOf, OutputOf } from '@tap-huan/contract';
import { fold } from '@tap-huan/rules';
import { accountOf, type Actor, Failure, found, Sql, unitsFor } from '@tap-huan/server/platform';
import { foldedHeading, suggestedMapping } from './columns';
import { textsOf } from './draft';
import { ImportAccountsReader } from './import-accounts.reader';
import type { Judgement } from './judge';

interface Row extends Omit<OfficerImport, 'askedAt' | 'finishedAt' | 'counts'> {
  askedAt: Date;
  finishedAt: Date | null;
  counts: Partial<Record<ImportAction, number>>;
}

interface DetailRow extends Row {
  headerRow: number | null;
  headings: string[];
  mapping: (ImportField | null)[];
}

type LineRow = Pick<Judgement, 'row' | 'officerId' | 'problems' | 'target' | 'changes'> & {
  action: ImportAction;
  cells: string[];
};

/** An import with its lines, as the file of wrong lines is made of it. */
export interface WrongLines {
  fileName: string;
  headings: string[];
  lines: LineRow[];
}

const IMPORT = `
  i.id, i.unit_id as "unitId", u.name as "unitName", i.kind, i.state, i.file_name as "fileName",
  i.effective_on::text as "effectiveOn", i.total, i.done, i.counts, i.failure,
  coalesce(a.full_name, '') as "askedBy", i.asked_at as "askedAt", i.finished_at as "finishedAt"`;
const FROM = `
  from organisation.officer_import i
  join organisation.unit u on u.id = i.unit_id
  left join identity.account a on a.id = i.asked_by
  where i.unit_id in (select * from organisation.units_in($1::uuid[]))`;
const PRESENT = `
  (select count(*)::int from organisation.present_officer o
   where o.unit_id in (select * from organisation.units_in(array[i.unit_id]))) as "presentOfficers"`;
/** Imports in a list, and lines that show what stands in the columns. */
const LISTED = 30;
const SAMPLES = 5;

@Injectable()
export class OfficerImportReader {
  constructor(
    private readonly sql: Sql,
    private readonly accounts: ImportAccountsReader,
  ) {}

  async list(actor: Actor): Promise<OutputOf<typeof endpoints.listOfficerImports>> {
    const rows = await this.sql.rows<Row>(
      `select ${IMPORT}, 0 as "presentOfficers" ${FROM} order by i.asked_at desc limit ${LISTED}`,
      [unitsFor(actor, 'officer.manage')],
    );
    return { items: rows.map(shown) };
  }

  /** @throws Failure `not_found` */
  async one(actor: Actor, importId: string): Promise<OfficerImportDetail> {
    const row = await this.held(actor, importId);
    const samples = await this.sql.rows<{ cells: string[] }>(
      `select cells from organisation.officer_import_row
       where import_id = $1 and cells <> '{}' order by row limit ${SAMPLES}`,
      [importId],
    );
    const { headerRow, headings, mapping, ...rest } = row;
    const isSaid = mapping.length === headings.length && headings.length > 0;
    return {
      ...shown(rest),
      headerRow,
      headings,
      mapping: isSaid ? mapping : suggestedMapping(headings, await this.remembered(actor)),
      samples: samples.map(({ cells }) => cells),
      accounts: await this.accounts.of(actor, importId),
    };
  }

  /** @throws Failure `not_found` */
  async lines(
    actor: Actor,
    importId: string,
    query: InputOf<typeof endpoints.listImportLines>['query'],
  ): Promise<OutputOf<typeof endpoints.listImportLines>> {
    const { mapping } = await this.held(actor, importId);
    const { page, pageSize, action = null } = query;
    const searched = fold(query.search ?? '');
    const where = `
      from organisation.officer_import_row r
      where r.import_id = $1 and r.action <> 'ignored' and ($2::text is null or r.action = $2)
        and ($3 = '' or position($3 in lower(public.unaccent(
              array_to_string(r.cells, ' ') || coalesce(r.target->>'person', '')))) > 0)`;
    const filter = [importId, action, searched];
    const { total } = await this.sql.one<{ total: number }>(
      `select count(*)::int as total ${where}`,
      filter,
    );
    const rows = await this.sql.rows<LineRow>(
      `select r.row, r.cells, r.action, r.officer_id as "officerId", r.problems, r.target, r.changes
       ${where} order by r.row limit $4 offset $5`,
      [...filter, pageSize, (page - 1) * pageSize],
    );
    return { items: rows.map((row) => lineOf(row, mapping)), total };
  }

  /** The wrong lines of a checked import. @throws Failure `not_found`, `import_not_ready` */
  async wrongLines(actor: Actor, importId: string): Promise<WrongLines> {
    const { state, fileName, headings } = await this.held(actor, importId);
    if (!['checked', 'applied'].includes(state)) throw new Failure('import_not_ready');
    const lines = await this.sql.rows<LineRow>(
      `select row, cells, action, officer_id as "officerId", problems, target, changes
       from organisation.officer_import_row
       where import_id = $1 and action = 'wrong' order by row`,
      [importId],
    );
    return { fileName, headings, lines };
  }

  private async held(actor: Actor, importId: string): Promise<DetailRow> {
    return found(
      await this.sql.maybe<DetailRow>(
        `select ${IMPORT}, ${PRESENT}, i.header_row as "headerRow", i.headings, i.mapping
         ${FROM} and i.id = $2`,
        [unitsFor(actor, 'officer.manage'), importId],
      ),
    );
  }

  /** What this person said of columns before. */
  private async remembered(actor: Actor): Promise<Map<string, ImportField | null>> {
    const rows = await this.sql.rows<{ heading: string; field: ImportField | null }>(
      `select heading, field from organisation.import_heading where account_id = $1`,
      [accountOf(actor)],
    );
    return new Map(rows.map(({ heading, field }) => [foldedHeading(heading), field]));
  }
}

const shown = ({ askedAt, finishedAt, counts, ...row }: Row): OfficerImport => ({
  ...row,
  counts: Object.fromEntries(
    IMPORT_ACTIONS.map((action) => [action, counts[action] ?? 0]),
  ) as OfficerImport['counts'],
  askedAt: askedAt.toISOString(),
  finishedAt: finishedAt?.toISOString() ?? null,
});

function lineOf({ cells, target, ...row }: LineRow, mapping: DetailRow['mapping']): ImportLine {
  const texts = textsOf(cells, mapping);
  return {
    ...row,
    staffCode: target?.person.staffCode ?? texts.staffCode ?? '',
    fullName: target?.person.fullName ?? texts.fullName ?? '',
    unitName: target?.unitName ?? texts.unit ?? '',
  };
}
