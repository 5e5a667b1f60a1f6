/** The room where the questions of a bank leave it as a file, with a line in the audit trail. */
import { Injectable } from '@nestjs/common';
import type {
  InputOf,
  questionFileEndpoints,
  QUESTION_EXPORT_FORMATS,
  QuestionContent,
} from '@tap-huan/contract';
import { asciiFileName, today } from '@tap-huan/rules';
import { type Actor, Clock, found, Sql, Writer, XLSX } from '@tap-huan/server/platform';
import { authorUnits, bankUsable } from '../scope';
import { writeExcel } from './excel/workbook';
import type { ExportedQuestion } from './exported-question';
import { writeGift } from './gift/gift-writer';
import { writeJson } from './json-file';

type Format = (typeof QUESTION_EXPORT_FORMATS)[number];
type Input = InputOf<typeof questionFileEndpoints.exportQuestions>;

const WRITERS: Record<
  Format,
  (questions: readonly ExportedQuestion[]) => Buffer | Promise<Buffer>
> = {
  json: writeJson,
  xlsx: writeExcel,
  gift: writeGift,
};
export const FILE_TYPES: Record<Format, string> = {
  json: 'application/json',
  xlsx: XLSX,
  gift: 'text/plain; charset=utf-8',
};

/** A stem is no longer than this; a case that does not fit before it is left out. */
const LONGEST_STEM = 20_000;

interface Row {
  content: QuestionContent;
  category: string[];
  stimulus: string | null;
}

@Injectable()
export class QuestionExport {
  constructor(
    private readonly sql: Sql,
    private readonly writer: Writer,
    private readonly clock: Clock,
  ) {}

  /** The newest version of each question that is not retired, category by category. @throws Failure `not_found` */
  async file(
    actor: Actor,
    { params: { bankId }, query: { format, categoryId } }: Input,
  ): Promise<{ name: string; mimeType: string; bytes: Buffer }> {
    const bank = found(
      await this.sql.maybe<{ name: string }>(
        `select coalesce(c.name, b.name) as name from assessment.bank b
           left join assessment.category c on c.id = $3 and c.bank_id = b.id
         where b.id = $1 and ${bankUsable(2)} and ($3::uuid is null or c.id is not null)`,
        [bankId, authorUnits(actor), categoryId ?? null],
      ),
    );
    const questions = await this.questions(bankId, categoryId ?? null);
    const bytes = await WRITERS[format](questions);
    await this.writer.write(actor, (tx) =>
      tx.audit(
        'question.export',
        { kind: 'bank', id: bankId },
        { format, questions: questions.length, categoryId },
      ),
    );
    const name = `${asciiFileName(`cau-hoi_${bank.name}`)}_${today(this.clock.now())}.${format}`;
    return { name, mimeType: FILE_TYPES[format], bytes };
  }

  /** A stimulus stays in its bank: what it says goes with each question. */
  private async questions(bankId: string, categoryId: string | null): Promise<ExportedQuestion[]> {
    const rows = await this.sql.rows<Row>(
      `with recursive tree as (
         select id, array[name] as path from assessment.category where bank_id = $1 and parent_id is null
         union all
         select c.id, tree.path || c.name from assessment.category c join tree on c.parent_id = tree.id
       ), below as (
         select id from assessment.category where id = $2 and bank_id = $1
         union
         select c.id from assessment.category c join below on c.parent_id = below.id
       )
       select v.content, coalesce(tree.path, '{}') as category, sv.html as stimulus
       from assessment.question q
         join assessment.question_version v on v.question_id = q.id and v.number = q.current_version
         left join tree on tree.id = q.category_id
         left join assessment.stimulus s on s.id = (v.content ->> 'stimulusId')::uuid
         left join assessment.stimulus_version sv on sv.stimulus_id = s.id and sv.number = s.current_version
       where q.bank_id = $1 and q.status <> 'retired'
         and ($2::uuid is null or q.category_id in (select id from below))
       order by tree.path nulls first, q.ordinal`,
      [bankId, categoryId],
    );
    return rows.map(({ content, category, stimulus }) => ({
      category,
      content: { ...content, stem: stemWith(stimulus, content.stem), stimulusId: null },
    }));
  }
}

function stemWith(stimulus: string | null, stem: string): string {
  const whole = stimulus === null ? stem : `<blockquote>${stimulus}</blockquote>${stem}`;
  return whole.length > LONGEST_STEM ? stem : whole;
}
