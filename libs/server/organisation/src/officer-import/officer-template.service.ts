/** The room where the template of a unit is put together. */
import { Injectable } from '@nestjs/common';
import { type Actor, disclose, found, Sql, unitsFor, Writer } from '@tap-huan/server/platform';
import { officersBeside } from './known.reader';
import { templateBook, type TemplateUnit } from './workbooks';

@Injectable()
export class OfficerTemplates {
  constructor(
    private readonly sql: Sql,
    private readonly writer: Writer,
  ) {}

  /** The workbook of a unit's subtree; with the officers it is an export, and audited. @throws Failure `not_found` */
  async book(actor: Actor, unitId: string, isFilled: boolean): Promise<Buffer> {
    const roots = unitsFor(actor, 'officer.manage');
    found(
      await this.sql.maybe(`select 1 where organisation.in_scope($1, $2::uuid[])`, [unitId, roots]),
    );
    const units = await this.sql.rows<TemplateUnit>(
      `select u.id, u.code, u.name, above.name as "parentName"
       from organisation.unit u left join organisation.unit above on above.id = u.parent_id
       where u.valid_to is null and u.id in (select * from organisation.units_in(array[$1::uuid]))
       order by u.path, u.name collate "vi-x-icu"`,
      [unitId],
    );
    const officers = isFilled ? await officersBeside(this.sql, unitId, []) : [];
    if (isFilled) {
      await this.writer.write(actor, async (tx) => {
        const personIds = officers.map(({ id }) => id);
        await disclose(tx, { kind: 'exported', what: 'staff_list', personIds });
        await tx.audit(
          'officers_exported',
          { kind: 'unit', id: unitId },
          { officers: officers.length },
        );
      });
    }
    return templateBook(units, officers);
  }
}
