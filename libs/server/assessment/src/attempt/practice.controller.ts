/** The room of the endpoints of practice. */
import { Controller } from '@nestjs/common';
import { endpoints, type InputOf, type OutputOf } from '@tap-huan/contract';
import { type Actor, CurrentActor, Input, Serves } from '@tap-huan/server/platform';
import { Practice } from './practice.service';

@Controller()
export class PracticeController {
  constructor(private readonly practice: Practice) {}

  @Serves(endpoints.checkAnswer)
  check(
    @Input() input: InputOf<typeof endpoints.checkAnswer>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.checkAnswer>> {
    return this.practice.check(actor, input);
  }

  @Serves(endpoints.askHint)
  hint(
    @Input() input: InputOf<typeof endpoints.askHint>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.askHint>> {
    return this.practice.hint(actor, input);
  }
}
