/** The endpoints by which HR puts officers on programmes and follows them. */
import { Controller } from '@nestjs/common';
import {
  type InputOf,
  type OutputOf,
  programmeEnrolmentEndpoints as endpoints,
} from '@tap-huan/contract';
import { type Actor, CurrentActor, Input, Serves } from '@tap-huan/server/platform';
import { ProgrammeEnrolmentReader } from './programme-enrolment.reader';
import { ProgrammeEnrolmentService } from './programme-enrolment.service';

@Controller()
export class ProgrammeEnrolmentController {
  constructor(
    private readonly reader: ProgrammeEnrolmentReader,
    private readonly service: ProgrammeEnrolmentService,
  ) {}

  @Serves(endpoints.enrolInProgramme)
  enrol(
    @Input() input: InputOf<typeof endpoints.enrolInProgramme>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.enrolInProgramme>> {
    return this.service.enrol(actor, input);
  }

  @Serves(endpoints.listProgrammeEnrolments)
  list(
    @Input() input: InputOf<typeof endpoints.listProgrammeEnrolments>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.listProgrammeEnrolments>> {
    return this.reader.list(actor, input);
  }

  @Serves(endpoints.readProgrammeEnrolment)
  read(
    @Input() { params }: InputOf<typeof endpoints.readProgrammeEnrolment>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.readProgrammeEnrolment>> {
    return this.reader.read(actor, params.programmeEnrolmentId);
  }

  @Serves(endpoints.recordProgrammeConduct)
  record(
    @Input() input: InputOf<typeof endpoints.recordProgrammeConduct>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.recordProgrammeConduct>> {
    return this.service.record(actor, input);
  }

  @Serves(endpoints.withdrawFromProgramme)
  withdraw(
    @Input() input: InputOf<typeof endpoints.withdrawFromProgramme>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.withdrawFromProgramme>> {
    return this.service.withdraw(actor, input);
  }
}
