/** The room where reorganisations are read: those whose every unit lies in one's scope. */
import { Injectable } from '@nestjs/common';
import type {
  endpoints,
  OutputOf,
  ReorganisationPlan,
  ReorganisationRow,
} from '@tap-huan/contract';
import { type Actor, Clock, found, Sql, unitsFor } from '@tap-huan/server/platform';
import { mayUndo } from './reorganisation.service';

interface Row extends Omit<ReorganisationRow, 'createdAt' | 'appliedAt' | 'undoneAt' | 'canUndo'> {
  createdAt: Date;
  appliedAt: Date | null;
  undoneAt: Date | null;
  plan?: ReorganisationPlan;
}

const COLUMNS = `
  r.id, r.title, r.effective_on::text as "effectiveOn", r.legal_basis as "legalBasis", r.state,
  case when r.figures = '{}' then null else r.figures end as figures,
  r.created_at as "createdAt", maker.full_name as "createdBy", r.applied_at as "appliedAt",
  r.undone_at as "undoneAt", undoer.full_name as "undoneBy", r.failure, r.revision`;

const FROM = `
  from organisation.reorganisation r
  left join identity.account maker on maker.id = r.created_by
  left join identity.account undoer on undoer.id = r.undone_by
  where r.scope_ids <@ array(select * from organisation.units_in($1::uuid[]))`;

@Injectable()
export class Reorganisations {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /** The latest day first. */
  async list(actor: Actor): Promise<ReorganisationRow[]> {
    const rows = await this.sql.rows<Row>(
      `select ${COLUMNS} ${FROM} order by r.effective_on desc, r.created_at desc`,
      [unitsFor(actor, 'unit.reorganise')],
    );
    return rows.map((row) => this.shape(row));
  }

  /** @throws Failure `not_found` */
  async read(actor: Actor, id: string): Promise<OutputOf<typeof endpoints.readReorganisation>> {
    const row = found(
      await this.sql.maybe<Row & { plan: ReorganisationPlan }>(
        `select ${COLUMNS}, r.plan ${FROM} and r.id = $2`,
        [unitsFor(actor, 'unit.reorganise'), id],
      ),
    );
    return { ...this.shape(row), plan: row.plan };
  }

  private shape(row: Row): ReorganisationRow {
    const { plan: _plan, ...rest } = row;
    const isOpen = row.state === 'draft' || row.state === 'scheduled';
    return {
      ...rest,
      createdAt: row.createdAt.toISOString(),
      appliedAt: row.appliedAt?.toISOString() ?? null,
      undoneAt: row.undoneAt?.toISOString() ?? null,
      canUndo: isOpen || (row.state === 'applied' && mayUndo(row, this.clock.now())),
    };
  }
}
