/** The room of the endpoints of stimuli. */
import { Controller } from '@nestjs/common';
import { endpoints, type InputOf, type OutputOf } from '@tap-huan/contract';
import { type Actor, CurrentActor, Input, Serves } from '@tap-huan/server/platform';
import { StimulusReader } from './stimulus.reader';
import { StimulusService } from './stimulus.service';

@Controller()
export class StimulusController {
  constructor(
    private readonly reader: StimulusReader,
    private readonly service: StimulusService,
  ) {}

  @Serves(endpoints.listStimuli)
  list(
    @Input() input: InputOf<typeof endpoints.listStimuli>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.listStimuli>> {
    return this.reader.list(actor, input.params.bankId);
  }

  @Serves(endpoints.createStimulus)
  create(
    @Input() input: InputOf<typeof endpoints.createStimulus>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.createStimulus>> {
    return this.service.create(actor, input.params.bankId, input.body);
  }

  @Serves(endpoints.readStimulus)
  read(
    @Input() input: InputOf<typeof endpoints.readStimulus>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.readStimulus>> {
    return this.reader.read(actor, input.params.stimulusId);
  }

  @Serves(endpoints.updateStimulus)
  update(
    @Input() input: InputOf<typeof endpoints.updateStimulus>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.updateStimulus>> {
    return this.service.update(actor, input.params.stimulusId, input.body);
  }
}
