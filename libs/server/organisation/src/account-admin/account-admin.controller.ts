/** The room of endpoints with which an administrator manages accounts. */
import { Controller } from '@nestjs/common';
import { endpoints, type InputOf, type OutputOf } from '@tap-huan/contract';
import { type Actor, CurrentActor, Input, Serves } from '@tap-huan/server/platform';
import { AccountAdminService } from './account-admin.service';
import { AccountList } from './account-list.reader';

@Controller()
export class AccountAdminController {
  constructor(
    private readonly accounts: AccountList,
    private readonly service: AccountAdminService,
  ) {}

  @Serves(endpoints.listAccounts)
  list(
    @Input() input: InputOf<typeof endpoints.listAccounts>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.listAccounts>> {
    return this.accounts.list(actor, input.query);
  }

  @Serves(endpoints.createAccount)
  create(
    @Input() input: InputOf<typeof endpoints.createAccount>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.createAccount>> {
    return this.service.create(actor, input.body);
  }

  @Serves(endpoints.updateAccount)
  async update(
    @Input() input: InputOf<typeof endpoints.updateAccount>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.updateAccount>> {
    await this.service.update(actor, input.params.accountId, input.body);
    return { ok: true };
  }

  @Serves(endpoints.resetPassword)
  async resetPassword(
    @Input() input: InputOf<typeof endpoints.resetPassword>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.resetPassword>> {
    return { temporaryPassword: await this.service.resetPassword(actor, input.params.accountId) };
  }
}
