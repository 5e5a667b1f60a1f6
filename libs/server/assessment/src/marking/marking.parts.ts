/** The room where the parts of marking by hand are listed for the assessment module. */
import { AppealService } from './appeal.service';
import { AppealedPapers } from './appealed-paper.reader';
import { Appeals } from './appeal.reader';
import { MarkDecisions } from './mark-decision.service';
import { MarkingComments } from './marking-comment.service';
import {
  Mark,
  MarkDecision,
  MarkingCommentRow,
  MarkingPaper,
  MarkingTaskRow,
} from './marking.entity';
import { MarkingController } from './marking.controller';
import { MarkingIntake } from './marking-intake';
import { MarkingQueues } from './marking-queue.reader';
import { MarkingService } from './marking.service';
import { MarkingTasks } from './marking-task.reader';
import { RegradeService } from './regrade.service';
import { Regrades } from './regrade.reader';
import { AppealRow, Regrade } from './remarking.entity';
import { RemarkingController } from './remarking.controller';
import { Remarking } from './remarking.service';
import { ResultChanges } from './result-change.service';

export const MARKING_ENTITIES = [
  MarkingPaper,
  MarkingTaskRow,
  Mark,
  MarkDecision,
  MarkingCommentRow,
  Regrade,
  AppealRow,
];

export const MARKING_CONTROLLERS = [MarkingController, RemarkingController];

/** Need `AttemptConclusion`, `Sittings` and `PublishedQuizzes` beside them. */
export const MARKING_PROVIDERS = [
  MarkingIntake,
  MarkingQueues,
  MarkingTasks,
  MarkingService,
  MarkDecisions,
  MarkingComments,
  ResultChanges,
  Remarking,
  Regrades,
  RegradeService,
  Appeals,
  AppealService,
  AppealedPapers,
];
