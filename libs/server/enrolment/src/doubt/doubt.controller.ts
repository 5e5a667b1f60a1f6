/** The endpoints by which HR sees completions in doubt and decides on them. */
import { Controller } from '@nestjs/common';
import { enrolmentEndpoints as endpoints, type InputOf, type OutputOf } from '@tap-huan/contract';
import { type Actor, CurrentActor, Input, Serves } from '@tap-huan/server/platform';
import { CompletionDoubts } from './completion-doubts.service';
import { CompletionsInDoubt } from './completions-in-doubt.reader';

@Controller()
export class DoubtController {
  constructor(
    private readonly reader: CompletionsInDoubt,
    private readonly doubts: CompletionDoubts,
  ) {}

  @Serves(endpoints.listCompletionsInDoubt)
  list(
    @Input() { query }: InputOf<typeof endpoints.listCompletionsInDoubt>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.listCompletionsInDoubt>> {
    return this.reader.list(actor, query);
  }

  @Serves(endpoints.decideCompletionInDoubt)
  decide(
    @Input() { params, body }: InputOf<typeof endpoints.decideCompletionInDoubt>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.decideCompletionInDoubt>> {
    return this.doubts.decide(actor, params.doubtId, body);
  }
}
