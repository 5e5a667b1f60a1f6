/** The room of the endpoints of a draft's outline. */
import { Controller } from '@nestjs/common';
import { endpoints, type InputOf, type OutputOf } from '@tap-huan/contract';
import { type Actor, CurrentActor, Input, Serves } from '@tap-huan/server/platform';
import { OutlineService } from './outline.service';

@Controller()
export class OutlineController {
  constructor(private readonly service: OutlineService) {}

  @Serves(endpoints.arrangeOutline)
  arrange(
    @Input() input: InputOf<typeof endpoints.arrangeOutline>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.arrangeOutline>> {
    return this.service.arrange(actor, input.params.courseId, input.body);
  }

  @Serves(endpoints.addModule)
  addModule(
    @Input() input: InputOf<typeof endpoints.addModule>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.addModule>> {
    return this.service.addModule(actor, input.params.courseId, input.body.title);
  }

  @Serves(endpoints.removeModule)
  async removeModule(
    @Input() input: InputOf<typeof endpoints.removeModule>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.removeModule>> {
    await this.service.removeModule(actor, input.params.moduleId);
    return { ok: true };
  }

  @Serves(endpoints.addLesson)
  addLesson(
    @Input() input: InputOf<typeof endpoints.addLesson>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.addLesson>> {
    return this.service.addLesson(actor, input.params.moduleId, input.body);
  }

  @Serves(endpoints.removeLesson)
  async removeLesson(
    @Input() input: InputOf<typeof endpoints.removeLesson>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.removeLesson>> {
    await this.service.removeLesson(actor, input.params.lessonId);
    return { ok: true };
  }
}
