/** The endpoints of an officer's own courses. */
import { Controller } from '@nestjs/common';
import { enrolmentEndpoints as endpoints, type InputOf, type OutputOf } from '@tap-huan/contract';
import { accountOf, type Actor, CurrentActor, Input, Serves } from '@tap-huan/server/platform';
import { ProgressService } from '../progress/progress.service';
import { MyCoursesReader } from './my-courses.reader';
import { MyQuizReader } from './my-quiz.reader';
import { QuizStartService } from './quiz-start.service';

@Controller()
export class MyLearningController {
  constructor(
    private readonly courses: MyCoursesReader,
    private readonly quizzes: MyQuizReader,
    private readonly progress: ProgressService,
    private readonly starts: QuizStartService,
  ) {}

  @Serves(endpoints.listMyEnrolments)
  listMyEnrolments(
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.listMyEnrolments>> {
    return this.courses.list(accountOf(actor));
  }

  @Serves(endpoints.readMyCourse)
  readMyCourse(
    @Input() { params }: InputOf<typeof endpoints.readMyCourse>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.readMyCourse>> {
    return this.courses.course(accountOf(actor), params.enrolmentId);
  }

  @Serves(endpoints.readMyLesson)
  readMyLesson(
    @Input() { params }: InputOf<typeof endpoints.readMyLesson>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.readMyLesson>> {
    return this.courses.lesson(accountOf(actor), params.enrolmentId, params.lessonId);
  }

  @Serves(endpoints.recordProgress)
  recordProgress(
    @Input() input: InputOf<typeof endpoints.recordProgress>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.recordProgress>> {
    return this.progress.record(actor, input);
  }

  @Serves(endpoints.readMyQuiz)
  readMyQuiz(
    @Input() { params }: InputOf<typeof endpoints.readMyQuiz>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.readMyQuiz>> {
    return this.quizzes.quiz(actor, params.enrolmentId, params.lessonId);
  }

  @Serves(endpoints.startAttempt)
  startAttempt(
    @Input() input: InputOf<typeof endpoints.startAttempt>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.startAttempt>> {
    return this.starts.start(actor, input);
  }
}
