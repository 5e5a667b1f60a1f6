/** The room of what stands at the top of a unit's papers: the body above it, its own name, the place. */
import { Injectable } from '@nestjs/common';
import { Sql } from '@tap-huan/server/platform';

export interface Agency {
  parentBody: string;
  agency: string;
  place: string;
  signCapacity: string;
  signerTitle: string;
  signerName: string;
}

/** What the unit prints on certificates where it issues any; else its name, the one above, and the nearest place. */
const AGENCY = `
  select coalesce(p.parent_body, above.name, '') as "parentBody", u.name as agency,
         coalesce(p.place, (select w.place from organisation.unit w
                             where w.path @> u.path and w.place is not null
                             order by nlevel(w.path) desc limit 1), '') as place,
         coalesce(p.sign_capacity, '') as "signCapacity",
         coalesce(p.signer_title, '') as "signerTitle",
         coalesce(p.signer_name, '') as "signerName"
    from organisation.unit u
    left join organisation.unit above on above.id = u.parent_id
    left join certification.issuer_profile p on p.unit_id = u.id
   where u.id = $1`;

@Injectable()
export class AgencyReader {
  constructor(private readonly sql: Sql) {}

  of(unitId: string): Promise<Agency> {
    return this.sql.one<Agency>(AGENCY, [unitId]);
  }

  /** Of the unit that an officer serves in, or served in last. */
  async ofOfficer(officerId: string, day: string): Promise<Agency> {
    const { unitId } = await this.sql.one<{ unitId: string | null }>(
      `select (select unit_id from reporting.post_at($1, $2::date)) as "unitId"`,
      [officerId, day],
    );
    return unitId === null
      ? { parentBody: '', agency: '', place: '', signCapacity: '', signerTitle: '', signerName: '' }
      : this.of(unitId);
  }
}
