/** The room of the endpoints by which marks are looked at again: regrades and appeals. */
import { Controller } from '@nestjs/common';
import { endpoints, type InputOf, type OutputOf } from '@tap-huan/contract';
import { type Actor, CurrentActor, Input, Serves } from '@tap-huan/server/platform';
import { Appeals } from './appeal.reader';
import { AppealService } from './appeal.service';
import { AppealedPapers } from './appealed-paper.reader';
import { Regrades } from './regrade.reader';
import { RegradeService } from './regrade.service';

@Controller()
export class RemarkingController {
  constructor(
    private readonly regrades: Regrades,
    private readonly regrading: RegradeService,
    private readonly appeals: Appeals,
    private readonly appealing: AppealService,
    private readonly appealed: AppealedPapers,
  ) {}

  @Serves(endpoints.listRegradable)
  listRegradable(
    @Input() { params }: InputOf<typeof endpoints.listRegradable>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.listRegradable>> {
    return this.regrades.regradable(actor, params.quizId);
  }

  @Serves(endpoints.previewRegrade)
  preview(
    @Input() { params, body }: InputOf<typeof endpoints.previewRegrade>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.previewRegrade>> {
    return this.regrades.preview(actor, params.quizId, body);
  }

  @Serves(endpoints.regrade)
  regrade(
    @Input() { params, body }: InputOf<typeof endpoints.regrade>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.regrade>> {
    return this.regrading.regrade(actor, params.quizId, body);
  }

  @Serves(endpoints.listOwnAppeals)
  listOwnAppeals(
    @Input() { params }: InputOf<typeof endpoints.listOwnAppeals>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.listOwnAppeals>> {
    return this.appeals.own(actor, params.attemptId);
  }

  @Serves(endpoints.makeAppeal)
  makeAppeal(
    @Input() { params, body }: InputOf<typeof endpoints.makeAppeal>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.makeAppeal>> {
    return this.appealing.make(actor, params.attemptId, body);
  }

  @Serves(endpoints.listAppeals)
  listAppeals(
    @Input() { params }: InputOf<typeof endpoints.listAppeals>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.listAppeals>> {
    return this.appeals.ofQuiz(actor, params.quizId);
  }

  @Serves(endpoints.readAppealed)
  readAppealed(
    @Input() { params }: InputOf<typeof endpoints.readAppealed>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.readAppealed>> {
    return this.appealed.of(actor, params.appealId);
  }

  @Serves(endpoints.answerAppeal)
  answerAppeal(
    @Input() { params, body }: InputOf<typeof endpoints.answerAppeal>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.answerAppeal>> {
    return this.appealing.answer(actor, params.appealId, body);
  }
}
