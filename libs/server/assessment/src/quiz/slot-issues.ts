/** The room of what cannot stand in a draft of a quiz: said by path, before it is saved. */
import type { QuizSection } from '@tap-huan/contract';
import type { Tx } from '@tap-huan/server/platform';
import { bankUsable } from '../scope';
import { fixedSlots, type PlacedSlot, placedSlots } from './quiz-sections';

export interface SlotIssue {
  path: string;
  code: string;
}

/** The quiz as it stands, and who changes it. */
export interface DraftFacts {
  bankId: string;
  sections: readonly QuizSection[];
  /** Units for which the actor writes courses; null asks for no scope. */
  units: string[] | null;
}

/**
 * What keeps a draft from being saved: ids that come twice, questions and banks that its author may not use, questions
 * that are retired or come twice, versions that do not exist, categories of another bank. What another author has put
 * into the draft may stay. Too few questions for a draw are no issue of a draft.
 */
export async function slotIssues(
  tx: Tx,
  sections: readonly QuizSection[],
  facts: DraftFacts,
): Promise<SlotIssue[]> {
  const placed = placedSlots(sections);
  return [
    ...repeated(
      sections.map(({ id }, place) => ({ id, path: `sections.${place}.id` })),
      'section_id_repeats',
    ),
    ...repeated(
      placed.map(({ slot, path }) => ({ id: slot.id, path: `${path}.id` })),
      'slot_id_repeats',
    ),
    ...(await questionIssues(tx, placed, facts)),
    ...(await drawIssues(tx, placed, facts)),
  ];
}

function repeated(named: readonly { id: string; path: string }[], code: string): SlotIssue[] {
  const seen = new Set<string>();
  return named.flatMap(({ id, path }) => {
    const twice = seen.has(id);
    seen.add(id);
    return twice ? [{ path, code }] : [];
  });
}

interface KnownQuestion {
  id: string;
  retired: boolean;
  usable: boolean;
  versions: number;
}

async function questionIssues(
  tx: Tx,
  placed: readonly PlacedSlot[],
  { bankId, sections, units }: DraftFacts,
): Promise<SlotIssue[]> {
  const fixed = fixedSlots(placed);
  // Locked, so that none of them is retired before this draft is saved.
  const rows = await tx.rows<KnownQuestion>(
    `select q.id, q.status = 'retired' as retired, q.current_version as versions,
       $3::uuid[] is null or b.id = $2 or ${bankUsable(3)} as usable
     from assessment.question q join assessment.bank b on b.id = q.bank_id
     where q.id = any($1::uuid[])
     order by q.id for share of q`,
    [fixed.map(({ slot }) => slot.questionId), bankId, units],
  );
  const known = new Map(rows.map((row) => [row.id, row]));
  const kept = new Set(fixedSlots(placedSlots(sections)).map(({ slot }) => slot.questionId));
  const twice = new Set(
    repeated(
      fixed.map(({ slot, path }) => ({ id: slot.questionId, path })),
      '',
    ).map(({ path }) => path),
  );
  return fixed.flatMap(({ slot, path }) => {
    const question = known.get(slot.questionId);
    const issue = (field: string, code: string) => [{ path: `${path}.${field}`, code }];
    if (twice.has(path)) return issue('questionId', 'question_repeats');
    if (!question || !(question.usable || kept.has(slot.questionId))) {
      return issue('questionId', 'question_not_in_bank');
    }
    if (question.retired) return issue('questionId', 'question_retired');
    return slot.version !== null && slot.version > question.versions
      ? issue('version', 'version_missing')
      : [];
  });
}

async function drawIssues(
  tx: Tx,
  placed: readonly PlacedSlot[],
  { bankId, sections, units }: DraftFacts,
): Promise<SlotIssue[]> {
  const draws = placed.flatMap(({ slot, path }) =>
    slot.kind === 'random' ? [{ path, bankId: slot.bankId, categoryId: slot.categoryId }] : [],
  );
  if (draws.length === 0) return [];
  const kept = placedSlots(sections).flatMap(({ slot }) =>
    slot.kind === 'random' ? [slot.bankId] : [],
  );
  return tx.rows<SlotIssue>(
    `select d.path || '.' || field as path, code
     from jsonb_to_recordset($1::jsonb) as d (path text, "bankId" uuid, "categoryId" uuid)
       left join assessment.bank b on b.id = d."bankId"
         and ($3::uuid[] is null or b.id = $2 or b.id = any($4::uuid[]) or ${bankUsable(3)})
       cross join lateral (
         select 'bankId' as field, 'bank_not_usable' as code where b.id is null
         union all
         select 'categoryId', 'category_not_in_bank' where b.id is not null and d."categoryId" is not null
           and not exists (select 1 from assessment.category c
                           where c.id = d."categoryId" and c.bank_id = b.id)) as issue`,
    [JSON.stringify(draws), bankId, units, kept],
  );
}
