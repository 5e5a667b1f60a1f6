/** The endpoints by which HR says whom it means. */
import { Controller } from '@nestjs/common';
import { audienceEndpoints as endpoints, type InputOf, type OutputOf } from '@tap-huan/contract';
import { type Actor, CurrentActor, Input, Serves } from '@tap-huan/server/platform';
import { AudienceReader } from './audience.reader';
import { AudienceService } from './audience.service';

@Controller()
export class AudienceController {
  constructor(
    private readonly reader: AudienceReader,
    private readonly service: AudienceService,
  ) {}

  @Serves(endpoints.listAudiences)
  list(
    @Input() { query }: InputOf<typeof endpoints.listAudiences>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.listAudiences>> {
    return this.reader.list(actor, query);
  }

  @Serves(endpoints.listAudienceChoices)
  choices(
    @Input() { query }: InputOf<typeof endpoints.listAudienceChoices>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.listAudienceChoices>> {
    return this.reader.choices(actor, query.unitId);
  }

  @Serves(endpoints.previewAudience)
  preview(
    @Input() { body }: InputOf<typeof endpoints.previewAudience>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.previewAudience>> {
    return this.reader.preview(actor, body);
  }

  @Serves(endpoints.readAudience)
  read(
    @Input() { params }: InputOf<typeof endpoints.readAudience>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.readAudience>> {
    return this.reader.read(actor, params.audienceId);
  }

  @Serves(endpoints.createAudience)
  create(
    @Input() { body }: InputOf<typeof endpoints.createAudience>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.createAudience>> {
    return this.service.create(actor, body);
  }

  @Serves(endpoints.updateAudience)
  update(
    @Input() { params, body }: InputOf<typeof endpoints.updateAudience>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.updateAudience>> {
    return this.service.update(actor, params.audienceId, body);
  }

  @Serves(endpoints.archiveAudience)
  archive(
    @Input() { params, body }: InputOf<typeof endpoints.archiveAudience>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.archiveAudience>> {
    return this.service.archive(actor, params.audienceId, body.archived);
  }
}
