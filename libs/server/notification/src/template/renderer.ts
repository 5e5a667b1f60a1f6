/** The room where a message gets its words: those of the academy, or those that the product brings. */
import { Inject, Injectable } from '@nestjs/common';
import type { Language, NoticeKind } from '@tap-huan/contract';
import { fillTemplate } from '@tap-huan/rules';
import { CONFIG, type Config, Sql } from '@tap-huan/server/platform';
import { type NoticeFacts, valuesOf } from './notice-values';
import { USUAL_WORDS, type Words } from './usual-words';

/** The words that hold, by kind and language. */
export type WordsOf = (kind: NoticeKind, language: Language) => Words;

@Injectable()
export class Renderer {
  constructor(
    private readonly sql: Sql,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Reads the academy's words; to be asked once for many messages. */
  async words(): Promise<WordsOf> {
    const rows = await this.sql.rows<Words & { kind: NoticeKind; language: Language }>(
      `select kind, language, subject, body from notification.template`,
    );
    const own = new Map(rows.map((row) => [`${row.kind} ${row.language}`, row]));
    return (kind, language) => own.get(`${kind} ${language}`) ?? USUAL_WORDS[language][kind];
  }

  /** A message in words. */
  render(facts: NoticeFacts, { subject, body }: Words): { title: string; body: string } {
    const values = valuesOf(facts, this.config);
    return {
      title: fillTemplate(subject, values).replace(/\s+/g, ' '),
      body: fillTemplate(body, values),
    };
  }

  /** What the product itself shows: without the lines that only a mail needs (greeting, link, sender). */
  inProduct(facts: NoticeFacts, words: Words): { title: string; body: string } {
    const short = words.body
      .split('\n')
      .filter((line) => !/\{\{\s*(link|academy|name)\s*\}\}/.test(line))
      .join('\n');
    return this.render(facts, { subject: words.subject, body: short });
  }
}
