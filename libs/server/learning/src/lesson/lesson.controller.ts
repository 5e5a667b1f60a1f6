/** The room of the endpoints of one lesson. */
import { Controller } from '@nestjs/common';
import { endpoints, type InputOf, type OutputOf } from '@tap-huan/contract';
import { type Actor, CurrentActor, Input, Serves } from '@tap-huan/server/platform';
import { LessonReader } from './lesson.reader';
import { LessonService } from './lesson.service';

@Controller()
export class LessonController {
  constructor(
    private readonly service: LessonService,
    private readonly reader: LessonReader,
  ) {}

  @Serves(endpoints.readLesson)
  read(
    @Input() input: InputOf<typeof endpoints.readLesson>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.readLesson>> {
    return this.reader.read(actor, input.params.lessonId);
  }

  @Serves(endpoints.updateLesson)
  update(
    @Input() input: InputOf<typeof endpoints.updateLesson>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.updateLesson>> {
    return this.service.update(actor, input.params.lessonId, input.body);
  }
}
