/** The room of enrolments, progress and completion. */
export { EnrolmentModule } from './enrolment.module';
export { EnrolmentService } from './enrolment/enrolment.service';
