/** The room where programmes are made, changed, and approved by a decision. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { InputOf, ProgrammeContent, programmeEndpoints } from '@tap-huan/contract';
import { programmeProblems, toNfc, today } from '@tap-huan/rules';
import {
  type Actor,
  Failure,
  found,
  SYSTEM,
  type Tx,
  unitsFor,
  Writer,
} from '@tap-huan/server/platform';
import { type By, within } from '../within';
import { acceptedContent, contentOf, CONTENT_COLUMNS, coursesOf } from './programme-content';
import { mayBecome, type ProgrammeState } from './programme-state';
import { ProgrammeEntity, ProgrammeVersionEntity } from './programme.entity';

/** A programme as its maker says it. */
export type NewProgramme = InputOf<typeof programmeEndpoints.createProgramme>['body'];
type Change = InputOf<typeof programmeEndpoints.updateProgramme>['body'];
/** The decision by which a draft is approved. */
export type ProgrammeDecision = Omit<
  InputOf<typeof programmeEndpoints.approveProgramme>['body'],
  'revision'
> & {
  /** Absent: whatever the draft is now. */
  revision?: number;
};

interface LockedVersion {
  id: string;
  number: number;
  revision: number;
  state: ProgrammeState;
}

@Injectable()
export class ProgrammeService {
  constructor(private readonly writer: Writer) {}

  /** Makes a programme with a first draft. @throws Failure not_found, programme_code_taken */
  create(by: By, { code, unitId, content }: NewProgramme): Promise<{ id: string }> {
    return within(this.writer, by, async (tx) => {
      await seeUnit(tx, unitId);
      const id = randomUUID();
      const stored = toNfc(code).trim();
      const made = await tx.rows(
        `insert into learning.programme (id, code, unit_id, created_by, created_at)
         values ($1, $2, $3, $4, $5) on conflict (code) do nothing returning id`,
        [id, stored, unitId, tx.actor.accountId, tx.now],
      );
      if (made.length === 0) throw new Failure('programme_code_taken');
      await insertDraft(tx, id, 1, acceptedContent(content));
      await tx.audit('programme.create', { kind: 'programme', id }, { code: stored, unitId });
      return { id };
    });
  }

  /** Saves the draft. @throws Failure not_found, no_draft, stale_revision */
  update(by: By, programmeId: string, change: Change): Promise<{ revision: number }> {
    return within(this.writer, by, async (tx) => {
      const draft = await lockDraft(tx, programmeId);
      if (draft.revision !== change.revision) throw new Failure('stale_revision');
      const revision = draft.revision + 1;
      await tx.manager.update(ProgrammeVersionEntity, draft.id, {
        ...acceptedContent(change.content),
        revision,
        updatedAt: tx.now,
      });
      return { revision };
    });
  }

  /** Begins the next draft as a copy of the newest approved version. @throws Failure not_found, draft_exists */
  beginDraft(by: By, programmeId: string): Promise<{ ok: true }> {
    return within(this.writer, by, async (tx) => {
      await lockProgramme(tx, programmeId);
      const newest = found(await newestVersion(tx, programmeId));
      if (newest.state === 'draft') throw new Failure('draft_exists');
      await insertDraft(tx, programmeId, newest.number + 1, contentOf(newest));
      await tx.audit(
        'programme.draft',
        { kind: 'programme', id: programmeId },
        { number: newest.number + 1 },
      );
      return { ok: true };
    });
  }

  /** Throws the draft away, and with it a programme that was never approved. @throws Failure not_found, no_draft */
  dropDraft(by: By, programmeId: string): Promise<{ ok: true }> {
    return within(this.writer, by, async (tx) => {
      const draft = await lockDraft(tx, programmeId);
      await tx.manager.delete(ProgrammeVersionEntity, draft.id);
      if (draft.number === 1) await tx.manager.delete(ProgrammeEntity, programmeId);
      await tx.audit(
        'programme.drop',
        { kind: 'programme', id: programmeId },
        { number: draft.number },
      );
      return { ok: true };
    });
  }

