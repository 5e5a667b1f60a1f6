/** The endpoints by which HR makes and keeps assignments. */
import { Controller } from '@nestjs/common';
import { assignmentEndpoints as endpoints, type InputOf, type OutputOf } from '@tap-huan/contract';
import { type Actor, CurrentActor, Input, Serves } from '@tap-huan/server/platform';
import { AssignmentPreviews } from './assignment-preview';
import { AssignmentReader } from './assignment.reader';
import { AssignmentService } from './assignment.service';

@Controller()
export class AssignmentController {
  constructor(
    private readonly service: AssignmentService,
    private readonly reader: AssignmentReader,
    private readonly previews: AssignmentPreviews,
  ) {}

  @Serves(endpoints.listAssignments)
  list(
    @Input() { query }: InputOf<typeof endpoints.listAssignments>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.listAssignments>> {
    return this.reader.list(actor, query);
  }

  @Serves(endpoints.readAssignment)
  read(
    @Input() { params }: InputOf<typeof endpoints.readAssignment>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.readAssignment>> {
    return this.reader.read(actor, params.assignmentId);
  }

  @Serves(endpoints.createAssignment)
  create(
    @Input() { body }: InputOf<typeof endpoints.createAssignment>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.createAssignment>> {
    return this.service.create(actor, body);
  }

  @Serves(endpoints.updateAssignment)
  update(
    @Input() input: InputOf<typeof endpoints.updateAssignment>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.updateAssignment>> {
    return this.service.update(actor, input);
  }

  @Serves(endpoints.previewAssignment)
  preview(
    @Input() { body }: InputOf<typeof endpoints.previewAssignment>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.previewAssignment>> {
    return this.previews.preview(actor, body);
  }

  @Serves(endpoints.changeAssignmentState)
  changeState(
    @Input() input: InputOf<typeof endpoints.changeAssignmentState>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.changeAssignmentState>> {
    return this.service.changeState(actor, input);
  }

  @Serves(endpoints.reconcileAssignment)
  reconcile(
    @Input() { params }: InputOf<typeof endpoints.reconcileAssignment>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.reconcileAssignment>> {
    return this.service.reconcile(actor, params.assignmentId);
  }
}
