/** The endpoints of the leaders’ twelve months and of the rules of the ledger. */
import { Controller, Res } from '@nestjs/common';
import { hoursEndpoints as endpoints, type InputOf, type OutputOf } from '@tap-huan/contract';
import { type Actor, CurrentActor, Input, Serves } from '@tap-huan/server/platform';
import type { FastifyReply } from 'fastify';
import { HoursRulesService } from './hours-rules.service';
import { LeaderReader } from './leader.reader';
import { LeaderService } from './leader.service';
import { sendBook } from './send-book';

// Where a file is sent, Nest's own `Res` says that the handler sends the reply itself.
@Controller()
export class LeaderController {
  constructor(
    private readonly reader: LeaderReader,
    private readonly service: LeaderService,
    private readonly rules: HoursRulesService,
  ) {}

  @Serves(endpoints.listLeaders)
  listLeaders(
    @Input() { query }: InputOf<typeof endpoints.listLeaders>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.listLeaders>> {
    return this.reader.list(actor, query);
  }

  @Serves(endpoints.exportLeaders)
  async exportLeaders(
    @Input() { query }: InputOf<typeof endpoints.exportLeaders>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendBook(reply, await this.reader.book(actor, query));
  }

  @Serves(endpoints.exemptLeaders)
  exemptLeaders(
    @Input() { body }: InputOf<typeof endpoints.exemptLeaders>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.exemptLeaders>> {
    return this.service.exempt(actor, body);
  }

  @Serves(endpoints.endLeaderExemption)
  endLeaderExemption(
    @Input() input: InputOf<typeof endpoints.endLeaderExemption>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.endLeaderExemption>> {
    return this.service.end(actor, input);
  }

  @Serves(endpoints.listLeaderCourses)
  listLeaderCourses(
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.listLeaderCourses>> {
    return this.reader.courses(actor);
  }

  @Serves(endpoints.setLeaderCourses)
  setLeaderCourses(
    @Input() { body }: InputOf<typeof endpoints.setLeaderCourses>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.setLeaderCourses>> {
    return this.service.setCourses(actor, body);
  }

  @Serves(endpoints.listHoursRules)
  listHoursRules(@CurrentActor() actor: Actor): Promise<OutputOf<typeof endpoints.listHoursRules>> {
    return this.rules.list(actor);
  }

  @Serves(endpoints.setHoursRule)
  setHoursRule(
    @Input() { body }: InputOf<typeof endpoints.setHoursRule>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.setHoursRule>> {
    return this.rules.set(actor, body);
  }
}
