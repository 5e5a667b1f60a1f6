/** The room of the endpoints of overrides and accommodations: rules that are otherwise for somebody. */
import { Controller } from '@nestjs/common';
import { endpoints, type InputOf, type OutputOf } from '@tap-huan/contract';
import { type Actor, CurrentActor, Input, Serves } from '@tap-huan/server/platform';
import { AccommodationService } from './accommodation.service';
import { OverrideService } from './override.service';

@Controller()
export class NeedsController {
  constructor(
    private readonly overrides: OverrideService,
    private readonly accommodations: AccommodationService,
  ) {}

  @Serves(endpoints.listOverrides)
  list(
    @Input() input: InputOf<typeof endpoints.listOverrides>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.listOverrides>> {
    return this.overrides.list(actor, input.params.quizId);
  }

  @Serves(endpoints.createOverride)
  create(
    @Input() input: InputOf<typeof endpoints.createOverride>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.createOverride>> {
    return this.overrides.create(actor, input.params.quizId, input.body);
  }

  @Serves(endpoints.removeOverride)
  remove(
    @Input() input: InputOf<typeof endpoints.removeOverride>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.removeOverride>> {
    return this.overrides.remove(actor, input.params.overrideId);
  }

  @Serves(endpoints.readAccommodation)
  accommodation(
    @Input() input: InputOf<typeof endpoints.readAccommodation>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.readAccommodation>> {
    return this.accommodations.read(actor, input.params.officerId);
  }

  @Serves(endpoints.setAccommodation)
  accommodate(
    @Input() input: InputOf<typeof endpoints.setAccommodation>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.setAccommodation>> {
    return this.accommodations.set(actor, input.params.officerId, input.body);
  }
}
