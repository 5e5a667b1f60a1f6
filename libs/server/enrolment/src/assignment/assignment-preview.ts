/** The room where it is told what an assignment would do, before anybody is told of it. */
import { Injectable } from '@nestjs/common';
import type {
  assignmentEndpoints,
  AssignmentPreview,
  CaseCounts,
  InputOf,
} from '@tap-huan/contract';
import { type CaseFacts, decideCases, effectiveDue, today } from '@tap-huan/rules';
import { type Actor, Clock, Sql, Writer } from '@tap-huan/server/platform';
import { AssignmentScope } from './assignment-scope';
import { type Assignment, termsOf } from './assignment-terms';
import { officerFacts, type OfficerLine } from './officer-facts.reader';
import { joinAtLarge } from './reconciler';

const NOBODY: CaseCounts = { due: 0, overdue: 0, waiting: 0, exempt: 0, done: 0, left: 0 };

@Injectable()
export class AssignmentPreviews {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly scope: AssignmentScope,
    private readonly writer: Writer,
  ) {}

  /**
   * Decides for everybody as the reconciler would on the first day, and counts. Changes nothing.
   * @throws Failure `not_found`, `course_not_published`, `programme_not_approved`
   */
  async preview(
    actor: Actor,
    { assignmentId, ...input }: InputOf<typeof assignmentEndpoints.previewAssignment>['body'],
  ): Promise<AssignmentPreview> {
    await this.scope.mayMake(actor, input);
    if (assignmentId !== null) await this.scope.own(this.sql, actor, assignmentId);
    const assignment: Assignment = { ...input, id: assignmentId, state: 'active' };
    const now = today(this.clock.now());
    const day = input.startsOn > now ? input.startsOn : now;
    // Before it runs, its first day is the day of activating it: nobody is late then.
    const terms = {
      ...termsOf(assignment),
      startsOn: assignmentId === null ? day : input.startsOn,
    };
    // Writes nothing: a transaction is where the way of joining can be chosen.
    const lines = await this.writer.write(actor, async (tx) => {
      await joinAtLarge(tx, true);
      return officerFacts(tx, assignment, now);
    });
    const preview: AssignmentPreview = {
      members: lines.filter(({ member }) => member).length,
      counts: { ...NOBODY },
      toEnrol: 0,
      firstDue: null,
      lastDue: null,
    };
    for (const line of lines) count(preview, line, decideCases(terms, line, day));
    return preview;
  }
}

function count(preview: AssignmentPreview, line: OfficerLine, written: CaseFacts[]): void {
  const last = written.at(-1) ?? line.latest;
  if (last === null) return;
  const renewalAhead = last.occurrence > 1 && last.state === 'waiting';
  const state = renewalAhead ? 'done' : last.state;
  preview.counts[state] += 1;
  if (state !== 'due' && state !== 'overdue') return;
  if (!line.enrolled) preview.toEnrol += 1;
  const due = effectiveDue(last);
  if (due === null) return;
  if (preview.firstDue === null || due < preview.firstDue) preview.firstDue = due;
  if (preview.lastDue === null || due > preview.lastDue) preview.lastDue = due;
}
