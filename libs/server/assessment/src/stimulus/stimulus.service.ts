/** The room where stimuli change: each change is a new version, and papers keep theirs. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { toNfc } from '@tap-huan/rules';
import {
  type Actor,
  Failure,
  found,
  sanitiseHtml,
  type Tx,
  Writer,
} from '@tap-huan/server/platform';
import { changeBank } from '../bank/bank-access';
import { refused } from '../refused';
import { authorUnits, bankEditable } from '../scope';
import type { StimulusContent } from './stimulus.reader';
import { Stimulus, StimulusVersion } from './stimulus.entity';

@Injectable()
export class StimulusService {
  constructor(private readonly writer: Writer) {}

  /** Adds a stimulus to a bank that the actor may edit. */
  create(actor: Actor, bankId: string, given: StimulusContent): Promise<{ id: string }> {
    return this.writer.write(actor, async (tx) => {
      await changeBank(tx, actor, bankId);
      const id = await this.add(tx, bankId, given);
      await tx.audit('stimulus.create', { kind: 'stimulus', id });
      return { id };
    });
  }

  /**
   * Adds a stimulus as version 1, inside the caller's transaction and without asking for scope.
   * @throws Failure `validation_failed` where nothing harmless is left of the HTML
   */
  async add(tx: Tx, bankId: string, given: StimulusContent): Promise<string> {
    const content = accepted(given);
    const id = randomUUID();
    await tx.manager.insert(Stimulus, { id, bankId, currentVersion: 1, updatedAt: tx.now });
    await addVersion(tx, id, 1, content);
    return id;
  }

  /**
   * Writes the next version, where something differs.
   * @throws Failure `stale_revision` where somebody else has written a version since.
   */
  update(
    actor: Actor,
    stimulusId: string,
    { baseVersion, ...given }: StimulusContent & { baseVersion: number },
  ): Promise<{ version: number }> {
    return this.writer.write(actor, async (tx) => {
      const { version: newest } = found(
        await tx.maybe<{ version: number }>(
          `select s.current_version as version
           from assessment.stimulus s join assessment.bank b on b.id = s.bank_id
           where s.id = $1 and ${bankEditable(2)}
           for update of s`,
          [stimulusId, authorUnits(actor)],
        ),
      );
      if (newest !== baseVersion) throw new Failure('stale_revision');
      const content = accepted(given);
      const same = await tx.maybe(
        `select 1 from assessment.stimulus_version
         where stimulus_id = $1 and number = $2 and title = $3 and html = $4`,
        [stimulusId, newest, content.title, content.html],
      );
      if (same) return { version: newest };
      const version = newest + 1;
      await addVersion(tx, stimulusId, version, content);
      await tx.manager.update(
        Stimulus,
        { id: stimulusId },
        { currentVersion: version, updatedAt: tx.now },
      );
      await tx.audit('stimulus.update', { kind: 'stimulus', id: stimulusId }, { version });
      return { version };
    });
  }
}

function accepted({ title, html }: StimulusContent): StimulusContent {
  const harmless = sanitiseHtml(html);
  if (harmless === '') throw refused({ path: 'html', code: 'stimulus_empty' });
  return { title: toNfc(title), html: harmless };
}

async function addVersion(
  tx: Tx,
  stimulusId: string,
  number: number,
  { title, html }: StimulusContent,
): Promise<void> {
  await tx.manager.insert(StimulusVersion, {
    id: randomUUID(),
    stimulusId,
    number,
    title,
    html,
    createdBy: tx.actor.accountId,
    createdAt: tx.now,
  });
}
