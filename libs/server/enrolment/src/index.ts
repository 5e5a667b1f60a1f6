/** The room of enrolments, progress and completion. */
export { EnrolmentModule } from './enrolment.module';
export { ExamPreparation } from './my/exam-preparation';
export { EnrolmentService } from './enrolment/enrolment.service';
export { ClassService } from './class/class.service';
export { AudienceService } from './audience/audience.service';
export { ProgrammeEnrolling } from './programme/programme-enrolling';
export { AssignmentService } from './assignment/assignment.service';
export { Reconciler } from './assignment/reconciler';
