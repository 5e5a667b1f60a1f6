/** The endpoints of the classes that were held. */
import { Controller } from '@nestjs/common';
import {
  type InputOf,
  type OutputOf,
  trainingClassEndpoints as endpoints,
} from '@tap-huan/contract';
import { type Actor, CurrentActor, Input, Serves } from '@tap-huan/server/platform';
import { ClassReader } from './class.reader';
import { ClassService } from './class.service';

@Controller()
export class ClassController {
  constructor(
    private readonly reader: ClassReader,
    private readonly service: ClassService,
  ) {}

  @Serves(endpoints.listTrainingClasses)
  list(
    @Input() { query }: InputOf<typeof endpoints.listTrainingClasses>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.listTrainingClasses>> {
    return this.reader.list(actor, query);
  }

  @Serves(endpoints.checkClassList)
  check(
    @Input() { body }: InputOf<typeof endpoints.checkClassList>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.checkClassList>> {
    return this.service.check(actor, body);
  }

  @Serves(endpoints.recordTrainingClass)
  record(
    @Input() { body }: InputOf<typeof endpoints.recordTrainingClass>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.recordTrainingClass>> {
    return this.service.record(actor, body);
  }

  @Serves(endpoints.readTrainingClass)
  read(
    @Input() { params }: InputOf<typeof endpoints.readTrainingClass>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.readTrainingClass>> {
    return this.reader.read(actor, params.classId);
  }

  @Serves(endpoints.listClassParticipants)
  participants(
    @Input() { params, query }: InputOf<typeof endpoints.listClassParticipants>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.listClassParticipants>> {
    return this.reader.participants(actor, params.classId, query);
  }
}
