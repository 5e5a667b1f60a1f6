/** The room of enrolments, progress and completion. */
export { EnrolmentModule } from './enrolment.module';
export { ExamPreparation } from './my/exam-preparation';
export { EnrolmentService } from './enrolment/enrolment.service';
