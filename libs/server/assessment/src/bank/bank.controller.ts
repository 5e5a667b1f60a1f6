/** The room of the endpoints of banks and of their categories. */
import { Controller } from '@nestjs/common';
import { endpoints, type InputOf, type OutputOf } from '@tap-huan/contract';
import { type Actor, CurrentActor, Input, Serves } from '@tap-huan/server/platform';
import { BankReader } from './bank.reader';
import { BankService } from './bank.service';
import { CategoryService } from './category.service';

@Controller()
export class BankController {
  constructor(
    private readonly reader: BankReader,
    private readonly service: BankService,
    private readonly categories: CategoryService,
  ) {}

  @Serves(endpoints.listBanks)
  list(@CurrentActor() actor: Actor): Promise<OutputOf<typeof endpoints.listBanks>> {
    return this.reader.list(actor);
  }

  @Serves(endpoints.createBank)
  create(
    @Input() input: InputOf<typeof endpoints.createBank>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.createBank>> {
    return this.service.create(actor, input.body);
  }

  @Serves(endpoints.readBank)
  read(
    @Input() input: InputOf<typeof endpoints.readBank>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.readBank>> {
    return this.reader.read(actor, input.params.bankId);
  }

  @Serves(endpoints.updateBank)
  update(
    @Input() input: InputOf<typeof endpoints.updateBank>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.updateBank>> {
    return this.service.update(actor, input.params.bankId, input.body);
  }

  @Serves(endpoints.saveCategory)
  saveCategory(
    @Input() input: InputOf<typeof endpoints.saveCategory>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.saveCategory>> {
    return this.categories.save(actor, input.params, input.body);
  }

  @Serves(endpoints.removeCategory)
  removeCategory(
    @Input() input: InputOf<typeof endpoints.removeCategory>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.removeCategory>> {
    return this.categories.remove(actor, input.params);
  }
}
