/** The endpoints by which HR enrols, looks and withdraws. */
import { Controller } from '@nestjs/common';
import { enrolmentEndpoints as endpoints, type InputOf, type OutputOf } from '@tap-huan/contract';
import { type Actor, CurrentActor, Input, Serves } from '@tap-huan/server/platform';
import { EnrolmentReader } from './enrolment.reader';
import { EnrolmentService } from './enrolment.service';

@Controller()
export class EnrolmentController {
  constructor(
    private readonly service: EnrolmentService,
    private readonly reader: EnrolmentReader,
  ) {}

  @Serves(endpoints.enrol)
  enrol(
    @Input() { body }: InputOf<typeof endpoints.enrol>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.enrol>> {
    return this.service.enrol(actor, body);
  }

  @Serves(endpoints.listEnrolments)
  listEnrolments(
    @Input() { query }: InputOf<typeof endpoints.listEnrolments>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.listEnrolments>> {
    return this.reader.list(actor, query);
  }

  @Serves(endpoints.withdraw)
  withdraw(
    @Input() input: InputOf<typeof endpoints.withdraw>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.withdraw>> {
    return this.service.withdraw(actor, input);
  }
}
