/** The room of endpoints about reorganisations. */
import { Controller } from '@nestjs/common';
import { endpoints, type InputOf, type OutputOf } from '@tap-huan/contract';
import { type Actor, CurrentActor, Input, Serves } from '@tap-huan/server/platform';
import { ReorganisationService } from './reorganisation.service';
import { Reorganisations } from './reorganisations.reader';

@Controller()
export class ReorganisationController {
  constructor(
    private readonly reader: Reorganisations,
    private readonly service: ReorganisationService,
  ) {}

  @Serves(endpoints.listReorganisations)
  async list(
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.listReorganisations>> {
    return { items: await this.reader.list(actor) };
  }

  @Serves(endpoints.readReorganisation)
  read(
    @Input() input: InputOf<typeof endpoints.readReorganisation>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.readReorganisation>> {
    return this.reader.read(actor, input.params.reorganisationId);
  }

  @Serves(endpoints.previewReorganisation)
  preview(
    @Input() input: InputOf<typeof endpoints.previewReorganisation>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.previewReorganisation>> {
    return this.service.preview(actor, input.body);
  }

  @Serves(endpoints.createReorganisation)
  async create(
    @Input() input: InputOf<typeof endpoints.createReorganisation>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.createReorganisation>> {
    return { id: await this.service.create(actor, input.body) };
  }

  @Serves(endpoints.updateReorganisation)
  async update(
    @Input() input: InputOf<typeof endpoints.updateReorganisation>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.updateReorganisation>> {
    const { reorganisationId } = input.params;
    return { revision: await this.service.update(actor, reorganisationId, input.body) };
  }

  @Serves(endpoints.orderReorganisation)
  async order(
    @Input() input: InputOf<typeof endpoints.orderReorganisation>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.orderReorganisation>> {
    const { params, body } = input;
    return { state: await this.service.order(actor, params.reorganisationId, body.revision) };
  }

  @Serves(endpoints.undoReorganisation)
  async undo(
    @Input() input: InputOf<typeof endpoints.undoReorganisation>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.undoReorganisation>> {
    await this.service.undo(actor, input.params.reorganisationId);
    return { ok: true };
  }
}
