/** The room of whoever is above: hears of completions, as certification does, and remembers them. */
import { Injectable, Module } from '@nestjs/common';
import { type EventHandler, Hears, type Tx } from '@tap-huan/server/platform';

@Injectable()
@Hears('CourseCompleted', 'certification.on-course-completed')
export class Completions implements EventHandler<'CourseCompleted'> {
  private readonly heard: string[] = [];

  async handle(_tx: Tx, { enrolmentId }: { enrolmentId: string }): Promise<void> {
    this.heard.push(enrolmentId);
  }

  /** How often it was heard that this enrolment is completed. */
  of(enrolmentId: string): number {
    return this.heard.filter((id) => id === enrolmentId).length;
  }
}

@Module({ providers: [Completions] })
export class CompletionsModule {}
