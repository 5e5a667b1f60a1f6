/** The room of what a year asks of which staff: rules with their days, changed by HR of the whole province. */
import { Injectable } from '@nestjs/common';
import type { hoursEndpoints, HoursRule, InputOf } from '@tap-huan/contract';
import { type Actor, Failure, Sql, unitsFor, Writer } from '@tap-huan/server/platform';

type SetRule = typeof hoursEndpoints.setHoursRule;

/** True where the actor's scope holds a unit above which there is none: what binds everybody is decided there. */
export async function isAtTop(sql: Pick<Sql, 'maybe'>, actor: Actor): Promise<boolean> {
  const top = await sql.maybe(
    `select 1 from organisation.unit u where u.id = any ($1::uuid[]) and u.parent_id is null`,
    [unitsFor(actor, 'enrolment.assign')],
  );
  return top !== null;
}

@Injectable()
export class HoursRulesService {
  constructor(
    private readonly sql: Sql,
    private readonly writer: Writer,
  ) {}

  async list(actor: Actor): Promise<{ items: HoursRule[]; mayChange: boolean }> {
    const items = await this.sql.rows<HoursRule>(
      `select staff_category as "staffCategory", valid_from::text as "validFrom",
              valid_to::text as "validTo", hours, legal_basis as "legalBasis"
         from enrolment.hours_rule
        order by array_position(array['cong_chuc', 'vien_chuc', 'khac'], staff_category),
                 valid_from desc`,
    );
    return { items, mayChange: await isAtTop(this.sql, actor) };
  }

  /** @throws Failure not_permitted; hours_rule_overlaps where a rule begins on that day or later */
  set(actor: Actor, rule: InputOf<SetRule>['body']): Promise<{ ok: true }> {
    return this.writer.write(actor, async (tx) => {
      if (!(await isAtTop(tx, actor))) throw new Failure('not_permitted');
      await tx.rows(`select pg_advisory_xact_lock(hashtext('enrolment.hours_rule'))`);
      const later = await tx.maybe(
        `select 1 from enrolment.hours_rule where staff_category = $1 and valid_from >= $2`,
        [rule.staffCategory, rule.validFrom],
      );
      if (later) throw new Failure('hours_rule_overlaps');
      await tx.rows(
        `update enrolment.hours_rule set valid_to = $2 where staff_category = $1 and valid_to is null`,
        [rule.staffCategory, rule.validFrom],
      );
      await tx.rows(
        `insert into enrolment.hours_rule (staff_category, valid_from, hours, legal_basis)
         values ($1, $2, $3, $4)`,
        [rule.staffCategory, rule.validFrom, rule.hours, rule.legalBasis],
      );
      await tx.audit('hours.rule', { kind: 'hours_rule', id: rule.staffCategory }, { ...rule });
      return { ok: true };
    });
  }
}
