/** The room of hearers that only note what they hear, and fail where a test wants them to. */
import { type DynamicModule, Inject, Injectable, Module } from '@nestjs/common';
import { type EventHandler, Hears, type SlowHandler, type Tx } from '@tap-huan/server/platform';

/** What several workers note down together. */
export class Desk {
  /** Every completed hearing: which worker, and of what. */
  readonly handled: { worker: string; id: string }[] = [];
  /** Every try, also those that failed. */
  readonly tries: string[] = [];
  /** How often the hearing of an id still fails. */
  readonly failing = new Map<string, number>();

  hear(worker: string, id: string): void {
    this.tries.push(id);
    const left = this.failing.get(id) ?? 0;
    if (left > 0) {
      this.failing.set(id, left - 1);
      throw new Error('Not today.');
    }
    this.handled.push({ worker, id });
  }

  times(id: string): number {
    return this.handled.filter((hearing) => hearing.id === id).length;
  }
}

const NAME = Symbol('NAME');

@Injectable()
@Hears('LessonFinished', 'enrolment.on-lesson-finished')
class QuickHearer implements EventHandler<'LessonFinished'> {
  constructor(
    private readonly desk: Desk,
    @Inject(NAME) private readonly worker: string,
  ) {}
  async handle(_tx: Tx, { enrolmentId }: { enrolmentId: string }): Promise<void> {
    this.desk.hear(this.worker, enrolmentId);
  }
}

@Injectable()
@Hears('CertificateIssued', 'certification.render')
class SlowHearer implements SlowHandler<'CertificateIssued'> {
  constructor(
    private readonly desk: Desk,
    @Inject(NAME) private readonly worker: string,
  ) {}
  async work({ certificateId }: { certificateId: string }): Promise<void> {
    this.desk.hear(this.worker, certificateId);
  }
}

@Module({})
export class TrialHearers {
  static of(worker: string, desk: Desk): DynamicModule {
    return {
      module: TrialHearers,
      providers: [
        { provide: Desk, useValue: desk },
        { provide: NAME, useValue: worker },
        QuickHearer,
        SlowHearer,
      ],
    };
  }
}
