/** The room of endpoints about officers. */
import { Controller } from '@nestjs/common';
import { endpoints, type InputOf, type OutputOf } from '@tap-huan/contract';
import { type Actor, CurrentActor, Input, Serves } from '@tap-huan/server/platform';
import { CareerService } from './career.service';
import { PastPositions } from './past-positions.service';
import { OfficerProfiles } from './officer-profile.reader';
import { OfficerService } from './officer.service';
import { Officers } from './officers.reader';

@Controller()
export class OfficerController {
  constructor(
    private readonly officers: Officers,
    private readonly profiles: OfficerProfiles,
    private readonly service: OfficerService,
    private readonly career: CareerService,
    private readonly past: PastPositions,
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

  @Serves(endpoints.readOfficer)
  read(
    @Input() { params }: InputOf<typeof endpoints.readOfficer>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.readOfficer>> {
    return this.service.look(actor, params.officerId, () =>
      this.profiles.read(actor, params.officerId),
    );
  }

  @Serves(endpoints.changePost)
  async changePost(
    @Input() { params, body }: InputOf<typeof endpoints.changePost>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.changePost>> {
    return { planned: await this.career.changePost(actor, params.officerId, body) };
  }

  @Serves(endpoints.correctPosition)
  async correct(
    @Input() { params, body }: InputOf<typeof endpoints.correctPosition>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.correctPosition>> {
    await this.career.correct(actor, params.officerId, params.positionId, body);
    return { ok: true };
  }

  @Serves(endpoints.addPastPosition)
  async addPast(
    @Input() { params, body }: InputOf<typeof endpoints.addPastPosition>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.addPastPosition>> {
    return { id: await this.past.add(actor, params.officerId, body) };
  }

  @Serves(endpoints.removePastPosition)
  async removePast(
    @Input() { params }: InputOf<typeof endpoints.removePastPosition>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.removePastPosition>> {
    await this.past.remove(actor, params.officerId, params.positionId);
    return { ok: true };
  }

  @Serves(endpoints.endPost)
  async leave(
    @Input() { params, body }: InputOf<typeof endpoints.endPost>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.endPost>> {
    return { planned: await this.career.leave(actor, params.officerId, body) };
  }

  @Serves(endpoints.cancelPlannedChange)
  async cancel(
    @Input() { params }: InputOf<typeof endpoints.cancelPlannedChange>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.cancelPlannedChange>> {
    await this.career.cancel(actor, params.officerId, params.plannedId);
    return { ok: true };
  }
}
