/** The endpoints by which HR makes, approves and looks at programmes. */
import { Controller } from '@nestjs/common';
import { type InputOf, type OutputOf, programmeEndpoints as endpoints } from '@tap-huan/contract';
import { type Actor, CurrentActor, Input, Serves } from '@tap-huan/server/platform';
import { ProgrammeReader } from './programme.reader';
import { ProgrammeService } from './programme.service';

@Controller()
export class ProgrammeController {
  constructor(
    private readonly reader: ProgrammeReader,
    private readonly service: ProgrammeService,
  ) {}

  @Serves(endpoints.listProgrammes)
  list(
    @Input() { query }: InputOf<typeof endpoints.listProgrammes>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.listProgrammes>> {
    return this.reader.list(actor, query);
  }

  @Serves(endpoints.listProgrammeCatalogue)
  catalogue(): Promise<OutputOf<typeof endpoints.listProgrammeCatalogue>> {
    return this.reader.catalogue();
  }

  @Serves(endpoints.createProgramme)
  create(
    @Input() { body }: InputOf<typeof endpoints.createProgramme>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.createProgramme>> {
    return this.service.create(actor, body);
  }

  @Serves(endpoints.readProgramme)
  read(
    @Input() { params, query }: InputOf<typeof endpoints.readProgramme>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.readProgramme>> {
    return this.reader.read(actor, params.programmeId, query.version ?? null);
  }

  @Serves(endpoints.updateProgramme)
  update(
    @Input() { params, body }: InputOf<typeof endpoints.updateProgramme>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.updateProgramme>> {
    return this.service.update(actor, params.programmeId, body);
  }

  @Serves(endpoints.beginProgrammeDraft)
  beginDraft(
    @Input() { params }: InputOf<typeof endpoints.beginProgrammeDraft>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.beginProgrammeDraft>> {
    return this.service.beginDraft(actor, params.programmeId);
  }

  @Serves(endpoints.dropProgrammeDraft)
  dropDraft(
    @Input() { params }: InputOf<typeof endpoints.dropProgrammeDraft>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.dropProgrammeDraft>> {
    return this.service.dropDraft(actor, params.programmeId);
  }

  @Serves(endpoints.approveProgramme)
  approve(
    @Input() { params, body }: InputOf<typeof endpoints.approveProgramme>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.approveProgramme>> {
    return this.service.approve(actor, params.programmeId, body);
  }

  @Serves(endpoints.archiveProgramme)
  archive(
    @Input() { params, body }: InputOf<typeof endpoints.archiveProgramme>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.archiveProgramme>> {
    return this.service.archive(actor, params.programmeId, body.archived);
  }
}
