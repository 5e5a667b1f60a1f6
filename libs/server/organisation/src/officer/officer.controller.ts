/** The room of endpoints about officers. */
import { Controller } from '@nestjs/common';
import { endpoints, type InputOf, type OutputOf } from '@tap-huan/contract';
import { type Actor, CurrentActor, Input, Serves } from '@tap-huan/server/platform';
import { OfficerService } from './officer.service';
import { Officers } from './officers.reader';

@Controller()
export class OfficerController {
  constructor(
    private readonly officers: Officers,
    private readonly service: OfficerService,
  ) {}

  @Serves(endpoints.listOfficers)
  list(
    @Input() input: InputOf<typeof endpoints.listOfficers>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.listOfficers>> {
    return this.officers.list(actor, input.query);
  }

  @Serves(endpoints.createOfficer)
  async create(
    @Input() input: InputOf<typeof endpoints.createOfficer>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.createOfficer>> {
    return { id: await this.service.add(actor, input.body) };
  }

  @Serves(endpoints.updateOfficer)
  async update(
    @Input() input: InputOf<typeof endpoints.updateOfficer>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.updateOfficer>> {
    await this.service.update(actor, input.params.officerId, input.body);
    return { ok: true };
  }
}
