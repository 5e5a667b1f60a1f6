/** The room of endpoints about units over time. */
import { Controller } from '@nestjs/common';
import { endpoints, type InputOf, type OutputOf } from '@tap-huan/contract';
import { type Actor, CurrentActor, Input, Serves } from '@tap-huan/server/platform';
import { UnitHistories } from './unit-history.reader';

@Controller()
export class UnitHistoryController {
  constructor(private readonly histories: UnitHistories) {}

  @Serves(endpoints.readUnitTree)
  async tree(
    @Input() input: InputOf<typeof endpoints.readUnitTree>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.readUnitTree>> {
    return { items: await this.histories.tree(actor, input.query.on) };
  }

  @Serves(endpoints.readUnitHistory)
  history(
    @Input() input: InputOf<typeof endpoints.readUnitHistory>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.readUnitHistory>> {
    return this.histories.of(actor, input.params.unitId);
  }
}
