/** The room of endpoints about units. */
import { Controller } from '@nestjs/common';
import { endpoints, type InputOf, type OutputOf } from '@tap-huan/contract';
import { type Actor, CurrentActor, Input, Serves } from '@tap-huan/server/platform';
import { UnitService } from './unit.service';
import { Units } from './units.reader';

@Controller()
export class UnitController {
  constructor(
    private readonly units: Units,
    private readonly service: UnitService,
  ) {}

  @Serves(endpoints.listUnits)
  async list(@CurrentActor() actor: Actor): Promise<OutputOf<typeof endpoints.listUnits>> {
    return { items: await this.units.list(actor) };
  }

  @Serves(endpoints.createUnit)
  async create(
    @Input() input: InputOf<typeof endpoints.createUnit>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.createUnit>> {
    return { id: await this.service.add(actor, input.body) };
  }

  @Serves(endpoints.updateUnit)
  async update(
    @Input() input: InputOf<typeof endpoints.updateUnit>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.updateUnit>> {
    await this.service.update(actor, input.params.unitId, input.body);
    return { ok: true };
  }

  @Serves(endpoints.closeUnit)
  async close(
    @Input() input: InputOf<typeof endpoints.closeUnit>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.closeUnit>> {
    await this.service.close(actor, input.params.unitId);
    return { ok: true };
  }
}