  /**
   * Approves the draft by a decision with number and day (Decree 171/2025/NĐ-CP art. 17.4, 19.4); it never changes after.
   * @throws Failure not_found, no_draft, stale_revision, decision_in_future, programme_not_approvable
   */
  approve(
    by: By,
    programmeId: string,
    { decisionNo, decidedOn, revision }: ProgrammeDecision,
  ): Promise<{ number: number; versionId: string }> {
    return within(this.writer, by, async (tx) => {
      const draft = await lockDraft(tx, programmeId);
      if (revision !== undefined && draft.revision !== revision) {
        throw new Failure('stale_revision');
      }
      if (decidedOn > today(tx.now)) throw new Failure('decision_in_future');
      if (!mayBecome(draft.state, 'approved')) throw new Failure('no_draft');
      await refuseProblems(tx, programmeId);
      await tx.manager.update(ProgrammeVersionEntity, draft.id, {
        ...{ state: 'approved', decisionNo: toNfc(decisionNo).trim(), decidedOn },
        ...{ approvedAt: tx.now, approvedBy: tx.actor.accountId, updatedAt: tx.now },
      });
      await tx.audit(
        'programme.approve',
        { kind: 'programme', id: programmeId },
        { number: draft.number, decisionNo, decidedOn },
      );
      return { number: draft.number, versionId: draft.id };
    });
  }

  /** Nobody is put on it any more; whoever is on it goes on. @throws Failure not_found */
  archive(by: By, programmeId: string, archived: boolean): Promise<{ ok: true }> {
    return within(this.writer, by, async (tx) => {
      await lockProgramme(tx, programmeId);
      await tx.manager.update(ProgrammeEntity, programmeId, {
        archivedAt: archived ? tx.now : null,
      });
      const action = archived ? 'programme.archive' : 'programme.restore';
      await tx.audit(action, { kind: 'programme', id: programmeId });
      return { ok: true };
    });
  }
}

/** The system reaches every programme. */
const reach = (actor: Actor): [everywhere: boolean, roots: string[]] => [
  actor === SYSTEM,
  unitsFor(actor, 'programme.manage'),
];

async function seeUnit(tx: Tx, unitId: string): Promise<void> {
  found(
    await tx.maybe(
      `select 1 from organisation.unit
        where id = $3 and ($1::boolean or organisation.in_scope(id, $2::uuid[]))`,
      [...reach(tx.actor), unitId],
    ),
  );
}

async function lockProgramme(tx: Tx, programmeId: string): Promise<void> {
  found(
    await tx.maybe(
      `select 1 from learning.programme
        where id = $3 and ($1::boolean or organisation.in_scope(unit_id, $2::uuid[])) for update`,
      [...reach(tx.actor), programmeId],
    ),
  );
}

async function lockDraft(tx: Tx, programmeId: string): Promise<LockedVersion> {
  await lockProgramme(tx, programmeId);
  const draft = await tx.maybe<LockedVersion>(
    `select id, number, revision, state from learning.programme_version
      where programme_id = $1 and state = 'draft' for update`,
    [programmeId],
  );
  if (!draft) throw new Failure('no_draft');
  return draft;
}

const newestVersion = (
  tx: Tx,
  programmeId: string,
): Promise<(ProgrammeContent & { number: number; state: ProgrammeState }) | null> =>
  tx.maybe(
    `select v.number, v.state, ${CONTENT_COLUMNS} from learning.programme_version v
      where v.programme_id = $1 order by v.number desc limit 1`,
    [programmeId],
  );

async function refuseProblems(tx: Tx, programmeId: string): Promise<void> {
  const content = contentOf(found(await newestVersion(tx, programmeId)));
  const courses = await coursesOf(tx, content);
  const problems = programmeProblems(
    content.sets,
    new Map(courses.map((course) => [course.id, course])),
  );
  const [first] = problems;
  if (!first) return;
  throw new Failure('programme_not_approvable', {
    ...{ problems: problems.length, first: first.code, where: first.where },
  });
}

async function insertDraft(
  tx: Tx,
  programmeId: string,
  number: number,
  content: ProgrammeContent,
): Promise<void> {
  await tx.manager.insert(ProgrammeVersionEntity, {
    ...{ id: randomUUID(), programmeId, number, state: 'draft', decisionNo: null, decidedOn: null },
    ...content,
    ...{ revision: 1, updatedAt: tx.now, approvedAt: null, approvedBy: null },
  });
}
