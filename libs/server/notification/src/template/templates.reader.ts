/** The room where HR sees the words of every kind of notice. */
import { Inject, Injectable } from '@nestjs/common';
import {
  type Language,
  NOTICE_KINDS,
  type NoticeKind,
  type notificationEndpoints,
  type OutputOf,
} from '@tap-huan/contract';
import { type Actor, CONFIG, type Config, Mail, Sql } from '@tap-huan/server/platform';
import { sampleFacts, valuesOf } from './notice-values';
import { USUAL_WORDS, type Words } from './usual-words';
import { looksAfterAll } from './whole-academy';

/** Of the person in previews. */
const SAMPLE_NAME = 'Lê Thị Mẫu';

interface Row extends Words {
  kind: NoticeKind;
  language: Language;
  byName: string | null;
  at: Date;
}

@Injectable()
export class TemplatesReader {
  constructor(
    private readonly sql: Sql,
    @Inject(Mail) private readonly mail: Mail,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async list(actor: Actor): Promise<OutputOf<typeof notificationEndpoints.listNoticeTemplates>> {
    const rows = await this.sql.rows<Row>(
      `select t.kind, t.language, t.subject, t.body, a.full_name as "byName", t.updated_at as at
         from notification.template t left join identity.account a on a.id = t.updated_by`,
    );
    const items = (['vi', 'en'] as const).flatMap((language) =>
      NOTICE_KINDS.map((kind) => {
        const own = rows.find((row) => row.kind === kind && row.language === language);
        const usual = USUAL_WORDS[language][kind];
        return {
          ...{ kind, language, usual, changed: own !== undefined },
          ...{ subject: own?.subject ?? usual.subject, body: own?.body ?? usual.body },
          ...{ changedByName: own?.byName ?? null, changedAt: own?.at.toISOString() ?? null },
          sample: valuesOf(sampleFacts(kind, language, SAMPLE_NAME), this.config),
        };
      }),
    );
    return { items, mayChange: await looksAfterAll(this.sql, actor), mailOn: this.mail.on };
  }
}
