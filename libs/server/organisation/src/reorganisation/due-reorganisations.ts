/** The room of the schedule that carries reorganisations out on their day. */
import { Injectable, Logger } from '@nestjs/common';
import { today } from '@tap-huan/rules';
import { Clock, Failure, Sql, SYSTEM, Writer } from '@tap-huan/server/platform';
import { ReorganisationService } from './reorganisation.service';

@Injectable()
export class DueReorganisations {
  private readonly logger = new Logger('Reorganisation');

  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly writer: Writer,
    private readonly service: ReorganisationService,
  ) {}

  /**
   * Carries out what is due, the earliest first, each in its own transaction. What cannot be carried out says why and
   * waits for a person. @returns how many were carried out
   */
  async run(): Promise<number> {
    const due = await this.sql.rows<{ id: string }>(
      `select id from organisation.reorganisation
       where state = 'scheduled' and effective_on <= $1::date and failure is null
       order by effective_on, ordered_at`,
      [today(this.clock.now())],
    );
    let done = 0;
    for (const { id } of due) {
      try {
        await this.writer.write(SYSTEM, (tx) => this.service.applyDue(tx, id));
        done += 1;
      } catch (error) {
        await this.keep(id, error);
      }
    }
    return done;
  }

  private async keep(id: string, error: unknown): Promise<void> {
    this.logger.error(`Reorganisation ${id} could not be carried out: ${String(error)}`);
    const code = error instanceof Failure ? error.code : 'internal';
    await this.writer.write(SYSTEM, (tx) =>
      tx.rows(
        `update organisation.reorganisation set failure = $2 where id = $1 and state = 'scheduled'`,
        [id, code],
      ),
    );
  }
}
